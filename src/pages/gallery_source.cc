// The document behind an import of the golden files: a table with a neighbour, running text, and a
// table that nobody took for a part of the plan.

#include "pages/gallery_source.h"

namespace makegood::pages {

namespace {

// As the readers leave it: blocks and rows are counted from 1.
void settle_positions(Document& document) {
  int block_number = 0;
  for (auto& block : document.blocks) {
    block.position.block = ++block_number;
    block.position.page = block_number > 4 ? 2 : 1;
    int row_number = 0;
    for (auto& row : block.rows) {
      row.position = block.position;
      row.position.row = ++row_number;
      for (auto& cell : row.cells)
        for (auto& inside : cell.blocks) {
          inside.position = row.position;
          inside.position.column = cell.column + 1;
        }
    }
  }
}

Document gallery_document() {
  Document document;
  document.format = "markdown";
  document.blocks = {heading(1, "Fair chances at work"), paragraph("We met staff and residents three times before we wrote this."),
                     heading(2, "Recruitment"),
                     table({{"Ref", "Action", "Lead", "Contact", "By when"},
                            {"1.1", "Publish who applies, is shortlisted and is appointed", "Head of Human Resources", "Policy Officer", "31 March 2027"},
                            {"1.2", "Train every interview panel", "Learning and Development Manager", "Head of Human Resources", "6 months-1 year"},
                            {"1.3", "Review how posts are advertised", "Head of Communications", "Policy Officer", "Q4 2026/27"}}),
                     heading(2, "What it costs"), table({{"Resource", "Budget"}, {"Training days", "within budgets"}, {"Translation", "to be agreed"}}),
                     paragraph("We will also write to every school about racist incidents.")};
  settle_positions(document);
  return document;
}

}  // namespace

GallerySource gallery_source() {
  GallerySource source;
  source.document = gallery_document();
  source.reading = extract_reading(source.document, {});
  return source;
}

}  // namespace makegood::pages
