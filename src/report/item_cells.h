#pragma once
// What the columns of our own form say of an item. CSV, documents and workbooks all take it from here.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "extract/own_cells.h"
#include "extract/own_fields.h"
#include "plan/plan.h"

namespace makegood {

/// Looks at the whole plan once; it must outlive this.
class ItemCells {
 public:
  ItemCells(const Plan& plan, RuleBook rules);

  [[nodiscard]] const Plan& plan() const { return plan_; }
  [[nodiscard]] const RuleBook& rules() const { return rules_; }
  /// Nothing, one value, or several where the field is a list. Words are codes, days are ISO.
  [[nodiscard]] std::vector<std::string> values(const Item& item, Field field) const;
  /// Empty for no theme.
  [[nodiscard]] std::string theme_label(const ThemeId& id) const;
  [[nodiscard]] bool labels_are_paths() const { return themes_.are_paths; }
  /// The dates would not be read from the timescale's text: they must be written.
  [[nodiscard]] bool states_dates(const Item& item) const;

 private:
  [[nodiscard]] std::vector<std::string> date_values(const Item& item, Field field) const;

  const Plan& plan_;
  RuleBook rules_;
  ThemeLabels themes_;
  std::map<ItemId, std::string> parents_;
};

/// A value as a person reads it: "accepted-in-part" is "Accepted in part".
[[nodiscard]] std::string in_words(Field field, const std::string& value);
/// Text that no reader takes for a list: a line that begins with a bullet gets a word joiner,
/// which nobody sees and every reader drops, before it.
[[nodiscard]] std::string as_text(const std::string& value);

}  // namespace makegood
