#include "pages/fault_summary.h"

namespace makegood::pages {

using namespace html;

Html fault_summary(const Site& site, const FieldFault& fault, std::string_view refusal, std::string_view at) {
  std::vector<govuk::ErrorSummaryItem> list;
  if (!fault.field.empty()) list.push_back({.text = site.words(fault.message), .href = Url::fragment(fault.field)});
  if (!refusal.empty()) list.push_back({.text = refusal_words(refusal), .href = at.empty() ? Url() : Url::fragment(at)});
  if (list.empty()) return {};
  return govuk::error_summary({.title_text = site.words("component.error_summary"), .error_list = std::move(list)});
}

std::optional<govuk::ErrorMessageParams> fault_of(const Site& site, const FieldFault& fault, std::string_view field) {
  if (fault.field != field) return std::nullopt;
  return govuk::ErrorMessageParams{.text = site.words(fault.message), .visually_hidden_text = site.words("component.error")};
}

std::optional<govuk::ErrorMessageParams> refusal_of(const Site& site, std::string_view refusal) {
  if (refusal.empty()) return std::nullopt;
  return govuk::ErrorMessageParams{.text = refusal_words(refusal), .visually_hidden_text = site.words("component.error")};
}

}  // namespace makegood::pages
