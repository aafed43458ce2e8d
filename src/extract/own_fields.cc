#include "extract/own_fields.h"

#include <algorithm>
#include <charconv>

namespace makegood {
namespace {

std::string yes_or_no(bool value) { return value ? "yes" : "no"; }

std::optional<int> whole_number(std::string_view text, int from, int to) {
  int value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || value < from || value > to) return std::nullopt;
  return value;
}

tl::unexpected<Refusal> no_setting(std::string_view code, std::string_view value) {
  return refuse(Fault::invalid_input, "\"" + shorten(value, 40) + "\" is no value for " + shorten(code, 40));
}

}  // namespace

const FieldName& name_of(Field field) {
  return *std::find_if(kOwnFields.begin(), kOwnFields.end(), [&](const FieldName& name) { return name.field == field; });
}

std::optional<Field> field_of_code(std::string_view code) {
  for (const auto& name : kOwnFields)
    if (name.code == code) return name.field;
  return std::nullopt;
}

std::optional<Field> field_of_heading(std::string_view heading) {
  const auto wanted = lower(squeeze(heading));
  for (const auto& name : kOwnFields)
    if (lower(name.heading) == wanted) return name.field;
  return std::nullopt;
}

std::map<std::string, std::string> stated_settings(const TimescaleSettings& settings) {
  const TimescaleSettings usual;
  std::map<std::string, std::string> stated;
  if (settings.financial_year_starts != usual.financial_year_starts)
    stated["financial_year_starts"] = std::to_string(settings.financial_year_starts);
  if (settings.academic_year_starts != usual.academic_year_starts)
    stated["academic_year_starts"] = std::to_string(settings.academic_year_starts);
  if (settings.quarters_are_financial != usual.quarters_are_financial)
    stated["quarters_are_financial"] = yes_or_no(settings.quarters_are_financial);
  if (settings.as_of) stated["as_of"] = std::to_string(*settings.as_of);
  return stated;
}

Result<void> take_setting(TimescaleSettings& settings, std::string_view code, std::string_view value) {
  if (code == "quarters_are_financial") {
    const auto word = lower(value);
    if (word != "yes" && word != "no") return no_setting(code, value);
    settings.quarters_are_financial = word == "yes";
    return {};
  }
  if (code == "as_of") {
    const auto year = whole_number(value, 1, 9999);
    if (!year) return no_setting(code, value);
    settings.as_of = *year;
    return {};
  }
  const auto month = whole_number(value, 1, 12);
  if (!month) return no_setting(code, value);
  if (code == "financial_year_starts") settings.financial_year_starts = *month;
  else if (code == "academic_year_starts") settings.academic_year_starts = *month;
  else return refuse(Fault::invalid_input, "there is no setting \"" + shorten(code, 40) + "\"");
  return {};
}

}  // namespace makegood
