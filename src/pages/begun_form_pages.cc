// A form that goes on later: which were begun, and where this one is found again.

#include "html/components/content.h"
#include "pages/hidden_field.h"
#include "pages/page_parts.h"
#include "pages/register_fields.h"
#include "pages/register_words.h"

namespace makegood::pages {

using namespace html;

namespace {

Html throw_away(const Site& site, const Definition& definition, std::string_view once, std::string_view kept) {
  return html::form(attr("method", "post"), action(site.local(Url::path({"registers", definition.name, "report", "begun"}))),
                    when(site.viewer.has_value(), [&] { return csrf_field(site); }), hidden("form", once), when(!kept.empty(), [&] { return hidden("kept", kept); }),
                    govuk::button({.text = site.words("register.begun.drop"), .classes = "govuk-button--secondary"}));
}

Html line_of(const Site& site, const Definition& definition, const BegunLine& form) {
  return li(a(cls("govuk-link"), href(site.local(begun_url(definition.name, form.once))), site.words("register.begun.go_on", {{"date", form.saved}})),
            p(cls("mg-item-note"), site.words("register.begun.until", {{"date", form.until}})), throw_away(site, definition, form.once, {}));
}

/// The whole address, since it is written down or sent to oneself.
Html link_shown(const Site& site, const SavedPage& page) {
  const auto url = site.local(begun_link_url(page.definition->name, page.kept));
  return join(body_text(site.words("register.saved.link")), p(cls("govuk-body"), a(cls("govuk-link govuk-!-text-break-word"), href(url), site.base_url, url.view())),
              govuk::inset_text({.text = site.words("register.saved.once")}));
}

}  // namespace

Url begun_url(std::string_view name, std::string_view once) { return Url::path({"registers", name, "report", "begun"}).with("form", once); }
Url begun_link_url(std::string_view name, std::string_view token) { return Url::path({"registers", name, "report", "begun", token}); }

Html begun_forms_page(const Definition& definition, const std::vector<BegunLine>& begun, const Site& site) {
  const auto title = site.words("register.begun");
  return frame(site, {.title = title_in(site, title, definition), .trail = register_trail(site, definition)},
               join(span(cls("govuk-caption-l"), marked(site, definition.title)), h1(cls("govuk-heading-l"), title),
                    ul(cls("govuk-list govuk-list--spaced"), each(begun, [&](const BegunLine& form) { return line_of(site, definition, form); })),
                    govuk::button({.text = site.words("register.begun.new"), .href = site.local(report_url(definition.name).with("new", "1"))})));
}

Html form_saved_page(const SavedPage& page, const Site& site) {
  const auto title = site.words("register.saved");
  const auto on = page.kept.empty() ? begun_url(page.definition->name, page.once) : begun_link_url(page.definition->name, page.kept);
  return frame(site, {.title = title_in(site, title, *page.definition), .trail = register_trail(site, *page.definition)},
               join(exit_link(site, *page.definition), span(cls("govuk-caption-l"), marked(site, page.definition->title)), h1(cls("govuk-heading-l"), title),
                    lead_text(site.words("register.saved.until", {{"date", page.until}})),
                    page.shows_link ? link_shown(site, page) : body_text(site.words(page.kept.empty() ? "register.saved.signed_in" : "register.saved.same_link")),
                    govuk::button({.text = site.words("register.saved.go_on"), .href = site.local(on)}), throw_away(site, *page.definition, page.once, page.kept)));
}

}  // namespace makegood::pages
