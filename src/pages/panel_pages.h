#pragma once
// The scrutineer's pages: what waits for the panel, and the forms in which it speaks.

#include <vector>

#include "pages/item_model.h"
#include "pages/panel_forms.h"
#include "pages/panel_voice.h"
#include "pages/pieces.h"
#include "pages/voices_summary.h"

namespace makegood::pages {

/// A plan and what was said about it, as whoever looks may see it.
struct PanelSource {
  const Plan* plan = nullptr;
  const Progress* progress = nullptr;
  PanelRights rights;
  std::string language = "en";
};

struct PanelItem {
  std::string slug, plan_title, language;
  NamedItem item;
  PanelRights rights;
};

/// A claim that the panel has not looked at, or has not looked at since it was made.
struct ClaimLine {
  PanelItem at;
  Claim claim = Claim::not_yet_reported;
  Day claimed;
  int evidence = 0;                 ///< pieces, in all updates of the item
  std::optional<Found> found;       ///< what was found before; none = nothing
  Day found_on;
};

struct ChallengeLine {
  PanelItem at;
  Challenge challenge;
};

struct BetweenLine {
  PanelItem at;
  Disagreement between;
};

struct PlanVoices {
  std::string slug, title, language;
  RollUp roll_up;
};

/// `/panel`: what waits for the panel?
struct PanelPage {
  std::vector<PlanVoices> plans;
  std::vector<ClaimLine> without_finding, older;  ///< the oldest claim first
  std::vector<ChallengeLine> open;                ///< the first due first
  std::vector<BetweenLine> disagreements;
  int late = 0;                                   ///< of the open challenges
  Day today;
};
inline constexpr std::size_t kPanelLines = 100;   ///< of each list; how many more there are is said
[[nodiscard]] PanelPage make_panel_page(const std::vector<PanelSource>& plans, Day today);
[[nodiscard]] Html panel_page(const PanelPage& page, const Site& site);

/// What a form of the panel stands beside: the item, its claim, its calendar and what was said.
struct BesideItem {
  std::string slug, plan_title, language = "en";
  NamedItem item;
  CalendarFact calendar;
  Computed computed;
  std::optional<Update> claim;
  std::vector<Evidence> evidence;  ///< of all updates that were not returned
  PanelVoice voice;                ///< the last finding, without steps to take
};
/// Empty when the plan has no such item.
[[nodiscard]] std::optional<BesideItem> make_beside_item(const Plan& plan, const ItemId& item, const Progress& progress, Day today);

/// `/panel/plans/SLUG/items/ID`: what does the panel find?
struct FindingPage {
  BesideItem beside;
  FindingForm form;
  std::vector<FieldFault> faults;
  std::string refusal;
  std::vector<HistoryLine> meanwhile;  ///< what was said while the form was filled in
};
[[nodiscard]] Html finding_page(const FindingPage& page, const Site& site);

/// `/panel/plans/SLUG/items/ID/challenge`: what does the panel ask, and by when?
struct ChallengePage {
  BesideItem beside;
  ChallengeForm form;
  std::vector<FieldFault> faults;
  std::string refusal;
};
[[nodiscard]] Html challenge_page(const ChallengePage& page, const Site& site);

/// One text beside what it is about: a comment, a reason in law, an answer; or only a button, to show a
/// finding again.
enum class PanelStep { comment, hold, free, answer };
struct PanelStepWord {
  PanelStep step;
  std::string_view word;   ///< the last part of its address, and of its words: "panel.hold.heading"
  std::string_view about;  ///< the hidden field that names what it is about
};
inline constexpr auto kPanelSteps = std::to_array<PanelStepWord>(
    {{PanelStep::comment, "comment", "finding"}, {PanelStep::hold, "hold", "finding"}, {PanelStep::free, "free", "finding"}, {PanelStep::answer, "answer", "challenge"}});
[[nodiscard]] const PanelStepWord& row_of(PanelStep step);

struct PanelStepPage {
  PanelStep step = PanelStep::comment;
  BesideItem beside;
  std::optional<Challenge> challenge;  ///< for an answer
  std::string about;                   ///< id of the finding or challenge
  std::string text;                    ///< as typed
  std::vector<FieldFault> faults;
  std::string refusal;
};
[[nodiscard]] Html panel_step_page(const PanelStepPage& page, const Site& site);

}  // namespace makegood::pages
