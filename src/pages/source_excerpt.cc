#include "pages/source_excerpt.h"

#include <algorithm>
#include <utility>

#include "pages/page_parts.h"

namespace makegood::pages {

using namespace html;

namespace {

constexpr std::size_t kMostColumns = 60;      // of a spreadsheet's stray cells no more are shown
constexpr std::size_t kLongestShown = 20'000;  // letters of one cell

struct TextLine {
  std::string marker;  ///< "a.", "•"; no part of the words that an item is made of
  std::string text;
};
using TextLines = std::vector<TextLine>;

void add_lines(TextLines& out, const std::vector<Block>& blocks) {
  for (const auto& block : blocks) {
    bool first = true;
    for (auto& line : split(block.text, '\n'))
      if (!line.empty()) out.push_back({std::exchange(first, false) ? block.marker : "", std::move(line)});
    for (const auto& row : block.rows)
      for (const auto& cell : row.cells) add_lines(out, cell.blocks);
  }
}

TextLines lines_of_cell(const Cell& cell) {
  TextLines lines;
  add_lines(lines, cell.blocks);
  return lines;
}

std::string words_of_cell(const Cell& cell) {
  std::vector<std::string> texts;
  for (auto& line : lines_of_cell(cell)) texts.push_back(std::move(line.text));
  return makegood::join(texts, " ");
}

Html here(const Site& site) { return span(cls("mg-here"), site.words("source.here")); }

// The words where they stand, or a line that is all among the words.
Html with_mark(const std::string& language, const std::string& line, const std::string& words) {
  const auto plain = [&](std::string_view text) { return when(!text.empty(), [&] { return span(lang(language), text); }); };
  if (words.empty() || words.find(line) != std::string::npos) return mark(lang(language), line);
  const auto at = line.find(words);
  if (at == std::string::npos) return plain(line);
  return join(plain(std::string_view(line).substr(0, at)), mark(lang(language), words), plain(std::string_view(line).substr(at + words.size())));
}

Html lines_html(const std::string& language, const TextLines& lines, bool marked, const std::string& words) {
  std::size_t size = 0;
  Html all;
  for (const auto& line : lines) {
    if (size += line.text.size(); size > kLongestShown) return all + div("…");
    all += div(when(!line.marker.empty(), [&] { return join(line.marker, " "); }), marked ? with_mark(language, line.text, words) : span(lang(language), line.text));
  }
  return all;
}

bool holds(const Cell& cell, const std::string& words) {
  const auto text = words_of_cell(cell);
  return !words.empty() && !text.empty() && text.find(words) != std::string::npos;
}

// `column` is where the position points, from 0 within the table; words may have been read from another cell of its row.
int column_of(const GridLine& line, const Marked& marked, int column) {
  if (column >= 0 && static_cast<std::size_t>(column) < line.size()) {
    const auto* cell = line[static_cast<std::size_t>(column)].cell;
    if (cell != nullptr && holds(*cell, marked.words)) return column;
  }
  for (std::size_t n = 0; n < line.size(); ++n)
    if (line[n].cell != nullptr && holds(*line[n].cell, marked.words)) return static_cast<int>(n);
  // Words that run over several cells or rows: the first that holds a line of them.
  for (std::size_t n = 0; n < line.size(); ++n) {
    if (line[n].cell == nullptr) continue;
    for (const auto& part : lines_of_cell(*line[n].cell))
      if (part.text.size() > 10 && marked.words.find(part.text) != std::string::npos) return static_cast<int>(n);
  }
  return column >= 0 && static_cast<std::size_t>(column) < line.size() ? column : -1;
}

const Block* block_at(const Marked& marked) {
  if (marked.view.document == nullptr) return nullptr;
  const auto& blocks = marked.view.document->blocks;
  const auto index = static_cast<std::size_t>(marked.at.block) - 1;
  return marked.at.block > 0 && index < blocks.size() && blocks[index].position.block == marked.at.block ? &blocks[index] : nullptr;
}

// A position counts the rows and columns of a spreadsheet by its sheet, where a table may begin anywhere.
int row_index(const Block& table, int row) {
  const auto found = std::find_if(table.rows.begin(), table.rows.end(), [&](const Row& r) { return r.position.row == row; });
  return row > 0 && found != table.rows.end() ? static_cast<int>(found - table.rows.begin()) : -1;
}

int column_index(const Block& table, const Marked& marked) { return marked.at.column - std::max(table.position.column, 1); }

GridLine one_line(const Block& table, int row) {
  return grid_lines(table, static_cast<std::size_t>(row), static_cast<std::size_t>(row) + 1).at(0);
}

Html table_excerpt(const Site& site, const Marked& marked, const Block& block, int row) {
  Html head, rows;
  const int header = header_of(marked.view, block, row);
  const auto names = header < 0 ? GridLine() : one_line(block, header);
  if (header >= 0) head = thead(tr(attr("role", "row"), grid_cells(site, names, marked.language, {.header = true})));
  const auto from = static_cast<std::size_t>(std::max(row - 1, header + 1)), to = std::min(static_cast<std::size_t>(row) + 2, block.rows.size());
  const auto lines = grid_lines(block, from, to);
  for (std::size_t n = 0; n < lines.size(); ++n) {
    const bool asked = static_cast<int>(from + n) == row;
    rows += tr(cls(asked ? "govuk-table__row mg-source__row--asked" : "govuk-table__row"), attr("role", "row"),
               grid_cells(site, lines[n], marked.language,
                          {.marked = asked ? column_of(lines[n], marked, column_index(block, marked)) : -1, .words = marked.words, .names = names}));
  }
  return in_scroll(site.words("source.region", {{"place", position_words(site, marked.at)}}),
                       table(cls("govuk-table mg-stack mg-source__table"), attr("role", "table"), head, tbody(rows)));
}

std::string text_of_block(const Block& block) { return block.marker.empty() ? block.text : block.marker + " " + block.text; }

Html paragraph_excerpt(const Site& site, const Marked& marked, const Block& block) {
  const auto& blocks = marked.view.document->blocks;
  const auto index = static_cast<std::size_t>(marked.at.block) - 1;
  const auto neighbour = [&](std::size_t n) -> Html {
    if (n >= blocks.size() || !blocks[n].rows.empty()) return {};
    return p(cls("mg-source__near"), lang(marked.language), shorten(text_of_block(blocks[n]), 300));
  };
  TextLines lines;
  add_lines(lines, {block});
  return join(index > 0 ? neighbour(index - 1) : Html(), div(cls("mg-source__asked"), here(site), div(lines_html(marked.language, lines, true, marked.words))),
              neighbour(index + 1));
}

}  // namespace

std::vector<GridLine> grid_lines(const Block& table, std::size_t from, std::size_t to) {
  const auto columns = std::min(static_cast<std::size_t>(std::max(column_count(table), 0)), kMostColumns);
  std::vector<std::pair<const Cell*, int>> above(columns);
  std::vector<GridLine> lines;
  for (std::size_t n = 0; n < std::min(to, table.rows.size()); ++n) {
    GridLine line(columns);
    for (std::size_t c = 0; c < columns; ++c)
      if (above[c].second > 0 && --above[c].second > 0) line[c] = {above[c].first, true};
    for (const auto& cell : table.rows[n].cells) {
      const auto c = static_cast<std::size_t>(cell.column);
      if (cell.column < 0 || c >= columns) continue;
      line[c] = {&cell, false};
      if (cell.row_span > 1) above[c] = {&cell, cell.row_span};
    }
    if (n >= from) lines.push_back(std::move(line));
  }
  return lines;
}

int header_of(const SourceView& view, const Block& table, int row) {
  int header = -1;
  if (view.reading != nullptr)
    for (const auto& place : view.reading->places) {
      if (place.is != PlaceIs::header || place.at.block != table.position.block) continue;
      if (const int n = row_index(table, place.at.row); n >= 0 && n < row) header = n;
    }
  if (header < 0 && row > 0 && !table.rows.empty() && table.rows[0].header) header = 0;
  return header;
}

namespace {

// What stands before the cell where rows are cards: the document's word, so in quotes.
Attributes column_label(const GridLine& names, std::size_t n) {
  if (n >= names.size() || names[n].cell == nullptr) return {};
  const auto name = words_of_cell(*names[n].cell);
  return attr_if("data-label", name.empty() ? "" : "“" + name + "”");
}

}  // namespace

Html grid_cells(const Site& site, const GridLine& line, const std::string& language, const GridLook& look) {
  Html all;
  for (std::size_t n = 0; n < line.size();) {
    const auto* cell = line[n].cell;
    const int span = cell == nullptr ? 1 : std::clamp(cell->column_span, 1, static_cast<int>(line.size() - n));
    const bool asked = static_cast<int>(n) == look.marked && cell != nullptr;
    const auto attributes = span > 1 ? attr("colspan", span) : Attributes();
    const auto text = cell == nullptr ? Html() : lines_html(language, lines_of_cell(*cell), asked, look.words);
    if (look.header) all += text.empty() ? td(cls("govuk-table__cell"), attr("role", "cell"), attributes) : th(cls("govuk-table__header"), attr("scope", "col"), attr("role", "columnheader"), attributes, text);
    else all += td(cls(line[n].from_above ? "govuk-table__cell mg-source__above" : "govuk-table__cell"), attr("role", "cell"), attributes, column_label(look.names, n),
                   when(asked, [&] { return here(site); }), text);
    n += static_cast<std::size_t>(span);
  }
  return all;
}

std::string anchor_of(const Position& at) {
  return "block-" + std::to_string(at.block) + (at.row > 0 ? "-row-" + std::to_string(at.row) : "");
}

std::string excerpt_place(const Site& site, const Position& at) {
  return position_words(site, {.page = at.page, .sheet = at.sheet, .block = at.block, .row = at.row, .line = at.line});
}

Html excerpt(const Site& site, const Marked& marked) {
  const auto* block = block_at(marked);
  if (block == nullptr) return {};
  if (block->rows.empty()) return paragraph_excerpt(site, marked, *block);
  const int row = row_index(*block, marked.at.row);
  return row < 0 ? Html() : table_excerpt(site, marked, *block, row);
}

Html excerpt_row(const Site& site, const Marked& marked) {
  const auto* block = block_at(marked);
  if (block == nullptr) return {};
  if (block->rows.empty()) {
    TextLines lines;
    add_lines(lines, {*block});
    return div(lines_html(marked.language, lines, true, marked.words));
  }
  const int row = row_index(*block, marked.at.row);
  if (row < 0) return {};
  const auto line = one_line(*block, row);
  const int header = header_of(marked.view, *block, row), asked = column_of(line, marked, column_index(*block, marked));
  const auto names = header < 0 ? GridLine(line.size()) : one_line(*block, header);
  Html cells;
  for (std::size_t n = 0; n < line.size(); ++n) {
    if (line[n].cell == nullptr || (n > 0 && line[n].cell == line[n - 1].cell)) continue;
    const auto text = lines_html(marked.language, lines_of_cell(*line[n].cell), static_cast<int>(n) == asked, marked.words);
    if (text.empty()) continue;
    const auto name = names[n].cell == nullptr ? std::string() : words_of_cell(*names[n].cell);
    cells += join(dt(name.empty() ? join(site.words("position.column", {{"n", static_cast<int>(n) + 1}})) : quoted(marked.language, name)),
                  dd(text));
  }
  return dl(cls("mg-definitions mg-source__cells"), cells);
}

}  // namespace makegood::pages
