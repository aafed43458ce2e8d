#include "formats/sheet_blocks.h"

#include <algorithm>
#include <array>
#include <map>

#include "formats/grid.h"
#include "formats/markdown.h"
#include "formats/runs.h"
#include "formats/sheet_regions.h"

namespace makegood::formats {
namespace {

constexpr std::size_t kLongestHeading = 600;  // bytes; what is longer is text, however bold

bool is_heading(const SheetRegion& region) {
  if (region.is_table) return false;
  const auto& cell = region.rows.front().cells.front();
  return stands_out(region.rows.front()) && cell.text.size() <= kLongestHeading && clean_lines(cell.text).find('\n') == std::string::npos;
}

// What must be known of a sheet before any is written down.
struct ReadSheet {
  std::string name;
  std::vector<SheetRegion> regions;
  int title = -1;  ///< the region that is the heading of the whole sheet
  bool has_table = false;

  [[nodiscard]] const std::string& title_text() const { return regions[static_cast<std::size_t>(title)].rows.front().cells.front().text; }
};

// The first of two headings above the first table, or the only one of the sheet. A sheet of
// several tables that has one heading over each has no title of its own.
void find_title(ReadSheet& sheet) {
  const auto begin = sheet.regions.begin(), end = sheet.regions.end();
  const auto table = std::find_if(begin, end, [](const SheetRegion& region) { return region.is_table; });
  sheet.has_table = table != end;
  const auto first = std::find_if(begin, table, is_heading);
  if (first == table) return;
  const auto above = std::count_if(begin, table, is_heading), below = std::count_if(table, end, is_heading);
  if (above > 1 || below == 0) sheet.title = static_cast<int>(first - begin);
}

class Writer {
 public:
  Writer(std::vector<ReadSheet> sheets, Document& document) : sheets_(std::move(sheets)), document_(document) {
    for (const auto& sheet : sheets_) {
      if (sheet.has_table) ++with_tables_;
      if (sheet.title >= 0) ++titles_[fold(sheet.title_text())];
    }
  }

  void run() {
    for (auto& sheet : sheets_) write(sheet);
  }

 private:
  void write(ReadSheet& sheet) {
    const bool shared_title = sheet.title >= 0 && titles_[fold(sheet.title_text())] > 1;
    const bool told = shared_title && !told_.empty() && told_ == fold(sheet.title_text());
    const bool named = is_named(sheet, shared_title);
    if (named && !shared_title) add_heading(1, sheet.name, {.sheet = sheet.name});
    for (std::size_t n = 0; n < sheet.regions.size(); ++n) {
      auto& region = sheet.regions[n];
      const bool title = static_cast<int>(n) == sheet.title;
      if (title && told && named) {
        add_heading(2, sheet.name, {.sheet = sheet.name});
        continue;
      }
      if (region.is_table) table(region, sheet.name);
      else line(region, sheet.name, title ? 1 : shared_title && named ? 3 : 2);
      if (title && shared_title && named) {
        told_ = fold(sheet.title_text());
        add_heading(2, sheet.name, {.sheet = sheet.name});
      }
    }
  }

  // A sheet that only introduces the others needs no name above it.
  [[nodiscard]] bool is_named(const ReadSheet& sheet, bool shared_title) const {
    if (says_nothing(sheet.name) || sheets_.size() < 2) return false;
    if (sheet.title >= 0 && !shared_title) return false;
    return sheet.has_table ? with_tables_ > 1 : &sheet != &sheets_.front();
  }

  void add_heading(int level, const std::string& text, const Position& at) {
    auto block = heading(level, squeeze(text));
    block.position = at;
    document_.blocks.push_back(std::move(block));
  }

  void line(SheetRegion& region, const std::string& sheet, int level) {
    auto& row = region.rows.front();
    auto& cell = row.cells.front();
    const Position at{.sheet = sheet, .row = row.number, .column = cell.column};
    if (is_heading(region)) return add_heading(level, cell.text, at);
    for (auto& block : blocks_of(cell)) {
      block.position = at;
      document_.blocks.push_back(std::move(block));
    }
  }

  static std::vector<Block> blocks_of(const SheetCell& cell) {
    auto blocks = blocks_of_plain_cell(cell.text);
    for (auto& block : blocks) block.bold = cell.bold;
    if (!cell.url.empty() && !blocks.empty()) blocks.front().links.push_back({squeeze(cell.text), cell.url});
    return blocks;
  }

  void table(SheetRegion& region, const std::string& sheet) {
    Block block;
    block.kind = BlockKind::table;
    int first = kLastColumn, last = 0;
    for (const auto& row : region.rows)
      for (const auto& cell : row.cells) {
        first = std::min(first, cell.column);
        last = std::max(last, cell.column);
      }
    block.position = {.sheet = sheet, .row = region.rows.front().number, .column = first};
    const bool formatted = region.rows.size() > 1 && stands_out(region.rows[0]) && !stands_out(region.rows[1]);
    int beyond = 0;
    block.rows.reserve(region.rows.size());
    for (std::size_t n = 0; n < region.rows.size(); ++n) {
      auto& source = region.rows[n];
      Row row;
      row.header = source.header || (n == 0 && formatted);
      row.position.row = source.number;
      for (auto& cell : source.cells) {
        if (cell.column - first >= kMaxColumns) {
          ++beyond;
          continue;
        }
        row.cells.push_back(make_cell(cell, first, last, row.header));
        row.cells.back().row_span = rows_covered(region.rows, n, cell.row_span);
      }
      source.cells = {};
      block.rows.push_back(std::move(row));
    }
    close_table(block, beyond, document_.findings);
    document_.blocks.push_back(std::move(block));
  }

  static Cell make_cell(const SheetCell& cell, int first, int last, bool header) {
    Cell out;
    out.column = cell.column - first;
    out.column_span = std::min({cell.column_span, last - cell.column + 1, kMaxColumns - out.column});
    out.header = header;
    out.blocks = blocks_of(cell);
    return out;
  }

  // Blank rows are no rows of the table.
  static int rows_covered(const std::vector<SheetRow>& rows, std::size_t from, int span) {
    if (span == 1) return 1;
    const int end = rows[from].number + span;
    auto at = from;
    while (at < rows.size() && rows[at].number < end) ++at;
    return static_cast<int>(at - from);
  }

  std::vector<ReadSheet> sheets_;
  Document& document_;
  std::map<std::string, int> titles_;
  std::string told_;  // a title of many sheets that stands above already
  int with_tables_ = 0;
};

}  // namespace

bool says_nothing(std::string_view sheet_name) {
  constexpr std::array<std::string_view, 10> kNames = {"", "sheet", "worksheet", "tab", "table", "page", "taflen", "dalen", "tabl", "tudalen"};
  auto name = lower(squeeze(sheet_name));
  while (!name.empty() && ((name.back() >= '0' && name.back() <= '9') || name.back() == ' ' || name.back() == '(' || name.back() == ')'))
    name.pop_back();
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

void add_sheets(std::vector<SheetGrid> sheets, Document& document) {
  std::vector<ReadSheet> read;
  for (auto& sheet : sheets) {
    ReadSheet one{squeeze(sheet.name), regions_of(sheet), -1, false};
    sheet = {};
    if (one.regions.empty()) continue;
    find_title(one);
    read.push_back(std::move(one));
  }
  Writer(std::move(read), document).run();
}

}  // namespace makegood::formats
