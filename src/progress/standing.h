#pragma once
// Where an item stands, made of what was said about it; and what a whole plan's voices add up to,
// counted and never averaged.

#include <optional>
#include <vector>

#include "plan/status.h"
#include "progress/progress.h"

namespace makegood {

/// The newest words of each voice. Pointers into the Progress that it was made of.
struct Standing {
  const Update* claim = nullptr;          ///< the owner's last update that makes a claim (not "no change"), returned ones left out
  const Update* last_word = nullptr;      ///< the last update of any kind by the owner: "no change" is a word too
  const PanelFinding* finding = nullptr;  ///< the last one, held or not
  bool finding_is_older = false;          ///< the claim was made or changed after the finding
  std::optional<Day> forecast;            ///< of the last update that gives one
  std::vector<const Update*> contributions;  ///< the last of each contributing organisation
  std::vector<const Challenge*> open_challenges;
  Stage stage = Stage::in_plan;           ///< in_plan where nothing was recorded
  const StageMove* decided = nullptr;     ///< the last decision that was taken
  const StageMove* awaited = nullptr;     ///< a draft that waits for a body's decision
  bool has_evidence = false;              ///< in any update that was not returned
};
[[nodiscard]] Standing standing_of(const Progress& progress, const ItemId& item);
/// All items at once, in one pass over `progress`; in the order of `items`.
[[nodiscard]] std::vector<Standing> standings_of(const Progress& progress, const std::vector<Item>& items);

/// The rule with evidence and claims taken into account, beside rule_status() which knows dates only.
/// A claim of complete makes it `complete`, an item that was closed by decision `ok`; an update counts
/// as a word, so that it is not `stale`; and a forecast after the date due makes `slipping` of what would
/// be `stale` or `ok`. `paused` and `dropped` change nothing: a promise ends by decision.
struct Computed {
  RuleStatus status;
  bool complete_without_evidence = false; ///< the owner claims it, and no update says by what it is seen
  std::optional<int> forecast_slip;       ///< days that the forecast lies after the date due
};
[[nodiscard]] Computed computed_status(const Item& item, const Standing& standing, Day today);

/// Enters what computed_status() says of every item of the plan that somebody spoke of; of the others their dates
/// say it. With a public_part() it holds what the public may know.
void hear(RuleBook& rules, const Plan& plan, const Progress& progress);

/// A claim and a finding that do not agree, in words for a list.
struct Disagreement {
  ItemId item;
  Claim claim = Claim::not_yet_reported;
  Found found = Found::not_yet_assessed;
  bool finding_is_older = false;  ///< the claim was made after the panel looked
};
/// In the order in which the items were first spoken of:
/// "complete" or "on track" against "not evidenced" or "no effect seen", "complete" against "partly".
[[nodiscard]] std::vector<Disagreement> disagreements(const Progress& progress);

/// Original, agreed and forecast dates of an item, and how often it was moved.
struct Slippage {
  ItemId item;
  std::optional<Day> original, current, forecast;
  std::optional<int> days;                ///< current (or later forecast) after original
  int redatings = 0;                      ///< moved by agreement; corrections of misreadings do not count
  std::vector<Redating> steps;            ///< oldest first
};
/// Items whose date was moved or corrected, differs from the first one, or is forecast later; in plan order,
/// without those absent from the newest document. A forecast is left out where the item is complete.
[[nodiscard]] std::vector<Slippage> slippages(const Plan& plan, const Progress& progress);

/// Work without an end, and when it is to be looked at again.
struct Review {
  ItemId item;
  std::optional<Day> day;  ///< empty = nobody has said a word yet and no start is known
  bool due = false;        ///< that day has come
};
/// Of the items that stand in the newest document, in plan order; those complete or closed have none.
[[nodiscard]] std::vector<Review> reviews(const Plan& plan, const Progress& progress, Day today);

/// "7 of 31 assessed": how many items have each claim and each finding.
struct RollUp {
  int items = 0;
  std::array<int, kClaims.size()> claims{};
  std::array<int, kFounds.size()> founds{};
  [[nodiscard]] int reported() const { return items - claims[static_cast<std::size_t>(Claim::not_yet_reported)]; }
  [[nodiscard]] int assessed() const { return items - founds[static_cast<std::size_t>(Found::not_yet_assessed)]; }
};
/// Items that stand on their own, as count_delivery() counts them.
[[nodiscard]] RollUp roll_up(const Plan& plan, const Progress& progress);

/// What the public may see: published updates with their public words in place of the narrative, without
/// person, account, question or evidence that nobody agreed to publish; findings, of one that is held only
/// that there is one and since when; stages,
/// also those that wait for a body to decide, without notes; agreed redatings. Accounts are emptied
/// everywhere. Challenges and silence come with editions only.
[[nodiscard]] Progress public_part(const Progress& progress);

}  // namespace makegood
