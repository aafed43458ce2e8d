#include "pages/fault_summary.h"

#include "html/components/fields.h"
#include "pages/refusal_words.h"

namespace makegood::pages {

using namespace html;

namespace {

govuk::ErrorMessageParams message(const Site& site, Content text) {
  return {.text = std::move(text), .visually_hidden_text = site.words("component.error")};
}

}  // namespace

Html error_lines(const Site& site, std::vector<govuk::ErrorSummaryItem> lines, std::string_view description) {
  if (lines.empty()) return {};
  return govuk::error_summary({.title_text = site.words("component.error_summary"), .error_list = std::move(lines), .description_text = std::string(description)});
}

Html fault_summary(const Site& site, const std::vector<FieldFault>& faults, std::string_view refusal, std::string_view at) {
  std::vector<govuk::ErrorSummaryItem> lines;
  for (const auto& fault : faults) lines.push_back({.text = site.words(fault.message), .href = Url::fragment(fault.field)});
  if (!refusal.empty()) lines.push_back({.text = refusal_words(site, refusal), .href = at.empty() ? Url() : Url::fragment(at)});
  return error_lines(site, std::move(lines));
}

Html fault_summary(const Site& site, const FieldFault& fault, std::string_view refusal, std::string_view at) {
  return fault_summary(site, fault.field.empty() ? std::vector<FieldFault>() : std::vector{fault}, refusal, at);
}

Html refusal_summary(const Site& site, std::string_view refusal, std::string_view at) { return fault_summary(site, std::vector<FieldFault>(), refusal, at); }

std::optional<govuk::ErrorMessageParams> fault_of(const Site& site, const std::vector<FieldFault>& faults, std::string_view field) {
  for (const auto& fault : faults)
    if (fault.field == field) return message(site, site.words(fault.message));
  return std::nullopt;
}

std::optional<govuk::ErrorMessageParams> fault_of(const Site& site, const FieldFault& fault, std::string_view field) {
  return fault_of(site, std::vector{fault}, field);
}

std::optional<govuk::ErrorMessageParams> refusal_of(const Site& site, std::string_view refusal) {
  if (refusal.empty()) return std::nullopt;
  return message(site, refusal_words(site, refusal));
}

Html day_field(const Site& site, const DayField& field) {
  const auto id = field.id.empty() ? field.name : field.id;
  const auto part = [&](const std::string& which, const std::string& value) {
    return govuk::DateInputItem{.label = site.words("component." + which), .name = which, .id = id + "-" + which, .value = value,
                                .classes = which == "year" ? "govuk-input--width-4" : "govuk-input--width-2"};
  };
  return govuk::date_input({.id = id,
                            .name_prefix = field.name,
                            .fieldset = govuk::FieldsetParams{.legend = {.text = field.legend, .classes = field.legend_classes}},
                            .hint = field.hint.empty() ? std::nullopt : std::optional(govuk::HintParams{.text = field.hint}),
                            .error_message = field.error,
                            .day = part("day", field.value.day),
                            .month = part("month", field.value.month),
                            .year = part("year", field.value.year)});
}

}  // namespace makegood::pages
