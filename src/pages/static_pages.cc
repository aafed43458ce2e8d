#include "pages/static_pages.h"

#include "html/components/content.h"
#include "pages/page_parts.h"
#include "pages/refusal_words.h"

namespace makegood::pages {

using namespace html;

namespace {

Html page_of(const Site& site, std::string_view heading, const Html& more, bool has_errors = false) {
  const auto words = site.words(heading);
  return frame(site, {.title = words, .has_errors = has_errors}, join(h1(cls("govuk-heading-l"), words), more));
}


// "privacy.1.heading", "privacy.1.text", "privacy.2.heading" ... as far as the catalogue goes.
Html parts(const Site& site, const std::string& page) {
  Html all;
  for (int n = 1;; ++n) {
    const auto key = page + "." + std::to_string(n);
    if (!site.words.has(key + ".text")) return all;
    all += when(site.words.has(key + ".heading"), [&] { return heading_m(site.words(key + ".heading")); });
    all += body_text(site.words(key + ".text"));
  }
}

Html words_of_the_calendar(const Site& site) {
  return dl(cls("mg-definitions"), each(kRules, [&](const RuleWord& rule) {
              return join(dt(rule_words(site, rule.rule)), dd(rule_meaning(site, rule.rule)));
            }));
}

}  // namespace

Html how_we_know_page(const Site& site) {
  return page_of(site, "how.heading", join(lead_text(site.words("how.answer")), parts(site, "how"), heading_m(site.words("plan.key"), "words"),
                                           words_of_the_calendar(site), body_text(site.words("plan.key_note")),
                                           p(cls("govuk-body"), link_to(site.local("/verify"), site.words("plan.verify")))));
}

Html accessibility_page(const Site& site) {
  return page_of(site, "accessibility.heading", join(lead_text(site.words("accessibility.answer")), parts(site, "accessibility")));
}

Html privacy_page(const Site& site) {
  return page_of(site, "privacy.heading", join(lead_text(site.words("privacy.answer")), parts(site, "privacy")));
}

Html data_page(const DataPage& page, const Site& site) {
  const auto line = [&](const DataPage::Line& plan) {
    const auto address = plan_url(plan.slug);
    const auto about = span(cls("govuk-visually-hidden"), ": ", quoted(plan.language, plan.title));
    return li(quoted(plan.language, plan.title),
              ul(cls("mg-links"), li(a(cls("govuk-link"), href(address.suffixed(".csv")), "CSV", about)),
                 li(a(cls("govuk-link"), href(address.suffixed(".json")), "JSON", about)),
                 li(a(cls("govuk-link"), href(address.suffixed(".xlsx")), "Excel", about)),
                 li(a(cls("govuk-link"), href(address.suffixed(".docx")), "Word", about)),
                 li(a(cls("govuk-link"), href(address.suffixed(".md")), "Markdown", about)),
                 li(a(cls("govuk-link"), href(address.suffixed("/datapackage.json")), site.words("data.package"), about)),
                 li(a(cls("govuk-link"), href(history_url(plan.slug).suffixed(".atom")), "Atom", about))));
  };
  return page_of(site, "data.heading",
                 join(lead_text(site.words(page.plans.empty() ? "home.none_public" : "data.answer")),
                      when(!page.plans.empty(), [&] { return ul(cls("govuk-list govuk-list--spaced"), each(page.plans, line)); }), parts(site, "data")));
}

Html verify_page(const VerifyPage& page, const Site& site) {
  const auto answer = page.fault.empty() ? lead_text(site.words("verify.holds"))
                                         : join(lead_text(site.words("verify.broken")), govuk::inset_text({.text = join(span(lang("en"), page.fault))}));
  return page_of(site, "verify.heading",
                 join(answer,
                      dl(cls("mg-definitions"), dt(site.words("verify.entries")), dd(site.words.number(page.entries)), dt(site.words("verify.head")),
                         dd(code(cls("mg-code"), page.head)), dt(site.words("verify.date")), dd(day(site, site.today))),
                      parts(site, "verify")));
}

Html not_found_page(const Site& site) {
  return page_of(site, "not_found.heading",
                 join(lead_text(site.words("not_found.answer")), p(cls("govuk-body"), link_to(site.local("/"), site.words("not_found.home")), " · ",
                                                        link_to(site.local("/search"), site.words("search.heading")))));
}

Html error_page(const Site& site, std::string_view reference) {
  return page_of(site, "error.heading", join(lead_text(site.words("error.answer")), p(cls("govuk-body"), site.words("error.reference"), " ", code(reference))));
}

Html refusal_page(const Site& site, std::string_view sentence, Language language) {
  const auto said = language == Language::en ? refusal_paragraph(site, sentence, "govuk-body-l") : p(cls("govuk-body-l"), lang(std::string(language_tag(language))), sentence);
  return page_of(site, "refused.heading", join(said, body_text(site.words("refused.next")),
                                               p(cls("govuk-body"), link_to(site.local("/"), site.words("not_found.home")),
                                                 when(site.viewer.has_value(), [&] { return join(" · ", link_to(site.local("/desk"), site.words("nav.desk"))); }))), true);
}

}  // namespace makegood::pages
