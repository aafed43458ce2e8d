// The mailed link: whom it goes to, what it says, how often.
#include "tasks/sign_in_letter.h"

#include <doctest/doctest.h>

#include "tasks/people_fixture.h"
#include "tasks/sessions.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::PeopleBench;

namespace sign_in_letter_test {

constexpr const char* kHousing = "housing@aberllyn.example";
const Caller kOffice{"192.0.2.7", {}, {}};

struct House : PeopleBench {
  House() { add("housing", kHousing, {Role::owner}); }
  std::vector<PostedLetter> letters() {
    std::vector<PostedLetter> whole;
    const auto listed = workspace.outbox.list({}, 100).value();
    for (const auto& letter : listed) whole.push_back(workspace.outbox.find(letter.id).value());
    return whole;
  }
};

std::string token_in(const std::string& text) {
  const auto at = text.find("/sign-in/");
  REQUIRE(at != std::string::npos);
  return text.substr(at + 9, 64);
}

TEST_CASE("a link is mailed to whom the directory knows, and it signs them in once") {
  House house;
  const auto& w = house.workspace;
  REQUIRE(mail_sign_in_link(w, " Housing@Aberllyn.example", kOffice));
  const auto letters = house.letters();
  REQUIRE(letters.size() == 1);
  const auto& letter = letters[0].letter;
  CHECK(letter.to == kHousing);
  CHECK(letter.kind == LetterKind::sign_in);
  CHECK(letter.useful_until == w.clock.now().seconds + kLinkSeconds);
  const auto token = token_in(letter.text);
  CHECK(letter.text.find("http://localhost:8080/sign-in/" + token) != std::string::npos);
  CHECK(letter.key.find(token) == std::string::npos);  // the key stays when the words have gone
  const auto signed_in = sign_in(w, token, kOffice).value();
  CHECK(signed_in.session.actor.person == "housing");
  CHECK(signed_in.session.way == Way::mail);
  CHECK_FALSE(sign_in(w, token, kOffice));
}

TEST_CASE("nobody else is written to, and the answer is the same") {
  House house;
  for (const auto* address : {"nobody@aberllyn.example", "", "housing", "housing@aberllyn.example\r\nBcc: all@aberllyn.example", "' OR 1=1 --"}) {
    CAPTURE(address);
    CHECK(mail_sign_in_link(house.workspace, address, kOffice));
  }
  house.known().people[0].left = house.workspace.clock.now().today.plus_days(-1);
  CHECK(mail_sign_in_link(house.workspace, kHousing, kOffice));
  CHECK(house.letters().empty());
}

TEST_CASE("whoever reads Welsh gets the letter and the page in Welsh") {
  House house;
  house.known().people[0].language = "cy";
  REQUIRE(mail_sign_in_link(house.workspace, kHousing, kOffice));
  const auto letter = house.letters().at(0).letter;
  CHECK(letter.language == Language::cy);
  CHECK(letter.text.find("/cy/sign-in/") != std::string::npos);
}

TEST_CASE("asking again and again fills no mailbox, and the links that came still work") {
  House house;
  for (int n = 0; n < 20; ++n) REQUIRE(mail_sign_in_link(house.workspace, kHousing, kOffice));
  const auto letters = house.letters();
  CHECK(letters.size() == 6);  // five are free, and the sixth begins the pauses
  CHECK(look_at_link(house.workspace, token_in(letters.back().letter.text)));
  house.pass(2);
  REQUIRE(mail_sign_in_link(house.workspace, kHousing, kOffice));
  CHECK(house.letters().size() == 7);
}

}  // namespace sign_in_letter_test
