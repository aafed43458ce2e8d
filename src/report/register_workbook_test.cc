// A register's template and its records as a workbook.
#include "report/register_workbook.h"

#include <doctest/doctest.h>

#include "formats/formats.h"
#include "formats/write.h"
#include "registers/fixture.h"

using namespace makegood;

namespace register_workbook_test {

const Words kEnglish = Words::for_language(Language::en), kWelsh = Words::for_language(Language::cy);

/// The first table of the bytes: its rows of texts.
std::vector<std::vector<std::string>> first_table(const std::string& bytes) {
  const auto document = read_document(bytes, "file.xlsx");
  REQUIRE(document);
  for (const auto& block : document->blocks) {
    if (block.kind != BlockKind::table) continue;
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : block.rows) {
      rows.emplace_back(static_cast<std::size_t>(column_count(block)));
      for (const auto& cell : row.cells) rows.back()[static_cast<std::size_t>(cell.column)] = cell_text(cell);
    }
    return rows;
  }
  return {};
}

TEST_CASE("the headings of a template are understood by the import, in both languages") {
  for (const auto& shipped : shipped_registers()) {
    const auto definition = definition_of(shipped.text);
    REQUIRE(definition);
    for (const auto& words : {kEnglish, kWelsh}) {
      CAPTURE(shipped.name);
      const auto headings = template_headings(*definition, words);
      const auto fields = template_fields(*definition);
      const auto columns = map_columns(*definition, headings);
      CHECK(columns.unknown.empty());
      CHECK(columns.twice.empty());
      CHECK(columns.missing.empty());
      REQUIRE(columns.fields.size() == fields.size());
      for (std::size_t i = 0; i < fields.size(); ++i) CHECK(&definition->fields[columns.fields[i].value()] == fields[i]);
    }
  }
}

TEST_CASE("every choice that a drop-down offers is read as its own code") {
  for (const auto& shipped : shipped_registers()) {
    const auto definition = definition_of(shipped.text);
    REQUIRE(definition);
    for (const auto& words : {kEnglish, kWelsh}) {
      const auto book = register_template(*definition, words);
      for (const auto& menu : book.sheets[0].tables[0].menus) {
        const auto& field = *template_fields(*definition)[menu.column];
        if (field.type == FieldType::boolean) continue;
        const auto choices = choices_of(*definition, field);
        for (std::size_t i = 0; i < menu.choices.size(); ++i) CHECK(coded(*definition, field, menu.choices[i]) == choices[i].code);
      }
    }
  }
}

TEST_CASE("every shipped register has a template that Excel takes") {
  for (const auto& shipped : shipped_registers()) {
    CAPTURE(shipped.name);
    CHECK(write_xlsx(register_template(definition_of(shipped.text).value(), kWelsh)));
  }
}

TEST_CASE("a template that was filled in comes back as the answers that were meant") {
  const auto definition = test::incidents();
  auto book = register_template(definition, kEnglish);
  const auto headings = book.sheets[0].tables[0].header;
  std::vector<SheetValue> row(headings.size(), std::string());
  const auto at = [&](std::string_view heading) -> SheetValue& { return row[static_cast<std::size_t>(std::find(headings.begin(), headings.end(), heading) - headings.begin())]; };
  at("School") = std::string("Harbour Hill");
  at("Date") = Day::make(2026, 3, 31).value();
  at("What happened") = std::string("Something was said");
  at("How many pupils") = 3.0;
  at("Ethnic group") = std::string("Indian");
  book.sheets[0].tables[0].rows = {row};
  const auto back = first_table(write_xlsx(book).value());
  REQUIRE(back.size() == 2);
  auto answers = row_answers(definition, map_columns(definition, back[0]), back[1]);
  CHECK(AnswerCheck(definition)(answers, Moment::importing).empty());
  CHECK(answer(answers, "school") == "Harbour Hill");
  CHECK(answer(answers, "happened_on") == "2026-03-31");
  CHECK(answer(answers, "kind") == "verbal");
  CHECK(answer(answers, "pupils") == "3");
  CHECK(answer(answers, "ethnicity") == coded(definition, *definition.field("ethnicity"), "Indian"));
}

TEST_CASE("a list that is too long for a rule stands on a sheet of its own") {
  const auto book = register_template(test::incidents(), kEnglish);
  REQUIRE(book.sheets.size() == 3);
  CHECK(book.sheets[0].tables[0].menus[0].choices == std::vector<std::string>{"Something was said", "Somebody was hurt"});
  const auto& ethnicity = book.sheets[0].tables[0].menus[1];
  CHECK(ethnicity.choices.empty());
  CHECK(ethnicity.range.starts_with("='Lists'!$A$2:$A$"));
  CHECK(book.sheets[2].tables[0].rows.size() + 1 == std::stoul(ethnicity.range.substr(ethnicity.range.rfind('$') + 1)));
}

TEST_CASE("records go out as text: no formula runs") {
  const auto book = register_workbook(test::incidents(), {{"school", "words"}, {"Harbour Hill", "=1+1"}}, kEnglish);
  const auto back = first_table(write_xlsx(book).value());
  REQUIRE(back.size() == 2);
  CHECK(back[1][1] == "=1+1");
}

}  // namespace register_workbook_test
