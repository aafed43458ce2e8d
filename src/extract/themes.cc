#include "extract/themes.h"

#include <algorithm>

#include "base/base.h"
#include "extract/parts.h"
#include "extract/vocabulary.h"

namespace makegood::extraction {

int Headings::push(int level, std::string text, const Position& at) {
  while (!stack_.empty() && nodes_[static_cast<std::size_t>(stack_.back())].level >= level) stack_.pop_back();
  if (const auto marked = take_marker(text); is_ordered(marked.marker)) text = std::string(marked.rest);
  nodes_.push_back({std::move(text), level, current(), false, {}, at});
  stack_.push_back(static_cast<int>(nodes_.size()) - 1);
  return stack_.back();
}

void Headings::has_items(int node) {
  if (node >= 0) nodes_[static_cast<std::size_t>(node)].own_items = true;
}

int Headings::find(std::string_view text, const Position& at) const {
  for (std::size_t n = 0; n < nodes_.size(); ++n)
    if (nodes_[n].text == text && nodes_[n].at == at) return static_cast<int>(n);
  return -1;
}

void Headings::leave_table() {
  while (!stack_.empty() && nodes_[static_cast<std::size_t>(stack_.back())].level >= kTableRow) stack_.pop_back();
}

int Headings::parent_theme_node(int node) const {
  int parent = nodes_[static_cast<std::size_t>(node)].parent;
  while (parent >= 0 && is_general_heading(nodes_[static_cast<std::size_t>(parent)].text)) parent = nodes_[static_cast<std::size_t>(parent)].parent;
  if (parent < 0) return -1;
  const auto& above = nodes_[static_cast<std::size_t>(parent)];
  const bool inside_table = nodes_[static_cast<std::size_t>(node)].level >= kTableRow;
  return above.own_items && !inside_table ? -1 : parent;
}

ThemeId Headings::theme(int node, Plan& plan) {
  while (node >= 0 && is_general_heading(nodes_[static_cast<std::size_t>(node)].text)) node = nodes_[static_cast<std::size_t>(node)].parent;
  if (node < 0) return {};
  if (!nodes_[static_cast<std::size_t>(node)].theme.empty()) return nodes_[static_cast<std::size_t>(node)].theme;
  const int above = parent_theme_node(node);
  const auto parent = above >= 0 ? theme(above, plan) : ThemeId{};
  auto& found = nodes_[static_cast<std::size_t>(node)];
  found.theme = ThemeId(std::to_string(plan.themes.size() + 1));
  plan.themes.push_back({found.theme, found.text, parent, found.at});
  return found.theme;
}

ThemeId Headings::inner_theme(const ThemeId& parent, const std::string& title, const Position& at, Plan& plan) {
  auto& known = inner_[parent.text + "\n" + fold(title)];
  if (known.empty()) {
    known = ThemeId(std::to_string(plan.themes.size() + 1));
    plan.themes.push_back({known, title, parent, at});
  }
  return known;
}

bool is_measuring_label(std::string_view text) {
  auto folded = fold(text);
  while (!folded.empty() && ((folded[0] >= '0' && folded[0] <= '9') || folded[0] == ' ')) folded.erase(0, 1);
  if (words_of(folded).size() > 14) return false;
  for (const std::string_view start : {"measuring progress", "key performance indicator", "kpi", "performance indicator", "performance measures",
                                       "measures of success", "how we will measure", "how will we measure", "how we will know", "success measures",
                                       "indicators", "measuring success", "how success will be measured", "our indicators", "progress indicators", "key indicators", "measuring our progress", "monitoring measures"})
    if (folded.starts_with(start)) return true;
  return false;
}

namespace {

bool could_be_theme(const Line& line) {
  if (line.listed && !is_ordered(line.marker)) return false;
  if (line.text.back() == ':' && !line.bold) return false;
  return (is_title_like(line.text) || is_aim_like(line.text)) && !is_measuring_label(line.text) && !is_edition_line(line.text) &&
         label_in(line.text).part == Part::none;
}

bool is_sentence(const Line& line) { return !line.listed && !could_be_theme(line) && (is_ended(line.text) || words_of(line.text).size() > 14); }

}  // namespace

RunReading read_run(const Lines& run, bool first, bool open_body, bool table_next, bool header_next) {
  RunReading reading;
  reading.is_theme.assign(run.size(), false);
  reading.themes_from = run.size();
  for (std::size_t n = 0; n < run.size(); ++n) reading.is_theme[n] = run[n].heading && !is_measuring_label(run[n].text) && label_in(run[n].text).part == Part::none;
  if (run.empty() || !table_next) return reading;
  std::size_t end = run.size();
  // A note between a theme line and its table: "Please see the plans of the directorates."
  std::size_t notes = 0;
  while (end > 0 && notes < 2 && is_sentence(run[end - 1]) && !run[end - 1].heading) --end, ++notes;
  const bool theme_before_note = end > 0 && (run[end - 1].heading || (could_be_theme(run[end - 1]) && (end == 1 || run[end - 1].bold || !open_body)));
  if (notes > 0 && !theme_before_note) end = run.size(), notes = 0;
  if (!header_next && (open_body || run.size() > 2 || first)) return reading;
  std::size_t from = end;
  while (from > 0 && end - from < 3 && !run[from - 1].heading && could_be_theme(run[from - 1])) --from;
  // In the opening pages only what stands directly above the table can be its theme.
  if (first && notes > 0 && end - from > 1) from = end - 1;
  for (auto n = from; n < end; ++n)
    if (!(first && is_general_heading(run[n].text))) reading.is_theme[n] = true;
  if (from < end) reading.themes_from = from;
  return reading;
}

}  // namespace makegood::extraction
