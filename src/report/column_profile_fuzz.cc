// Whatever a profile says: a refusal of one line, or as many cells in each row as it has columns.
#include <cstdint>
#include <cstdlib>

#include "report/column_profile.h"

using namespace makegood;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

Plan small_plan() {
  Plan plan;
  plan.title = "=Plan";
  Item item;
  item.id = ItemId("a");
  item.title = "Café 'quoted' = title";
  item.owners = {"One", "Two"};
  item.timescale.due = Day::first_of_month(2024, 2);
  plan.items = {item};
  return plan;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto profile = read_column_profile(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!profile) {
    must(!profile.error().message.empty() && profile.error().message.find('\n') == std::string::npos);
    return 0;
  }
  for (const auto& row : profile_rows(small_plan(), *profile, Day::first_of_month(2024, 1))) {
    must(row.size() == profile->columns.size());
    for (const auto& cell : row) must(cell.empty() || std::string_view("=@\t\r").find(cell.front()) == std::string_view::npos);
  }
  return 0;
}
