// Exactly what the public will see, and what should be settled before it does.

#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/desk_pages.h"
#include "pages/fault_summary.h"
#include "pages/page_parts.h"

namespace makegood::pages {

using namespace html;

namespace {

Html answer_line(const Site& site, const ReleasePage& page) {
  const int open = static_cast<int>(page.to_settle.size());
  if (page.is_public && !page.has_changes) return lead_text(site.words("release.nothing_new"));
  return join(lead_text(site.words(page.is_public ? "release.answer_again" : "release.answer")),
              when(open > 0, [&] {
                return govuk::warning_text({.text = site.words("release.open", {{"n", open}}), .icon_fallback_text = site.words("component.warning")});
              }));
}

Html question(const Site& site, const ReleasePage& page) {
  if (page.to_settle.empty()) return {};
  const auto& first = page.to_settle.front();
  return question_form(site, {&first, 1, static_cast<int>(page.to_settle.size()), page.preview.provenance.language,
                              Url::path({"desk", "plans", page.preview.slug, "settle"}),
                              first.open.item.empty() ? Url() : correct_url(page.preview.slug, first.open.item)});
}

Html confirm(const Site& site, const ReleasePage& page) {
  if (!site.is_publisher()) return govuk::inset_text({.text = site.words("release.not_publisher")});
  return when(page.has_changes, [&] {
    return form(attr("method", "post"), action(site.local(release_url(page.preview.slug))), csrf_field(site),
                govuk::button({.text = site.words(page.is_public ? "release.again" : "release.button"), .prevent_double_click = true}));
  });
}

Html withdraw(const Site& site, const ReleasePage& page) {
  if (!page.is_public || !site.is_publisher()) return {};
  const auto to = Url::path({"desk", "plans", page.preview.slug, "withdraw"});
  return govuk::details(
      {.summary_text = site.words("release.withdraw"),
       .text = join(p(site.words("release.withdraw_note")),
                    form(attr("method", "post"), action(site.local(to)), csrf_field(site),
                         govuk::textarea({.name = "reason",
                                          .id = "withdraw-reason",
                                          .label = {.text = site.words("form.reason")},
                                          .hint = govuk::HintParams{.text = site.words("form.hint.reason")},
                                          .rows = 3}),
                         govuk::button({.text = site.words("release.withdraw_button"), .prevent_double_click = true, .classes = "govuk-button--warning"})))});
}

}  // namespace

Html release_page(const ReleasePage& page, const Site& site) {
  PlanPage preview = page.preview;
  preview.provenance.is_public = true;  // the public does not read that the plan is private
  preview.heading_level = 2;
  const auto heading = site.words("release.heading");
  const auto main = join(
      refusal_summary(site, page.refusal),
      span(cls("govuk-caption-l"), quoted(page.preview.provenance.language, page.preview.title)), h1(cls("govuk-heading-l"), heading),
      answer_line(site, page), question(site, page), confirm(site, page), withdraw(site, page),
      section(cls("mg-preview"), attr("aria-labelledby", "preview"), h2(id("preview"), cls("govuk-heading-m"), site.words("release.preview")),
              div(cls("mg-preview__page"), plan_content(preview, site))));
  return frame(site, {.title = heading + ": " + page.preview.title,
                      .trail = {{"/desk", site.words("nav.desk"), ""},
                                {plan_url(page.preview.slug), page.preview.title, page.preview.provenance.language}},
                      .has_errors = !page.refusal.empty()},
               main);
}

}  // namespace makegood::pages
