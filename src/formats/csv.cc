#include "formats/csv.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include <fmt/format.h>

#include "formats/csv_scan.h"
#include "formats/encoding.h"
#include "formats/finish.h"
#include "formats/grid.h"
#include "formats/markdown.h"

namespace makegood::formats {
namespace {

constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

class Splitter {
 public:
  Splitter(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  CsvRows run(std::size_t limit) {
    std::size_t number = 0;
    while (at_ < text_.size() && out_.rows.size() < limit) {
      auto row = record();
      if (row.cells.size() == 1 && row.cells[0].empty() && !quoted_) continue;  // a blank line
      row.row = ++number;
      out_.rows.push_back(std::move(row));
    }
    return std::move(out_);
  }

 private:
  CsvRow record() {
    CsvRow row;
    row.line = line_;
    quoted_ = false;
    for (bool more = true; more;) {
      row.cells.push_back(at_ < text_.size() && text_[at_] == '"' ? quoted_cell() : plain_cell());
      more = at_ < text_.size() && text_[at_] == delimiter_;
      ++at_;  // past the delimiter or the line end
    }
    ++line_;
    return row;
  }

  std::string plain_cell() {
    const auto from = at_;
    while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n') ++at_;
    return std::string(text_.substr(from, at_ - from));
  }

  std::string quoted_cell() {
    quoted_ = true;
    const auto opened = line_;
    std::string cell;
    for (++at_;; ++at_) {
      if (at_ >= text_.size()) {
        out_.unclosed_quote = opened;
        return cell;
      }
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') {
        cell += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        cell += '"';
        ++at_;
      } else {
        break;
      }
    }
    ++at_;
    const auto tail = plain_cell();
    if (!trim(tail).empty()) {
      out_.stray_quotes.push_back(opened);
      cell += tail;
    }
    return cell;
  }

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  bool quoted_ = false;
  CsvRows out_;
};

// The delimiter with which most of the first rows have as many cells as the first one.
char guess_delimiter(std::string_view text) {
  char best = ',';
  std::size_t best_score = 0;
  for (const char delimiter : {',', '\t', ';'}) {
    const auto sample = split_csv(text.substr(0, 64U << 10U), delimiter, 30).rows;
    if (sample.empty() || sample.front().cells.size() < 2) continue;
    const auto width = sample.front().cells.size();
    const auto same = static_cast<std::size_t>(
        std::count_if(sample.begin(), sample.end(), [&](const CsvRow& row) { return row.cells.size() == width; }));
    const auto score = same * 1000 / sample.size() * 1000 + std::min<std::size_t>(width, 999);
    if (score > best_score) {
      best_score = score;
      best = delimiter;
    }
  }
  return best;
}

// Excel's first line "sep=;", which names the delimiter.
char take_declared_delimiter(std::string_view& text) {
  if (!text.starts_with("sep=") || text.size() < 5) return 0;
  if (text.size() > 5 && text[5] != '\n') return 0;
  const char delimiter = text[4];
  text.remove_prefix(std::min<std::size_t>(6, text.size()));
  return delimiter;
}

void note_header(CsvTable& table) {
  std::set<std::string> seen;
  for (auto& name : table.header) {
    name = squeeze(name);
    if (!name.empty() && !seen.insert(lower(name)).second)
      table.findings.push_back({"repeated_column", "Two columns have the name \"" + shorten(name, 60) + "\".", "row 1"});
  }
}

void note_rows(CsvTable& table, const CsvRows& read) {
  std::vector<std::size_t> lines;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (table.rows[i].cells.size() == table.header.size()) continue;
    table.ragged.push_back(i);
    lines.push_back(table.rows[i].line);
  }
  if (!lines.empty())
    table.findings.push_back({"ragged_rows",
                              fmt::format("{} of {} rows have more or fewer than the header's {} cells.", lines.size(),
                                          table.rows.size(), table.header.size()),
                              lines_in_words(lines)});
  if (!read.stray_quotes.empty())
    table.findings.push_back(
        {"stray_quote", "Text stands after a closing quotation mark; it was kept.", lines_in_words(read.stray_quotes)});
  if (read.unclosed_quote > 0)
    table.findings.push_back({"unclosed_quote", "A quotation mark is not closed; all that follows it is one cell.",
                              lines_in_words({read.unclosed_quote})});
}

Cell cell_of(const std::string& text, std::size_t column, bool header, CsvCells how) {
  Cell cell;
  cell.column = static_cast<int>(column);
  cell.header = header;
  if (how == CsvCells::laid_out) cell.blocks = blocks_of_plain_cell(text);
  else if (!text.empty()) cell.blocks = {paragraph(text)};
  return cell;
}

Row row_of(const std::vector<std::string>& cells, std::size_t line, bool header, CsvCells how, int& beyond) {
  Row row;
  row.header = header;
  row.position.line = static_cast<int>(line);
  const auto count = std::min<std::size_t>(cells.size(), kMaxColumns);
  beyond += static_cast<int>(cells.size() - count);
  row.cells.reserve(count);
  for (std::size_t i = 0; i < count; ++i) row.cells.push_back(cell_of(cells[i], i, header, how));
  return row;
}

bool needs_quotes(std::string_view cell, char delimiter) {
  return cell.find_first_of("\"\n\r") != std::string_view::npos || cell.find(delimiter) != std::string_view::npos ||
         (!cell.empty() && (cell.front() == ' ' || cell.back() == ' '));
}

}  // namespace

CsvRows split_csv(std::string_view text, char delimiter, std::size_t limit) {
  return Splitter(text, delimiter).run(limit);
}

std::string lines_in_words(const std::vector<std::size_t>& lines) {
  constexpr std::size_t kNamed = 10;
  if (lines.size() == 1) return fmt::format("line {}", lines[0]);
  std::string out = "lines ";
  const auto named = std::min(lines.size(), kNamed);
  for (std::size_t i = 0; i < named; ++i) {
    if (i > 0) out += i + 1 == lines.size() ? " and " : ", ";
    out += std::to_string(lines[i]);
  }
  if (lines.size() > named) out += fmt::format(" and {} more", lines.size() - named);
  return out;
}

}  // namespace makegood::formats

namespace makegood {

DelimitedText open_delimited(std::string_view bytes) {
  auto decoded = formats::decode(bytes);
  std::string_view text = decoded.text;
  DelimitedText file;
  file.findings = std::move(decoded.findings);
  const char declared = formats::take_declared_delimiter(text);
  file.delimiter = declared != 0 ? declared : formats::guess_delimiter(text);
  file.skipped_lines = declared != 0 ? 1 : 0;
  decoded.text.erase(0, decoded.text.size() - text.size());
  file.text = std::move(decoded.text);
  return file;
}

Result<CsvTable> read_csv_table(std::string_view bytes, const ReadOptions& options) {
  if (bytes.size() > options.max_bytes) return formats::refuse_size(options.max_bytes);
  auto file = open_delimited(bytes);
  CsvTable table;
  table.findings = std::move(file.findings);
  table.delimiter = file.delimiter;
  auto read = formats::split_csv(file.text, file.delimiter, options.max_rows + 2);
  if (read.rows.empty()) return refuse(Fault::invalid_input, "The file has no rows.");
  if (read.rows.size() > options.max_rows + 1)
    return refuse(Fault::too_large,
                  fmt::format("The file has more than {} rows; split it into smaller files.", options.max_rows));
  for (auto& row : read.rows) row.line += file.skipped_lines;
  table.header = std::move(read.rows.front().cells);
  read.rows.erase(read.rows.begin());
  table.rows = std::move(read.rows);
  formats::note_header(table);
  formats::note_rows(table, read);
  return table;
}

Result<Document> read_csv(std::string_view bytes, const ReadOptions& options, CsvCells cells) {
  auto table = read_csv_table(bytes, options);
  if (!table) return tl::unexpected(table.error());
  Document document;
  document.format = table->delimiter == '\t' ? "tsv" : "csv";
  document.findings = std::move(table->findings);
  Block block;
  block.kind = BlockKind::table;
  int beyond = 0;
  block.rows.reserve(table->rows.size() + 1);
  block.rows.push_back(formats::row_of(table->header, 1, true, cells, beyond));
  for (auto& row : table->rows) {
    block.rows.push_back(formats::row_of(row.cells, row.line, false, cells, beyond));
    row.cells = {};
  }
  formats::close_table(block, beyond, document.findings);
  document.blocks.push_back(std::move(block));
  return formats::finish(std::move(document), options);
}

std::string write_csv(const std::vector<std::vector<std::string>>& rows, char delimiter) {
  std::string out;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += delimiter;
      const bool alone = row.size() == 1 && row[i].empty();
      if (!alone && !formats::needs_quotes(row[i], delimiter)) out += row[i];
      else out += "\"" + replace_all(row[i], "\"", "\"\"") + "\"";
    }
    out += '\n';
  }
  return out;
}

}  // namespace makegood
