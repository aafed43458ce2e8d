#include "pages/sheet_rows.h"

#include <algorithm>

#include "html/components/lists.h"
#include "pages/pieces.h"
#include "pages/summary_rows.h"

namespace makegood::pages {

using namespace html;

namespace {

constexpr std::size_t kSaidShown = 80;

std::string place_of(const Site& site, const SheetReturn& row) {
  if (row.heading.empty() || row.column.empty()) return site.words("sheet.row", {{"row", row.row}});
  return site.words("sheet.cell", {{"row", row.row}, {"column", row.column}, {"heading", site.words(row.heading)}});
}

Html refused_row(const Site& site, const SheetReturn& row) {
  const auto message = site.words("owner_sheet.fate." + std::string(word(row.fate)), {{"said", shorten(row.said, kSaidShown)}});
  return li(strong(place_of(site, row)), ": ", message,
            when(!row.line.title.empty(), [&] { return p(cls("mg-item-note"), quoted("en", headline(row.line.title))); }));
}

Html answered_row(const Site& site, const SheetReturn& row) {
  const auto& words = row.words;
  SummaryRows rows;
  add_row(rows, site.words("owner_sheet.claim"), span(answer_words(site, words)));
  add_row(rows, site.words("owner_sheet.narrative"), typed_lines(site, words.narrative));
  if (words.forecast) add_row(rows, site.words("owner_sheet.forecast"), day(site, *words.forecast));
  add_row(rows, site.words("owner_sheet.reason"), typed_lines(site, words.claim_reason));
  for (const auto& evidence : words.evidence) add_row(rows, site.words("owner_sheet.evidence_text"), evidence_words(site, {evidence, ScanState::clean, {}}));
  const auto title = join(site.words("sheet.row", {{"row", row.row}}), ": ", when(!row.line.ref.empty(), join(span(cls("mg-ref"), row.line.ref), " ")),
                          quoted("en", headline(row.line.title)));
  return govuk::summary_list({.rows = std::move(rows), .card = govuk::SummaryCard{.title = title}});
}

}  // namespace

int count_of(const std::vector<SheetReturn>& rows, RowFate fate) {
  return static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](const SheetReturn& row) { return row.fate == fate; }));
}

int count_refused(const std::vector<SheetReturn>& rows) {
  return static_cast<int>(std::count_if(rows.begin(), rows.end(), [](const SheetReturn& row) { return row.refused(); }));
}

Html refused_rows(const Site& site, const std::vector<SheetReturn>& rows) {
  const int n = count_refused(rows);
  if (n == 0) return {};
  return section(attr("aria-labelledby", "refused"), heading_m(site.words("sheet.refused", {{"n", n}}), "refused"),
                 body_text(site.words("sheet.refused_how")),
                 ul(cls("govuk-list govuk-list--bullet govuk-list--spaced"),
                    each(rows, [&](const SheetReturn& row) { return when(row.refused(), [&] { return refused_row(site, row); }); })));
}

Html answered_rows(const Site& site, const std::vector<SheetReturn>& rows) {
  return each(rows, [&](const SheetReturn& row) { return when(row.fate == RowFate::answered, [&] { return answered_row(site, row); }); });
}

Html other_rows(const Site& site, const std::vector<SheetReturn>& rows) {
  const int recorded = count_of(rows, RowFate::recorded), silent = count_of(rows, RowFate::silent);
  return join(when(recorded > 0, [&] { return body_text(site.words("sheet.recorded", {{"n", recorded}})); }),
              when(silent > 0, [&] { return body_text(site.words("sheet.silent", {{"n", silent}})); }));
}

}  // namespace makegood::pages
