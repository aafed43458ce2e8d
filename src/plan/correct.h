#pragma once
// Changes that a person makes to a plan: a correction of one field, or a decision about a
// finding. Both say what stood there before, so that history can show it.

#include <string>
#include <string_view>
#include <vector>

#include "plan/item.h"

namespace makegood {

enum class ItemField {
  ref, kind, theme, title, detail, owners, partners, lead_authority,
  timescale,  ///< the text as written, read again; drops dates that a person had confirmed
  start, due, recurs, ongoing, complete,  ///< confirmed dates, above what was read
  redated,    ///< a later (or earlier) date was agreed: the first one is kept, so that it shows as slipped
  status_raw, response, progress, approval,
};

/// "lead_authority"; the name in JSON, forms and history.
[[nodiscard]] std::string_view word(ItemField field);
[[nodiscard]] std::optional<ItemField> item_field_from(std::string_view word);

/// `values` holds one text, or several for owners, partners and lead_authority; empty clears.
/// Dates are "2023-03-31", flags "yes" or "no", kinds and responses their words, theme an id.
struct Correction {
  ItemId item;
  ItemField field = ItemField::title;
  std::vector<std::string> values;
  std::string reason;
};

struct FieldChange {
  ItemField field = ItemField::title;
  std::vector<std::string> before, after;
  bool operator==(const FieldChange&) const = default;
};

[[nodiscard]] std::vector<std::string> field_values(const Item& item, ItemField field);

/// Refuses: no such item or theme -> not_found; a value that does not fit, an empty title,
/// a start after the due date -> invalid_input; nothing would change -> conflict.
[[nodiscard]] Result<FieldChange> apply(Plan& plan, const Correction& correction);

/// A finding that nobody has decided about yet.
struct OpenFinding {
  ItemId item;  ///< empty = of the plan
  Finding finding;
  int ordinal = 0;
};

/// All findings of an item: its own, then those of its timescale that are not among them.
[[nodiscard]] Findings findings_of(const Item& item);
[[nodiscard]] std::vector<OpenFinding> open_findings(const Plan& plan);

/// confirm: the dates stay as read. set_dates: `dates` stand above them. no_date: none can be
/// read, and that is right. split_owners: `owners` replace the owners. leave: nothing changes.
/// Refuses: no such finding -> not_found; already settled -> conflict; a decision that needs
/// an item or a value that is missing -> invalid_input.
[[nodiscard]] Result<std::vector<FieldChange>> settle(Plan& plan, const Settlement& settlement);

}  // namespace makegood
