#include "pages/document_html.h"

#include "html/components/content.h"
#include "pages/page_parts.h"

namespace makegood::pages {

using namespace html;

namespace {

Html lines(std::string_view text) {
  Html out;
  bool first = true;
  for (const auto& line : split(text, '\n')) {
    if (!first) out += br();
    out += join(line);
    first = false;
  }
  return out;
}

Html cell(const Cell& one, bool header) {
  const auto text = lines(cell_text(one));
  return header ? th(attr("scope", "col"), cls("govuk-table__header"), text) : td(cls("govuk-table__cell"), text);
}

Html row(const Row& one) {
  return tr(cls("govuk-table__row"), each(one.cells, [&](const Cell& c) { return cell(c, one.header || c.header); }));
}

/// What the tables below one heading are called: as it is, the second with its number.
struct TableName {
  std::string heading;
  int before = 0;  ///< tables that stand below it already
  std::string next(const Block& block) {
    const auto name = heading.empty() ? cell_text(block.rows.front().cells.front()) : heading;
    return ++before == 1 ? name : name + " (" + std::to_string(before) + ")";
  }
};

Html table_of(const Block& block, const std::string& name) {
  Html head, body;
  for (const auto& one : block.rows) (one.header && body.empty() ? head : body) += row(one);
  return in_scroll(name, table(cls("govuk-table mg-report-table"), caption(cls("govuk-table__caption govuk-visually-hidden"), name), thead(cls("govuk-table__head"), head), tbody(cls("govuk-table__body"), body)));
}

Html heading_of(const Block& block) {
  if (block.level <= 1) return h1(cls("govuk-heading-l"), block.text);
  if (block.level == 2) return h2(cls("govuk-heading-m"), block.text);
  return h3(cls("govuk-heading-s"), block.text);
}

}  // namespace

Html document_html(const Document& document) {
  Html out;
  std::vector<Html> items;
  TableName name;
  const auto close_list = [&] {
    if (!items.empty()) out += ul(cls("govuk-list govuk-list--bullet"), items);
    items.clear();
  };
  for (const auto& block : document.blocks) {
    if (block.kind == BlockKind::list_item) {
      items.push_back(li(lines(block.text)));
      continue;
    }
    close_list();
    if (block.kind == BlockKind::heading) out += heading_of(block), name = {block.text};
    else if (block.kind == BlockKind::paragraph) out += p(cls("govuk-body"), lines(block.text));
    else if (!block.rows.empty()) out += table_of(block, name.next(block));
  }
  close_list();
  return div(cls("mg-report"), lang(document.language.empty() ? "en" : document.language.substr(0, 2)), out);
}

}  // namespace makegood::pages
