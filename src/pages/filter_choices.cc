#include "pages/filter_choices.h"

namespace makegood::pages {

using namespace html;

Html filter_picker(const Site& site, std::string_view name, FilterItems choices, const std::string& value) {
  const auto words = "filter." + std::string(name);
  choices.insert(choices.begin(), govuk::SelectItem{site.words(words + ".any"), ""});
  return govuk::select({.name = std::string(name),
                        .id = "filter-" + std::string(name),
                        .label = {.text = site.words(words)},
                        .items = std::move(choices),
                        .value = value,
                        .classes = "mg-filter__select"});
}

FilterItems counted_choices(const Site& site, const std::vector<Choice>& choices, const std::string& language) {
  FilterItems items;
  for (const auto& choice : choices)
    items.push_back({.text = site.words("filter.choice", {{"name", shorten(choice.label, 60)}, {"n", choice.count}}),
                     .value = choice.value,
                     .attributes = lang(language)});
  return items;
}

FilterItems status_choices(const Site& site) {
  FilterItems items;
  for (const auto& rule : kRules) items.push_back({rule_words(site, rule.rule), std::string(rule.code)});
  return items;
}

}  // namespace makegood::pages
