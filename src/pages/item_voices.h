#pragma once
// The first voice on an item's page: what its owner reports, by which post, on which day, with what evidence; who
// contributes; and how far the item has come.

#include <functional>
#include <optional>
#include <vector>

#include "pages/answer_form.h"
#include "progress/standing.h"

namespace makegood::pages {

struct OwnerVoice {
  std::optional<Update> claim;      ///< the last that says how it stands
  std::optional<Update> last_word;  ///< where that is a later one: "no change" since
  std::vector<ShownEvidence> evidence;  ///< of all updates, oldest first
  std::vector<Update> contributions;
  std::optional<Day> forecast;
  std::string forecast_reason;
  std::optional<int> forecast_slip;
  bool complete_without_evidence = false;
  Stage stage = Stage::in_plan;
  std::optional<StageMove> decided, awaited;
};

/// `show` says of each piece what may be done with its file.
using ShowEvidence = std::function<ShownEvidence(const Evidence&)>;
[[nodiscard]] OwnerVoice make_owner_voice(const Item& item, const Progress& progress, Day today, const ShowEvidence& show);

/// What stands in the box under "The owner reports"; null = nobody has.
struct SaidAndMore {
  Html said, more;
};
[[nodiscard]] SaidAndMore owner_words(const Site& site, const OwnerVoice* voice);
/// "Draft: Cabinet is to decide on 6 December 2023", "Agreed by Cabinet, 6 December 2023"; nothing for what is simply in the plan.
[[nodiscard]] Html stage_line(const Site& site, const OwnerVoice* voice);
/// Everything that shows what was done, as a section of the page.
[[nodiscard]] Html evidence_section(const Site& site, const OwnerVoice* voice);

}  // namespace makegood::pages
