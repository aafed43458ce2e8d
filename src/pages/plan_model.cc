#include "pages/plan_model.h"

#include <algorithm>
#include <map>

#include "progress/approval.h"

namespace makegood::pages {

namespace {

constexpr std::size_t kNextDates = 5;

// Spellings that fold to the same are one choice, shown as it is written first.
class Tally {
 public:
  void add(const std::string& name) {
    const auto [place, is_new] = at_.try_emplace(fold(name), choices_.size());
    if (is_new) choices_.push_back({name, name, 0});
    ++choices_[place->second].count;
  }
  [[nodiscard]] std::vector<Choice> in_order() && {
    std::sort(choices_.begin(), choices_.end(),
              [](const Choice& a, const Choice& b) { return lower(a.label) < lower(b.label); });
    return std::move(choices_);
  }

 private:
  std::map<std::string, std::size_t> at_;
  std::vector<Choice> choices_;
};

int count_in_theme(const Plan& plan, const ThemeId& theme, Day today) {
  ItemFilter filter;
  filter.theme = theme;
  return static_cast<int>(select_items(plan, filter, today).size());
}

FilterChoices choices_of(const Plan& plan, Day today) {
  FilterChoices choices;
  Tally owners, partners;
  for (const auto& item : plan.items) {
    for (const auto& owner : item.owners) owners.add(owner);
    for (const auto& partner : item.partners) partners.add(partner);
  }
  choices.owners = std::move(owners).in_order();
  choices.partners = std::move(partners).in_order();
  for (const auto& theme : plan.themes)
    if (const int count = count_in_theme(plan, theme.id, today); count > 0)
      choices.themes.push_back({theme.id.text, theme_title(plan, theme.id), count});
  for (const auto& [kind, count] : count_kinds(plan)) choices.kinds.push_back(kind);
  return choices;
}

std::vector<NextDate> next_dates(const Plan& plan, const RuleBook& rules) {
  std::vector<NextDate> dates;
  for (const auto& item : plan.items) {
    if (item.absent || rules.of(item).rule == Rule::complete) continue;
    const auto& due = item.dates().due;
    if (due && *due >= rules.today()) dates.push_back({*due, item.id, item.ref, item.title});
  }
  std::stable_sort(dates.begin(), dates.end(), [](const NextDate& a, const NextDate& b) { return a.day < b.day; });
  if (dates.size() > kNextDates) dates.resize(kNextDates);
  return dates;
}

ItemFilter filter_from(const PlanQuery& query, Day today) {
  ItemFilter filter;
  filter.theme = ThemeId(query.theme);
  filter.owner = query.owner;
  filter.partner = query.partner;
  filter.kind = item_kind_from(query.kind);
  filter.text = query.text;
  filter.order = query.order;
  filter.descending = query.descending;
  if (query.due == "past") filter.due_to = today.plus_days(-1);
  if (query.due == "30" || query.due == "90") {
    filter.due_from = today;
    filter.due_to = today.plus_days(query.due == "30" ? 30 : 90);
  }
  return filter;
}

bool has_status(const CalendarFact& fact, std::string_view wanted) {
  if (fact.follows_parent) return false;
  return word(fact.status.rule) == wanted || word(fact.standing) == wanted;
}

void fill_rows(PlanPage& page, const Plan& plan, const std::vector<const Item*>& selected, const RuleBook& rules) {
  page.matched = static_cast<int>(selected.size());
  page.pages = std::max(1, (page.matched + kRowsPerPage - 1) / kRowsPerPage);
  page.page = std::clamp(page.query.page, 1, page.pages);
  const int from = (page.page - 1) * kRowsPerPage;
  for (int i = from; i < std::min(from + kRowsPerPage, page.matched); ++i)
    page.rows.push_back(row_for(plan, *selected[static_cast<std::size_t>(i)], rules));
}

}  // namespace

void tell_progress(std::vector<ItemRow>& rows, const Progress& progress) {
  std::vector<Item> items(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) items[i].id = rows[i].id;
  const auto standings = standings_of(progress, items);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (standings[i].claim != nullptr) rows[i].claim = standings[i].claim->claim;
    if (standings[i].awaited != nullptr) rows[i].awaited = *standings[i].awaited;
    rows[i].stage = standings[i].stage;
    rows[i].is_draft = rows[i].is_draft && standings[i].decided == nullptr && standings[i].awaited == nullptr;
  }
}

ItemRow row_for(const Plan& plan, const Item& item, const RuleBook& rules) {
  ItemRow row{item.id,     item.ref,           item.title,
              theme_title(plan, item.theme), item.kind, item.owners, item.timescale_raw,
              calendar_fact(plan, item, rules), static_cast<int>(children_of(plan, item.id).size())};
  row.is_draft = is_draft_as_written(plan, item, {});
  return row;
}

PlanAnswer answer_for(const Delivery& delivery) { return {standings_in(delivery.all), delivery.all.next_due}; }

std::vector<const Item*> items_for(const Plan& plan, const PlanQuery& query, const RuleBook& rules) {
  auto items = select_items(plan, filter_from(query, rules.today()), rules);
  std::erase_if(items, [&](const Item* item) {
    return item->absent || (!query.status.empty() && !has_status(calendar_fact(plan, *item, rules), query.status));
  });
  return items;
}

PlanPage make_plan_page(const Plan& plan, const Provenance& provenance, const PlanQuery& query, const RuleBook& rules) {
  PlanPage page;
  page.slug = plan.slug;
  page.title = plan.title;
  page.organisation = plan.organisation;
  page.context = plan.context;
  page.kinds = count_kinds(plan);
  page.delivery = count_delivery(plan, rules);
  page.answer = answer_for(page.delivery);
  page.next_dates = next_dates(plan, rules);
  page.query = query;
  page.today = rules.today();
  page.choices = choices_of(plan, rules.today());
  fill_rows(page, plan, items_for(plan, query, rules), rules);
  for (const auto& indicator : plan.indicators)
    page.indicators.push_back({theme_title(plan, indicator.theme), indicator.text});
  page.provenance = provenance;
  return page;
}

}  // namespace makegood::pages
