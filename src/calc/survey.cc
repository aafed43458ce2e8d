#include "calc/calc.h"

namespace makegood::calc {
namespace {

constexpr std::size_t kRowsAChunk = 8192;

void append_rejected(std::string& out, const std::vector<std::string_view>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    append_cell(out, cells[i]);
  }
  out += '\n';
}

}  // namespace

Survey survey(const DelimitedText& file) {
  Survey found;
  CsvScanner rows(file.text, file.delimiter, 0, file.skipped_lines);
  if (!rows.next()) return found;
  for (const auto cell : rows.cells()) found.header.push_back(squeeze(cell));
  append_rejected(found.rejects, rows.cells());
  if (rows.unclosed_quote()) found.unclosed_quote = rows.row();
  Survey::Start start{rows.position(), rows.row(), rows.next_line() - 1};
  while (rows.next()) {
    if (found.rows++ % kRowsAChunk == 0) found.chunks.push_back(start);
    if (rows.cells().size() != found.header.size()) {
      found.ragged.push_back({rows.row(), rows.cells().size()});
      append_rejected(found.rejects, rows.cells());
    }
    if (rows.unclosed_quote()) found.unclosed_quote = rows.row();
    start = {rows.position(), rows.row(), rows.next_line() - 1};
  }
  return found;
}

}  // namespace makegood::calc
