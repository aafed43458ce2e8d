#include "pages/panel_voice.h"

#include <algorithm>

#include "html/components/content.h"
#include "pages/pieces.h"
#include "pages/voice_words.h"

namespace makegood::pages {

using namespace html;

namespace {

const Evidence* find_evidence(const Progress& progress, const EvidenceId& id) {
  for (const auto& update : progress.updates)
    for (const auto& evidence : update.evidence)
      if (evidence.id == id) return &evidence;
  return nullptr;
}

std::optional<Day> day_of_moment(std::string_view at) {
  const auto day = Day::parse(at.substr(0, 10));
  return day ? std::optional(*day) : std::nullopt;
}

Html by(const Voice& voice) {
  const auto name = voice_name(voice);
  return when(!name.empty(), [&] { return join(", ", quoted("en", name)); });
}

// Where the words are not to be seen, that they exist still is.
Html held_words(const Site& site, const FindingHold& hold, std::string_view language) {
  const auto since = day_of_moment(hold.at);
  return join(p(cls("govuk-body-s"), strong(since ? site.words("panel.held_since", {{"date", *since}}) : site.words("panel.held"))),
              when(!hold.legal_reason.empty(), [&] { return p(cls("govuk-body-s"), site.words("panel.legal_reason"), " ", quoted(language, hold.legal_reason)); }));
}

Html comment_words(const Site& site, const FindingComment& comment, std::string_view language) {
  const auto on = day_of_moment(comment.at);
  return div(cls("mg-comment"), p(cls("govuk-body-s"), strong(site.words("panel.comment")), by(comment.voice), when(on.has_value(), [&] { return join(", ", day(site, *on)); })),
             quoted_lines(language, comment.text));
}

Html looked_at(const Site& site, const PanelVoice& voice) {
  if (voice.looked_at.empty()) return {};
  return join(p(cls("govuk-body-s"), site.words("panel.looked_at")),
              ul(cls("govuk-list govuk-list--bullet mg-small"), each(voice.looked_at, [&](const std::string& name) { return li(quoted(voice.language, name)); })));
}

bool is_shut(const PanelFinding& finding) { return finding.hold && finding.found == Found::not_yet_assessed; }

Html said(const Site& site, const PanelVoice& voice) {
  if (!voice.finding) return span(cls("mg-absent"), site.words("item.not_assessed"));
  return span(is_shut(*voice.finding) ? site.words("panel.held_word") : found_words(site, voice.finding->found));
}

Html step(const Site& site, bool may, const Url& url, std::string_view key) {
  return when(may, [&] { return li(link_to(site.local(url), site.words(key))); });
}

Html steps(const Site& site, const PanelVoice& voice) {
  const auto& rights = voice.rights;
  const auto about = [&](std::string_view what) { return panel_url(voice.slug, voice.item, what).with("finding", voice.finding ? voice.finding->id.text : ""); };
  const bool held = voice.finding && voice.finding->hold;
  const auto links = join(step(site, rights.record, panel_url(voice.slug, voice.item), "panel.record"),
                          step(site, rights.comment && voice.finding.has_value(), about("comment"), "panel.comment.link"),
                          step(site, rights.hold && voice.finding && !held, about("hold"), "panel.hold.link"),
                          step(site, rights.hold && held, about("free"), "panel.free.link"));
  return when(!links.empty(), [&] { return ul(cls("govuk-list mg-small"), links); });
}

// Late in words: the day has passed and nobody answered.
std::string challenge_state(const Site& site, const Challenge& challenge, Day today) {
  if (challenge.answered) return site.words("challenge.answered", {{"date", *challenge.answered}});
  if (challenge.is_late(today)) return site.words("challenge.late", {{"date", challenge.answer_due}, {"n", days_between(challenge.answer_due, today)}});
  return site.words("challenge.open", {{"date", challenge.answer_due}});
}

Html challenge_line(const Site& site, const PanelVoice& voice, const Challenge& challenge) {
  const auto to = panel_url(voice.slug, voice.item, "answer").with("challenge", challenge.id.text);
  return li(challenge_in_full(site, challenge, voice.language, voice.today),
            when(voice.rights.answer && challenge.is_open(), [&] { return p(cls("govuk-body"), link_to(site.local(to), site.words("challenge.answer.link"))); }));
}

}  // namespace

Url panel_url(std::string_view slug, const ItemId& item, std::string_view step) {
  if (step.empty()) return Url::path({"panel", "plans", slug, "items", item.text});
  return Url::path({"panel", "plans", slug, "items", item.text, step});
}

std::string evidence_name(const Evidence& evidence) {
  for (const auto* name : {&evidence.text, &evidence.name, &evidence.url})
    if (!name->empty()) return shorten(squeeze(*name), 120);
  return evidence.id.text;
}

PanelVoice make_panel_voice(std::string_view slug, const ItemId& item, const Progress& progress, const PanelRights& rights, Day today) {
  PanelVoice voice;
  voice.slug = slug;
  voice.item = item;
  voice.rights = rights;
  voice.today = today;
  const auto standing = standing_of(progress, item);
  voice.finding_is_older = standing.finding_is_older;
  if (standing.finding != nullptr) voice.finding = *standing.finding;
  if (voice.finding)
    for (const auto& id : voice.finding->looked_at)
      if (const auto* evidence = find_evidence(progress, id)) voice.looked_at.push_back(evidence_name(*evidence));
  if (!rights.see_challenges) return voice;
  for (const auto& challenge : progress.challenges)
    if (challenge.item == item) voice.challenges.push_back(challenge);
  std::stable_partition(voice.challenges.begin(), voice.challenges.end(), [](const Challenge& c) { return c.is_open(); });
  return voice;
}

Html finding_in_full(const Site& site, const PanelVoice& voice) {
  const auto& finding = *voice.finding;
  return join(when(!is_shut(finding), [&] { return p(cls("govuk-body-s"), day(site, finding.day), by(finding.voice)); }),
              when(finding.hold.has_value(), [&] { return held_words(site, *finding.hold, voice.language); }),
              when(voice.finding_is_older, [&] { return p(cls("govuk-body-s"), site.words("panel.older")); }),
              when(!finding.reasons.empty(), [&] { return quoted_lines(voice.language, finding.reasons); }), looked_at(site, voice),
              each(finding.comments, [&](const FindingComment& comment) { return comment_words(site, comment, voice.language); }));
}

Html panel_voice(const Site& site, const PanelVoice& voice) {
  return div(cls("mg-voices__voice"), h3(cls("mg-voices__title"), site.words("item.panel_finds")), p(cls("mg-voices__said"), said(site, voice)),
             voice.finding ? finding_in_full(site, voice) : p(cls("govuk-body-s"), site.words("item.no_finding")), steps(site, voice));
}

Html challenge_in_full(const Site& site, const Challenge& challenge, std::string_view language, Day today) {
  return join(p(cls("govuk-body"), strong(challenge_state(site, challenge, today))), quoted_lines(language, challenge.question),
              p(cls("mg-item-note"), site.words("challenge.raised"), " ", day(site, challenge.raised), by(challenge.voice)),
              when(!challenge.answer.empty(), [&] {
                return blockquote(cls("mg-quote"), quoted_lines(language, challenge.answer), p(cls("mg-item-note"), site.words("challenge.answer"), " ", quoted("en", voice_name(challenge.answered_by))));
              }));
}

Html panel_challenges(const Site& site, const PanelVoice& voice) {
  if (voice.challenges.empty() && !voice.rights.challenge) return {};
  return section(attr("aria-labelledby", "challenges"), heading_m(site.words("challenge.heading"), "challenges"),
                 when(voice.challenges.empty(), [&] { return body_text(site.words("challenge.none")); }),
                 when(!voice.challenges.empty(), [&] {
                   return ul(cls("govuk-list govuk-list--spaced"), each(voice.challenges, [&](const Challenge& c) { return challenge_line(site, voice, c); }));
                 }),
                 when(voice.rights.challenge, [&] {
                   return p(cls("govuk-body"), link_to(site.local(panel_url(voice.slug, voice.item, "challenge")), site.words("challenge.link")));
                 }));
}

}  // namespace makegood::pages
