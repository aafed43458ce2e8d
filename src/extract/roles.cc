#include <algorithm>
#include <array>

#include "extract/reading.h"

namespace makegood {
namespace {

struct RoleRow {
  std::string_view word;
  bool once;
};
// In the order of ColumnRole.
constexpr std::array<RoleRow, kColumnRoles> kRows = {{{"other", false}, {"ref", true}, {"theme", true}, {"title", true},
    {"detail", false}, {"owner", false}, {"partner", false}, {"lead_authority", false}, {"timescale", true}, {"start", true},
    {"status", true}, {"response", true}, {"progress", false}, {"measure", false}, {"not_used", false}}};

}  // namespace

std::string_view word(ColumnRole role) { return kRows.at(static_cast<std::size_t>(role)).word; }

std::optional<ColumnRole> column_role_from(std::string_view text) {
  const auto found = std::find_if(kRows.begin(), kRows.end(), [&](const RoleRow& row) { return row.word == text; });
  if (found == kRows.end()) return std::nullopt;
  return static_cast<ColumnRole>(found - kRows.begin());
}

bool only_once(ColumnRole role) { return kRows.at(static_cast<std::size_t>(role)).once; }

}  // namespace makegood
