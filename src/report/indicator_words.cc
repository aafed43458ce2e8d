#include "report/indicator_words.h"

namespace makegood {

std::string figure_words(const Words& words, double value, std::string_view unit) {
  const bool whole = value == static_cast<double>(static_cast<std::int64_t>(value));
  const auto number = whole && unit != "percent" ? words.number(static_cast<std::int64_t>(value)) : words.number(value, 1);
  if (unit == "percent") return words("indicator.percent", {{"number", number}});
  if (unit.empty() || unit == "count" || unit == "percent-or-count") return number;
  return number + " " + std::string(unit);
}

std::string value_words(const Words& words, const IndicatorValue& value, std::string_view unit) {
  auto said = value.value ? figure_words(words, *value.value, unit) : std::string();
  if (value.status == ValueStatus::ok) return said;
  const auto status = words("value_status." + std::string(letter(value.status)));
  return said.empty() ? status : said + " (" + status + ")";
}

std::string period_words(const Words& words, const IndicatorValue& value) {
  if (value.first == value.last) return words.date(value.first);
  return words("indicator.period", {{"first", value.first}, {"last", value.last}});
}

std::string target_words(const Words& words, const IndicatorTerms& terms) {
  if (terms.target_kind == TargetKind::none || !terms.target) return {};
  const bool is_figure = terms.target_kind == TargetKind::value || terms.target_kind == TargetKind::share_of_population;
  auto said = words("indicator.target." + std::string(word(terms.target_kind)),
                    {{"number", is_figure ? figure_words(words, *terms.target, terms.unit) : words.number(*terms.target, 1)}});
  if (terms.target_day) said += " " + words("indicator.target_by", {{"date", *terms.target_day}});
  return said;
}

}  // namespace makegood
