#include "extract/layouts.h"

#include <algorithm>

#include "base/base.h"

namespace makegood::extraction {
namespace {

constexpr std::size_t kSamples = 3;
constexpr std::size_t kLongestSample = 80;

std::string key_of(const Segment& segment) {
  if (segment.header.empty()) return "columns " + std::to_string(segment.rows.empty() ? 0 : segment.rows[0].slots.size());
  std::vector<std::string> cells;
  for (const auto& cell : segment.header) cells.push_back(fold(cell));
  return join(cells, " | ");
}

bool is_about(const GivenColumn& said, const KnownTable& table, std::size_t column, const std::string& header) {
  if (!said.table.empty() && said.table != table.key) return false;
  if (said.column > 0) return static_cast<std::size_t>(said.column) == column + 1;
  return !said.header.empty() && fold(said.header) == fold(header);
}

GivenRoles given_roles(const KnownTable& table, const std::vector<std::string>& header, const GivenReading& given) {
  GivenRoles roles(std::max<std::size_t>(header.size(), table.rows.empty() ? 0 : table.rows[0]->slots.size()));
  for (const auto& said : given.columns)
    for (std::size_t n = 0; n < roles.size(); ++n)
      if (is_about(said, table, n, n < header.size() ? header[n] : std::string())) roles[n] = said.meaning;
  return roles;
}

void add_sample(ReadColumn& column, const std::string& text) {
  auto sample = shorten(text, kLongestSample);
  if (column.samples.size() < kSamples && std::find(column.samples.begin(), column.samples.end(), sample) == column.samples.end())
    column.samples.push_back(std::move(sample));
}

ReadColumn read_column(const KnownTable& table, std::size_t n) {
  const auto& from = table.layout.columns[n];
  ReadColumn column{static_cast<int>(n) + 1, from.header, from.role, from.given, from.confidence, 0, {}};
  for (const auto* row : table.rows) {
    if (n >= row->slots.size() || row->slots[n].lines.empty() || row->slots[n].from_above) continue;
    ++column.filled;
    if (column.samples.size() < kSamples) add_sample(column, text_of(row->slots[n].lines));
  }
  return column;
}

}  // namespace

Layouts::Layouts(const std::vector<Piece>& pieces, const TimescaleSettings& settings, const GivenReading& given) {
  std::vector<const std::vector<std::string>*> headers;
  for (const auto& piece : pieces) {
    if (!piece.is_table) continue;
    auto key = key_of(piece.segment);
    const auto [found, fresh] = by_key_.try_emplace(key, tables_.size());
    if (fresh) {
      tables_.push_back({.key = std::move(key), .layout = {}, .habit = {}, .first = piece.segment.at, .rows = {}});
      headers.push_back(&piece.segment.header);
    }
    auto& table = tables_[found->second];
    ++table.runs;
    for (const auto& row : piece.segment.rows) table.rows.push_back(&row);
  }
  for (std::size_t n = 0; n < tables_.size(); ++n) {
    auto& table = tables_[n];
    table.layout = read_columns(*headers[n], table.rows, settings, given_roles(table, *headers[n], given));
    table.left_out = std::find(given.left_out.begin(), given.left_out.end(), table.key) != given.left_out.end();
    if (table.left_out) table.layout.is_plan = false;
    table.habit = habit_of(table.layout, table.rows);
  }
}

const KnownTable& Layouts::of(const Segment& segment) const { return tables_[by_key_.at(key_of(segment))]; }

std::vector<ReadTable> read_tables(const Layouts& layouts) {
  std::vector<ReadTable> tables;
  for (const auto& known : layouts.all()) {
    ReadTable table{known.key, known.first, known.runs, 0, known.layout.is_plan, known.left_out, {}};
    for (const auto* row : known.rows) table.rows += row->filled() > 0;
    for (std::size_t n = 0; n < known.layout.columns.size(); ++n) table.columns.push_back(read_column(known, n));
    tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace makegood::extraction
