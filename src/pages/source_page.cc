// The document from top to bottom: what each row became, and what became nothing.

#include "pages/fault_summary.h"
#include "pages/hidden_field.h"
#include "pages/source_page.h"

#include <algorithm>

#include "html/components/content.h"
#include "html/components/wayfinding.h"
#include "pages/page_parts.h"

namespace makegood::pages {

using namespace html;

namespace {

Html item_link(const Site& site, const SourcePage& page, const Item& item) {
  return a(cls("govuk-link"), href(site.local(proposal_item_url(page.line.id, item.id))),
           when(!item.ref.empty(), join(item.ref, " ")), quoted(page.language, shorten(headline(item.title), 60)));
}

// Small print; the button's name says which row, for those who hear it among others.
Html make_item(const Site& site, const SourcePage& page, const SourceLine& line) {
  const auto& at = line.at();
  return form(attr("method", "post"), action(site.local(Url::path({"desk", "import", page.line.id, "add"}))), csrf_field(site),
              hidden("block", std::to_string(at.block)), hidden("row", std::to_string(at.row)), hidden("page", std::to_string(page.page)),
              when(page.only_nothing, [&] { return hidden("show", "nothing"); }),
              html::button(attr("type", "submit"), cls("mg-link-button"), site.words("source.make_item"),
                           span(cls("govuk-visually-hidden"), ": ", position_words(site, at))));
}

Html became(const Site& site, const SourcePage& page, const SourceLine& line) {
  switch (line.is) {
    case SourceIs::item: {
      Html links;
      for (const auto* item : line.items) links += div(item_link(site, page, *item));
      return join(strong(cls("govuk-tag govuk-tag--green"), site.words("source.item")), links);
    }
    case SourceIs::part: return join(site.words("source.part"), " ", item_link(site, page, *line.items.front()));
    case SourceIs::theme: return join(site.words("source.theme"));
    case SourceIs::header: return join(site.words("source.header"));
    case SourceIs::title: return join(site.words("source.title_of_plan"));
    case SourceIs::measure: return join(site.words("source.measure"));
    case SourceIs::nothing: break;
  }
  if (line.block->kind == BlockKind::heading) return {};
  return join(strong(cls("govuk-tag govuk-tag--yellow"), site.words("source.nothing")), make_item(site, page, line));
}

// The caption says which table it is; a row adds what differs within it.
Position only_table(const Position& at) { return {.page = at.page, .sheet = at.sheet, .block = at.block, .row = at.sheet.empty() ? 0 : at.row}; }
Position only_row(const Position& at) { return {.page = at.page, .row = at.row}; }

Html row_html(const Site& site, const SourcePage& page, const SourceLine& line, const GridLine& cells, const GridLine& names) {
  const auto place = position_words(site, only_row(line.at()));
  return tr(id(anchor_of(line.at())), cls("govuk-table__row mg-source__is-" + std::string(line.is == SourceIs::nothing ? "nothing" : "read")), attr("role", "row"),
            td(cls("govuk-table__cell mg-source__became"), attr("role", "cell"), when(!place.empty(), [&] { return span(cls("mg-source__place"), place); }), became(site, page, line)),
            grid_cells(site, cells, page.language, {.header = line.is == SourceIs::header, .names = names}));
}

// The header that holds for the first row; when that row is the header, it stands here alone.
GridLine header_line(const SourcePage& page, const SourceLine& first) {
  const auto& block = *first.block;
  const int header = first.is == SourceIs::header ? first.row : header_of(page.view, block, first.row);
  if (header < 0) return GridLine(static_cast<std::size_t>(std::max(column_count(block), 1)));
  return grid_lines(block, static_cast<std::size_t>(header), static_cast<std::size_t>(header) + 1).at(0);
}

Html head_html(const Site& site, const SourcePage& page, const SourceLine& first, const GridLine& names) {
  return thead(tr(cls("govuk-table__row"), attr("role", "row"), first.is == SourceIs::header ? id(anchor_of(first.at())) : Attributes(),
                  th(cls("govuk-table__header"), attr("scope", "col"), attr("role", "columnheader"), site.words("source.became")),
                  grid_cells(site, names, page.language, {.header = true})));
}

// Lines [from, to) stand in one table.
Html table_html(const Site& site, const SourcePage& page, std::size_t from, std::size_t to) {
  const auto& block = *page.lines[from].block;
  const auto first = static_cast<std::size_t>(page.lines[from].row), last = static_cast<std::size_t>(page.lines[to - 1].row);
  const auto grid = grid_lines(block, first, last + 1);
  const auto names = header_line(page, page.lines[from]);
  Html rows;
  for (auto n = page.lines[from].is == SourceIs::header ? from + 1 : from; n < to; ++n)
    rows += row_html(site, page, page.lines[n], grid.at(static_cast<std::size_t>(page.lines[n].row) - first), names);
  const auto place = position_words(site, only_table(block.position));
  return in_scroll(site.words("source.region", {{"place", place}}),
                       html::table(cls("govuk-table mg-stack mg-source__table"), attr("role", "table"), caption(cls("govuk-table__caption govuk-table__caption--s"), place),
                                   head_html(site, page, page.lines[from], names), tbody(rows)));
}

Html paragraph_html(const Site& site, const SourcePage& page, const SourceLine& line) {
  const auto& block = *line.block;
  const bool heading = block.kind == BlockKind::heading;
  const auto text = block.marker.empty() ? block.text : block.marker + " " + block.text;
  const auto words = each(split(text, '\n'), [&](const std::string& one) { return div(heading ? strong(lang(page.language), one) : span(lang(page.language), one)); });
  auto at = block.position;
  at.line = 0;
  return div(id(anchor_of(line.at())), cls("mg-source__paragraph mg-source__is-" + std::string(line.is == SourceIs::nothing && !heading ? "nothing" : "read")),
             div(cls("mg-source__text"), words),
             div(cls("mg-source__became"), span(cls("mg-source__place"), position_words(site, at)), became(site, page, line)));
}

Html source_document(const Site& site, const SourcePage& page) {
  Html all;
  for (std::size_t n = 0; n < page.lines.size();) {
    if (page.lines[n].row < 0) {
      all += paragraph_html(site, page, page.lines[n++]);
      continue;
    }
    auto end = n;
    while (end < page.lines.size() && page.lines[end].block == page.lines[n].block) ++end;
    all += table_html(site, page, n, end);
    n = end;
  }
  return div(cls("mg-source"), all);
}

Html filter(const Site& site, const SourcePage& page) {
  const auto all = source_url(page.line.id);
  const auto link = [&](const Url& url, std::string_view key, bool current) {
    return li(current ? strong(attr("aria-current", "true"), site.words(key)) : a(cls("govuk-link"), href(site.local(url)), site.words(key)));
  };
  return nav(attr("aria-label", site.words("source.show")), ul(cls("govuk-list mg-choices"), link(all, "source.show_all", !page.only_nothing),
                                                               link(all.with("show", "nothing"), "source.show_nothing", page.only_nothing)));
}

Html turn_pages(const Site& site, const SourcePage& page) {
  const auto link = [&](std::string_view key, int n) -> std::optional<govuk::PaginationLink> {
    if (n < 1 || n > page.pages) return std::nullopt;
    auto url = source_url(page.line.id).with("page", std::to_string(n));
    if (page.only_nothing) url = url.with("show", "nothing");
    return govuk::PaginationLink{.text = join(site.words(key), span(cls("govuk-visually-hidden"), " ", site.words("component.page"))), .href = site.local(url)};
  };
  return when(page.pages > 1, [&] {
    return join(p(cls("govuk-body"), site.words("source.page", {{"n", page.page}, {"of", page.pages}})),
                govuk::pagination({.landmark_label = site.words("component.pagination"), .previous = link("component.previous", page.page - 1),
                                   .next = link("component.next", page.page + 1)}));
  });
}

}  // namespace

Html source_page(const SourcePage& page, const Site& site) {
  const auto back = proposal_url(page.line.id);
  const auto answer = lead_text(site.words("source.answer", {{"items", page.became}, {"nothing", page.nothing}}));
  const auto main = join(refusal_summary(site, page.refusal), span(cls("govuk-caption-l"), quoted(page.language, page.line.document)),
                         h1(cls("govuk-heading-l"), site.words("source.heading")), answer, body_text(site.words("source.explain")), filter(site, page),
                         page.lines.empty() ? body_text(site.words("source.empty")) : source_document(site, page), turn_pages(site, page));
  return frame(site, {.title = site.words("source.heading") + ": " + page.line.title,
                      .trail = {{"/desk", site.words("nav.desk"), ""}, {back, page.line.title, page.language}},
                      .has_errors = !page.refusal.empty()},
               main);
}

}  // namespace makegood::pages
