// Whoever sent a record in hears that it came back, in their language, and nothing of what is in it.
#include <doctest/doctest.h>

#include "registers/sender_fixture.h"
#include "tasks/chase_fixture.h"
#include "tasks/sent_back.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::kCouncil;

namespace sent_back_test {

struct Back : test::ChaseBench {
  RecordId sent(const std::string& by, const std::string& school) {
    const Actor sender{by, {{access::Role::contributor, "", school}}};
    return submit_record(w, &sender, {"incidents", {{"school", school}, {"happened_on", "2023-02-01"}, {"kind", "physical"}}, ""}).value().id;
  }
  void move(const RecordId& id, const std::string& to, Answers answers) {
    const auto done = change_record(w, kCouncil, {.id = id, .answers = std::move(answers), .reason = "How many pupils saw it?", .move_to = to, .seen = w.ledger.last_about(id.text).value()});
    REQUIRE(done);
    REQUIRE(done->faults.empty());
  }
  /// Reviewed, and sent back: who is written to.
  std::vector<std::string> told(const RecordId& id) {
    move(id, "reviewed", {{"reviewer", "Deputy head"}});
    CHECK(new_letters().empty());  // on its way nobody is
    move(id, "reported", {});
    return new_letters();
  }
};

TEST_CASE("whoever sent it in is told that it came back") {
  Back b;
  b.people.now.people.push_back({PersonId("l"), "", "left@schools.example", "en", *Day::parse("2023-01-31")});
  struct Row {
    const char *who, *by, *school;
    std::vector<std::string> told;
  };
  for (const auto& row : {Row{"somebody of the directory", "harbour@schools.example", "harbour", {"notice harbour@schools.example"}},
                          Row{"an account that the directory does not have", "elsewhere@schools.example", "harbour", {}},
                          Row{"an account without an address", "head", "harbour", {}}, Row{"somebody who has left", "left@schools.example", "harbour", {}}}) {
    CAPTURE(row.who);
    CHECK(b.told(b.sent(row.by, row.school)) == row.told);
  }
}

TEST_CASE("the letter leads to the form, in the sender's language, and says nothing of the record") {
  Back b;
  const auto id = b.sent("quay@schools.example", "quay");
  REQUIRE(b.told(id).size() == 1);
  const auto letter = b.letter_to("quay@schools.example").letter;
  CHECK(letter.subject == "Edrychwch eto ar yr hyn a anfonoch: Digwyddiadau");
  for (const auto& part : {letter.text, letter.html}) {
    CHECK(part.find("/cy/registers/incidents/sent/" + id.text) != std::string::npos);
    CHECK(part.find("How many") == std::string::npos);
    CHECK(part.find("physical") == std::string::npos);
  }
}

TEST_CASE("a second sending-back is a letter of its own, and where receipts are given there is none") {
  Back b;
  const auto id = b.sent("harbour@schools.example", "harbour");
  CHECK(b.told(id).size() == 1);
  CHECK(b.told(id).size() == 1);
  auto record = b.w.registers.record(id).value();
  CHECK(letters_to_sender(b.w, kCouncil, b.w.registers.find("incidents").value()->definition, record)->size() == 1);
  const auto tips = definition_of(test::kTips).value();
  record.state = tips.first_state();
  CHECK(letters_to_sender(b.w, kCouncil, tips, record)->empty());
}

}  // namespace sent_back_test
