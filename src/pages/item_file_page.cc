#include "pages/item_file_page.h"

#include "html/components/content.h"
#include "pages/page_parts.h"
#include "pages/pieces.h"
#include "pages/summary_rows.h"

namespace makegood::pages {

using namespace html;

namespace {

Html typed_claim(const Site& site, const AnswerForm& form) {
  return form.claim.empty() ? Html() : span(answer_words(site, words_from(form)));
}

/// A date that is none is shown as it stands in its three fields.
std::string typed_date(const AnswerForm& form) { return squeeze(form.date.day + " " + form.date.month + " " + form.date.year); }

Html unsent(const Site& site, const ItemFilePage::Draft& draft) {
  const auto& form = draft.form;
  SummaryRows rows;
  add_row(rows, site.words("item_file.draft.who"), quoted(typed_language(site), draft.who));
  add_row(rows, site.words("item_file.draft.saved"), moment(site, draft.saved_at));
  add_row(rows, site.words("answer.claim"), typed_claim(site, form));
  const std::pair<const char*, const std::string&> typed[] = {{"reason", form.reason}, {"narrative", form.narrative}};
  for (const auto& [field, text] : typed) add_row(rows, site.words("answer." + std::string(field)), typed_lines(site, text));
  add_row(rows, site.words("answer.date"), typed_lines(site, typed_date(form)));
  const std::pair<const char*, const std::string&> rest[] = {{"because", form.because}, {"link", form.link},     {"shows", form.shows},
                                                             {"figure", form.figure},   {"source", form.source}, {"quotation", form.quotation}};
  for (const auto& [field, text] : rest) add_row(rows, site.words("answer." + std::string(field)), typed_lines(site, text));
  for (const auto& shown : draft.evidence) add_row(rows, site.words("answer.evidence_kind." + std::string(word(shown.evidence.kind))), evidence_words(site, shown));
  return govuk::summary_list({.rows = std::move(rows), .card = govuk::SummaryCard{.title = site.words("item_file.draft"), .heading_level = 3}});
}

Html drafts(const Site& site, const ItemFilePage& page) {
  const auto n = static_cast<int>(page.drafts.size());
  return join(heading_m(site.words("item_file.drafts_heading", {{"n", n}})), body_text(site.words("item_file.drafts", {{"n", n}})),
              each(page.drafts, [&](const ItemFilePage::Draft& draft) { return unsent(site, draft); }));
}

/// What is about people, and so for whoever releases it to look at.
Html review(const Site& site) {
  return govuk::inset_text({.text = join(p(cls("govuk-body govuk-!-font-weight-bold"), site.words("item_file.review")),
                                         ul(cls("govuk-list govuk-list--bullet"), li(site.words("item_file.review.accounts")), li(site.words("item_file.review.words")),
                                            li(site.words("item_file.review.drafts"))),
                                         p(cls("govuk-body"), site.words("item_file.not_in")))});
}

Html evidence(const Site& site, const ItemFilePage& page) {
  return when(!page.evidence.empty(), [&] {
    return join(heading_m(site.words("voice.evidence", {{"n", static_cast<int>(page.evidence.size())}})),
                ul(cls("govuk-list govuk-list--bullet"), each(page.evidence, [&](const ShownEvidence& one) { return li(evidence_words(site, one)); })));
  });
}

Html entries(const Site& site, const ItemFilePage& page) {
  const auto all = each(page.entries, [&](const ItemFilePage::Entry& entry) {
    return li(cls("mg-timeline__item"), p(cls("mg-timeline__title"), entry.sequence, ". ", event_words(site, entry.kind)),
              p(cls("mg-timeline__when"), moment(site, entry.at), ", ", quoted(page.language, entry.actor)),
              entry.erased ? p(cls("govuk-body-s"), site.words("history.erased"))
                           : in_scroll(event_words(site, entry.kind), pre(cls("mg-payload"), lang(page.language), entry.payload)));
  });
  return join(heading_m(site.words("item_file.entries", {{"n", static_cast<int>(page.entries.size())}})), ol(cls("mg-timeline"), all));
}

}  // namespace

Html item_file_page(const ItemFilePage& page, const Site& site) {
  const auto heading = site.words("item_file.heading");
  const auto zip = Url::path({"desk", "plans", page.slug, "items", page.item.text, "file"}).suffixed(".zip");
  const auto main = join(span(cls("govuk-caption-l"), quoted(page.language, headline(page.title))), h1(cls("govuk-heading-l"), heading), body_text(site.words("item_file.words")),
                         review(site), p(cls("govuk-body"), link_to(site.local(zip), site.words("item_file.zip"))), drafts(site, page), evidence(site, page), entries(site, page));
  return frame(site, {.title = heading, .trail = {{plan_url(page.slug), page.plan_title, page.language}, {item_url(page.slug, page.item), headline(page.title), page.language}}}, main);
}

}  // namespace makegood::pages
