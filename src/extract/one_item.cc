// One row or paragraph as an item, because a person says that it is one.

#include "extract/extract.h"
#include "extract/items.h"
#include "extract/layouts.h"
#include "extract/title.h"

namespace makegood {
namespace extraction {
namespace {

bool same_place(const Position& a, const Position& b) { return a.block == b.block && a.row == b.row; }

// The columns as they were read; where none is the title, the longest cell that has no meaning yet.
Layout with_title(Layout layout, const GridRow& row) {
  layout.columns.resize(std::max(layout.columns.size(), row.slots.size()));
  const int title = layout.first(Role::title);
  if (title >= 0 && static_cast<std::size_t>(title) < row.slots.size() && !row.slots[static_cast<std::size_t>(title)].lines.empty()) return layout;
  std::size_t best = row.slots.size(), longest = 0;
  for (std::size_t n = 0; n < row.slots.size(); ++n) {
    const auto size = text_of(row.slots[n].lines).size();
    const bool free = layout.role(n) == Role::none || layout.role(n) == Role::detail || layout.role(n) == Role::theme;
    if (size > (free ? 0 : longest) && (best == row.slots.size() || (free && size > longest))) best = n, longest = size;
  }
  if (best == row.slots.size()) return layout;
  if (title >= 0) layout.columns[static_cast<std::size_t>(title)].role = Role::none;
  layout.columns[best].role = Role::title;
  return layout;
}

void build_row(const GridRow& row, const Layout& layout, ItemBuilder& builder) {
  Record record;
  record.layout = &layout;
  record.at = row.at;
  for (const auto& slot : row.slots) record.cells.push_back(slot.lines);
  record.cells.resize(layout.columns.size());
  builder.build(record, 0);
}

void build_at(const std::vector<Piece>& pieces, const Layouts& layouts, const Position& at, ItemBuilder& builder) {
  Lines lines;
  for (const auto& piece : pieces) {
    if (!piece.is_table && piece.line.at.row == 0 && piece.line.at.block == at.block && at.row == 0) lines.push_back(piece.line);
    if (!piece.is_table) continue;
    for (const auto& row : piece.segment.rows)
      if (same_place(row.at, at)) return build_row(row, with_title(layouts.of(piece.segment).layout, row), builder);
  }
  if (lines.empty()) return;
  Fields fields;
  add_parts(fields, Lines(lines.begin() + 1, lines.end()));
  const auto label = label_of(lines[0].marker);
  builder.build_loose({lines[0]}, fields, is_ordered(lines[0].marker) ? label : "", ItemKind::action, -1, lines[0].at);
}

}  // namespace
}  // namespace extraction

Result<Item> extract_item_at(const Document& document, const Position& at, const ExtractOptions& options) {
  using namespace extraction;
  const auto pieces = pieces_of(document);
  const Layouts layouts(pieces, options.settings, options.given);
  Plan plan;
  plan.settings = options.settings;
  Names names;
  Headings headings;
  ItemBuilder builder(plan, names, headings);
  build_at(pieces, layouts, at, builder);
  if (plan.items.empty()) return refuse(Fault::not_found, "there is no text at this place that could be an item", at.in_words());
  auto item = std::move(plan.items.front());
  item.theme = {};
  item.source = at;
  item.confidence = 1.0;
  return item;
}

}  // namespace makegood
