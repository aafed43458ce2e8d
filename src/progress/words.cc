// The words of the enumerators, each from its one table, and those that the public reads.

#include "progress/progress.h"

namespace makegood {
std::string_view word(Claim claim) { return word_in(kClaims, claim); }
std::string_view word(Found found) { return word_in(kFounds, found); }
std::string_view word(UpdateState state) { return word_in(kUpdateStates, state); }
std::string_view word(EvidenceKind kind) { return word_in(kEvidenceKinds, kind); }
std::string_view word(ScanState state) { return word_in(kScanStates, state); }
std::string_view word(Speaker speaker) { return word_in(kSpeakers, speaker); }
std::string_view word(Stage stage) { return word_in(kStages, stage); }
std::optional<Claim> claim_from(std::string_view text) { return code_in(kClaims, text); }
std::optional<Found> found_from(std::string_view text) { return code_in(kFounds, text); }
std::optional<UpdateState> update_state_from(std::string_view text) { return code_in(kUpdateStates, text); }
std::optional<EvidenceKind> evidence_kind_from(std::string_view text) { return code_in(kEvidenceKinds, text); }
std::optional<Speaker> speaker_from(std::string_view text) { return code_in(kSpeakers, text); }
std::optional<Stage> stage_from(std::string_view text) { return code_in(kStages, text); }

const std::string& public_words(const Update& update, std::string_view language) {
  const auto translated = std::find_if(update.translations.begin(), update.translations.end(),
                                       [&](const Translation& t) { return t.language == language && !t.text.empty(); });
  if (translated != update.translations.end()) return translated->text;
  return update.public_summary.empty() ? update.narrative : update.public_summary;
}

}  // namespace makegood
