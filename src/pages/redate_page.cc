#include "pages/redate_page.h"

#include "html/components/content.h"
#include "pages/fault_summary.h"
#include "pages/panel_pieces.h"

namespace makegood::pages {

using namespace html;

namespace {

Html date_field(const Site& site, const RedatePage& page) {
  return govuk::input({.name = "redate", .label = {.text = site.words("redate.date"), .classes = "govuk-label--m"},
                       .hint = govuk::HintParams{.text = site.words("grid.hint.redate")}, .error_message = fault_of(site, page.faults, "redate"),
                       .value = page.redate, .classes = "govuk-input--width-20", .attributes = lang(page.beside.language)});
}

Html reason_field(const Site& site, const RedatePage& page) {
  return govuk::textarea({.name = "reason", .label = {.text = site.words("form.reason"), .classes = "govuk-label--m"},
                          .hint = govuk::HintParams{.text = site.words("redate.hint.reason")}, .error_message = fault_of(site, page.faults, "reason"),
                          .value = page.reason, .rows = 3, .attributes = lang(page.beside.language)});
}

}  // namespace

Url redate_url(std::string_view slug, const ItemId& item) { return Url::path({"desk", "plans", slug, "items", item.text, "redate"}); }

Html redate_page(const RedatePage& page, const Site& site) {
  const auto meanwhile = when(!page.meanwhile.empty(), [&] {
    return section(attr("aria-labelledby", "meanwhile"), heading_m(site.words("panel.meanwhile"), "meanwhile"),
                   history_list(site, page.meanwhile, page.beside.slug, page.beside.language));
  });
  const auto fields = form(attr("method", "post"), action(site.local(redate_url(page.beside.slug, page.beside.item.id))), attr("novalidate", ""), csrf_field(site),
                           html::input(attr("type", "hidden"), attr("name", "seen"), attr("value", page.seen)), date_field(site, page), reason_field(site, page),
                           body_text(site.words("redate.kept")),
                           div(cls("govuk-button-group"), govuk::button({.text = site.words("redate.send"), .prevent_double_click = true}),
                               link_to(site.local(item_url(page.beside.slug, page.beside.item.id)), site.words("form.cancel"))));
  return beside_frame(site, page.beside, site.words("redate.heading"), fault_summary(site, page.faults, page.refusal),
                      join(meanwhile, beside_voices(site, page.beside), fields));
}

}  // namespace makegood::pages
