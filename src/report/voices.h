#pragma once
// What owners claim and the panel finds, as it leaves the house beside the rule. It holds what its reader may see: made of a
// public_part() it is what the public page shows. A finding that is held is never in it by its words, whoever reads: files
// are passed on.
//
//   VoiceBook voices;
//   voices.hear(plan, progress, today);
//   json["claim"] = claim_json(voices.of(item.id));

#include <map>
#include <memory>

#include "json/json.h"
#include "plan/plan.h"
#include "progress/progress.h"

namespace makegood {

/// The newest word of each voice about one item; nullptr = it has not spoken.
struct ItemVoices {
  const Update* claim = nullptr;
  const Update* last_word = nullptr;      ///< "no change" is a word too
  const PanelFinding* finding = nullptr;  ///< held or not
  bool finding_is_older = false;          ///< than the claim
  bool complete_without_evidence = false;
};

class VoiceBook {
 public:
  /// Keeps `progress`, into which what of() gives points.
  void hear(const Plan& plan, std::shared_ptr<const Progress> progress, Day today);
  /// Edge: an item that nobody heard of has no voice.
  [[nodiscard]] ItemVoices of(const ItemId& item) const;

 private:
  std::map<ItemId, ItemVoices> voices_;
  std::vector<std::shared_ptr<const Progress>> heard_;
};

/// With the words of CONTRACTS (`not_yet_reported`, `on_track`, ...), the day, the post, and what was said.
[[nodiscard]] OrderedJson claim_json(const ItemVoices& voices);
/// Likewise (`not_yet_assessed`, `evidenced`, ...). Edge: of one that is held only since when.
[[nodiscard]] OrderedJson finding_json(const ItemVoices& voices);

}  // namespace makegood
