#pragma once
// Filters of the grid that somebody named: theirs alone, for one plan. They are no entries of the ledger:
// nothing of a plan depends on them.

#include <string>
#include <string_view>
#include <vector>

#include "tasks/people.h"

namespace makegood::tasks {

struct Workspace;

struct SavedFilter {
  std::string account, plan;  ///< whose it is, as account_of() has it; the plan's slug
  std::string name;
  std::string query;          ///< as it stands in the address, after the question mark
  bool operator==(const SavedFilter&) const = default;
};

inline constexpr std::size_t kFilterNameLength = 60, kFilterQueryLength = 2000, kFiltersPerPlan = 50;

/// The door to where they are kept.
class SavedFilterRepository {
 public:
  SavedFilterRepository() = default;
  SavedFilterRepository(const SavedFilterRepository&) = delete;
  SavedFilterRepository& operator=(const SavedFilterRepository&) = delete;
  virtual ~SavedFilterRepository() = default;

  /// By name.
  [[nodiscard]] virtual Result<std::vector<SavedFilter>> list(std::string_view account, std::string_view plan) = 0;
  /// Replaces one of the same account, plan and name.
  [[nodiscard]] virtual Result<void> keep(const SavedFilter& filter) = 0;
  [[nodiscard]] virtual Result<void> forget(std::string_view account, std::string_view plan, std::string_view name) = 0;
};

/// The actor's own, by name.
[[nodiscard]] Result<std::vector<SavedFilter>> saved_filters(const Workspace& workspace, const Actor& actor, std::string_view slug);
/// Refuses: no name, one too long, a filter that asks for nothing -> invalid_input; more than
/// kFiltersPerPlan -> too_large.
[[nodiscard]] Result<void> save_filter(const Workspace& workspace, const Actor& actor, std::string_view slug, std::string_view name,
                                       std::string_view query);
/// Edge: one that is not there is forgotten already.
[[nodiscard]] Result<void> forget_filter(const Workspace& workspace, const Actor& actor, std::string_view slug, std::string_view name);

}  // namespace makegood::tasks
