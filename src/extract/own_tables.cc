#include "extract/own_tables.h"

#include <algorithm>
#include <set>

namespace makegood::extraction {
namespace {

constexpr std::size_t kHeaderWithin = 12;  // rows

using Columns = std::map<int, Field>;

struct Header {
  OwnTable kind = OwnTable::none;
  bool codes = false, is_certain = false;
  Columns columns;
  std::vector<std::string> unknown;
};

// Tables beside the items, by their headings and the fields that these stand for.
struct TableShape {
  OwnTable kind;
  std::vector<std::pair<std::string_view, Field>> headings;  // the first must be there
};
const std::vector<TableShape>& shapes() {
  static const std::vector<TableShape> kShapes = {
      {OwnTable::themes, {{kThemeTitleHeading, Field::title}, {kThemeHeading, Field::theme}, {kThemeParentHeading, Field::parent}}},
      {OwnTable::indicators, {{kIndicatorHeading, Field::title}, {kUnitHeading, Field::unit}, {kThemeHeading, Field::theme}}},
      {OwnTable::facts, {{kFactHeading, Field::title}, {kFactValueHeading, Field::detail}}},
      {OwnTable::notes, {{kNoteHeading, Field::title}, {kNoteMeaningHeading, Field::detail}}},
      {OwnTable::notes, {{kSheetHeading, Field::title}, {kSheetMeaningHeading, Field::detail}}}};
  return kShapes;
}

std::string heading_of(const Cell& cell) { return squeeze(own_text(cell)); }

Header header_as(const TableShape& shape, const Row& row) {
  Header header;
  for (const auto& cell : row.cells) {
    const auto text = lower(heading_of(cell));
    const auto found = std::find_if(shape.headings.begin(), shape.headings.end(), [&](const auto& h) { return lower(h.first) == text; });
    if (found != shape.headings.end()) header.columns.emplace(cell.column, found->second);
    else if (!text.empty()) header.unknown.push_back(heading_of(cell));
  }
  const bool begins = std::any_of(header.columns.begin(), header.columns.end(), [](const auto& c) { return c.second == Field::title; });
  if (begins && header.columns.size() > 1 && header.columns.size() > header.unknown.size()) header.kind = shape.kind;
  return header;
}

Header items_header(const Row& row, bool codes) {
  Header header;
  header.codes = codes;
  std::set<Field> fields;
  for (const auto& cell : row.cells) {
    const auto text = heading_of(cell);
    const auto field = codes ? field_of_code(text) : field_of_heading(text);
    if (field && fields.insert(*field).second) header.columns.emplace(cell.column, *field);
    else if (!text.empty()) header.unknown.push_back(text);
  }
  if (!fields.contains(Field::title) || fields.size() < 2 || fields.size() <= header.unknown.size()) return header;
  header.kind = OwnTable::items;
  header.is_certain = fields.contains(Field::id) && fields.contains(Field::kind) && fields.size() >= 4;
  return header;
}

Header header_in(const Row& row) {
  for (const auto& shape : shapes())
    if (auto header = header_as(shape, row); header.kind != OwnTable::none) return header;
  auto header = items_header(row, true);
  if (header.kind != OwnTable::none && header.is_certain) return header;
  return items_header(row, false);
}

OwnRow row_of(const Row& row, const Header& header) {
  OwnRow out;
  out.at = row.position;
  for (const auto& [column, field] : header.columns) out.cells[field];
  for (const auto& cell : row.cells)
    if (const auto found = header.columns.find(cell.column); found != header.columns.end()) out.cells[found->second] = own_text(cell);
  return out;
}

bool says_nothing(const OwnRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return trim(cell.second).empty(); });
}

bool is_header_again(const OwnRow& row, const Header& header) {
  return std::all_of(row.cells.begin(), row.cells.end(), [&](const auto& cell) {
    const auto& name = name_of(cell.first);
    return lower(squeeze(cell.second)) == lower(header.codes ? name.code : name.heading);
  });
}

}  // namespace

const std::string& OwnRow::operator[](Field field) const {
  static const std::string kNothing;
  const auto found = cells.find(field);
  return found == cells.end() ? kNothing : found->second;
}

std::string own_text(const Cell& cell) {
  std::string out;
  for (const auto& block : cell.blocks) {
    if (!out.empty()) out += '\n';
    out += block.marker.empty() ? block.text : block.marker + " " + block.text;
  }
  return out;
}

OwnRows own_rows(const Block& table) {
  OwnRows out;
  Header header;
  std::size_t first = 0;
  for (; first < table.rows.size() && first < kHeaderWithin && header.kind == OwnTable::none; ++first) header = header_in(table.rows[first]);
  if (header.kind == OwnTable::none) return out;
  out.kind = header.kind;
  out.codes = header.codes;
  out.is_certain = header.is_certain;
  out.unknown = header.unknown;
  for (auto r = first; r < table.rows.size(); ++r) {
    auto row = row_of(table.rows[r], header);
    if (!says_nothing(row) && !is_header_again(row, header)) out.rows.push_back(std::move(row));
  }
  return out;
}

}  // namespace makegood::extraction
