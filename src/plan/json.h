#pragma once
// Plans as JSON: our own form, which loses nothing and always has the same bytes for the same
// plan, and the neutral shape in which an import is shown to outsiders.

#include <functional>
#include <string>
#include <string_view>

#include "plan/correct.h"
#include "plan/decide_match.h"
#include "plan/item.h"

namespace makegood {

/// Our own form on one line: {"format": "makegood-plan-1", ...}. Members that say nothing (empty,
/// zero, false) are left out. Text that is not UTF-8 is replaced, never written.
[[nodiscard]] std::string write_plan(const Plan& plan);
/// The same without the items, for a plan whose items are kept one by one.
[[nodiscard]] std::string write_plan_head(const Plan& plan);
[[nodiscard]] std::string write_item(const Item& item);
[[nodiscard]] std::string write_correction(const Correction& correction);
[[nodiscard]] std::string write_settlement(const Settlement& settlement);
[[nodiscard]] std::string write_match_decision(const MatchDecision& decision);
[[nodiscard]] std::string write_changes(const std::vector<FieldChange>& changes);

/// Refuses, in one line that names the member: what is not JSON, another format, a member of
/// another type, an unknown word, a date that does not exist, two items with one id, a parent or
/// theme that is not there -> invalid_input; over kLargestJson or kDeepestJson (json/json.h) -> too_large. Unknown members are
/// passed over, so that a newer plan can be read.
[[nodiscard]] Result<Plan> read_plan(std::string_view json);
[[nodiscard]] Result<Item> read_item(std::string_view json);
[[nodiscard]] Result<Correction> read_correction(std::string_view json);
[[nodiscard]] Result<Settlement> read_settlement(std::string_view json);
[[nodiscard]] Result<MatchDecision> read_match_decision(std::string_view json);
[[nodiscard]] Result<std::vector<FieldChange>> read_changes(std::string_view json);

/// A plan in any shape that leaves the house: our own, the one that is published (report), or the
/// neutral one, which says an item's theme by its title. Nouns without an id are numbered.
/// `usual` settings hold where the text says none. Refuses as read_plan() does, and JSON without "items".
[[nodiscard]] Result<Plan> read_any_plan(std::string_view json, const TimescaleSettings& usual = {});

/// The neutral shape: themes, items, indicators and findings, indented, ending in a line break.
/// `start`, `due` and so on are the dates that count; dates are ISO or null.
[[nodiscard]] std::string write_neutral(const Plan& plan);
/// The same, piece by piece, for plans that are large.
using Sink = std::function<void(std::string_view)>;
void write_neutral(const Plan& plan, const Sink& sink);

}  // namespace makegood
