// One organisation, post or person of the directory: its form, and what it holds or may do.

#include "html/components/content.h"
#include "pages/directory_pages.h"
#include "pages/fault_summary.h"
#include "pages/refusal_words.h"

namespace makegood::pages {

using namespace html;

namespace {

Html errors(const Site& site, const NounPage& page) {
  std::vector<govuk::ErrorSummaryItem> list;
  add_errors(site, page.form, list);
  for (const auto& section : page.sections) {
    if (section.form) add_errors(site, *section.form, list);
    for (const auto& row : section.rows)
      if (row.form) add_errors(site, *row.form, list);
  }
  if (!page.refusal.empty()) list.push_back({.text = refusal_words(site, page.refusal)});
  return error_lines(site, std::move(list));
}

std::string term_words(const Site& site, const Term& term) {
  if (term.from && term.until) return site.words("people.from_until", {{"from", *term.from}, {"until", *term.until}});
  if (term.from) return site.words("people.since", {{"date", *term.from}});
  return term.until ? site.words("people.ended", {{"date", *term.until}}) : std::string();
}

Html row_of(const Site& site, const FormRow& row) {
  const auto term = term_words(site, row.term);
  return li(when(!row.text.empty(), quoted("en", row.text)), when(row.text.empty() && row.role.empty(), [&] { return span(cls("mg-absent"), site.words("people.erased")); }),
            when(!row.role.empty(), [&] { return span(site.words("role." + row.role)); }), when(!row.about.empty(), [&] { return html::join(" (", quoted("en", row.about), ")"); }),
            when(!term.empty(), [&] { return html::join(", ", term); }),
            when(row.form.has_value(), [&] {
              return govuk::details({.summary_text = html::join(site.words("people.end"), span(cls("govuk-visually-hidden"), ": ", quoted("en", row.text))),
                                     .text = html::join(directory_form(site, *row.form, true)), .open = row.form->has_faults()});
            }));
}

Html section_of(const Site& site, const FormSection& part) {
  const auto id = replace_all(part.title, ".", "-");
  return section(attr("aria-labelledby", id), heading_m(site.words(part.title), id),
                 part.rows.empty() ? body_text(site.words(part.none)) : ul(cls("govuk-list govuk-list--spaced"), each(part.rows, [&](const FormRow& row) { return row_of(site, row); })),
                 when(part.form.has_value(), [&] {
                   return html::join(h3(cls("govuk-heading-s"), site.words(part.form->button)), directory_form(site, *part.form, true));
                 }));
}

}  // namespace

Html noun_page(const NounPage& page, const Site& site) {
  const auto heading = site.words(page.called.empty() ? page.heading + "_new" : page.heading);
  const auto summary = errors(site, page);
  const bool has_errors = !summary.empty();
  const auto main = html::join(summary, when(!page.called.empty(), [&] { return span(cls("govuk-caption-l"), quoted("en", page.called)); }), h1(cls("govuk-heading-l"), heading),
                               directory_form(site, page.form), each(page.sections, [&](const FormSection& part) { return section_of(site, part); }),
                               when(page.erasure != Url(), [&] { return p(cls("govuk-body"), link_to(site.local(page.erasure), site.words("erase.link"))); }),
                               p(cls("govuk-body"), link_to(site.local("/desk/people"), site.words("people.back"))));
  return frame(site, {.title = page.called.empty() ? heading : page.called + ": " + heading,
                      .trail = {{"/desk", site.words("nav.desk"), ""}, {"/desk/people", site.words("people.heading"), ""}},
                      .has_errors = has_errors},
               main);
}

}  // namespace makegood::pages
