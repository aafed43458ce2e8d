// Whatever text comes in: a refusal of one line, or a plan that is written and read again without
// a change and whose parents can be walked up.
#include <cstdint>
#include <cstdlib>

#include "plan/plan.h"

using namespace makegood;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto any = read_any_plan(text)) must(read_plan(write_plan(*any)).has_value());
  const auto plan = read_plan(text);
  if (!plan) {
    must(!plan.error().message.empty() && plan.error().message.find('\n') == std::string::npos);
    return 0;
  }
  const auto json = write_plan(*plan);
  const auto again = read_plan(json);
  must(again.has_value());
  must(write_plan(*again) == json);
  must(!write_neutral(*plan).empty());
  const auto today = Day::first_of_month(2023, 7);
  must(select_items(*plan, {}, today).size() == plan->items.size());
  must(count_delivery(*plan, today).all.total <= static_cast<int>(plan->items.size()));
  for (const auto& theme : plan->themes) must(select_items(*plan, {.theme = theme.id}, today).size() <= plan->items.size());
  return 0;
}
