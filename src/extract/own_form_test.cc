// Files that Makegood wrote and people changed: still read by the exact rules, and what is odd is said.
#include "extract/own_form.h"

#include <doctest/doctest.h>

#include "extract/own_cells.h"
#include "extract/own_fields.h"
#include "extract/reading_of.h"

using namespace makegood;
using Cells = std::vector<std::vector<std::string>>;

namespace own_form_test {

Document ours(std::vector<Block> blocks) {
  Document document;
  document.profile = kOwnProfile;
  document.blocks = std::move(blocks);
  return document;
}

const Cells kItems = {{"Ref", "Type", "Part of", "Title", "Owners", "Timescale", "Due", "Makegood id"},
                      {"1.1", "Recommendation", "", "Review lettings", "Head of Housing", "March 2024", "2024-03-31", "k1"},
                      {"", "Commitment", "1.1", "• Publish what is found", "A; B\nC and D", "", "", "k2"}};

bool says(const Plan& plan, std::string_view code) {
  bool found = has_finding(plan.findings, code);
  for (const auto& item : plan.items) found = found || has_finding(item.findings, code);
  return found;
}

TEST_CASE("nothing in a cell of ours is taken for layout") {
  const auto plan = extract_plan(ours({heading(1, "Fair Homes"), paragraph("What we want."), heading(2, "Housing"), table(kItems)}));
  CHECK(plan.title == "Fair Homes");
  CHECK(plan.context == "What we want.");
  REQUIRE(plan.items.size() == 2);
  CHECK(in_lines(plan)[0] == "1.1|Housing|Review lettings|Head of Housing|2024-03-31");
  CHECK(plan.items[1].title == "• Publish what is found");
  CHECK(plan.items[1].owners == std::vector<std::string>{"A; B", "C and D"});
  CHECK(plan.items[1].parent == plan.items[0].id);
  CHECK(plan.items[1].id.text == "k2");
}

TEST_CASE("what people change in a file of ours") {
  const auto with = [](auto change) {
    auto rows = kItems;
    change(rows);
    return extract_plan(ours({heading(2, "Housing"), table(rows)}));
  };
  SUBCASE("a new row is a new item, with an id that nobody has") {
    const auto plan = with([](Cells& rows) { rows.push_back({"1.2", "", "", "Train staff", "", "May 2024", "", ""}); });
    REQUIRE(plan.items.size() == 3);
    CHECK(plan.items[2].kind == ItemKind::action);
    CHECK(plan.items[2].id.text == "1");
    CHECK(plan.items[2].timescale.due == Day::parse("2024-05-31").value());
    CHECK_FALSE(says(plan, "dates_differ"));
  }
  SUBCASE("rows in another order keep their parents") {
    const auto plan = with([](Cells& rows) { std::swap(rows[1], rows[2]); });
    CHECK(plan.items[0].parent == plan.items[1].id);
  }
  SUBCASE("a column that is gone says nothing") {
    const auto plan = with([](Cells& rows) { for (auto& row : rows) row.erase(row.begin() + 4); });
    CHECK(plan.items[0].owners.empty());
    CHECK(plan.items[0].timescale_raw == "March 2024");
  }
  SUBCASE("a column that is not ours is left out, and that is said") {
    const auto plan = with([](Cells& rows) { for (auto& row : rows) row.emplace_back("Comments"); });
    CHECK(plan.items.size() == 2);
    CHECK(says(plan, "unknown_column"));
  }
  SUBCASE("an unknown type counts as an action") {
    const auto plan = with([](Cells& rows) { rows[1][1] = "Wish"; });
    CHECK(plan.items[0].kind == ItemKind::action);
    CHECK(says(plan, "unknown_type"));
  }
  SUBCASE("a parent that is not there") {
    const auto plan = with([](Cells& rows) { rows[2][2] = "9.9"; });
    CHECK(plan.items[1].parent.empty());
    CHECK(says(plan, "parent_missing"));
  }
  SUBCASE("two that are part of each other") {
    const auto plan = with([](Cells& rows) { rows[1][2] = "k2"; });
    CHECK((plan.items[0].parent.empty() != plan.items[1].parent.empty()));
    CHECK(says(plan, "parent_missing"));
  }
  SUBCASE("an id that stands twice, as in a row that was copied") {
    const auto plan = with([](Cells& rows) { rows.push_back(rows[1]); });
    CHECK(plan.items[2].id != plan.items[0].id);
    CHECK(says(plan, "repeated_id"));
  }
  SUBCASE("a date that is changed and a timescale that is not") {
    const auto plan = with([](Cells& rows) { rows[1][6] = "30 June 2024"; });
    CHECK(plan.items[0].dates().due == Day::parse("2024-03-31").value());
    CHECK(says(plan, "dates_differ"));
  }
  SUBCASE("a date that a person confirms") {
    const auto plan = with([](Cells& rows) {
      rows[0].emplace_back("Dates from");
      rows[1][6] = "30 June 2024";
      rows[1].emplace_back("Person");
    });
    REQUIRE(plan.items[0].confirmed);
    CHECK(plan.items[0].confirmed->due == Day::parse("2024-06-30").value());
    CHECK_FALSE(says(plan, "dates_differ"));
  }
  SUBCASE("a date that is none") {
    CHECK(says(with([](Cells& rows) { rows[1][6] = "soon"; }), "unread_date"));
  }
  SUBCASE("a row without a title") {
    const auto plan = with([](Cells& rows) { rows[1][3] = ""; });
    CHECK(plan.items.size() == 1);
    CHECK(says(plan, "no_title"));
  }
  SUBCASE("the header again, where a page ended") {
    CHECK(with([](Cells& rows) { rows.insert(rows.begin() + 2, rows[0]); }).items.size() == 2);
  }
}

TEST_CASE("a table of somebody else's in a file of ours is left out, and that is said") {
  const auto plan = extract_plan(ours({heading(2, "Housing"), table(kItems), table({{"Meeting", "Date"}, {"Cabinet", "May"}})}));
  CHECK(plan.items.size() == 2);
  CHECK(says(plan, "table_left_out"));
}

TEST_CASE("the form is known without its profile where its headings are nobody else's") {
  auto document = ours({table(kItems)});
  document.profile.clear();
  CHECK(is_own_form(document));
  document.blocks = {table({{"Ref", "Title", "Owners", "Timescale"}, {"1", "Do it", "HR", "May 2024"}})};
  CHECK_FALSE(is_own_form(document));
  document.blocks = {table({{"id", "kind", "theme", "title"}, {"1", "action", "Housing", "Do it"}})};
  CHECK(is_own_form(document));
  document.profile = kOwnProfile;
  document.blocks = {table({{"Action", "Lead"}, {"Do it", "HR"}})};
  CHECK_FALSE(is_own_form(document));
}

TEST_CASE("names and small counts in a file of ours are offered to settle, as in any other") {
  auto rows = kItems;
  rows[1][4] = "Gwenllian Prydderch";
  CHECK(says(extract_plan(ours({table(rows)})), "personal_name"));
}

TEST_CASE("lists and links come back as they went, whatever is in them") {
  for (const auto& list : std::vector<std::vector<std::string>>{{}, {"a"}, {"a; b", "c\\"}, {"\\;", ";"}, {"x and y", "p/q"}}) CHECK(split_list(join_list(list)) == list);
  CHECK(split_list("Housing;Policy ; ") == std::vector<std::string>{"Housing", "Policy"});
  for (const auto& link : std::vector<Link>{{"Minutes", "https://example.org"}, {"", "https://example.org"}, {"a <b>", "c <d> \\e"}, {"words", ""}, {"< <", "\\"}}) {
    CAPTURE(evidence_line(link));
    CHECK(link_of(evidence_line(link)) == link);
  }
  CHECK(link_of("https://example.org/x") == Link{"https://example.org/x", "https://example.org/x"});
  CHECK(link_of("minutes of May") == Link{"minutes of May", ""});
}

}  // namespace own_form_test
