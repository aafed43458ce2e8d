#include "pages/grid_query.h"

#include <algorithm>
#include <array>

#include "pages/paging.h"

namespace makegood::pages {
namespace {

struct TextMember {
  std::string_view name;
  std::string GridQuery::* member;
};
constexpr auto kTexts = std::to_array<TextMember>({{"q", &GridQuery::text}, {"theme", &GridQuery::theme}, {"owner", &GridQuery::owner},
                                                   {"partner", &GridQuery::partner}, {"status", &GridQuery::status}, {"claim", &GridQuery::claim},
                                                   {"finding", &GridQuery::finding}, {"stage", &GridQuery::stage}, {"duty", &GridQuery::duty}});

std::optional<Day> date_of(const QueryPairs& pairs, std::string_view name) {
  if (const auto iso = field(pairs, name); !iso.empty()) {
    const auto day = Day::parse(iso);
    return day ? std::optional(*day) : std::nullopt;
  }
  return day_from(date_fields_from(pairs, name)).value_or(std::nullopt);
}

ItemFilter filter_of(const GridQuery& query) {
  ItemFilter filter;
  filter.theme = ThemeId(query.theme);
  filter.owner = query.owner;
  filter.partner = query.partner;
  filter.due_from = query.due_from;
  filter.due_to = query.due_to;
  filter.text = query.text;
  return filter;
}

bool names_duty(const ItemObjective& duty) { return !duty.objective.empty() || duty.eliminate || duty.advance || duty.foster; }

ItemObjective duty_of(const std::vector<ItemObjective>& objectives, const ItemId& id) {
  const auto found = std::find_if(objectives.begin(), objectives.end(), [&](const ItemObjective& one) { return one.item == id; });
  return found == objectives.end() ? ItemObjective{} : *found;
}

bool says(std::string_view asked, std::string_view word) { return asked.empty() || asked == word; }

bool matches(const GridQuery& query, const GridItem& row) {
  const auto claim = row.standing.claim == nullptr ? Claim::not_yet_reported : row.standing.claim->claim;
  const auto found = row.standing.finding == nullptr ? Found::not_yet_assessed : row.standing.finding->found;
  return says(query.status, word(row.computed.status.rule)) && says(query.claim, word(claim)) && says(query.finding, word(found)) &&
         says(query.stage, word(row.standing.stage)) && says(query.duty, kDutySet[names_duty(row.duty) ? 0 : 1]);
}

}  // namespace

bool GridQuery::narrows() const {
  return due_from || due_to || std::any_of(kTexts.begin(), kTexts.end(), [&](const TextMember& t) { return !(this->*t.member).empty(); });
}

GridQuery grid_query_from(const QueryPairs& pairs) {
  GridQuery query;
  for (const auto& text : kTexts) query.*text.member = squeeze(field(pairs, text.name));
  if (!rule_from(query.status)) query.status.clear();
  if (!claim_from(query.claim)) query.claim.clear();
  if (!found_from(query.finding)) query.finding.clear();
  if (!stage_from(query.stage)) query.stage.clear();
  if (std::find(kDutySet.begin(), kDutySet.end(), query.duty) == kDutySet.end()) query.duty.clear();
  query.due_from = date_of(pairs, "from");
  query.due_to = date_of(pairs, "to");
  query.page = page_from(field(pairs, "page"));
  return query;
}

QueryPairs pairs_of(const GridQuery& query) {
  QueryPairs pairs;
  for (const auto& text : kTexts) pairs.emplace_back(text.name, query.*text.member);
  pairs.emplace_back("from", query.due_from ? query.due_from->iso() : "");
  pairs.emplace_back("to", query.due_to ? query.due_to->iso() : "");
  pairs.emplace_back("page", query.page > 1 ? std::to_string(query.page) : "");
  return pairs;
}

std::string query_text(const GridQuery& query) {
  auto first = query;
  first.page = 1;
  const auto url = with_query(Url("/"), pairs_of(first));
  const auto at = url.view().find('?');
  return at == std::string_view::npos ? std::string{} : std::string(url.view().substr(at + 1));
}

std::vector<GridItem> grid_items(const Plan& plan, const Progress& progress, const std::vector<ItemObjective>& objectives,
                                 const GridQuery& query, Day today) {
  const auto standings = standings_of(progress, plan.items);
  std::vector<GridItem> rows;
  for (const auto* item : select_items(plan, filter_of(query), today)) {
    if (item->absent) continue;
    const auto& standing = standings[static_cast<std::size_t>(item - plan.items.data())];
    GridItem row{item, standing, computed_status(*item, standing, today), duty_of(objectives, item->id)};
    if (matches(query, row)) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace makegood::pages
