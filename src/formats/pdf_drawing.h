#pragma once
// Pages of a PDF drawn as text, for tests: what stands on paper stands in the test.
//
//   +--------+-------+
//   | Action | Owner |      words, with rules around them
//   +--------+-------+
//
// A character is 5 points wide and a line 12 high. Runs of - and + are level rules, | and + upright
// ones. *Word* is bold, "# " before a line sets it in 16 points and "## " in 13, 20^th raises "th".
// ASCII alone; change() puts other letters in.

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"
#include "formats/pdf_pages.h"

namespace makegood::formats {

inline constexpr double kDrawnWidth = 5, kDrawnHeight = 12;

class DrawnPage {
 public:
  explicit DrawnPage(std::string_view picture) {
    rows_ = split(picture, '\n');
    if (rows_.front().empty()) rows_.erase(rows_.begin());  // R"( and a line break
    page_.width = 595;
    page_.height = 842;
    for (std::size_t row = 0; row < rows_.size(); ++row) take_row(row);
    take_upright();
  }

  /// Changes what was drawn: `page` has the words and rules.
  DrawnPage& change(const std::function<void(PdfPage&)>& with) {
    with(page_);
    return *this;
  }
  /// Words in the order in which makers write a table: row by row, cell by cell. `columns` are
  /// the characters where columns begin, `rows` the lines where rows do.
  DrawnPage& write_cells(const std::vector<double>& columns, const std::vector<double>& rows) {
    const auto place = [](const std::vector<double>& starts, double at) {
      return std::upper_bound(starts.begin(), starts.end(), at) - starts.begin();
    };
    std::stable_sort(page_.words.begin(), page_.words.end(), [&](const PdfWord& a, const PdfWord& b) {
      const auto cell = [&](const PdfWord& w) {
        return std::pair(place(rows, w.box.y0 / kDrawnHeight), place(columns, w.box.x0 / kDrawnWidth));
      };
      return cell(a) < cell(b);
    });
    return *this;
  }
  [[nodiscard]] const PdfPage& page() const { return page_; }

 private:
  [[nodiscard]] char at(std::size_t row, std::size_t column) const {
    return row < rows_.size() && column < rows_[row].size() ? rows_[row][column] : ' ';
  }
  static bool is_level(char c) { return c == '-' || c == '+'; }
  static bool is_upright(char c) { return c == '|' || c == '+'; }
  static double x_of(std::size_t column) { return (static_cast<double>(column) + 0.5) * kDrawnWidth; }
  static double y_of(std::size_t row) { return (static_cast<double>(row) + 0.5) * kDrawnHeight; }

  void take_row(std::size_t row) {
    const auto& line = rows_[row];
    const double size = line.starts_with("# ") ? 16 : line.starts_with("## ") ? 13 : 10;
    for (std::size_t i = size == 16 ? 2 : size == 13 ? 3 : 0; i < line.size();) {
      auto end = i;
      while (end < line.size() && is_level(line[end])) ++end;
      if (end - i >= 3) {
        page_.rules.push_back({x_of(i), y_of(row), x_of(end - 1), y_of(row)});
        i = end;
        continue;
      }
      if (line[i] == ' ' || is_upright(line[i])) {
        ++i;
        continue;
      }
      end = i;
      while (end < line.size() && line[end] != ' ' && !is_upright(line[end])) ++end;
      add_word(row, i, line.substr(i, end - i), size);
      i = end;
    }
  }
  void add_word(std::size_t row, std::size_t column, std::string text, double size) {
    PdfWord word;
    word.size = size;
    if (text.size() > 2 && text.starts_with('*') && text.ends_with('*')) {
      word.font = 1;
      text = text.substr(1, text.size() - 2);
      ++column;
    }
    const double x = static_cast<double>(column) * kDrawnWidth, y = static_cast<double>(row) * kDrawnHeight + 1;
    const auto raised = text.find('^');
    word.text = text.substr(0, raised);
    word.box = {x, y, x + kDrawnWidth * letters_in(word.text), y + 10};
    page_.words.push_back(word);
    if (raised == std::string::npos) return;
    word.text = text.substr(raised + 1);
    word.size = size * 0.6;
    word.box = {word.box.x1, y - 2, word.box.x1 + 3 * letters_in(word.text), y + 4};
    page_.words.push_back(word);
  }
  static double letters_in(std::string_view text) {
    double n = 0;
    for (const char c : text) n += (static_cast<unsigned char>(c) & 0xC0U) == 0x80U ? 0 : 1;
    return n;
  }
  void take_upright() {
    std::size_t widest = 0;
    for (const auto& row : rows_) widest = std::max(widest, row.size());
    for (std::size_t column = 0; column < widest; ++column)
      for (std::size_t row = 0; row < rows_.size(); ++row) {
        auto end = row;
        while (is_upright(at(end, column))) ++end;
        if (end - row >= 2) page_.rules.push_back({x_of(column), y_of(row), x_of(column), y_of(end - 1)});
        row = end;
      }
  }

  std::vector<std::string> rows_;
  PdfPage page_;
};

/// The JSON that makegood-pdf would give for these pages; font 1 is bold, font 2 a symbol font.
inline std::string json_of(const std::vector<DrawnPage>& drawn,
                           const nlohmann::json& structure = nlohmann::json::array()) {
  using Json = nlohmann::json;
  const auto box = [](const PdfBox& b) { return Json{b.x0, b.y0, b.x1, b.y1}; };
  Json pages = Json::array();
  for (const auto& each : drawn) {
    const auto& page = each.page();
    Json words = Json::array(), rules = Json::array(), links = Json::array();
    for (const auto& w : page.words) {
      auto word = box(w.box);
      word.insert(word.end(), {w.font, w.size, w.angle, w.mcid, w.text});
      words.push_back(word);
    }
    for (const auto& rule : page.rules) rules.push_back(box(rule));
    for (const auto& link : page.links) {
      auto entry = box(link.box);
      entry.push_back(link.url);
      links.push_back(entry);
    }
    pages.push_back({{"number", pages.size() + 1},
                     {"width", page.width},
                     {"height", page.height},
                     {"images", page.images},
                     {"words", words},
                     {"rules", rules},
                     {"links", links}});
  }
  const Json fonts = {{{"bold", false}}, {{"bold", true}}, {{"symbol", true}}};
  return Json{{"format", "makegood-pdf-1"}, {"pages", pages}, {"fonts", fonts}, {"structure", structure}}.dump();
}

}  // namespace makegood::formats
