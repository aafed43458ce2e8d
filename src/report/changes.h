#pragma once
// What changed between two versions of a plan, as data.

#include "report/report.h"

namespace makegood {

/// Two versions and what they are called.
struct VersionPair {
  const Plan& before;
  const Plan& after;
  std::string from, to;
};

/// One row an item that is in either version, after a header row: changed ones in the order of the
/// newer version, then those that are gone. Unchanged items have a row too, without kinds.
[[nodiscard]] std::vector<std::vector<std::string>> change_rows(const VersionPair& versions, const ChangeSet& changes);
/// The same as JSON, with every field before and after, and the themes.
[[nodiscard]] std::string changes_json(const VersionPair& versions, const ChangeSet& changes);

}  // namespace makegood
