#pragma once
// A compiled catalogue (GNU .mo), read where it lies: what comes back looks into `bytes`.

#include <string_view>
#include <vector>

#include "base/result.h"

namespace makegood {

struct MoEntry {
  std::string_view key;
  std::string_view text;
};

/// Entries in the file's order, the header (empty key) left out.
/// Refuses another magic number or version, and any entry outside the bytes -> Fault::unreadable.
[[nodiscard]] Result<std::vector<MoEntry>> read_mo(std::string_view bytes);

}  // namespace makegood
