// Do you agree? One paper, one version, one person: by a link, without an account.

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/fault_summary.h"
#include "pages/group_pages.h"
#include "pages/page_parts.h"
#include "pages/register_fields.h"

namespace makegood::pages {

using namespace html;

namespace {

std::optional<govuk::ErrorMessageParams> error_of(const Site& site, const AgreePage& page, std::string_view field) {
  return page.fault == field ? refusal_of(site, page.refusal) : std::nullopt;
}

Html answers(const Site& site, const AgreePage& page) {
  std::vector<govuk::ChoiceItem> items;
  const auto* field = page.definition->field(page.field);
  for (const auto& choice : choices_of(*page.definition, *field)) items.push_back({.value = choice.code, .text = in_language(site, choice.title)});
  return govuk::radios({.name = "answer", .fieldset = govuk::FieldsetParams{.legend = govuk::LegendParams{.text = site.words("agree.answer"), .classes = "govuk-fieldset__legend--m"}},
                        .error_message = error_of(site, page, "answer"), .items = std::move(items), .value = page.answer});
}

Html banner(const Site& site, const AgreePage& page) {
  return when(page.sent, [&] { return govuk::notification_banner({.text = site.words("agree.sent"), .title_text = site.words("component.success"), .success = true}); });
}

Html paper(const Site& site, const AgreePage& page) {
  if (page.file.empty()) return body_text(site.words("agree.no_file"));
  return p(cls("govuk-body"), a(cls("govuk-link"), href(Url::path({"agree", page.token, "file"})), attr("download", ""), site.words("agree.read"), ": ", quoted("en", page.file)));
}

}  // namespace

Url agree_url(std::string_view token) { return Url::path({"agree", token}); }

Html agree_page(const AgreePage& page, const Site& site) {
  const auto title = site.words("agree.heading", {{"paper", page.paper}, {"version", page.version}});
  return frame(site, {.title = title, .has_errors = !page.refusal.empty()},
               join(refusal_summary(site, page.refusal, page.fault), banner(site, page), span(cls("govuk-caption-l"), quoted("en", page.group)), h1(cls("govuk-heading-l"), title),
                    lead_text(site.words(page.due < site.today ? "agree.was_due" : "agree.due", {{"date", page.due}})), paper(site, page),
                    when(page.answered.has_value(), [&] { return govuk::inset_text({.text = site.words("agree.stands", {{"date", *page.answered}})}); }),
                    html::form(attr("method", "post"), attr("novalidate", ""), action(site.local(agree_url(page.token))), when(site.viewer.has_value(), [&] { return csrf_field(site); }),
                               answers(site, page),
                               govuk::textarea({.name = "comment", .label = {.text = site.words("agree.comment"), .classes = "govuk-label--s"},
                                                .hint = govuk::HintParams{.text = site.words("agree.comment_hint")}, .error_message = error_of(site, page, "comment"), .value = page.comment,
                                                .attributes = lang(typed_language(site))}),
                               body_text(site.words("agree.who_sees")), govuk::button({.text = site.words("agree.send"), .prevent_double_click = true}))));
}

}  // namespace makegood::pages
