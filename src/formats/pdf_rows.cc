#include "formats/pdf_rows.h"

#include <algorithm>

#include "formats/pdf_rivers.h"

namespace makegood::formats {
namespace {

constexpr double kRowGap = 0.35;  // of a line's height: more white than usual

// The words of a row in the order of the content stream.
struct WrittenRow {
  PdfBox box;
  std::vector<PdfBox> columns;  // what stands in each; width 0 = nothing
};

bool is_empty(const PdfBox& box) { return box.x1 <= box.x0; }

void put(WrittenRow& row, std::size_t column, const PdfBox& word) {
  if (is_empty(row.columns[column]))
    row.columns[column] = word;
  else
    row.columns[column].include(word);
  if (is_empty(row.box))
    row.box = word;
  else
    row.box.include(word);
}

PdfWords in_written_order(const PdfLines& lines) {
  PdfWords words;
  for (const auto& line : lines) words.insert(words.end(), line.words.begin(), line.words.end());
  sort_as_written(words);
  return words;
}

std::vector<WrittenRow> written_rows(const PdfLines& lines, const std::vector<double>& rivers) {
  std::vector<WrittenRow> rows;
  std::size_t last = 0;
  for (const auto* word : in_written_order(lines)) {
    const auto column = column_of(*word, rivers);
    const bool back = column < last && !is_empty(word->box) && word->box.middle_y() > rows.back().box.y0 &&
                      word->box.y0 >= rows.back().columns[column].y1 - 1;
    if (rows.empty() || back) rows.push_back({{}, std::vector<PdfBox>(rivers.size() + 1)});
    put(rows.back(), column, word->box);
    last = column;
  }
  return rows;
}

// Where lines were written from margin to margin, cells that wrap look like rows of their own.
bool were_written_line_by_line(const std::vector<WrittenRow>& rows, double line_height) {
  std::size_t single = 0, partial = 0;
  for (const auto& row : rows) {
    if (row.box.height() < 1.7 * line_height) ++single;
    if (std::any_of(row.columns.begin(), row.columns.end(), is_empty)) ++partial;
  }
  return single == rows.size() && partial * 4 > rows.size();
}

double height_of_lines(const PdfLines& lines) {
  double sum = 0;
  for (const auto& line : lines) sum += line.box.height();
  return lines.empty() ? 0 : sum / static_cast<double>(lines.size());
}

bool is_filled(const PdfLine& line, std::size_t column, const std::vector<double>& rivers) {
  return std::any_of(line.words.begin(), line.words.end(),
                     [&](const PdfWord* word) { return column_of(*word, rivers) == column; });
}

double between(const PdfLine& above, const PdfLine& below) { return (above.box.y1 + below.box.y0) / 2; }

std::vector<double> rows_by_white(const PdfLines& lines) {
  const double usual = usual_gap(lines);
  std::vector<double> tops;
  for (std::size_t i = 1; i < lines.size(); ++i)
    if (lines[i].box.y0 - lines[i - 1].box.y1 > usual + kRowGap * lines[i].box.height())
      tops.push_back(between(lines[i - 1], lines[i]));
  return tops;
}

// Rows begin with words in the first column and in one more.
bool begin_like_rows(const PdfLines& lines, const std::vector<double>& tops, const std::vector<double>& rivers) {
  std::size_t good = 0, next = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool first = i == 0 || (next < tops.size() && lines[i].box.middle_y() > tops[next]);
    if (!first) continue;
    if (i > 0) ++next;
    if (is_filled(lines[i], 0, rivers) && chunks_of(lines[i]).size() >= 2) ++good;
  }
  return good * 5 >= (tops.size() + 1) * 4;
}

bool is_row_each(const PdfLines& lines, const std::vector<double>& rivers) {
  return std::all_of(lines.begin(), lines.end(), [&](const PdfLine& line) {
    return is_filled(line, 0, rivers) && column_of(*line.words.back(), rivers) > 0;
  });
}

bool is_unbroken(const PdfLines& column, double top) {
  return rows_by_white(column).empty() && column.front().box.y0 <= top + column.front().box.height();
}

// Written column by column, each from the top and, but for the longest, without a gap: cells of
// several rows would have left one.
bool is_one_row(const PdfLines& lines, const std::vector<double>& rivers) {
  if (written_rows(lines, rivers).size() != 1) return false;
  std::vector<PdfLines> columns;
  for (auto& words : columns_of(lines, rivers))
    if (!words.empty()) columns.push_back(lines_of(std::move(words)));
  const auto longest = std::max_element(columns.begin(), columns.end(),
                                        [](const PdfLines& a, const PdfLines& b) { return a.size() < b.size(); });
  return std::all_of(columns.begin(), columns.end(), [&](const PdfLines& column) {
    return &column == &*longest ? column.front().box.y0 <= lines.front().box.y1
                                : column.size() < longest->size() && is_unbroken(column, lines.front().box.y0);
  });
}

}  // namespace

std::vector<double> rows_as_written(const PdfLines& lines, const std::vector<double>& rivers) {
  const auto rows = written_rows(lines, rivers);
  if (rows.size() < 2 || were_written_line_by_line(rows, height_of_lines(lines))) return {};
  std::vector<double> tops;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].box.y0 < rows[i - 1].box.y1 - 2) return {};
    tops.push_back((rows[i].box.y0 + rows[i - 1].box.y1) / 2);
  }
  return tops;
}

std::optional<std::vector<double>> rows_of(const PdfLines& lines, const std::vector<double>& rivers) {
  auto tops = rows_as_written(lines, rivers);
  if (!tops.empty() || is_one_row(lines, rivers)) return tops;
  tops = rows_by_white(lines);
  if (!tops.empty() && begin_like_rows(lines, tops, rivers)) return tops;
  if (!is_row_each(lines, rivers)) return std::nullopt;
  tops.clear();
  for (std::size_t i = 1; i < lines.size(); ++i) tops.push_back(between(lines[i - 1], lines[i]));
  return tops;
}

}  // namespace makegood::formats
