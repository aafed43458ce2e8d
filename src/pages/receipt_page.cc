#include "pages/receipt_page.h"

#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/amendment_pages.h"
#include "pages/hidden_field.h"
#include "pages/refusal_words.h"
#include "pages/register_fields.h"
#include "pages/register_words.h"

namespace makegood::pages {

using namespace html;

namespace {

std::optional<govuk::ErrorMessageParams> error_at(const Site& site, const ReceiptPage& page, std::string_view field) {
  if (page.refusal.empty() || page.fault != field) return std::nullopt;
  return govuk::ErrorMessageParams{.text = refusal_words(site, page.refusal), .visually_hidden_text = site.words("component.error")};
}

Html summary(const Site& site, const ReceiptPage& page) {
  if (page.refusal.empty()) return {};
  return govuk::error_summary({.title_text = site.words("component.error_summary"),
                               .error_list = {{.text = refusal_words(site, page.refusal), .href = page.fault.empty() ? Url() : Url::fragment(page.fault)}}});
}

Html form_around(const Site& site, const ReceiptPage& page, Html inside) {
  return html::form(attr("method", "post"), attr("novalidate", ""), attr("autocomplete", "off"), action(site.local(receipt_url(page.definition->name))),
                    when(site.viewer.has_value(), [&] { return csrf_field(site); }), inside);
}

Html ask(const Site& site, const ReceiptPage& page) {
  return form_around(site, page,
                     join(govuk::input({.name = "receipt", .label = {.text = site.words("receipt.number"), .classes = "govuk-label--s"},
                                        .hint = govuk::HintParams{.text = site.words("receipt.number_hint")}, .error_message = error_at(site, page, "receipt"),
                                        .value = page.receipt, .classes = "govuk-input--width-20"}),
                          govuk::button({.text = site.words("receipt.look"), .name = "go", .value = "look"})));
}

Html standing(const Site& site, const ReceiptPage& page) {
  if (page.state.empty()) return join(site.words("register.recorded_on", {{"date", page.recorded}}));
  return filled(site.words("register.stands", {{"state", kHole}, {"date", page.entered}}), marked_state(site, *page.definition, page.state));
}

Html write(const Site& site, const ReceiptPage& page) {
  return form_around(site, page,
                     join(hidden("receipt", page.receipt), hidden("once", page.once),
                          govuk::textarea({.name = "message", .label = {.text = site.words("receipt.message"), .classes = "govuk-label--s"},
                                           .hint = govuk::HintParams{.text = site.words("receipt.message_hint")}, .error_message = error_at(site, page, "message"),
                                           .value = page.message}),
                          govuk::button({.text = site.words("receipt.send"), .name = "go", .value = "write", .prevent_double_click = true})));
}

Html change(const Site& site, const ReceiptPage& page) {
  if (!page.is_open) return {};
  return html::form(attr("method", "post"), action(site.local(receipt_form_url(page.definition->name))), when(site.viewer.has_value(), [&] { return csrf_field(site); }),
                    hidden("receipt", page.receipt), govuk::button({.text = site.words("amend.link"), .name = "go", .value = "open", .classes = "govuk-button--secondary"}));
}

}  // namespace

Url receipt_url(std::string_view name) { return Url::path({"registers", name, "receipt"}); }

Html receipt_page(const ReceiptPage& page, const Site& site) {
  const auto title = site.words("receipt.question");
  const auto main = page.found ? join(p(cls("govuk-body-l"), standing(site, page)), body_text(site.words("receipt.came_in", {{"date", page.recorded}})),
                                      change(site, page), when(!page.messages.empty(), [&] { return join(heading_m(site.words("message.heading")), message_list(site, page.messages)); }),
                                      write(site, page))
                               : ask(site, page);
  return frame(site, {.title = title_in(site, title, *page.definition), .trail = register_trail(site, *page.definition), .has_errors = !page.refusal.empty()},
               join(exit_link(site, *page.definition), summary(site, page), when(page.written, [&] {
                      return govuk::notification_banner({.text = site.words("receipt.written"), .title_text = site.words("component.success"), .success = true});
                    }),
                    span(cls("govuk-caption-l"), marked(site, page.definition->title)), h1(cls("govuk-heading-l"), title), main));
}

Html receipt_given_page(const Definition& definition, std::string_view receipt, const Site& site) {
  const auto title = site.words("register.received");
  const auto number = receipt.empty() ? join(site.words("receipt.shown_before")) : join(site.words("receipt.yours"), br(), strong(receipt));
  return frame(site, {.title = title_in(site, title, definition), .trail = register_trail(site, definition)},
               join(exit_link(site, definition), govuk::panel({.title_text = title, .text = number}), body_text(site.words("receipt.write_it_down")),
                    p(cls("govuk-body"), link_to(site.local(receipt_url(definition.name)), site.words("receipt.question")))));
}

}  // namespace makegood::pages
