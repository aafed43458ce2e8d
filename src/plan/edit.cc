#include "plan/edit.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <nlohmann/json.hpp>

namespace makegood {
namespace {

constexpr std::array<std::string_view, 7> kParts = {"title", "organisation", "new_theme", "theme", "new_indicator", "indicator", "no_indicator"};
constexpr std::array<std::string_view, 4> kUnits = {"", "percent", "count", "percent-or-count"};

// One more than the largest that is a number: ids of a draft are ordinals.
template <class List>
std::string next_ordinal(const List& list) {
  int most = 0;
  for (const auto& one : list) {
    int number = 0;
    const auto& text = one.id.text;
    if (std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc()) most = std::max(most, number);
  }
  return std::to_string(most + 1);
}

Result<void> needs(bool holds, Fault fault, const char* sentence) {
  if (holds) return {};
  return refuse(fault, sentence);
}

Result<void> set_text(std::string& there, const std::string& text, bool may_be_empty) {
  if (auto ok = needs(may_be_empty || !text.empty(), Fault::invalid_input, "a title must not be empty"); !ok) return ok;
  if (auto ok = needs(there != text, Fault::conflict, "that is what it says already"); !ok) return ok;
  there = text;
  return {};
}

bool has_theme(const Plan& plan, const std::string& title) {
  return std::any_of(plan.themes.begin(), plan.themes.end(), [&](const Theme& t) { return fold(t.title) == fold(title); });
}

Result<void> add_theme(Plan& plan, const std::string& title) {
  if (auto ok = needs(!title.empty(), Fault::invalid_input, "a theme needs a name"); !ok) return ok;
  if (auto ok = needs(!has_theme(plan, title), Fault::conflict, "there is a theme of this name already"); !ok) return ok;
  plan.themes.push_back({ThemeId(next_ordinal(plan.themes)), title, {}, {}});
  return {};
}

Result<void> rename_theme(Plan& plan, const std::string& id, const std::string& title) {
  const auto theme = std::find_if(plan.themes.begin(), plan.themes.end(), [&](const Theme& t) { return t.id.text == id; });
  if (theme == plan.themes.end()) return refuse(Fault::not_found, "there is no such theme");
  return set_text(theme->title, title, false);
}

Result<void> must_fit(const Plan& plan, const PlanEdit& edit, const std::string& text) {
  auto ok = needs(!text.empty(), Fault::invalid_input, "an indicator needs words that say what is counted");
  if (ok) ok = needs(std::find(kUnits.begin(), kUnits.end(), edit.unit) != kUnits.end(), Fault::invalid_input, "an indicator's unit is percent, count, either or none");
  if (ok) ok = needs(edit.theme.empty() || find_theme(plan, ThemeId(edit.theme)) != nullptr, Fault::not_found, "there is no such theme");
  return ok;
}

Result<void> change_indicator(Plan& plan, const PlanEdit& edit, const std::string& text) {
  const auto found = std::find_if(plan.indicators.begin(), plan.indicators.end(), [&](const Indicator& i) { return i.id.text == edit.id; });
  if (found == plan.indicators.end()) return refuse(Fault::not_found, "there is no such indicator");
  if (edit.part == PlanPart::no_indicator) {
    plan.indicators.erase(found);
    return {};
  }
  if (auto fits = must_fit(plan, edit, text); !fits) return fits;
  auto changed = *found;
  changed.text = text;
  changed.theme = ThemeId(edit.theme);
  changed.unit = edit.unit;
  if (changed == *found) return refuse(Fault::conflict, "that is what it says already");
  *found = std::move(changed);
  return {};
}

Result<void> add_indicator(Plan& plan, const PlanEdit& edit, const std::string& text) {
  if (auto fits = must_fit(plan, edit, text); !fits) return fits;
  plan.indicators.push_back({IndicatorId(next_ordinal(plan.indicators)), ThemeId(edit.theme), text, edit.unit, {}});
  return {};
}

}  // namespace

std::string_view word(PlanPart part) { return kParts.at(static_cast<std::size_t>(part)); }

std::optional<PlanPart> plan_part_from(std::string_view text) {
  const auto found = std::find(kParts.begin(), kParts.end(), text);
  if (found == kParts.end()) return std::nullopt;
  return static_cast<PlanPart>(found - kParts.begin());
}

Result<void> apply(Plan& plan, const PlanEdit& edit) {
  const auto text = squeeze(edit.text);
  switch (edit.part) {
    case PlanPart::title: return set_text(plan.title, text, false);
    case PlanPart::organisation: return set_text(plan.organisation, text, true);
    case PlanPart::new_theme: return add_theme(plan, text);
    case PlanPart::theme: return rename_theme(plan, edit.id, text);
    case PlanPart::new_indicator: return add_indicator(plan, edit, text);
    case PlanPart::indicator:
    case PlanPart::no_indicator: return change_indicator(plan, edit, text);
  }
  return {};
}

std::string write_plan_edit(const PlanEdit& edit) {
  nlohmann::ordered_json json = {{"part", std::string(word(edit.part))}};
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) json[key] = value;
  };
  add("id", edit.id);
  add("text", edit.text);
  add("theme", edit.theme);
  add("unit", edit.unit);
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Result<PlanEdit> read_plan_edit(std::string_view text) {
  const auto json = nlohmann::ordered_json::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object()) return refuse(Fault::invalid_input, "an edit is a JSON object");
  const auto get = [&](const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  const auto part = plan_part_from(get("part"));
  if (!part) return refuse(Fault::invalid_input, "an edit names no known part of a plan");
  return PlanEdit{*part, get("id"), get("text"), get("theme"), get("unit")};
}

}  // namespace makegood
