// What stands beside records, and where a text names a person.
#include <doctest/doctest.h>

#include "registers/fixture.h"
#include "registers/subject.h"

using namespace makegood;

namespace care_test {

TEST_CASE("what stands beside a record is read as it was written") {
  CHECK(read_hold(write_hold({"a claim", "", ""}))->reason == "a claim");
  const Objection objection{*Day::parse("2023-06-01"), ObjectionWay::email, {"ethnicity"}, "", ""};
  CHECK(*read_objection(write_objection(objection)) == objection);
  EmergencyLook look{.record = RecordId("k3v9x2m7qa"), .register_name = "incidents", .reason = "a child is missing", .until = 1'686'738'600};
  CHECK(*read_look(write_look(look)) == look);
  CHECK_FALSE(read_objection(R"({"on": "2023-06-01", "way": "smoke"})"));
  CHECK_FALSE(read_look(R"({"until": -1})"));
}

TEST_CASE("a person is found by whole words, however they are written") {
  struct Row {
    const char *what, *text, *phrase;
    bool named;
  };
  for (const Row& row : {
           Row{"capitals make no difference", "Rang Clerk Of Works", "clerk of works", true},
           Row{"an address within a sentence", "Wrote to Housing@Aberllyn.example.", "housing@aberllyn.example", true},
           Row{"a longer address is somebody else", "athousing@aberllyn.example wrote", "housing@aberllyn.example", false},
           Row{"a part of a word is no name", "the annual report", "ann", false},
           Row{"an apostrophe ends no name", "the Clerk's house", "clerks", true},
           Row{"signs alone name nobody", "a - b", "-", false},
       }) {
    CAPTURE(row.what);
    CHECK(names(row.text, row.phrase) == row.named);
  }
}

TEST_CASE("words of others are taken out with what touches them") {
  struct Row {
    const char *what, *text;
    std::vector<std::string> phrases;
    const char* left;
  };
  for (const Row& row : {
           Row{"a name and its comma", "The caretaker, who was there, left.", {"the caretaker"}, "[…] who was there, left."},
           Row{"each time that it stands", "Pupil A hit pupil A.", {"pupil a"}, "[…] hit […]"},
           Row{"two in a row are one mark", "Pupil A Pupil B ran", {"pupil a", "pupil b"}, "[…] ran"},
           Row{"a name within an address", "mail caretaker@aberllyn.example now", {"caretaker"}, "mail […] now"},
           Row{"lines stay lines", "one\ncaretaker\ntwo", {"caretaker"}, "one\n[…]\ntwo"},
           Row{"what is not there changes nothing", "nobody  here", {"caretaker", ""}, "nobody  here"},
       }) {
    CAPTURE(row.what);
    CHECK(without_words(row.text, row.phrases, "[…]") == row.left);
  }
}

TEST_CASE("a person is looked for in personal fields and in free text, not among codes") {
  const auto definition = test::incidents();
  const Answers answers{{"school", "Harbour Hill"}, {"kind", "verbal"}, {"words", "Harbour Hill was named"}, {"outcome", "Told Harbour Hill"}};
  CHECK(fields_naming(definition, answers, "harbour hill") == std::vector<std::string>{"school", "words", "outcome"});
  CHECK(fields_naming(definition, answers, "verbal").empty());
  CHECK(monitoring_fields(definition) == std::vector<std::string>{"ethnicity"});
}

TEST_CASE("a part in a register does not depend on the organisation") {
  const auto definition = test::incidents();
  using access::Role;
  CHECK(has_part_in(definition, {"a", {{Role::contributor, "", "Ty Gwyn"}}}));
  CHECK(has_part_in(definition, {"a", {{Role::contributor, "register:incidents", "Ty Gwyn"}}}));
  CHECK_FALSE(has_part_in(definition, {"a", {{Role::contributor, "register:others", "Ty Gwyn"}}}));
  CHECK_FALSE(has_part_in(definition, {"a", {{Role::handler, "", ""}}}));
}

}  // namespace care_test
