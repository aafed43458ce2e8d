#pragma once
// An update is wanted three times within a moment: by whoever writes it, by the projection of its entry, and by whoever
// looks at the plan next. What was written or read last is kept by its text, so that a reading of it is a copy.

#include <string_view>

#include "base/base.h"
#include "progress/progress.h"

namespace makegood::store {

/// As read_update(). Any thread.
[[nodiscard]] Result<Update> read_update_once(std::string_view json);

/// What `json` says, from whoever wrote it of this update. Any thread.
void keep_update_read(std::string_view json, const Update& update);

/// After an erasure, so that memory holds nothing of what was erased.
void forget_updates_read();

}  // namespace makegood::store
