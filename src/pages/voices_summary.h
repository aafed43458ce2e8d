#pragma once
// What the three voices of a plan add up to: each counted by itself, none turned into another.

#include <array>
#include <vector>

#include "pages/change_model.h"
#include "pages/site.h"
#include "progress/standing.h"

namespace makegood::pages {

struct DisagreementLine {
  NamedItem item;
  Disagreement between;
};

struct VoicesSummary {
  RollUp roll_up;
  std::array<int, kRules.size()> calendar{};  ///< by Rule, as computed_status() has them
  int without_evidence = 0;                   ///< claimed complete, and no update says by what it is seen
  int held = 0;                               ///< findings that the monitoring officer holds
  std::vector<DisagreementLine> disagreements;
  int slipped = 0;                            ///< items of which slippages() has something to say
  [[nodiscard]] bool says_something() const { return roll_up.reported() > 0 || roll_up.assessed() > 0 || held > 0 || slipped > 0; }
};
/// Items that stand on their own are counted; disagreements are listed of all.
[[nodiscard]] VoicesSummary make_voices_summary(const Plan& plan, const Progress& progress, Day today);

/// The section of a plan's page; nothing where nobody has said anything yet.
[[nodiscard]] html::Html voices_section(const Site& site, const VoicesSummary& summary, std::string_view slug, std::string_view language);
/// "Owners report on 9 of 31. The panel has assessed 7 of 31."
[[nodiscard]] std::string assessed_words(const Site& site, const RollUp& roll_up);

}  // namespace makegood::pages
