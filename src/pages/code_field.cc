#include "pages/code_field.h"

#include "html/components/fields.h"
#include "pages/fault_summary.h"

namespace makegood::pages {

Html code_field(const Site& site, std::string_view refusal, std::string_view hint) {
  return html::govuk::input({.name = "code",
                             .label = {.text = site.words("code.label"), .classes = "govuk-label--s"},
                             .hint = html::govuk::HintParams{.text = hint},
                             .error_message = refusal_of(site, refusal),
                             .autocomplete = "one-time-code",
                             .autocapitalize = "characters",
                             .spellcheck = false,
                             .classes = "govuk-input--width-20"});
}

}  // namespace makegood::pages
