#include "report/voices.h"

#include "progress/standing.h"

namespace makegood {

void VoiceBook::hear(const Plan& plan, std::shared_ptr<const Progress> progress, Day today) {
  const auto standings = standings_of(*progress, plan.items);
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    const auto& said = standings[i];
    if (said.last_word == nullptr && said.claim == nullptr && said.finding == nullptr) continue;
    const bool bare = computed_status(plan.items[i], said, today).complete_without_evidence;
    voices_.insert_or_assign(plan.items[i].id, ItemVoices{said.claim, said.last_word, said.finding, said.finding_is_older, bare});
  }
  heard_.push_back(std::move(progress));
}

ItemVoices VoiceBook::of(const ItemId& item) const {
  const auto found = voices_.find(item);
  return found == voices_.end() ? ItemVoices{} : found->second;
}

OrderedJson claim_json(const ItemVoices& voices) {
  static const Update kSilent;
  const auto& said = voices.claim == nullptr ? kSilent : *voices.claim;
  const bool spoke = voices.claim != nullptr;
  return {{"claim", std::string(word(said.claim))},
          {"day", spoke ? OrderedJson(said.day.iso()) : OrderedJson(nullptr)},
          {"by", text_or_null(said.voice.post_words)},
          {"speaker", spoke ? OrderedJson(std::string(word(said.speaker))) : OrderedJson(nullptr)},
          {"state", spoke ? OrderedJson(std::string(word(said.state))) : OrderedJson(nullptr)},
          {"words", text_or_null(public_words(said))},
          {"reason", text_or_null(said.claim_reason)},
          {"forecast", day_or_null(said.forecast)},
          {"last_word", voices.last_word == nullptr ? OrderedJson(nullptr) : OrderedJson(voices.last_word->day.iso())},
          {"complete_without_evidence", voices.complete_without_evidence}};
}

OrderedJson finding_json(const ItemVoices& voices) {
  const bool held = voices.finding != nullptr && voices.finding->hold.has_value();
  const bool says = voices.finding != nullptr && !held;
  static const PanelFinding kNone;
  const auto& found = says ? *voices.finding : kNone;
  return {{"finding", std::string(word(found.found))},
          {"day", says ? OrderedJson(found.day.iso()) : OrderedJson(nullptr)},
          {"by", text_or_null(found.voice.post_words)},
          {"reasons", text_or_null(found.reasons)},
          {"older_than_claim", says && voices.finding_is_older},
          {"held_since", held ? OrderedJson(voices.finding->hold->at.substr(0, 10)) : OrderedJson(nullptr)}};
}

}  // namespace makegood
