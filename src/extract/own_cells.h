#pragma once
// What a cell of our own form says, written and read: themes and parents by name, lists, links, and
// text that no spreadsheet takes for a formula.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"

namespace makegood {

/// The name by which a cell means a theme: "Employment: Council", distinct for each theme.
struct ThemeLabels {
  std::map<ThemeId, std::string> label_of;
  bool are_paths = true;  ///< every label is the titles from the top, ": " between
};
[[nodiscard]] ThemeLabels theme_labels(const Plan& plan);
/// How a cell means an item as a parent: its reference where no other has it, else its id.
[[nodiscard]] std::map<ItemId, std::string> parent_labels(const Plan& plan);

/// "Minutes of March <https://example.org/minutes>"; link_of() reads it back.
[[nodiscard]] std::string evidence_line(const Link& link);
[[nodiscard]] Link link_of(std::string_view line);

/// For CSV: "; " between, with \ before ; and \ inside an entry.
[[nodiscard]] std::string join_list(const std::vector<std::string>& entries);
[[nodiscard]] std::vector<std::string> split_list(std::string_view text);

/// A cell that a spreadsheet would run as a formula gets an apostrophe before it; so does one that
/// would lose its own on the way back. without_guard(spreadsheet_safe(text)) == text.
[[nodiscard]] std::string spreadsheet_safe(std::string text);
[[nodiscard]] std::string without_guard(std::string text);

}  // namespace makegood
