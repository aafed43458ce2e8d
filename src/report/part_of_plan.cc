#include "report/part_of_plan.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace makegood {
namespace {

bool is_among(const std::vector<std::string>& names, std::string_view wanted) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return fold(name) == wanted; });
}

class Choice {
 public:
  Choice(const Plan& plan, const ReportSpec& spec, const std::vector<OwnerPlace>& places)
      : plan_(plan), spec_(spec), wanted_(fold(spec.of)) {
    for (const auto& place : places) {
      if (fold(place.organisation) == wanted_) of_organisation_.insert(place.written);
      if (fold(place.directorate) == wanted_) of_directorate_.insert(place.written);
    }
    for (const auto& theme : plan.themes)
      if (is_theme(theme)) themes_.insert(theme.id);
  }

  [[nodiscard]] bool holds(const Item& item) const {
    switch (spec_.scope) {
      case ReportScope::whole: return true;
      case ReportScope::theme: return themes_.contains(item.theme);
      case ReportScope::directorate: return any_in(item.owners, of_directorate_) || is_among(item.owners, wanted_);
      case ReportScope::partner: return any_in(item.owners, of_organisation_) || any_in(item.partners, of_organisation_) ||
                                        is_among(item.owners, wanted_) || is_among(item.partners, wanted_);
      case ReportScope::lead_authority: return is_among(item.lead_authority, wanted_);
      case ReportScope::portfolio_holder: return is_among(item.owners, wanted_) || is_among(item.partners, wanted_) || is_among(item.lead_authority, wanted_);
    }
    return false;
  }
  [[nodiscard]] bool has_theme(const ThemeId& id) const { return spec_.scope == ReportScope::whole || themes_.contains(id); }

 private:
  static bool any_in(const std::vector<std::string>& names, const std::set<std::string>& some) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return some.contains(name); });
  }

  // A theme that is asked for brings those under it along.
  [[nodiscard]] bool is_theme(const Theme& theme) const {
    const auto* at = &theme;
    for (std::size_t steps = 0; at != nullptr && steps <= plan_.themes.size(); ++steps) {
      if (at->id.text == spec_.of || fold(at->title) == wanted_ || fold(theme_title(plan_, at->id)) == wanted_) return true;
      at = at->parent.empty() ? nullptr : find_theme(plan_, at->parent);
    }
    return false;
  }

  const Plan& plan_;
  const ReportSpec& spec_;
  std::string wanted_;
  std::set<std::string> of_organisation_, of_directorate_;
  std::set<ThemeId> themes_;
};

}  // namespace

Plan part_of_plan(const Plan& plan, const ReportSpec& spec, const std::vector<OwnerPlace>& places) {
  const Choice choice(plan, spec, places);
  Plan part = plan;
  std::set<ItemId> in;
  for (const auto& item : plan.items)
    if (choice.holds(item)) in.insert(item.id);
  for (bool more = true; more;) {  // commitments may have commitments
    more = false;
    for (const auto& item : plan.items)
      if (!item.parent.empty() && in.contains(item.parent)) more = in.insert(item.id).second || more;
  }
  std::erase_if(part.items, [&](const Item& item) { return !in.contains(item.id); });
  for (auto& item : part.items)
    if (!in.contains(item.parent)) item.parent = {};
  std::set<ThemeId> themes;
  for (const auto& item : part.items) themes.insert(item.theme);
  if (spec.scope != ReportScope::whole)
    std::erase_if(part.indicators, [&](const Indicator& indicator) { return !choice.has_theme(indicator.theme) && !themes.contains(indicator.theme); });
  return part;
}

std::string part_has_nothing(const Plan& plan, const ReportSpec& spec) {
  if (spec.scope == ReportScope::whole) return "this plan has no item to report on";
  auto sentence = fmt::format("no item of this plan belongs to the {} \"{}\"", replace_all(std::string(word(spec.scope)), "-", " "), shorten(spec.of, 80));
  if (spec.scope != ReportScope::theme || plan.themes.empty()) return sentence;
  std::vector<std::string> titles;
  for (const auto& theme : plan.themes) titles.push_back("\"" + shorten(theme_title(plan, theme.id), 60) + "\"");
  return sentence + ": its themes are " + join(titles, ", ");
}

}  // namespace makegood
