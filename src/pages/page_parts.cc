#include "pages/page_parts.h"

namespace makegood::pages {

using namespace html;

Html lead_text(std::string_view text) { return p(cls("govuk-body-l"), text); }

Html in_scroll(std::string_view label, const Html& wide) {
  return div(cls("mg-scroll"), attr("tabindex", "0"), attr("role", "region"), attr("aria-label", label), wide);
}

Html to_import(const Site& site) {
  return when(site.may_open("/desk/import"), [&] { return p(cls("govuk-body"), link_to(site.local("/desk/import"), site.words("home.fresh.import"))); });
}

Html fact(const Site& site, std::string_view key, const Html& value) { return join(dt(site.words(key)), dd(value)); }

Attributes card_cell(std::string_view label) { return cls("govuk-table__cell") + attr("role", "cell") + attr("data-label", label); }

}  // namespace makegood::pages
