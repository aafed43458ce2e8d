#pragma once
// framework: a standard, charter or manifesto is a plan whose items are criteria; this is how far it is met, by several
// assessors, round after round. Everything is folded from the ledger's entries about one subject, in their order:
//
//   Assessment a;
//   for (const auto& entry : entries_about(subject_of("eflg-2026"))) a.add(entry.kind, entry.payload, entry.sequence);
//   const auto now = standing_of(a, "2026", criterion);         // what each assessor says, and what was agreed
//   for (const auto* gap : gaps(a, "2026", plan)) list(*gap);   // below the aim, and nothing is done about it
//
// Two assessors who differ both stay as they spoke; what is agreed stands beside them with its reason. framework must
// not know pages, nor who may do what.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"

namespace makegood::framework {

struct Level {
  std::string code, title, title_cy;
  [[nodiscard]] const std::string& in(std::string_view language) const { return language == "cy" && !title_cy.empty() ? title_cy : title; }
  bool operator==(const Level&) const = default;
};

/// These two are answers and no levels that can be reached.
inline constexpr std::string_view kNotAssessed = "not-assessed", kOutOfScope = "out-of-scope";

/// What is assessed by: docs/reference/frameworks.md.
struct Framework {
  std::string name;
  std::vector<Level> levels;     ///< lowest first
  std::string reassessed_every;  ///< in words

  [[nodiscard]] const Level* level(std::string_view code) const;
  /// 1 = the lowest that can be reached; nothing for "not assessed", "not for this body" and unknown codes.
  [[nodiscard]] std::optional<int> rank(std::string_view code) const;
  bool operator==(const Framework&) const = default;
};

/// Looking at every criterion once. Ratings go into the last round that is open.
struct Round {
  std::string name;  ///< "2026"
  std::string aim;   ///< code of the level aimed at; empty = the highest
  Day opened;
  std::optional<Day> closed, again;  ///< `again`: when it is to be looked at next
  bool operator==(const Round&) const = default;
};

/// One assessor's word about one criterion. The assessor's later word in the same round takes its place.
struct Rating {
  ItemId item;
  std::string round, level, reasons, evidence;
  std::string assessor;  ///< post and organisation, in words
  Day day;
  std::int64_t sequence = 0;
  bool operator==(const Rating&) const = default;
};

/// What the assessors' words come to.
struct Agreement {
  ItemId item;
  std::string round, level, reasons, by;
  Day day;
  std::int64_t sequence = 0;
  bool operator==(const Agreement&) const = default;
};

/// What is done about a criterion: an item of a plan, or why nothing is.
struct Service {
  ItemId criterion;
  std::string plan;     ///< slug; empty = `reason` says why nothing is done
  ItemId item;
  std::string words;    ///< the item's reference and title when it was tied
  std::string reason;
  bool ends = false;    ///< no longer
  bool operator==(const Service&) const = default;
};

struct Assessment {
  std::optional<Framework> framework;
  std::vector<Round> rounds;        ///< oldest first
  std::vector<Rating> ratings;      ///< every one, in the order in which they were given
  std::vector<Agreement> agreements;
  std::vector<Service> services;    ///< those that hold
  std::int64_t sequence = 0;        ///< of the last entry

  /// The next entry. One that was erased (an empty payload) or is of another kind is passed over.
  /// Refuses a payload that is not what its kind says -> invalid_input.
  [[nodiscard]] Result<void> add(std::string_view kind, std::string_view payload, std::int64_t at);

  [[nodiscard]] const Round* round(std::string_view name) const;
  /// Null = none is open.
  [[nodiscard]] const Round* open_round() const;
  /// The closed one before this; null = there is none.
  [[nodiscard]] const Round* before(std::string_view name) const;
};

/// How one criterion stands in one round.
struct Standing {
  std::vector<const Rating*> ratings;      ///< the last of each assessor, in the order in which they first spoke
  const Agreement* agreement = nullptr;    ///< null = nothing was agreed, or somebody has spoken since
  bool differ = false;                     ///< the assessors do not say the same
  std::string level = std::string(kNotAssessed);  ///< agreed, or what all of them say
};
[[nodiscard]] Standing standing_of(const Assessment& assessment, std::string_view round, const ItemId& criterion);

/// The plan's items that are criteria, in its order.
[[nodiscard]] std::vector<const Item*> criteria(const Plan& plan);

/// Criteria of which the assessors differ and nothing is agreed.
[[nodiscard]] std::vector<const Item*> differences(const Assessment& assessment, std::string_view round, const Plan& plan);

/// Criteria below the round's aim, or assessed by nobody, about which nothing is done and no reason is given.
[[nodiscard]] std::vector<const Item*> gaps(const Assessment& assessment, std::string_view round, const Plan& plan);

/// How many criteria stand at each level, `not-assessed` included: one for each level, in the framework's order.
[[nodiscard]] std::vector<int> counts(const Assessment& assessment, std::string_view round, const Plan& plan);

/// Against the round before.
enum class Movement { none, up, down, same };  ///< none: one of the two has no level
[[nodiscard]] Movement movement_of(const Assessment& assessment, std::string_view round, const ItemId& criterion);

/// Under which subject the ledger has the entries about a plan's assessment.
[[nodiscard]] std::string subject_of(std::string_view slug);

// What entries say. Kinds: framework.kept, assessment.opened, assessment.closed, criterion.rated, criterion.agreed,
// criterion.served.
[[nodiscard]] std::string write(const Framework& framework);
[[nodiscard]] std::string write(const Round& round);
[[nodiscard]] std::string write(const Rating& rating);
[[nodiscard]] std::string write(const Agreement& agreement);
[[nodiscard]] std::string write(const Service& service);

/// Refuses levels that contradict themselves: fewer than two to reach, one code twice, one without a title -> invalid_input.
[[nodiscard]] Result<Framework> read_framework(std::string_view json);
/// The member `framework` of a plan's file; nothing where it has none or is no JSON. Refuses as read_framework().
[[nodiscard]] Result<std::optional<Framework>> framework_in_plan_file(std::string_view text);

}  // namespace makegood::framework
