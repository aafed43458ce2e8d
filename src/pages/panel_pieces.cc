#include "pages/panel_pieces.h"

#include "html/components/content.h"
#include "pages/change_pieces.h"
#include "pages/voice_words.h"

namespace makegood::pages {

using namespace html;

namespace {

Html box(const Site& site, std::string_view key, const Html& says, const Html& more) {
  return div(cls("mg-voices__voice"), h3(cls("mg-voices__title"), site.words(key)), p(cls("mg-voices__said"), says), more);
}

// A file is opened where it is served, which writes down who looked; whether it may be opened is said there.
Html evidence_link(const Site& site, const BesideItem& beside, const Evidence& evidence) {
  if (evidence.kind == EvidenceKind::file) {
    const auto at = Url::path({"plans", beside.slug, "items", beside.item.id.text, "evidence", evidence.id.text});
    return li(a(cls("govuk-link"), href(site.local(at)), attr("download", ""), lang(beside.language), evidence_name(evidence)));
  }
  const auto url = Url::parse(evidence.url);
  if (evidence.url.empty() || !url) return li(quoted(beside.language, evidence_name(evidence)));
  return li(a(cls("govuk-link"), href(*url), attr("rel", "nofollow noopener"), lang(beside.language), evidence_name(evidence)));
}

Html owner_box(const Site& site, const BesideItem& beside) {
  if (!beside.claim) return box(site, "item.owner_reports", span(cls("mg-absent"), site.words("claim.not_yet_reported")), p(cls("govuk-body-s"), site.words("item.no_report")));
  const auto& claim = *beside.claim;
  const auto name = voice_name(claim.voice);
  return box(site, "item.owner_reports", span(claim_words(site, claim.claim)),
             join(p(cls("govuk-body-s"), day(site, claim.day), when(!name.empty(), [&] { return join(", ", quoted("en", name)); })),
                  when(!claim.narrative.empty(), [&] { return quoted_lines(beside.language, claim.narrative); }),
                  when(!claim.claim_reason.empty(), [&] { return p(cls("govuk-body-s"), site.words("history.because"), " ", quoted(beside.language, claim.claim_reason)); }),
                  p(cls("govuk-body-s"), site.words("panel.evidence", {{"n", static_cast<int>(beside.evidence.size())}})),
                  when(!beside.evidence.empty(), [&] {
                    return ul(cls("govuk-list govuk-list--bullet mg-small"), each(beside.evidence, [&](const Evidence& e) { return evidence_link(site, beside, e); }));
                  })));
}

Html calendar_box(const Site& site, const BesideItem& beside) {
  const auto& fact = beside.calendar;
  return box(site, "item.calendar", status_tag(site, fact),
             join(computed_notes(site, beside.computed), when(fact.due.has_value(), [&] { return p(cls("govuk-body-s"), site.words("item.read.due", {{"date", *fact.due}})); })));
}

}  // namespace

Html beside_voices(const Site& site, const BesideItem& beside) {
  return section(attr("aria-labelledby", "standing"), heading_m(site.words("item.where_it_stands"), "standing"),
                 div(cls("mg-voices"), owner_box(site, beside), panel_voice(site, beside.voice), calendar_box(site, beside)));
}

Html beside_frame(const Site& site, const BesideItem& beside, const std::string& heading, const Html& errors, const Html& rest) {
  const auto main = join(errors, span(cls("govuk-caption-l"), item_name(beside.language, beside.item)), h1(cls("govuk-heading-l"), heading), rest);
  return frame(site, {.title = heading + ": " + headline(beside.item.title),
                      .trail = {{plan_url(beside.slug), beside.plan_title, beside.language},
                                {item_url(beside.slug, beside.item.id), headline(beside.item.title), beside.language}},
                      .has_errors = !errors.empty()},
               main);
}

}  // namespace makegood::pages
