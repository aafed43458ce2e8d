#include "plan/json_reader.h"

#include <algorithm>
#include <map>
#include <set>

namespace makegood {
namespace {

constexpr std::size_t kDeepestTree = 64;  // themes under themes, items under items

template <class Noun>
std::set<std::string> ids_of(JsonReader& r, const std::vector<Noun>& nouns, const char* what) {
  std::set<std::string> ids;
  for (const auto& noun : nouns)
    if (!ids.insert(noun.id.text).second) r.misfit(fmt::format("two {} have the id {}", what, shorten(noun.id.text, 40)));
  return ids;
}

// Whoever walks up from a child must arrive.
template <class Noun>
void check_ancestry(JsonReader& r, const std::vector<Noun>& nouns, const char* what) {
  std::map<std::string, std::string> parent_of;
  for (const auto& noun : nouns) parent_of.emplace(noun.id.text, noun.parent.text);
  for (const auto& noun : nouns) {
    std::size_t steps = 0;
    for (auto at = parent_of.find(noun.id.text); at != parent_of.end(); at = parent_of.find(at->second))
      if (++steps > kDeepestTree) return r.misfit(fmt::format("{} {} is its own ancestor", what, shorten(noun.id.text, 40)));
  }
}

}  // namespace

TimescaleSettings read_settings(JsonReader& r, const Json& json, const TimescaleSettings& usual_settings) {
  TimescaleSettings settings = usual_settings;
  const auto* object = r.member(json, "settings", Json::value_t::object, "an object");
  if (object == nullptr) return settings;
  const auto month = [&](const char* key, int usual) {
    const int number = r.number(*object, key, usual);
    if (number < 1 || number > 12) r.misfit(fmt::format("\"{}\" is not a month", key));
    return number;
  };
  settings.financial_year_starts = month("financial_year_starts", settings.financial_year_starts);
  settings.academic_year_starts = month("academic_year_starts", settings.academic_year_starts);
  settings.quarters_are_financial = r.flag(*object, "quarters_are_financial", settings.quarters_are_financial);
  if (const int year = r.number(*object, "as_of"); year != 0) settings.as_of = year;
  return settings;
}

void check_links(JsonReader& r, const Plan& plan) {
  const auto themes = ids_of(r, plan.themes, "themes");
  const auto items = ids_of(r, plan.items, "items");
  const auto check = [&](const std::set<std::string>& ids, const std::string& id, const char* what) {
    if (!id.empty() && !ids.contains(id)) r.misfit(fmt::format("there is no {} with the id {}", what, shorten(id, 40)));
  };
  for (const auto& theme : plan.themes) check(themes, theme.parent.text, "theme");
  for (const auto& indicator : plan.indicators) check(themes, indicator.theme.text, "theme");
  for (const auto& item : plan.items) {
    check(themes, item.theme.text, "theme");
    check(items, item.parent.text, "item");
  }
  check_ancestry(r, plan.themes, "theme");
  check_ancestry(r, plan.items, "item");
}

}  // namespace makegood
