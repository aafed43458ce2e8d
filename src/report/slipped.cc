#include "report/slipped.h"

#include "json/json.h"
#include "report/addresses.h"

namespace makegood {
namespace {

using Cells = std::vector<std::string>;

std::string iso(const std::optional<Day>& day) { return day ? day->iso() : std::string{}; }

Cells row_of(const Item& item, const Slippage& slippage, const Redating* step) {
  Cells row = {item.id.text, item.ref, item.title, iso(slippage.original), iso(slippage.current), iso(slippage.forecast),
             slippage.days ? std::to_string(*slippage.days) : "", std::to_string(slippage.redatings)};
  if (step == nullptr) row.insert(row.end(), 6, "");
  else row.insert(row.end(), {step->at.substr(0, 10), iso(step->from), iso(step->to), step->agreed ? "yes" : "no", step->who, step->reason});
  return row;
}

OrderedJson step_json(const Redating& step) {
  return {{"when", step.at}, {"from", day_or_null(step.from)}, {"to", day_or_null(step.to)}, {"agreed", step.agreed},
          {"by", text_or_null(step.who)}, {"reason", text_or_null(step.reason)}};
}

OrderedJson slippage_json(const Plan& plan, const Item& item, const Slippage& slippage) {
  OrderedJson steps = OrderedJson::array();
  for (const auto& step : slippage.steps) steps.push_back(step_json(step));
  return {{"item", item.id.text}, {"url", item_path(plan, item.id)}, {"ref", text_or_null(item.ref)}, {"title", item.title},
          {"original", day_or_null(slippage.original)}, {"agreed", day_or_null(slippage.current)}, {"forecast", day_or_null(slippage.forecast)},
          {"days", slippage.days ? OrderedJson(*slippage.days) : OrderedJson(nullptr)}, {"redatings", slippage.redatings}, {"steps", steps}};
}

}  // namespace

std::vector<Cells> slipped_rows(const Plan& plan, const std::vector<Slippage>& slippages) {
  std::vector<Cells> rows = {{"item", "ref", "title", "original_due", "agreed_due", "forecast_due", "days_slipped", "redatings", "step_when", "step_from",
                            "step_to", "step_agreed", "step_by", "step_reason"}};
  for (const auto& slippage : slippages) {
    const auto* item = find_item(plan, slippage.item);
    if (item == nullptr) continue;
    for (const auto& step : slippage.steps) rows.push_back(row_of(*item, slippage, &step));
    if (slippage.steps.empty()) rows.push_back(row_of(*item, slippage, nullptr));
  }
  return rows;
}

std::string slipped_json(const Plan& plan, const std::vector<Slippage>& slippages, const std::vector<Review>& reviews, Day today) {
  OrderedJson json = {{"plan", plan.slug}, {"as_at", today.iso()}, {"slipped", OrderedJson::array()}, {"reviews", OrderedJson::array()}};
  for (const auto& slippage : slippages)
    if (const auto* item = find_item(plan, slippage.item)) json["slipped"].push_back(slippage_json(plan, *item, slippage));
  for (const auto& review : reviews)
    json["reviews"].push_back({{"item", review.item.text}, {"url", item_path(plan, review.item)}, {"review", day_or_null(review.day)}, {"due", review.due}});
  return json.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

}  // namespace makegood
