// Two lists and one button: what goes, what stays, and that it cannot be taken back.

#include "pages/erasure_page.h"

#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/directory_pages.h"
#include "pages/fault_summary.h"
#include "pages/page_parts.h"

namespace makegood::pages {

using namespace html;

namespace {

Html what_goes(const Site& site, const ErasurePage& page) {
  const auto line = [&](bool is_there, std::string_view key, int n) { return when(is_there, [&] { return li(site.words(key, {{"n", n}})); }); };
  return section(attr("aria-labelledby", "goes"), heading_m(site.words("erase.goes"), "goes"),
                 ul(cls("govuk-list govuk-list--bullet"), li(site.words("erase.goes.words", {{"n", page.entries}})), line(page.has_sign_in, "erase.goes.sign_in", 0),
                    line(page.sessions > 0, "erase.goes.sessions", page.sessions), line(page.letters > 0, "erase.goes.letters", page.letters)));
}

Html what_stays(const Site& site, const ErasurePage& page) {
  return section(attr("aria-labelledby", "stays"), heading_m(site.words("erase.stays"), "stays"),
                 ul(cls("govuk-list govuk-list--bullet"), each(page.posts, [&](const std::string& post) { return li(site.words("erase.stays.post"), " ", quoted("en", post)); }),
                    li(site.words("erase.stays.said")), li(site.words("erase.stays.chain")), when(page.has_address, [&] { return li(site.words("erase.stays.account")); }),
                    li(site.words("erase.stays.log"))));
}

}  // namespace

Url erasure_url(std::string_view person) { return Url::path({"desk", "people", "persons", person, "erase"}); }

Html erasure_page(const ErasurePage& page, const Site& site) {
  const auto heading = site.words("erase.heading");
  const auto person = Url::path({"desk", "people", "persons", page.id});
  const auto main = join(
      fault_summary(site, page.fault, page.refusal), span(cls("govuk-caption-l"), quoted("en", page.called)), h1(cls("govuk-heading-l"), heading),
      lead_text(site.words("erase.answer")), what_goes(site, page), what_stays(site, page), govuk::warning_text({.text = site.words("erase.for_good"), .icon_fallback_text = site.words("component.warning")}),
      form(attr("method", "post"), action(site.local(erasure_url(page.id))), attr("novalidate", ""), csrf_field(site),
           govuk::textarea({.name = "reason", .id = "reason", .label = {.text = site.words("form.reason"), .classes = "govuk-label--s"},
                            .hint = govuk::HintParams{.text = site.words("erase.reason_hint")}, .error_message = fault_of(site, page.fault, "reason"), .value = page.reason, .rows = 2}),
           govuk::button({.text = site.words("erase.button"), .prevent_double_click = true, .classes = "govuk-button--warning"})),
      p(cls("govuk-body"), link_to(site.local(person), site.words("erase.keep"))));
  return frame(site, {.title = page.called + ": " + heading,
                      .trail = {{"/desk", site.words("nav.desk"), ""}, {"/desk/people", site.words("people.heading"), ""}},
                      .has_errors = !page.fault.field.empty() || !page.refusal.empty()},
               main);
}

}  // namespace makegood::pages
