// What a person says about columns stands above header and cells, and how all was read is told.
#include "extract/extract.h"

#include <doctest/doctest.h>

#include <array>

#include "extract/reading_of.h"

using namespace makegood;

namespace given_test {

Document paper(const std::string& text) { return read_document(text, "plan.md").value(); }

PlanReading read_with(const std::string& text, GivenReading given) {
  return extract_reading(paper(text), {.settings = {}, .given = std::move(given)});
}

GivenReading one(std::string header, ColumnRole meaning) { return {{{"", 0, std::move(header), meaning}}, {}}; }

std::string meanings(const ReadTable& table) {
  std::vector<std::string> words;
  for (const auto& column : table.columns) words.emplace_back(word(column.meaning));
  return join(words, " ");
}

// "2.1 item 1": block, row, what it is, the item.
std::vector<std::string> places(const PlanReading& reading) {
  static constexpr std::array<const char*, 6> kWords = {"item", "part", "theme", "header", "title", "measure"};
  std::vector<std::string> out;
  for (const auto& place : reading.places)
    out.push_back(std::to_string(place.at.block) + "." + std::to_string(place.at.row) + " " + kWords.at(static_cast<std::size_t>(place.is)) +
                  (place.item.empty() ? "" : " " + place.item.text));
  return out;
}

constexpr const char* kPlan =
    "# Housing plan\n\n"
    "| Action | Lead | Contact | When |\n|---|---|---|---|\n"
    "| Review how homes are let | Head of Housing | Policy Manager | May 2024 |\n"
    "| Publish what we find | Head of Policy | Head of Legal | June 2024 |\n\n"
    "We met people.\n\n"
    "| Action | Lead | Contact | When |\n|---|---|---|---|\n"
    "| Train all staff | Head of People | Head of Housing | July 2024 |\n\n"
    "| Resource | Budget |\n|---|---|\n| Board papers | small |\n| Forum room | large |\n";

TEST_CASE("columns are told by layout: tables under the same header are one") {
  const auto reading = read_with(kPlan, {});
  REQUIRE(reading.tables.size() == 2);
  const auto& actions = reading.tables[0];
  CHECK(actions.key == "action | lead | contact | when");
  CHECK(actions.runs == 2);
  CHECK(actions.rows == 3);
  CHECK(actions.is_plan);
  CHECK(actions.columns[0].meaning == ColumnRole::title);
  CHECK(actions.columns[1].meaning == ColumnRole::owner);
  CHECK(actions.columns[3].meaning == ColumnRole::timescale);
  CHECK(actions.columns[3].header == "When");
  CHECK(actions.columns[3].filled == 3);
  CHECK(actions.columns[3].samples == std::vector<std::string>{"May 2024", "June 2024", "July 2024"});
  CHECK(actions.columns[3].confidence > 0.9);
  CHECK_FALSE(reading.tables[1].is_plan);
  CHECK(reading.tables[1].rows == 2);
}

TEST_CASE("a given meaning is read in every row, and the other columns beside it") {
  struct Row {
    std::string what;
    GivenReading given;
    const char* read;   ///< meanings of the first table
    const char* first;  ///< item in one line
    const char* partners;
  };
  const Row rows[] = {
      {"a contact is an owner too", one("contact", ColumnRole::owner), "title owner owner timescale",
       "||Review how homes are let|Head of Housing; Policy Manager|2024-05-31", ""},
      {"the lead is only a partner", {{{"", 0, "Lead", ColumnRole::partner}, {"", 0, "Contact", ColumnRole::owner}}, {}},
       "title partner owner timescale", "||Review how homes are let|Policy Manager|2024-05-31", "Head of Housing"},
      {"a column is not used", one("When", ColumnRole::not_used), "title owner owner not_used",
       "||Review how homes are let|Head of Housing; Policy Manager|", ""},
      {"the later word holds", {{{"", 0, "Contact", ColumnRole::not_used}, {"", 3, "", ColumnRole::partner}}, {}},
       "title owner partner timescale", "||Review how homes are let|Head of Housing|2024-05-31", "Policy Manager"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const auto reading = read_with(kPlan, row.given);
    if (row.what != "a column is not used") CHECK(meanings(reading.tables[0]) == row.read);
    REQUIRE(reading.plan.items.size() == 3);
    if (row.what != "a column is not used") CHECK(in_one_line(reading.plan, reading.plan.items[0]) == row.first);
    else CHECK(reading.plan.items[0].timescale_raw.empty());
    CHECK(join(reading.plan.items[0].partners, "; ") == row.partners);
    for (const auto& column : reading.tables[0].columns)
      if (column.given) CHECK(column.confidence == 1.0);
  }
}

TEST_CASE("words of a column that is not used stand nowhere in the items, those of another one do") {
  const std::string text = "| Action | Lead | Budget |\n|---|---|---|\n| Review how homes are let | Head of Housing | Within the base budget |\n"
                           "| Publish what we find | Head of Policy | Within the base budget |\n";
  const auto kept = read_with(text, {});
  CHECK(kept.plan.items.at(0).detail == "Budget: Within the base budget");
  const auto left = read_with(text, one("Budget", ColumnRole::not_used));
  CHECK(left.plan.items.at(0).detail.empty());
}

TEST_CASE("a table that is no part of the plan gives no items, and another layout is read on") {
  const auto reading = read_with(kPlan, {{}, {"action | lead | contact | when"}});
  CHECK(reading.plan.items.empty());
  CHECK(reading.tables[0].left_out);
  CHECK_FALSE(reading.tables[0].is_plan);
  CHECK_FALSE(reading.tables[1].left_out);
}

TEST_CASE("a table that nobody took for a plan is one when a column is said to be the promise") {
  const auto reading = read_with(kPlan, {{{"resource | budget", 1, "", ColumnRole::title}}, {}});
  CHECK(reading.tables[1].is_plan);
  CHECK(reading.plan.items.size() == 5);
  CHECK(reading.plan.items.back().title == "Forum room");
}

TEST_CASE("only one column can be the title: a second one that is given is detail") {
  const auto reading = read_with(kPlan, {{{"", 0, "Contact", ColumnRole::title}, {"", 0, "Action", ColumnRole::title}}, {}});
  CHECK(meanings(reading.tables[0]).find("title") == meanings(reading.tables[0]).rfind("title"));
  CHECK(reading.plan.items.at(0).title == "Review how homes are let");
  CHECK(reading.plan.items.at(0).detail == "Policy Manager");
}

TEST_CASE("without anything given a reading is what extract_plan gives") {
  const auto reading = read_with(kPlan, {});
  CHECK(write_plan(reading.plan) == write_plan(extract_plan(paper(kPlan))));
}

TEST_CASE("every place says what became of it; what became nothing is not there") {
  struct Row {
    std::string what;
    const char* text;
    std::vector<std::string> places;
  };
  const Row rows[] = {
      {"title, headers and items of tables; text that fell between two is kept with the item before it; the other table is nothing", kPlan,
       {"1.0 title", "2.1 header", "2.2 item 1", "2.3 item 2", "3.0 part 2", "4.1 header", "4.2 item 3", "5.1 header"}},
      {"a row that goes on is part of the item before it",
       "| Ref | Action | Lead | When |\n|---|---|---|---|\n| 1 | Review how we let homes and | Head of Housing | May 2024 |\n"
       "|  | publish what we find. |  |  |\n| 2 | Train all staff | Head of People | June 2024 |\n",
       {"1.1 header", "1.2 item 1", "1.3 part 1", "1.4 item 2"}},
      {"headings become themes, paragraphs under items part of them",
       "# Plan of work\n\n## Housing\n\n1. Review how homes are let.\n\nLead: Head of Housing. Timescale: May 2024\n\n"
       "2. Publish what we find.\n\nLead: Head of Policy. Timescale: June 2024\n",
       {"1.0 title", "2.0 theme", "3.0 item 1", "4.0 part 1", "5.0 item 2", "6.0 part 2"}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    CHECK(places(read_with(row.text, {})) == row.places);
  }
}

TEST_CASE("one place as an item, because a person says so") {
  const auto document = paper(kPlan);
  const auto paragraph = extract_item_at(document, {.block = 3}, {});
  REQUIRE(paragraph);
  CHECK(paragraph->title == "We met people.");
  CHECK(paragraph->source.block == 3);
  const auto row = extract_item_at(document, {.block = 2, .row = 3}, {});
  REQUIRE(row);
  CHECK(row->title == "Publish what we find");
  CHECK(row->timescale.due == Day::parse("2024-06-30").value());
  const auto other = extract_item_at(document, {.block = 5, .row = 3}, {});
  REQUIRE(other);
  CHECK(other->title == "Forum room");
  CHECK(extract_item_at(document, {.block = 2, .row = 1}, {}).error().fault == Fault::not_found);
  CHECK(extract_item_at(document, {.block = 9}, {}).error().fault == Fault::not_found);
}

TEST_CASE("every meaning has a word, and the word leads back to it") {
  for (std::size_t n = 0; n < kColumnRoles; ++n) CHECK(column_role_from(word(static_cast<ColumnRole>(n))) == static_cast<ColumnRole>(n));
  CHECK_FALSE(column_role_from("lead"));
}

}  // namespace given_test
