// The same report for those who go on working with it: the summary's counts, then a row an item.
#include "report/indicator_words.h"
#include "report/paper.h"

namespace makegood {
namespace {

SheetTable table_of(std::string name, std::vector<std::string> header, std::vector<std::vector<SheetValue>> rows) {
  return {std::move(name), std::move(header), std::move(rows), {}};
}

SheetValue date_or_nothing(const std::optional<Day>& day) { return day ? SheetValue(*day) : SheetValue(std::string()); }

Sheet summary(const Paper& paper) {
  const auto& report = paper.report;
  const auto& words = paper.words;
  Sheet sheet{words("report.summary"), {report_title(report, words), words("report.assessed_text", {{"n", report.voices.assessed()}, {"total", report.voices.items}})}, {}};
  std::vector<std::vector<SheetValue>> claims, founds;
  for (const auto& claim : kClaims)
    claims.push_back({claim_words(words, claim.code), static_cast<double>(report.voices.claims[static_cast<std::size_t>(claim.code)])});
  for (const auto& found : kFounds)
    founds.push_back({words("found." + std::string(found.word)), static_cast<double>(report.voices.founds[static_cast<std::size_t>(found.code)])});
  sheet.tables.push_back(table_of("Claims", paper.header({"claim", "promises"}), std::move(claims)));
  sheet.tables.push_back(table_of("Findings", paper.header({"found", "promises"}), std::move(founds)));
  return sheet;
}

Sheet items(const Paper& paper) {
  const auto& words = paper.words;
  Sheet sheet{words("report.sheet_items"), {words("report.appendix_items")}, {}};
  std::vector<std::vector<SheetValue>> rows;
  for (const auto& item : paper.report.items)
    rows.push_back({item.ref, item.title, item.theme, owners_of(paper, item), date_or_nothing(item.original), date_or_nothing(item.due),
                    date_or_nothing(item.forecast), claim_words(words, item.claim), found_words(words, item), calendar_words(words, item),
                    item.words, item.id.text});
  sheet.tables.push_back(table_of("Items", paper.header({"ref", "promise", "theme", "owner", "original", "due", "expected", "claim", "found", "calendar", "words", "id"}), std::move(rows)));
  sheet.tables.back().widths = {10, 60, 24, 28, 14, 14, 14, 16, 20, 20, 60, 14};
  return sheet;
}

Sheet silences(const Paper& paper) {
  Sheet sheet{paper.words("report.sheet_silent"), {paper.words("report.silent")}, {}};
  std::vector<std::vector<SheetValue>> rows;
  for (const auto& silence : paper.report.silences)
    for (const auto& id : silence.items)
      rows.push_back({silent_words(paper, silence), named(paper.report, id), date_or_nothing(silence.asked)});
  sheet.tables.push_back(table_of("Silent", paper.header({"organisation", "promise", "asked"}), std::move(rows)));
  return sheet;
}

/// A row a value, so that it can be worked with; an indicator without one has a row that says why.
Sheet indicators(const Paper& paper) {
  const auto& words = paper.words;
  Sheet sheet{words("report.sheet_indicators"), {words("report.indicators")}, {}};
  std::vector<std::vector<SheetValue>> rows;
  for (const auto& indicator : paper.report.indicators) {
    const auto said = indicator_row(paper, indicator);
    for (const auto& value : indicator.values)
      rows.push_back({said[0], said[1], said[2], period_words(words, value), value_words(words, value, indicator.terms.unit), value.source});
    if (indicator.values.empty()) rows.push_back({said[0], said[1], said[2], std::string(), said[3], std::string()});
  }
  sheet.tables.push_back(table_of("Indicators", paper.header({"indicator", "start", "target", "period", "value", "source"}), std::move(rows)));
  sheet.tables.back().widths = {60, 24, 30, 34, 24, 40};
  return sheet;
}

Sheet about(const Paper& paper) {
  const auto& report = paper.report;
  const auto& words = paper.words;
  return {words("report.sheet_about"),
          {words("report.numbers"), words("report.numbers_counted", {{"n", report.voices.items}, {"all", report.items.size()}}), words("report.numbers_voices"),
           words("report.numbers_percent"), words("report.numbers_people"), words("report.check_text", {{"n", report.head.count}}),
           words("report.check_head", {{"head", report.head.hash}})},
          {}};
}

}  // namespace

Workbook committee_workbook(const CommitteeReport& report, const Words& words) {
  const Paper paper(report, words);
  Workbook book;
  book.title = report_title(report, words);
  book.language = words.language() == Language::cy ? "cy-GB" : "en-GB";
  book.sheets = {summary(paper), items(paper)};
  if (!report.indicators.empty()) book.sheets.push_back(indicators(paper));
  if (!report.silences.empty()) book.sheets.push_back(silences(paper));
  book.sheets.push_back(about(paper));
  return book;
}

}  // namespace makegood
