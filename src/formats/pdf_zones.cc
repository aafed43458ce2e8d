#include "formats/pdf_zones.h"

#include <algorithm>

#include "base/base.h"
#include "formats/markers.h"
#include "formats/pdf_rows.h"

namespace makegood::formats {
namespace {

constexpr std::size_t kFewestLines = 4;  // of a column of prose
constexpr std::size_t kShortLine = 20;   // letters: shorter lines are no prose
constexpr double kParagraph = 0.35;      // of a line's height

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

bool is_marker(const std::string& text) {
  const auto ordinal = leading_ordinal(text);
  return is_number(text) || ordinal.length == text.size() || !leading_bullet(text + " x").text.empty() || text == "-" ||
         text == "o";
}

template <class Is>
bool all_lines(const PdfLines& lines, Is is) {
  return !lines.empty() &&
         std::all_of(lines.begin(), lines.end(), [&](const PdfLine& line) { return is(text_of(line)); });
}

// "1.   Text", "Page title   7" and "Lead:   Head of Housing" look like two columns and are lines.
bool is_list(const std::vector<PdfLines>& columns) {
  if (columns.size() != 2) return false;
  return all_lines(columns[0], [](const std::string& text) { return is_marker(text); }) ||
         all_lines(columns[1], is_number) ||
         all_lines(columns[0], [](const std::string& text) { return text.ends_with(':'); });
}

double right_of(const PdfLines& lines) {
  double right = 0;
  for (const auto& line : lines) right = std::max(right, line.box.x1);
  return right;
}

// Long lines that mostly were wrapped at one edge.
bool is_prose(const PdfLines& lines) {
  if (lines.size() < kFewestLines) return false;
  const double right = right_of(lines);
  std::size_t full = 0, letters = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    letters += text_of(lines[i]).size();
    if (i + 1 < lines.size() &&
        lines[i].box.x1 + 0.3 * size_of(lines[i]) + lines[i + 1].words.front()->box.width() >= right)
      ++full;
  }
  return full * 10 >= (lines.size() - 1) * 6 && letters >= lines.size() * kShortLine;
}

std::size_t gaps_in(const PdfLines& lines) {
  const double usual = usual_gap(lines);
  std::size_t gaps = 0;
  for (std::size_t i = 1; i < lines.size(); ++i)
    if (lines[i].box.y0 - lines[i - 1].box.y1 > usual + kParagraph * lines[i].box.height()) ++gaps;
  return gaps;
}

// Rows part all columns at once; paragraphs part each column where it likes.
bool breaks_together(const PdfLines& lines, const std::vector<PdfLines>& columns) {
  std::size_t most = 0;
  for (const auto& column : columns) most = std::max(most, gaps_in(column));
  const auto together = gaps_in(lines);
  return together >= 1 && together * 10 >= most * 6;
}

// Each column was written from top to bottom before the next.
bool is_column_by_column(const PdfLines& lines, const std::vector<double>& rivers) {
  PdfWords words;
  for (const auto& line : lines) words.insert(words.end(), line.words.begin(), line.words.end());
  sort_as_written(words);
  return std::is_sorted(words.begin(), words.end(), [&](const PdfWord* a, const PdfWord* b) {
    return column_of(*a, rivers) < column_of(*b, rivers);
  });
}

// As high as the highest, but for the last, which may end early.
bool fill_their_height(const PdfLines& lines, const std::vector<PdfLines>& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].size() * (i + 1 == columns.size() ? 3 : 5) < lines.size() * (i + 1 == columns.size() ? 1 : 4))
      return false;
  return true;
}

bool is_table_like(const PdfLines& lines, std::size_t columns) {
  const auto side_by_side = static_cast<std::size_t>(
      std::count_if(lines.begin(), lines.end(), [](const PdfLine& line) { return chunks_of(line).size() >= 2; }));
  return side_by_side >= (columns >= 3 ? 2U : 3U);
}

Zone zone_of(PdfLines lines, PdfColumns& known) {
  Zone zone;
  zone.lines = std::move(lines);
  auto rivers = rivers_of(zone.lines, known);
  if (rivers.empty() || !is_table_like(zone.lines, rivers.size() + 1)) return zone;
  std::vector<PdfLines> columns;
  for (auto& words : columns_of(zone.lines, rivers)) columns.push_back(lines_of(std::move(words)));
  if (is_list(columns)) return zone;
  zone.rivers = std::move(rivers);
  const bool prose = std::all_of(columns.begin(), columns.end(), is_prose);
  if (prose && !breaks_together(zone.lines, columns) && is_column_by_column(zone.lines, zone.rivers)) {
    zone.kind = fill_their_height(zone.lines, columns) ? Zone::Kind::columns : Zone::Kind::unclear;
    return zone;
  }
  const auto tops = rows_of(zone.lines, zone.rivers);
  const bool each_line = tops && tops->size() + 1 == zone.lines.size();  // prose does not end with every line
  zone.kind = tops && !(prose && each_line) ? Zone::Kind::table : Zone::Kind::unclear;
  if (zone.kind == Zone::Kind::unclear) return zone;
  zone.tops = *tops;
  known = remembered(zone.lines, zone.rivers);
  return zone;
}

bool is_more_of(const Zone& above, const Zone& zone) {
  return above.kind == zone.kind && above.rivers == zone.rivers &&
         (zone.kind == Zone::Kind::text || zone.kind == Zone::Kind::table);
}

void append(Zone& zone, const Zone& more) {
  if (zone.kind == Zone::Kind::table) zone.tops.push_back((zone.lines.back().box.y1 + more.lines.front().box.y0) / 2);
  zone.tops.insert(zone.tops.end(), more.tops.begin(), more.tops.end());
  zone.lines.insert(zone.lines.end(), more.lines.begin(), more.lines.end());
}

// How many lines at the head of a page are the rest of a row that the page before began.
std::size_t continued_lines(const PdfLines& lines, const PdfColumns& columns) {
  std::size_t n = 0;
  while (n < lines.size() && continues({lines[0], lines[n]}, columns)) ++n;
  return n;
}

}  // namespace

std::vector<Zone> zones_of(const PdfLines& lines, PdfColumns& columns, bool first) {
  std::vector<Zone> zones;
  const auto stretches = stretches_of(lines);
  std::size_t next = first ? continued_lines(lines, columns) : 0;
  const auto part = [&](std::size_t from, std::size_t end) {
    return PdfLines(lines.begin() + static_cast<std::ptrdiff_t>(from),
                    lines.begin() + static_cast<std::ptrdiff_t>(end));
  };
  const auto add = [&](Zone zone) {
    if (zone.lines.empty()) return;
    if (!zones.empty() && is_more_of(zones.back(), zone))
      append(zones.back(), zone);
    else
      zones.push_back(std::move(zone));
  };
  if (next > 0) add({Zone::Kind::table, part(0, next), columns.rivers, {}});
  for (const auto& stretch : stretches) {
    if (stretch.end <= next) continue;
    const auto from = std::max(stretch.from, next);
    add({Zone::Kind::text, part(next, from), {}, {}});
    add(zone_of(part(from, stretch.end), columns));
    next = stretch.end;
  }
  add({Zone::Kind::text, part(next, lines.size()), {}, {}});
  return zones;
}

}  // namespace makegood::formats
