#include "extract/rows.h"

#include <algorithm>

#include "base/base.h"
#include "extract/parts.h"
#include "extract/people.h"
#include "extract/vocabulary.h"

namespace makegood::extraction {
namespace {

const Lines kNoLines;

const Lines& cell(const GridRow& row, int column) {
  return column < 0 || static_cast<std::size_t>(column) >= row.slots.size() ? kNoLines : row.slots[static_cast<std::size_t>(column)].lines;
}

bool own_text(const GridRow& row, int column) {
  return !cell(row, column).empty() && !row.slots[static_cast<std::size_t>(column)].from_above;
}

bool any_own(const GridRow& row, const Layout& layout, Role role) {
  for (std::size_t n = 0; n < row.slots.size(); ++n)
    if (layout.role(n) == role && own_text(row, static_cast<int>(n))) return true;
  return false;
}

std::string_view first_text(const GridRow& row, int column) {
  const auto& lines = cell(row, column);
  return lines.empty() ? std::string_view() : std::string_view(lines[0].text);
}

// At a page break any small joining word; else one that no action ends with ("Sign in" does).
bool asks_for_more(std::string_view text, bool after_break) {
  if (!is_cut_off(text)) return false;
  const auto last = words_of(text).back();
  return after_break || last == "and" || last == "&" || last == "of" || last == "the" || last == "or" || last == "a" || last == "their" || last == "our";
}

bool begins_small(std::string_view text) { return starts_lower(text) || text.starts_with("& ") || text.starts_with(", "); }

bool could_be_theme_row(const GridRow& row) {
  const int only = row.only_filled();
  if (only < 0) return false;
  const auto& slot = row.slots[static_cast<std::size_t>(only)];
  if (slot.lines.size() > 2 || (slot.lines[0].listed && !is_ordered(slot.lines[0].marker))) return false;
  const auto& text = slot.lines[0].text;
  if (!is_title_like(text) || is_target_line(text) || label_in(text).part != Part::none || text.size() > 160) return false;
  const bool wide = slot.span > 1 || slot.lines[0].bold || slot.lines[0].heading;
  return wide || is_aim_like(text) || !is_doing_word(words_of(text)[0]);
}

bool is_labelled(const Lines& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const Line& line) { return label_in(line.text).part != Part::none; });
}

// "Response: ..." in whichever cell, beside what goes on of another.
bool begins_with_label(const GridRow& row) {
  return std::any_of(row.slots.begin(), row.slots.end(), [](const Slot& slot) {
    if (slot.lines.empty() || slot.from_above) return false;
    const auto part = label_in(slot.lines[0].text).part;
    return part == Part::response || part == Part::progress || part == Part::commitments;
  });
}

RowIs classify_alone(const GridRow& row, const Layout& layout, const Habit& habit, const Record* before, bool first) {
  const int only = row.only_filled();
  const auto& slot = row.slots[static_cast<std::size_t>(only)];
  const bool labelled = is_labelled(slot.lines);
  const int columns = static_cast<int>(row.slots.size());
  const bool wide = columns >= 3 && slot.span >= columns - 1;
  if (before != nullptr && labelled) return RowIs::body;
  const bool theme_like = could_be_theme_row(row) && !(before != nullptr && begins_small(slot.lines[0].text));
  if (theme_like && (wide || slot.lines[0].bold || habit.theme_rows >= 2 || (first && !row.after_break) || before == nullptr)) return RowIs::theme;
  if (theme_like && first && layout.first(Role::title) >= 0 && habit.dates) return RowIs::theme;
  if (before == nullptr) return layout.role(static_cast<std::size_t>(only)) == Role::title ? RowIs::item : RowIs::theme;
  const auto role = layout.role(static_cast<std::size_t>(only));
  if (wide || (role == Role::ref && !is_reference(text_of(slot.lines)))) return RowIs::body;
  if (role != Role::title) return RowIs::rest;
  if (habit.refs || habit.owners || habit.dates || is_target_line(slot.lines[0].text)) return RowIs::rest;
  if (begins_small(slot.lines[0].text) && !habit.small_titles) return RowIs::rest;
  const int title = layout.first(Role::title);
  const auto& last = before->cells[static_cast<std::size_t>(title)];
  return !last.empty() && is_cut_off(last.back().text) ? RowIs::rest : RowIs::item;
}

// Columns whose text goes on from the row before: it begins small, or that text was cut off.
bool goes_on(const GridRow& row, const Layout& layout, const Habit& habit, const Record& before) {
  const int title = layout.first(Role::title);
  for (std::size_t n = 0; n < row.slots.size() && n < before.cells.size(); ++n) {
    const auto role = layout.role(n);
    const bool names = role == Role::owner || role == Role::partner;
    if ((!names && static_cast<int>(n) != title) || !own_text(row, static_cast<int>(n)) || before.cells[n].empty()) continue;
    const auto& text = row.slots[n].lines[0].text;
    if (begins_small(text) && !(static_cast<int>(n) == title && habit.small_titles)) return true;
    if (names && row.after_break && is_cut_off(before.cells[n].back().text)) return true;
  }
  return false;
}

}  // namespace

Lines Record::lines(Role role) const {
  Lines out;
  for (std::size_t n = 0; n < cells.size(); ++n)
    if (layout->role(n) == role) out.insert(out.end(), cells[n].begin(), cells[n].end());
  return out;
}

Habit habit_of(const Layout& layout, const std::vector<const GridRow*>& rows) {
  Habit habit;
  const int title = layout.first(Role::title);
  const int ref = layout.first(Role::ref);
  double whole = 0, small = 0, unbroken = 0, refs = 0, owners = 0, dates = 0;
  for (const auto* row : rows) {
    if (could_be_theme_row(*row)) ++habit.theme_rows;
    if (row->filled() < 2) continue;
    ++whole;
    unbroken += !row->after_break;
    small += !row->after_break && starts_lower(first_text(*row, title));
    refs += !cell(*row, ref).empty() && is_reference(text_of(cell(*row, ref)));
    owners += any_own(*row, layout, Role::owner);
    dates += any_own(*row, layout, Role::timescale);
  }
  habit.small_titles = small >= 2 && small > 0.4 * unbroken;
  // Rows cut by page breaks repeat nothing: most, not all, need to be filled.
  habit.refs = whole > 0 && refs >= 0.3 * whole && refs >= 1;
  habit.owners = whole > 1 && owners >= 0.75 * whole;
  habit.dates = whole > 1 && dates >= 0.75 * whole;
  return habit;
}

RowIs classify(const GridRow& row, const Layout& layout, const Habit& habit, const Record* before, bool first) {
  if (row.filled() == 0) return RowIs::rest;
  if (row.filled() == 1 && row.slots.size() > 1) return classify_alone(row, layout, habit, before, first);
  if (before == nullptr) return RowIs::item;
  const int title = layout.first(Role::title);
  const int ref = layout.first(Role::ref);
  if (ref >= 0 && own_text(row, ref)) {
    if (is_reference(text_of(cell(row, ref))) || cell(row, ref)[0].text.size() < 25) return RowIs::item;
    if (is_labelled(cell(row, ref)) || text_of(cell(row, ref)).size() > 60) return RowIs::body;
  }
  if (ref >= 0 && !own_text(row, ref) && begins_with_label(row)) return RowIs::body;
  if (habit.refs && ref >= 0 && !own_text(row, ref) && !(own_text(row, title) && any_own(row, layout, Role::owner) && any_own(row, layout, Role::timescale) && !goes_on(row, layout, habit, *before))) return RowIs::rest;
  if (!own_text(row, title)) {
    const bool dated = any_own(row, layout, Role::timescale) || (layout.first(Role::timescale) < 0 && any_own(row, layout, Role::owner));
    const bool step = any_own(row, layout, Role::detail) && dated && !begins_small(first_text(row, layout.first(Role::detail))) &&
                      !goes_on(row, layout, habit, *before);
    return step ? RowIs::step : RowIs::rest;
  }
  if (goes_on(row, layout, habit, *before)) {
    // A date of its own and a capital: an item whose owner cell happens to begin small.
    return RowIs::rest;
  }
  const bool owned = any_own(row, layout, Role::owner), dated = any_own(row, layout, Role::timescale);
  if (!owned && !dated && habit.owners && habit.dates && row.after_break) return RowIs::rest;
  if (!dated && habit.dates && row.after_break && owned && is_cut_off(before->cells[static_cast<std::size_t>(title)].empty() ? "" : before->cells[static_cast<std::size_t>(title)].back().text)) return RowIs::rest;
  if (!dated && habit.dates && owned && row.after_break) {
    const auto people = before->lines(Role::owner);
    if (!people.empty() && !is_complete_entry(people.back().text)) return RowIs::rest;
  }
  return RowIs::item;
}

void add_rest(Record& record, const GridRow& row) {
  if (record.cells.size() < row.slots.size()) record.cells.resize(row.slots.size());
  for (std::size_t n = 0; n < row.slots.size(); ++n) {
    if (row.slots[n].from_above) continue;
    bool first = true;
    for (auto line : row.slots[n].lines) {
      line.joined = first && !line.listed;
      first = false;
      record.cells[n].push_back(std::move(line));
    }
  }
  record.joined = true;
}

void return_stray_tail(Record& before, GridRow& row) {
  const int title = before.layout->first(Role::title);
  if (title < 0 || static_cast<std::size_t>(title) >= row.slots.size()) return;
  auto& held = before.cells[static_cast<std::size_t>(title)];
  auto& lines = row.slots[static_cast<std::size_t>(title)].lines;
  if (held.empty() || lines.empty() || !asks_for_more(held.back().text, row.after_break)) return;
  auto& text = lines[0].text;
  const auto end = text.find(". ");
  if (end == std::string::npos || words_of(std::string_view(text).substr(0, end)).size() > 12) return;
  auto tail = lines[0];
  tail.text = text.substr(0, end + 1);
  tail.joined = true;
  text = text.substr(end + 2);
  held.push_back(std::move(tail));
  before.joined = true;
  before.findings.emplace_back("stray_tail");
}

}  // namespace makegood::extraction
