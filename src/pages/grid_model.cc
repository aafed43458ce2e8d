#include <algorithm>
#include <map>

#include "pages/grid.h"
#include "pages/people_model.h"
#include "pages/plan_model.h"

namespace makegood::pages {
namespace {

GridRow row_of(const Plan& plan, const GridItem& from, const Directory& directory, Day today) {
  const auto& item = *from.item;
  GridRow row{item.id, item.ref, item.title, theme_title(plan, item.theme), item.owners, item.partners, noted_of(directory, plan.slug, item.owners, today), item.timescale_raw,
              calendar_fact(plan, item, today), Claim::not_yet_reported, Found::not_yet_assessed, false, from.standing.stage, from.duty};
  row.calendar.status = from.computed.status;
  if (from.standing.claim != nullptr) row.claim = from.standing.claim->claim;
  if (from.standing.finding != nullptr) row.found = from.standing.finding->found;
  if (from.standing.finding != nullptr) row.held = from.standing.finding->hold.has_value();
  return row;
}

std::vector<Choice> counted(const std::vector<std::string>& names, const std::map<std::string, int>& counts) {
  std::vector<Choice> choices;
  for (const auto& name : names) {
    const auto found = counts.find(fold(name));
    choices.push_back({name, name, found == counts.end() ? 0 : found->second});
  }
  return choices;
}

FilterChoices choices_of(const Plan& plan) {
  std::map<std::string, int> owners, partners, themes;
  for (const auto& item : plan.items) {
    if (item.absent) continue;
    ++themes[item.theme.text];
    for (const auto& name : item.owners) ++owners[fold(name)];
    for (const auto* list : {&item.partners, &item.lead_authority})
      for (const auto& name : *list) ++partners[fold(name)];
  }
  FilterChoices choices;
  choices.owners = counted(owners_of(plan), owners);
  choices.partners = counted(partners_of(plan), partners);
  for (const auto& theme : plan.themes) choices.themes.push_back({theme.id.text, theme_title(plan, theme.id), themes[theme.id.text]});
  return choices;
}

}  // namespace

BulkForm bulk_form_from(const QueryPairs& pairs) {
  BulkForm form{field(pairs, "owners"), field(pairs, "partners"), field(pairs, "new_theme"), squeeze(field(pairs, "redate")), field(pairs, "objective"), field(pairs, "reason"),
                {}, field(pairs, "clear_duty") == "yes", {}, field(pairs, "everything") == "yes"};
  for (const auto& [name, value] : pairs) {
    if (name == "item" && !value.empty()) form.items.push_back(value);
    if (name == "limb" && (value == "a" || value == "b" || value == "c")) form.limbs.push_back(value);
  }
  return form;
}

GridPage make_grid_page(const Plan& plan, const Progress& progress, const Directory& directory, const std::vector<ItemObjective>& objectives,
                        const GridQuery& query, Day today) {
  GridPage page;
  page.slug = plan.slug;
  page.plan_title = plan.title;
  page.query = query;
  page.choices = choices_of(plan);
  const auto items = grid_items(plan, progress, objectives, query, today);
  page.matched = static_cast<int>(items.size());
  page.pages = std::max(1, (page.matched + kGridRows - 1) / kGridRows);
  page.page = std::min(query.page, page.pages);
  page.query.page = page.page;
  const auto from = static_cast<std::size_t>((page.page - 1) * kGridRows);
  for (auto i = from; i < items.size() && i < from + kGridRows; ++i) page.rows.push_back(row_of(plan, items[i], directory, today));
  return page;
}

Url grid_url(std::string_view slug, std::string_view step) {
  return step.empty() ? Url::path({"desk", "grid", slug}) : Url::path({"desk", "grid", slug, step});
}

}  // namespace makegood::pages
