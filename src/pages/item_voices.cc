#include "pages/item_voices.h"

#include "html/components/content.h"
#include "pages/pieces.h"

namespace makegood::pages {

using namespace html;

namespace {

std::string reason_of_forecast(const Progress& progress, const ItemId& item) {
  std::string reason;
  for (const auto& update : progress.updates)
    if (update.item == item && update.forecast && update.state != UpdateState::returned) reason = update.forecast_reason;
  return reason;
}

Html by_whom(const Site& site, const Update& update) {
  return p(cls("govuk-body-s"), day(site, update.day), when(!update.voice.post_words.empty(), [&] { return join(", ", quoted(typed_language(site), update.voice.post_words)); }),
           when(update.speaker == Speaker::on_behalf, [&] { return join(", ", site.words("voice.on_behalf")); }));
}

// The narrative, in the reader's language where somebody wrote it in that.
Html narrative(const Site& site, const Update& update) {
  const auto language = site.words.language() == Language::cy ? "cy" : "en";
  for (const auto& translation : update.translations)
    if (translation.language == language) return quoted_lines(language, translation.text);
  return when(!update.narrative.empty(), [&] { return quoted_lines(typed_language(site), update.public_summary.empty() ? update.narrative : update.public_summary); });
}

// Easy read is in its language all the same.
std::string_view without_simple(std::string_view tag) { return tag.ends_with("-simple") ? tag.substr(0, tag.size() - 7) : tag; }

// The same words in every other language in which they were approved; the browser finds the direction.
Html in_other_languages(const Site& site, const Update& update) {
  return each(update.translations, [&](const Translation& translation) {
    const auto key = "language." + translation.language;
    return govuk::details({.summary_text = site.words.has(key) ? site.words(key) : site.words("language.other", {{"tag", translation.language}}),
                           .text = div(attr("dir", "auto"), quoted_lines(without_simple(translation.language), translation.text))});
  });
}

Html forecast(const Site& site, const OwnerVoice& voice) {
  if (!voice.forecast) return {};
  return p(cls("govuk-body-s"), site.words("voice.forecast", {{"date", *voice.forecast}}),
           when(voice.forecast_slip.value_or(0) > 0, [&] { return join(" ", site.words("voice.forecast_late", {{"days", *voice.forecast_slip}})); }),
           when(!voice.forecast_reason.empty(), [&] { return join(" ", site.words("history.because"), " “", quoted(typed_language(site), voice.forecast_reason), "”"); }));
}

Html contributions(const Site& site, const OwnerVoice& voice) {
  return each(voice.contributions, [&](const Update& update) {
    return join(p(cls("govuk-body-s"), strong(quoted(typed_language(site), update.voice.post_words)), ": ", answer_words(site, update), ", ", day(site, update.day)), narrative(site, update));
  });
}

}  // namespace

OwnerVoice make_owner_voice(const Item& item, const Progress& progress, Day today, const ShowEvidence& show) {
  const auto standing = makegood::standing_of(progress, item.id);
  const auto computed = computed_status(item, standing, today);
  OwnerVoice voice;
  if (standing.claim != nullptr) voice.claim = *standing.claim;
  if (standing.last_word != nullptr && standing.last_word != standing.claim) voice.last_word = *standing.last_word;
  for (const auto* update : standing.contributions) voice.contributions.push_back(*update);
  for (const auto& update : progress.updates)
    if (update.item == item.id && update.state != UpdateState::returned)
      for (const auto& evidence : update.evidence) voice.evidence.push_back(show(evidence));
  voice.forecast = standing.forecast;
  voice.forecast_reason = reason_of_forecast(progress, item.id);
  voice.forecast_slip = computed.forecast_slip;
  voice.complete_without_evidence = computed.complete_without_evidence;
  voice.stage = standing.stage;
  if (standing.decided != nullptr) voice.decided = *standing.decided;
  if (standing.awaited != nullptr) voice.awaited = *standing.awaited;
  return voice;
}

SaidAndMore owner_words(const Site& site, const OwnerVoice* voice) {
  if (voice == nullptr || (!voice->claim && !voice->last_word))
    return {span(cls("mg-absent"), site.words("claim.not_yet_reported")),
            join(p(cls("govuk-body-s"), site.words("item.no_report")), voice == nullptr ? Html() : contributions(site, *voice))};
  const auto& said = voice->claim ? *voice->claim : *voice->last_word;
  Html more = join(by_whom(site, said), when(!said.claim_reason.empty(), [&] { return quoted_lines(typed_language(site), said.claim_reason); }), narrative(site, said),
                   in_other_languages(site, said));
  if (voice->complete_without_evidence) more += p(cls("govuk-body-s govuk-!-font-weight-bold"), site.words("voice.without_evidence"));
  if (voice->claim && voice->last_word)
    more += join(p(cls("govuk-body-s"), strong(answer_words(site, *voice->last_word)), " ", site.words("voice.since")), by_whom(site, *voice->last_word),
                 narrative(site, *voice->last_word));
  more += join(forecast(site, *voice), contributions(site, *voice));
  return {span(answer_words(site, said)), more};
}

Html stage_line(const Site& site, const OwnerVoice* voice) {
  if (voice == nullptr) return {};
  Html lines;
  if (voice->awaited && voice->awaited->day)
    lines += p(cls("govuk-body"), strong(cls("govuk-tag govuk-tag--grey"), site.words("stage.draft")), " ",
               quoted(typed_language(site), voice->awaited->body), " ",
               site.words("stage.awaited", {{"date", *voice->awaited->day}, {"stage", stage_words(site, voice->awaited->stage)}}));
  if (voice->decided && voice->decided->day)
    lines += p(cls("govuk-body"), strong(cls("govuk-tag govuk-tag--blue"), stage_words(site, voice->decided->stage)), " ",
               site.words("stage.decided", {{"date", *voice->decided->day}}), " ", quoted(typed_language(site), voice->decided->body));
  return lines;
}

Html evidence_section(const Site& site, const OwnerVoice* voice) {
  if (voice == nullptr || voice->evidence.empty()) return {};
  const auto title = site.words("voice.evidence", {{"n", static_cast<int>(voice->evidence.size())}});
  return section(attr("aria-labelledby", "shown"), heading_m(title, "shown"),
                 ul(cls("govuk-list govuk-list--bullet"), each(voice->evidence, [&](const ShownEvidence& one) { return li(evidence_words(site, one)); })));
}

}  // namespace makegood::pages
