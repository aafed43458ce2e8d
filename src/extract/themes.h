#pragma once
// Headings as they stand in the document, and which of them are themes. A heading becomes a
// theme only when items stand under it; levels are often uneven, so a heading that has items of
// its own is never the parent of another.

#include <string>
#include <unordered_map>
#include <vector>

#include "extract/lines.h"
#include "extract/tables.h"
#include "plan/plan.h"

namespace makegood::extraction {

/// Levels beyond those of real headings.
constexpr int kTitleLine = 50, kAimLine = 51, kTableRow = 60, kTableColumn = 70, kInCell = 80;

class Headings {
 public:
  /// The heading that now stands, as a child of the nearest before it with a smaller level.
  int push(int level, std::string text, const Position& at);
  [[nodiscard]] int current() const { return stack_.empty() ? -1 : stack_.back(); }
  [[nodiscard]] const std::string& text(int node) const { return nodes_[static_cast<std::size_t>(node)].text; }
  void has_items(int node);
  /// The heading that stands at `at` with that text, or -1.
  [[nodiscard]] int find(std::string_view text, const Position& at) const;
  [[nodiscard]] const Position& place(int node) const { return nodes_[static_cast<std::size_t>(node)].at; }
  /// Goes back to the headings of the page: what stood in a table ends with it.
  void leave_table();

  /// The theme of `node`, made in `plan` when it is first asked for; empty where there is none.
  ThemeId theme(int node, Plan& plan);
  /// A theme named inside a table, under whatever heading the table stands.
  ThemeId inner_theme(const ThemeId& parent, const std::string& title, const Position& at, Plan& plan);

 private:
  struct Node {
    std::string text;
    int level = 0;
    int parent = -1;
    bool own_items = false;
    ThemeId theme;
    Position at;
  };
  [[nodiscard]] int parent_theme_node(int node) const;

  std::vector<Node> nodes_;
  std::vector<int> stack_;
  std::unordered_map<std::string, ThemeId> inner_;
};

/// What the running text between two tables is.
struct RunReading {
  std::size_t themes_from = 0;  ///< lines from here on are theme lines and their notes; size() = none
  std::vector<bool> is_theme;   ///< by line
};

/// `open_body`: the item before it goes on in running text. `header_next`: a table with its own header follows.
[[nodiscard]] RunReading read_run(const Lines& run, bool first, bool open_body, bool table_next, bool header_next);

/// "Measuring Progress: Health", "Key performance indicators".
[[nodiscard]] bool is_measuring_label(std::string_view text);

}  // namespace makegood::extraction
