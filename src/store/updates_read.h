#pragma once
// An update is read twice within a moment: by the projection of its entry, and by whoever looks at the plan next. What was
// read last is kept by its text, so that the second reading is a copy.

#include <string_view>

#include "base/base.h"
#include "progress/progress.h"

namespace makegood::store {

/// As read_update(). Any thread.
[[nodiscard]] Result<Update> read_update_once(std::string_view json);

/// After an erasure, so that memory holds nothing of what was erased.
void forget_updates_read();

}  // namespace makegood::store
