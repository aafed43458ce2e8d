#pragma once
// An imported plan before it is accepted: what was found, and what needs a person.

#include <optional>
#include <string>
#include <vector>

#include "plan/plan.h"

namespace makegood::pages {

/// One thing that needs a person: an open finding and what it stands beside.
struct Question {
  OpenFinding open;
  std::string item_title;   ///< empty: about the whole document
  std::string quoted;       ///< the words in doubt, as written
  std::string source_text;  ///< the sentence or cell that they stand in
  Position source;
  std::optional<Timescale> reading;  ///< only where the doubt is about a date
  std::vector<std::string> owners;   ///< only where the doubt is about owners
  std::vector<Decision> decisions;   ///< the answers that make sense, the likeliest first
};

struct KindCount {
  ItemKind kind = ItemKind::action;
  int count = 0;
  bool operator==(const KindCount&) const = default;
};

/// In the order of ItemKind; kinds that do not occur are left out.
[[nodiscard]] std::vector<KindCount> count_kinds(const Plan& plan);

/// Whether a finding is about what may be made public (a person's name, a very small number),
/// and so has to be settled before the release rather than before the import.
[[nodiscard]] bool concerns_release(const Finding& finding);

/// Every question that is still open, in the order of the document, but for those that concern
/// the release.
[[nodiscard]] std::vector<Question> import_questions(const Plan& plan);
/// Only those that concern the release; findings that say the very same are one question.
[[nodiscard]] std::vector<Question> release_questions(const Plan& plan);

}  // namespace makegood::pages
