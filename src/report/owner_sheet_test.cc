#include "report/owner_sheet.h"

#include <doctest/doctest.h>

#include "formats/formats.h"
#include "formats/write.h"
#include "report/owner_sheet_columns.h"

namespace makegood {
namespace owner_sheet_test {

const Words kEnglish = Words::for_language(Language::en), kWelsh = Words::for_language(Language::cy);
const std::vector<Words> kLanguages = {kEnglish, kWelsh};

OwnerSheet sent_sheet() {
  OwnerSheet sheet{"tokenone", "Head of Housing, Aberllyn Council", Day::make(2026, 4, 1).value(), {}};
  sheet.lines = {{"fair", "Fair Work Plan", ItemId("item1"), "01.05", "Publish the pay gap\nby ethnic group", "Q4 2026/27", Day::make(2027, 3, 31).value(), "", 7, PostId("housing")},
                 {"fair", "Fair Work Plan", ItemId("item2"), "", "=SUM(A1) & review", "ongoing", {}, "On track, 14 March 2026", 9},
                 {"fair", "Fair Work Plan", ItemId("item3"), "2", "- Train all staff", "", {}, "", 3}};
  return sheet;
}

std::vector<ItemVersion> unchanged() { return {{"fair", ItemId("item1"), 7}, {"fair", ItemId("item2"), 9}, {"fair", ItemId("item3"), 3}}; }

std::size_t at(AnswerColumn column) {
  for (std::size_t i = 0; i < kAnswerColumns.size(); ++i)
    if (kAnswerColumns[i].column == column) return i;
  return 0;
}

/// What somebody writes into a cell before the sheet is sent back.
struct Written {
  std::size_t row;
  AnswerColumn column;
  SheetValue value;
};

Document sent_back(const OwnerSheet& sheet, const std::vector<Written>& written, const Words& words = kEnglish) {
  auto book = owner_workbook(sheet, words);
  for (const auto& cell : written) book.sheets[0].tables[0].rows.at(cell.row).at(at(cell.column)) = cell.value;
  return read_document(write_xlsx(book).value(), "back.xlsx").value();
}

std::string fates(const std::vector<SheetReturn>& rows) {
  std::vector<std::string> words;
  for (const auto& row : rows) words.emplace_back(word(row.fate));
  return join(words, " ");
}

std::string fates_of(const std::vector<Written>& written, const std::vector<ItemVersion>& now = unchanged()) {
  const auto sheet = sent_sheet();
  return fates(read_owner_sheet(sent_back(sheet, written), std::span(&sheet, 1), now, kLanguages));
}

TEST_CASE("a sheet that comes back as it was sent says nothing") {
  CHECK(fates_of({}) == "silent silent silent");
  CHECK(sheet_tokens(sent_back(sent_sheet(), {})) == std::vector<std::string>{"tokenone"});
}

TEST_CASE("what was written is read, in either language") {
  const auto sheet = sent_sheet();
  for (const auto& words : kLanguages) {
    const auto back = sent_back(sheet,
                                {{0, AnswerColumn::claim, words("claim.at_risk")},
                                 {0, AnswerColumn::narrative, "The figures came late.\n- from two teams"},
                                 {0, AnswerColumn::forecast, Day::make(2027, 6, 30).value()},
                                 {0, AnswerColumn::reason, "Figures came late"},
                                 {0, AnswerColumn::evidence_link, "https://aberllyn.example/pay"},
                                 {1, AnswerColumn::claim, words("owner_sheet.no_change")}},
                                words);
    const auto rows = read_owner_sheet(back, std::span(&sheet, 1), unchanged(), kLanguages);
    REQUIRE(fates(rows) == "answered answered silent");
    CHECK(rows[0].words.claim == Claim::at_risk);
    CHECK(rows[0].words.narrative == "The figures came late.\n- from two teams");
    CHECK(rows[0].words.forecast->iso() == "2027-06-30");
    CHECK(rows[0].words.evidence.at(0).url == "https://aberllyn.example/pay");
    CHECK(rows[0].line.item == ItemId("item1"));
    CHECK(rows[1].words.no_change);
    CHECK_FALSE(rows[1].words.nil_return);
  }
}

TEST_CASE("each faulty row is refused by itself, for its own reason") {
  const std::string on_track = "On track";
  struct Case {
    const char* what;
    std::vector<Written> written;
    std::string fates;
  };
  const std::vector<Case> cases = {
      {"words without a claim", {{0, AnswerColumn::narrative, "Done some"}}, "no_claim silent silent"},
      {"a claim that is not in the list", {{0, AnswerColumn::claim, "Nearly there"}, {2, AnswerColumn::claim, on_track}}, "unknown_claim silent answered"},
      {"a date that is none", {{0, AnswerColumn::claim, on_track}, {0, AnswerColumn::forecast, "soon"}, {0, AnswerColumn::reason, "r"}}, "no_such_day silent silent"},
      {"a date in words", {{0, AnswerColumn::claim, on_track}, {0, AnswerColumn::forecast, "31 March 2028"}, {0, AnswerColumn::reason, "r"}}, "answered silent silent"},
      {"a new date without a reason", {{0, AnswerColumn::claim, on_track}, {0, AnswerColumn::forecast, "2028-03-31"}}, "needs_reason silent silent"},
      {"dropped without a reason", {{1, AnswerColumn::claim, "Dropped"}}, "silent needs_reason silent"},
      {"a link that runs something", {{1, AnswerColumn::claim, on_track}, {1, AnswerColumn::evidence_link, "javascript:alert(1)"}}, "silent bad_link silent"},
      {"what shows it, without a link", {{1, AnswerColumn::claim, on_track}, {1, AnswerColumn::evidence_text, "Forty people"}}, "silent bad_link silent"},
      {"the date that it has anyway", {{0, AnswerColumn::claim, on_track}, {0, AnswerColumn::forecast, Day::make(2027, 3, 31).value()}}, "answered silent silent"},
      {"a reason that is far too long", {{0, AnswerColumn::claim, "Paused"}, {0, AnswerColumn::reason, std::string(2'001, 'x')}}, "too_long silent silent"},
      {"the plan's words rewritten", {{0, AnswerColumn::title, "Publish nothing"}, {0, AnswerColumn::claim, "Complete"}, {2, AnswerColumn::claim, on_track}}, "reference_changed silent answered"},
      {"the date due rewritten", {{0, AnswerColumn::due, Day::make(2030, 1, 1).value()}, {0, AnswerColumn::claim, on_track}}, "reference_changed silent silent"},
      {"the key of another row", {{0, AnswerColumn::key, "tokenone.item3"}, {0, AnswerColumn::claim, on_track}}, "reference_changed silent silent"},
      {"a key that was never sent", {{0, AnswerColumn::key, "tokentwo.item1"}, {0, AnswerColumn::claim, on_track}}, "another_sheet silent silent"},
      {"no key", {{0, AnswerColumn::key, ""}, {0, AnswerColumn::claim, on_track}}, "another_sheet silent silent"},
      {"far too long", {{0, AnswerColumn::claim, on_track}, {0, AnswerColumn::narrative, std::string(20'001, 'x')}}, "too_long silent silent"},
  };
  for (const auto& c : cases) {
    CAPTURE(std::string(c.what));
    CHECK(fates_of(c.written) == c.fates);
  }
}

TEST_CASE("a row about which something was said meanwhile is stale; the others are not") {
  const std::vector<Written> both = {{0, AnswerColumn::claim, "Complete"}, {1, AnswerColumn::claim, "Complete"}};
  CHECK(fates_of(both, {{"fair", ItemId("item1"), 8}, {"fair", ItemId("item2"), 9}}) == "stale answered silent");
  CHECK(fates_of(both, {{"fair", ItemId("item2"), 9}}) == "stale answered silent");  // the item is gone
}

TEST_CASE("a refused row names the cell at fault") {
  struct Case {
    const char* what;
    Written written;
    std::string cell;
  };
  const std::vector<Case> cases = {
      {"a claim that is not in the list", {0, AnswerColumn::claim, "Nearly there"}, "6 G owner_sheet.claim"},
      {"no claim", {1, AnswerColumn::narrative, "Done"}, "7 G owner_sheet.claim"},
      {"a date that is none", {2, AnswerColumn::forecast, "soon"}, "8 I owner_sheet.forecast"},
      {"a link that runs something", {0, AnswerColumn::evidence_link, "javascript:alert(1)"}, "6 L owner_sheet.evidence_link"},
      {"the plan's words rewritten", {0, AnswerColumn::title, "Publish nothing"}, "6 C owner_sheet.title"},
      {"a key that was never sent: the row, not a cell that nobody sees", {1, AnswerColumn::key, "tokentwo.item1"}, "7  "},
  };
  const auto sheet = sent_sheet();
  for (const auto& c : cases) {
    CAPTURE(std::string(c.what));
    std::vector<Written> written = {c.written};
    if (c.written.column != AnswerColumn::claim && c.written.column != AnswerColumn::narrative)
      written.push_back({c.written.row, AnswerColumn::claim, "On track"});
    const auto rows = read_owner_sheet(sent_back(sheet, written), std::span(&sheet, 1), unchanged(), kLanguages);
    const auto& row = rows.at(c.written.row);
    CHECK(row.refused());
    CHECK(std::to_string(row.row) + " " + row.column + " " + std::string(row.heading) == c.cell);
  }
}

TEST_CASE("a sheet that comes twice is recorded already, and not stale") {
  const auto sheet = sent_sheet();
  const auto back = sent_back(sheet, {{0, AnswerColumn::claim, "At risk"}, {0, AnswerColumn::evidence_link, "https://aberllyn.example/pay"}});
  const auto said = read_owner_sheet(back, std::span(&sheet, 1), unchanged(), kLanguages).at(0).words;
  auto kept = said;
  kept.evidence.at(0).id = EvidenceId("e1");
  const std::vector<ItemVersion> now = {{"fair", ItemId("item1"), 12, &kept}};
  CHECK(fates(read_owner_sheet(back, std::span(&sheet, 1), now, kLanguages)) == "recorded silent silent");
  kept.claim = Claim::off_track;
  CHECK(fates(read_owner_sheet(back, std::span(&sheet, 1), now, kLanguages)) == "stale silent silent");
}

TEST_CASE("a row that stands twice counts once") {
  const auto sheet = sent_sheet();
  auto book = owner_workbook(sheet, kEnglish);
  auto& rows = book.sheets[0].tables[0].rows;
  rows[0][at(AnswerColumn::claim)] = "On track";
  rows.push_back(rows[0]);
  const auto document = read_document(write_xlsx(book).value(), "back.xlsx").value();
  CHECK(fates(read_owner_sheet(document, std::span(&sheet, 1), unchanged(), kLanguages)) == "answered silent silent repeated");
}

TEST_CASE("another workbook has no rows of ours") {
  const auto sheet = sent_sheet();
  Document other;
  other.blocks = {table({{"Plan", "What happened"}, {"x", "y"}})};
  CHECK(read_owner_sheet(other, std::span(&sheet, 1), unchanged(), kLanguages).empty());
  CHECK(sheet_tokens(other).empty());
}

TEST_CASE("a sent sheet survives being kept") {
  CHECK(read_sent_sheet(write_owner_sheet(sent_sheet())).value() == sent_sheet());
  for (const auto* text : {"", "[]", "{}", R"({"sent":"2026-01-01"})", R"({"sent":"2026-01-01","lines":[{"item":"x"}]})"})
    CHECK_FALSE(read_sent_sheet(text).has_value());
}

}  // namespace owner_sheet_test
}  // namespace makegood
