#include "pages/voice_words.h"

#include "pages/pieces.h"

namespace makegood::pages {

using namespace html;

std::string found_words(const Site& site, Found found) { return site.words("found." + std::string(word(found))); }

std::string disagreement_words(const Site& site, const Disagreement& disagreement) {
  return site.words(disagreement.finding_is_older ? "panel.disagree_older" : "panel.disagree",
                    {{"claim", claim_words(site, disagreement.claim)}, {"found", found_words(site, disagreement.found)}});
}

Html computed_notes(const Site& site, const Computed& computed) {
  return join(when(computed.complete_without_evidence, [&] { return p(cls("govuk-body-s"), strong(site.words("rule.without_evidence"))); }),
              when(computed.forecast_slip.value_or(0) > 0,
                   [&] { return p(cls("govuk-body-s"), strong(site.words("rule.forecast_slip", {{"days", *computed.forecast_slip}}))); }));
}

std::string voice_name(const Voice& voice) { return voice.post_words.empty() ? voice.actor : voice.post_words; }

}  // namespace makegood::pages
