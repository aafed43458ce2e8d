#include "people/directory_file.h"

#include <doctest/doctest.h>

#include "people/fixture.h"

namespace makegood {

using namespace people_fixture;

namespace directory_file_test {

const Day kToday = day("2023-07-01");

// A sheet as it looks: cells parted by "|", the first line is the header.
DirectorySheet sheet(std::string_view text) {
  DirectorySheet read;
  std::size_t number = 0;
  for (const auto& line : split(trim(text), '\n')) {
    auto cells = split(line, '|');
    if (++number == 1) read.header = cells;
    else read.rows.push_back({number, cells});
  }
  return read;
}

Directory after(Directory directory, const DirectoryChange& change) {
  for (const auto& noun : change.organisations) keep(directory, noun);
  for (const auto& noun : change.posts) keep(directory, noun);
  for (const auto& noun : change.people) keep(directory, noun);
  for (const auto& noun : change.holdings) keep(directory, noun);
  return directory;
}

// "Head of Housing, Aberllyn Council: housing@aberllyn.example" for every post, and what its holders are called.
std::string in_words(const Directory& directory, Day on) {
  std::string text;
  for (const auto& post : directory.posts) {
    text += post_in_words(directory, post.id, on) + ":";
    for (const auto& id : holders_of(directory, post.id, on)) {
      const auto* person = find_person(directory, id);
      text += " " + (person->name.empty() ? person->email : person->name + " <" + person->email + ">") + (person->language == "cy" ? " (cy)" : "");
    }
    text += "\n";
  }
  return text;
}

constexpr const char* kHeader = "post|person|email|organisation|language\n";

TEST_CASE("what a sheet makes of the directory") {
  struct Row {
    const char *rule, *sheet, *directory;
  };
  const std::vector<Row> rows = {
      {"a new post with its holder", "Head of Policy|Post Holder|policy@aberllyn.example|Aberllyn Council|cy",
       "Head of Housing, Aberllyn Council: housing@aberllyn.example\nYouth Lead, Aberllyn Council: youth@aberllyn.example\n"
       "Head of Policy, Aberllyn Council: Post Holder <policy@aberllyn.example> (cy)\n"},
      {"a post that is vacant", "Youth Lead|||Aberllyn Council|",
       "Head of Housing, Aberllyn Council: housing@aberllyn.example\nYouth Lead, Aberllyn Council:\n"},
      {"a holder that changed", "youth lead||new@aberllyn.example|THE COUNCIL|English",
       "Head of Housing, Aberllyn Council: housing@aberllyn.example\nYouth Lead, Aberllyn Council: new@aberllyn.example\n"},
      {"two who share a post", "Youth Lead||youth@aberllyn.example||\nYouth Lead||second@aberllyn.example||",
       "Head of Housing, Aberllyn Council: housing@aberllyn.example\nYouth Lead, Aberllyn Council: youth@aberllyn.example second@aberllyn.example\n"},
      {"somebody who holds two posts", "Youth Lead||HOUSING@aberllyn.example||",
       "Head of Housing, Aberllyn Council: housing@aberllyn.example\nYouth Lead, Aberllyn Council: housing@aberllyn.example\n"},
      {"the name of an address that had none", "Youth Lead|Post Holder|youth@aberllyn.example||",
       "Head of Housing, Aberllyn Council: housing@aberllyn.example\nYouth Lead, Aberllyn Council: Post Holder <youth@aberllyn.example>\n"},
      {"another organisation's post of the same title", "Youth Lead||youth@police.example|Llyn Valley Police|",
       "Head of Housing, Aberllyn Council: housing@aberllyn.example\nYouth Lead, Aberllyn Council: youth@aberllyn.example\n"
       "Youth Lead, Llyn Valley Police: youth@police.example\n"},
      {"rows that say nothing", "||||\n \t| | | | \n",
       "Head of Housing, Aberllyn Council: housing@aberllyn.example\nYouth Lead, Aberllyn Council: youth@aberllyn.example\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.rule);
    const auto given = sheet(std::string(kHeader) + row.sheet);
    const auto random = counting();
    const auto read = read_directory_sheet(given, aberllyn(), kToday, random);
    REQUIRE(read.faults.empty());
    const auto directory = after(aberllyn(), read.change);
    CHECK(in_words(directory, kToday) == row.directory);
    CHECK(read_directory_sheet(given, directory, kToday, random).change.empty());  // the same again changes nothing
    CHECK(read_directory_sheet(given, directory, day("2023-08-01"), random).change.empty());
  }
}

TEST_CASE("who held a post and no longer stands beside it ends the day before") {
  const auto read = read_directory_sheet(sheet(std::string(kHeader) + "Youth Lead||new@aberllyn.example||"), aberllyn(), kToday, counting());
  REQUIRE(read.change.holdings.size() == 2);
  CHECK(read.change.holdings[0] == Holding{PostId("youth"), PersonId("y"), until("2023-06-30")});
  CHECK(read.change.holdings[1].term == from("2023-07-01"));
  CHECK(in_words(after(aberllyn(), read.change), day("2023-06-30")).find("Youth Lead, Aberllyn Council: youth@") != std::string::npos);
}

TEST_CASE("a holder of this morning who was a mistake never held the post, and may be brought back") {
  const auto random = counting();
  auto directory = aberllyn();
  for (const auto* email : {"wrong@aberllyn.example", "right@aberllyn.example", "wrong@aberllyn.example"}) {
    const auto read = read_directory_sheet(sheet(std::string(kHeader) + "Youth Lead||" + email + "||"), directory, kToday, random);
    REQUIRE(read.faults.empty());
    directory = after(directory, read.change);
    CHECK(holders_of(directory, PostId("youth"), kToday).size() == 1);
    CHECK(find_person(directory, *answerer(directory, PostId("youth"), kToday).person)->email == email);
  }
  CHECK(directory.holdings.size() == 4);  // the two there were, wrong, right
}

TEST_CASE("people without an address are known by their name within the organisation") {
  const auto random = counting();
  Directory directory;
  const auto bring_in = [&](const std::string& rows) {
    const auto read = read_directory_sheet(sheet(kHeader + rows), directory, kToday, random);
    REQUIRE(read.faults.empty());
    directory = after(directory, read.change);
  };
  bring_in("Head of Housing|Post Holder||Aberllyn Council|\nYouth Lead|post holder||Aberllyn Council|\nYouth Lead|Post Holder||Llyn Valley Police|");
  CHECK(directory.people.size() == 2);
  bring_in("Head of Housing|Post Holder|housing@aberllyn.example|Aberllyn Council|");  // now an address is known
  CHECK(directory.people.size() == 2);
  CHECK(find_person(directory, holders_of(directory, directory.posts[1].id, kToday)[0])->email == "housing@aberllyn.example");
  bring_in("Head of Housing|Post Holder|moved@aberllyn.example|Aberllyn Council|");  // and has changed
  CHECK(directory.people.size() == 2);
  CHECK(directory.people[0].email == "moved@aberllyn.example");
  CHECK(directory.holdings.size() == 3);
}

TEST_CASE("somebody who left is somebody else when their address comes back") {
  auto directory = aberllyn();
  directory.people[1].left = day("2023-05-31");
  const auto read = read_directory_sheet(sheet(std::string(kHeader) + "Youth Lead|Post Holder|youth@aberllyn.example||"), directory, kToday, counting());
  REQUIRE(read.faults.empty());
  CHECK(read.change.people.size() == 1);
  CHECK(read.change.people[0].id != PersonId("y"));
}

TEST_CASE("columns in any order and letter case, and by other names") {
  const auto read = read_directory_sheet(sheet("E-Mail|Phone| JOB TITLE |Organization\npolicy@aberllyn.example|1|Head of Policy|Aberllyn Council"),
                                         Directory{}, kToday, counting());
  REQUIRE(read.faults.empty());
  REQUIRE(read.change.posts.size() == 1);
  CHECK(read.change.posts[0].title == "Head of Policy");
  CHECK(read.change.people[0].email == "policy@aberllyn.example");
  REQUIRE(read.change.findings.size() == 1);
  CHECK(read.change.findings[0].message == "the column \"Phone\" is not used");
}

TEST_CASE("a sheet with a fault says where, and changes nothing") {
  struct Row {
    const char *rule, *sheet, *faults;
  };
  const std::vector<Row> rows = {
      {"no column post", "person|email\nx|y", "there is no column \"post\": its first row names the columns post, person, email, organisation, language"},
      {"two columns for one thing", "post|e-mail|mail\na|b|c", "row 1: two columns say the email: \"e-mail\" and \"mail\""},
      {"no address", "Post|E-mail\nHead of Policy|policy at aberllyn", "row 2, column \"E-mail\": \"policy at aberllyn\" is not an e-mail address"},
      {"no post", "post|person\n |Post Holder", "row 2, column \"post\": it is empty; say which post this is"},
      {"another language", "post|language\nYouth Lead|French", "row 2, column \"language\": letters come in \"en\" and \"cy\", not in \"French\""},
      {"a row with too few cells", "post|person\nYouth Lead", "row 2: it has 1 cells where the first row has 2"},
      {"vacant and held", "post|email\nYouth Lead|\nYouth Lead|youth@aberllyn.example", "row 3, column \"person\": row 2 says that this post is vacant"},
      {"an address of somebody with another name", "post|person|email\nYouth Lead|Post Holder|two@aberllyn.example\nHead of Policy|Another|two@aberllyn.example",
       "row 3, column \"email\": two@aberllyn.example is the address of somebody with another name; change the name, or say that they left, and import again"},
      {"two posts with that title", "post|organisation\nClerk|Aberllyn Council\nClerk|Llyn Valley Police\nClerk|",
       "row 4, column \"organisation\": there are 2 posts called \"Clerk\"; say in which organisation"},
      {"several faults, each with its row", "post|email\n|x\nYouth Lead|youth@aberllyn.example\nClerk|y",
       "row 2, column \"post\": it is empty; say which post this is\nrow 2, column \"email\": \"x\" is not an e-mail address\n"
       "row 4, column \"email\": \"y\" is not an e-mail address"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.rule);
    const auto read = read_directory_sheet(sheet(row.sheet), aberllyn(), kToday, counting());
    std::vector<std::string> lines;
    for (const auto& fault : read.faults) lines.push_back(fault.line());
    CHECK(join(lines, "\n") == row.faults);
    CHECK(read.change.empty());
  }
}

TEST_CASE("a cell or a sheet that is too long is refused") {
  const auto read = read_directory_sheet(sheet("post\n" + std::string(201, 'x')), Directory{}, kToday, counting());
  REQUIRE(read.faults.size() == 1);
  CHECK(read.faults[0].line() == "row 2, column \"post\": it is longer than 200 characters");
  DirectorySheet many{{"post"}, std::vector<SheetRow>(5'001, SheetRow{2, {"Youth Lead"}})};
  CHECK(read_directory_sheet(many, Directory{}, kToday, counting()).faults.at(0).message == "there are more than 5000 rows");
}

}  // namespace directory_file_test
}  // namespace makegood
