#include "pages/plan_query.h"

#include <algorithm>

#include "pages/paging.h"

namespace makegood::pages {

namespace {

void read_sort(PlanQuery& query, std::string_view value) {
  query.descending = value.starts_with('-');
  const auto code = query.descending ? value.substr(1) : value;
  const auto found = std::find_if(kItemOrders.begin(), kItemOrders.end(),
                                  [code](const ItemOrderWord& order) { return order.code == code; });
  query.order = found == kItemOrders.end() ? ItemOrder::plan : found->order;
  if (query.order == ItemOrder::plan) query.descending = false;
}

}  // namespace

std::string sort_value(const PlanQuery& query) {
  if (query.order == ItemOrder::plan) return {};
  return (query.descending ? "-" : "") + std::string(kItemOrders.at(static_cast<std::size_t>(query.order)).code);
}

bool PlanQuery::narrows() const {
  return !(theme.empty() && owner.empty() && partner.empty() && status.empty() && due.empty() && kind.empty() &&
           text.empty());
}

PlanQuery plan_query_from(const QueryPairs& pairs) {
  PlanQuery query;
  for (const auto& [name, value] : pairs) {
    if (name == "theme") query.theme = value;
    if (name == "owner") query.owner = value;
    if (name == "partner") query.partner = value;
    if (name == "status") query.status = value;
    if (name == "due") query.due = value;
    if (name == "kind") query.kind = value;
    if (name == "q") query.text = squeeze(value);
    if (name == "sort") read_sort(query, value);
    if (name == "page") query.page = page_from(value);
  }
  return query;
}

QueryPairs pairs_of(const PlanQuery& query) {
  return {{"q", query.text},       {"theme", query.theme}, {"owner", query.owner},
          {"partner", query.partner}, {"status", query.status}, {"due", query.due},
          {"kind", query.kind},    {"sort", sort_value(query)},
          {"page", query.page > 1 ? std::to_string(query.page) : ""}};
}

}  // namespace makegood::pages
