// Passwords, codes, recovery codes, pauses, and the sessions that they lead to.
#include <doctest/doctest.h>

#include <algorithm>

#include "credentials/credentials.h"
#include "tasks/replace_codes.h"
#include "tasks/password_hash.h"
#include "tasks/people_fixture.h"
#include "tasks/sessions.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::PeopleBench;

namespace accounts_test {

constexpr const char* kPassword = "kettle battery lantern";
constexpr const char* kHousing = "housing@aberllyn.example";
const Caller kOffice{"192.0.2.7", "A browser", {}};

struct House : PeopleBench {
  House() {
    add("housing", kHousing, {Role::owner});
    add("equality", "equality@aberllyn.example", {Role::coordinator});
  }
  Session by_mail(std::string_view address) {
    const auto link = make_sign_in_link(workspace, person_with_address(workspace, address).value(), Way::mail).value();
    return sign_in(workspace, link, kOffice).value().session;
  }
  /// Turns codes on; the secret and the recovery codes.
  std::pair<std::string, std::vector<std::string>> with_codes(const Session& session) {
    const auto secret = begin_codes(workspace, session).value();
    const auto recovery = confirm_codes(workspace, session, code_now(secret)).value();
    pass(kStepSeconds);
    return {secret, recovery};
  }
  [[nodiscard]] std::string code_now(std::string_view secret) const { return code_at(secret, bench.clock.seconds / kStepSeconds); }
  Result<std::string> by_password(std::string_view address, std::string_view password, std::string_view from = "192.0.2.7") {
    return sign_in_by_password(workspace, address, password, {std::string(from), {}, {}});
  }
  /// Newest first, a line each.
  [[nodiscard]] std::string log() const {
    std::string lines;
    const auto entries = workspace.access_log.list(0, 100).value();
    for (const auto& entry : entries) lines += entry.what + " " + entry.who + " " + entry.subject + "\n";
    return lines;
  }
};

template <class T>
std::string why(const Result<T>& result) {
  return result ? "" : result.error().message;
}

TEST_CASE("a password is kept as an Argon2id hash, and no other password holds for it") {
  const auto hash = hash_password(kPassword).value();
  CHECK(hash.starts_with("$argon2id$"));
  CHECK(password_holds(hash, kPassword).value());
  CHECK_FALSE(password_holds(hash, "kettle battery lanterN").value());
  CHECK_FALSE(password_holds("", "").value());
  CHECK_FALSE(is_dated_hash(hash));
  // What libsodium makes at its smallest costs: another program's, or ours of years ago.
  CHECK(is_dated_hash("$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$rdpGtxMxMRCQJbEqs3bhpvSgzVq1S4sR8fRLkT0Wfz0"));
}

TEST_CASE("who sets a password signs in by it, and a wrong one is answered as an unknown address is") {
  House house;
  const auto session = house.by_mail(kHousing);
  CHECK(set_password(house.workspace, session, "", "password-2026", {}).error().fault == Fault::invalid_input);
  REQUIRE(set_password(house.workspace, session, "", kPassword, {}));
  const auto token = house.by_password(" Housing@Aberllyn.example ", kPassword);
  REQUIRE(token);
  CHECK_FALSE(look_at_link(house.workspace, *token)->needs_code);
  CHECK(sign_in(house.workspace, *token)->session.actor.person == "housing");
  const auto wrong = why(house.by_password(kHousing, "kettle battery"));
  CHECK_FALSE(wrong.empty());
  CHECK(why(house.by_password("nobody@aberllyn.example", kPassword)) == wrong);
  CHECK(why(house.by_password("equality@aberllyn.example", kPassword)) == wrong);  // has no password
  CHECK(why(house.by_password("", "")) == wrong);
  CHECK(why(house.by_password(kHousing, std::string(100000, 'x'))) == wrong);
}

TEST_CASE("changing a password asks for the current one and ends every other session") {
  House house;
  const auto& w = house.workspace;
  const auto here = house.by_mail(kHousing), elsewhere = house.by_mail(kHousing);
  REQUIRE(set_password(w, here, "", kPassword, {}));
  CHECK(own_sessions(w, here.actor)->size() == 1);
  CHECK(w.sign_ins.find_session(elsewhere.hash).error().fault == Fault::not_found);
  CHECK(set_password(w, here, "something else here", "lantern kettle battery", {}).error().fault == Fault::not_allowed);
  CHECK(set_password(w, here, kPassword, "lantern kettle battery", {}));
  CHECK_FALSE(house.by_password(kHousing, kPassword));
  CHECK(house.by_password(kHousing, "lantern kettle battery"));
}

TEST_CASE("wrong passwords bring pauses that a restart does not end and that time does") {
  House house;
  const auto& w = house.workspace;
  REQUIRE(set_password(w, house.by_mail(kHousing), "", kPassword, {}));
  for (int n = 0; n < 6; ++n) CHECK_FALSE(house.by_password(kHousing, "wrong wrong wrong", "192.0.2." + std::to_string(n)));
  CHECK(why(house.by_password(kHousing, kPassword)).find("2 seconds") != std::string::npos);
  // What is tried in a pause does not lengthen it.
  for (int n = 0; n < 50; ++n) CHECK_FALSE(house.by_password(kHousing, "wrong wrong wrong"));
  CHECK(w.accounts.tally(token_hash("password\nhousing"))->failures == 6);
  house.pass(2);
  CHECK(house.by_password(kHousing, kPassword));
  CHECK(w.accounts.tally(token_hash("password\nhousing"))->failures == 0);
  // An address that nobody has is treated alike.
  for (int n = 0; n < 6; ++n) CHECK_FALSE(house.by_password("nobody@aberllyn.example", "wrong wrong wrong", "192.0.2.9"));
  CHECK(why(house.by_password("nobody@aberllyn.example", "wrong wrong wrong", "192.0.2.9")).find("2 seconds") != std::string::npos);
}

TEST_CASE("an owner under attack comes in by the link") {
  House house;
  const auto& w = house.workspace;
  REQUIRE(set_password(w, house.by_mail(kHousing), "", kPassword, {}));
  for (int n = 0; n < 30; ++n) {
    REQUIRE(w.accounts.add_failure(token_hash("password\nhousing"), house.bench.clock.seconds));
  }
  CHECK(why(house.by_password(kHousing, kPassword)).find("15 minutes") != std::string::npos);
  CHECK(house.by_mail(kHousing).actor.person == "housing");
}

TEST_CASE("wrong answers are counted in the database file") {
  test::Folder folder;
  {
    auto bench = test::Bench::in(folder.path());
    REQUIRE(bench.workspace.accounts.add_failure("k", 100));
    REQUIRE(bench.workspace.accounts.add_failure("k", 101));
  }
  auto bench = test::Bench::in(folder.path());
  CHECK(bench.workspace.accounts.tally("k")->failures == 2);
  REQUIRE(bench.workspace.accounts.forget_tallies(102));
  CHECK(bench.workspace.accounts.tally("k")->failures == 0);
}

TEST_CASE("one address is slowed down whatever names it tries") {
  House house;
  for (int n = 0; n < 33; ++n) REQUIRE(house.workspace.accounts.add_failure(token_hash("address\n192.0.2.66"), house.bench.clock.seconds));
  CHECK(why(house.by_password("somebody@aberllyn.example", "wrong wrong wrong", "192.0.2.66")).find("8 seconds") != std::string::npos);
  CHECK(why(house.by_password("somebody@aberllyn.example", "wrong wrong wrong", "192.0.2.67")).find("second") == std::string::npos);
}

TEST_CASE("a code is asked for once codes are on, holds once, and a recovery code stands in for it") {
  House house;
  const auto& w = house.workspace;
  const auto session = house.by_mail(kHousing);
  const auto secret = begin_codes(w, session).value();
  CHECK(begin_codes(w, session).value() == secret);  // the page opened twice shows one secret
  CHECK(confirm_codes(w, session, "000000").error().fault == Fault::not_allowed);
  CHECK_FALSE(w.accounts.find("housing")->has_codes());
  const auto recovery = confirm_codes(w, session, house.code_now(secret)).value();
  CHECK(recovery.size() == 10);
  const auto link = make_sign_in_link(w, session.actor, Way::mail).value();
  CHECK(look_at_link(w, link)->needs_code);
  CHECK(sign_in(w, link, kOffice).error().fault == Fault::not_allowed);
  CHECK(sign_in(w, link, kOffice, house.code_now(secret)).error().fault == Fault::not_allowed);  // used to turn codes on
  house.pass(kStepSeconds);
  CHECK(sign_in(w, link, kOffice, house.code_now(secret)));
  const auto other = make_sign_in_link(w, session.actor, Way::mail).value();
  CHECK_FALSE(sign_in(w, other, kOffice, house.code_now(secret)));
  CHECK(sign_in(w, other, kOffice, lower(recovery[3])));
  const auto third = make_sign_in_link(w, session.actor, Way::mail).value();
  CHECK_FALSE(sign_in(w, third, kOffice, recovery[3]));
  CHECK(w.accounts.find("housing")->recovery_codes == 9);
}

TEST_CASE("whoever finds a browser signed in cannot put their own telephone in the place of its owner's") {
  House house;
  const auto& w = house.workspace;
  const auto found = house.by_mail(kHousing);
  const auto [secret, recovery] = house.with_codes(found);
  const auto theirs = begin_codes(w, found).value();
  CHECK(replace_codes(w, found, house.code_now(theirs), "").error().where == "proof");
  CHECK(replace_codes(w, found, house.code_now(theirs), house.code_now(theirs)).error().where == "proof");
  CHECK(confirm_codes(w, found, house.code_now(theirs)).error().fault == Fault::not_allowed);
  CHECK(replace_codes(w, found, "000000", recovery[0]).error().where == "code");  // and the recovery code is not used up
  CHECK(w.accounts.find("housing")->recovery_codes == 10);
  CHECK(w.accounts.find("housing")->code_secret == secret);

  const auto link = make_sign_in_link(w, found.actor, Way::mail).value();
  const auto elsewhere = sign_in(w, link, kOffice, house.code_now(secret)).value();
  CHECK(replace_codes(w, found, house.code_now(theirs), recovery[0])->size() == 10);
  CHECK(w.accounts.find("housing")->code_secret == theirs);
  CHECK_FALSE(resume_session(w, elsewhere.token));  // whoever else was in is out
  CHECK(own_sessions(w, found.actor)->size() == 1);
}

TEST_CASE("who lost both telephone and recovery codes sets up new ones by the operator's link") {
  House house;
  const auto& w = house.workspace;
  house.with_codes(house.by_mail(kHousing));
  const auto link = make_sign_in_link(w, person_with_address(w, kHousing).value()).value();
  const auto back = sign_in(w, link, kOffice).value().session;
  const auto fresh = begin_codes(w, back).value();
  CHECK(replace_codes(w, back, house.code_now(fresh), "")->size() == 10);
}

TEST_CASE("after a right password the code is asked for before anybody is in") {
  House house;
  const auto& w = house.workspace;
  const auto session = house.by_mail(kHousing);
  REQUIRE(set_password(w, session, "", kPassword, {}));
  const auto [secret, recovery] = house.with_codes(session);
  const auto token = house.by_password(kHousing, kPassword).value();
  CHECK(look_at_link(w, token)->needs_code);
  CHECK_FALSE(sign_in(w, token));
  CHECK(sign_in(w, token, {}, house.code_now(secret)));
}

TEST_CASE("codes cannot be guessed in a row") {
  House house;
  const auto& w = house.workspace;
  const auto session = house.by_mail(kHousing);
  const auto [secret, recovery] = house.with_codes(session);
  const auto link = make_sign_in_link(w, session.actor, Way::mail).value();
  for (int n = 0; n < 6; ++n) CHECK_FALSE(sign_in(w, link, kOffice, "123 456"));
  CHECK(why(sign_in(w, link, kOffice, house.code_now(secret))).find("too many") != std::string::npos);
  house.pass(2);
  CHECK(sign_in(w, link, kOffice, house.code_now(secret)));
}

TEST_CASE("codes are switched off and recovery codes renewed by a code, or by who came by the operator's link") {
  House house;
  const auto& w = house.workspace;
  auto session = house.by_mail(kHousing);
  const auto [secret, recovery] = house.with_codes(session);
  CHECK_FALSE(renew_recovery_codes(w, session, "000000"));
  const auto renewed = renew_recovery_codes(w, session, house.code_now(secret)).value();
  CHECK_FALSE(end_codes(w, session, recovery[0]));  // of the ten before
  CHECK(end_codes(w, session, renewed[0]));
  CHECK_FALSE(w.accounts.find("housing")->has_codes());
  house.pass(kStepSeconds);
  house.with_codes(session);
  const auto link = make_sign_in_link(w, session.actor, Way::operator_link).value();
  CHECK_FALSE(look_at_link(w, link)->needs_code);
  const auto rescued = sign_in(w, link).value().session;
  CHECK(end_codes(w, rescued, ""));
}

TEST_CASE("coordinators set codes up from their second time on, owners need none") {
  House house;
  const auto& w = house.workspace;
  CHECK_FALSE(house.by_mail("equality@aberllyn.example").must_enrol);
  const auto second = house.by_mail("equality@aberllyn.example");
  CHECK(second.must_enrol);
  house.by_mail(kHousing);
  CHECK_FALSE(house.by_mail(kHousing).must_enrol);
  CHECK_FALSE(sign_in_by_proxy(w, "equality@aberllyn.example", kOffice)->session.must_enrol);
  house.with_codes(second);
  CHECK_FALSE(w.sign_ins.find_session(second.hash)->must_enrol);
}

TEST_CASE("the first coordinator signs in to an empty database, as often as need be") {
  auto bench = test::Bench::in_memory();
  for (int n = 0; n < 3; ++n) {
    const auto link = make_sign_in_link(bench.workspace, first_coordinator()).value();
    const auto signed_in = sign_in(bench.workspace, link).value();
    CHECK_FALSE(signed_in.session.must_enrol);
    CHECK(may(resume_session(bench.workspace, signed_in.token)->actor, Action::import));
  }
}

TEST_CASE("a role that is taken away ends at once, and the token is changed with it") {
  House house;
  const auto& w = house.workspace;
  const auto link = make_sign_in_link(w, person_with_address(w, "equality@aberllyn.example").value(), Way::mail).value();
  const auto signed_in = sign_in(w, link, kOffice).value();
  CHECK(may(resume_session(w, signed_in.token)->actor, Action::import));
  house.known().grants.clear();
  const auto changed = resume_session(w, signed_in.token).value();
  CHECK_FALSE(may(changed.actor, Action::import));
  CHECK(changed.roles_changed);
  const auto renewed = renew_token(w, changed).value();
  CHECK(resume_session(w, signed_in.token).error().fault == Fault::not_allowed);
  const auto again = resume_session(w, renewed.token).value();
  CHECK_FALSE(again.roles_changed);
  CHECK(again.csrf == changed.csrf);
  CHECK(again.started == changed.started);
}

TEST_CASE("who has left the directory is signed out, and their links open nothing") {
  House house;
  const auto& w = house.workspace;
  const auto actor = person_with_address(w, kHousing).value();
  const auto session = sign_in(w, make_sign_in_link(w, actor, Way::mail).value(), kOffice).value();
  const auto link = make_sign_in_link(w, actor, Way::mail).value();
  house.known().people[0].left = w.clock.now().today;  // the last day still counts
  CHECK(resume_session(w, session.token));
  house.pass(5 * 60);
  REQUIRE(resume_session(w, session.token));
  house.known().people[0].left = w.clock.now().today.plus_days(-1);
  CHECK(look_at_link(w, link).error().fault == Fault::not_allowed);
  CHECK(resume_session(w, session.token).error().fault == Fault::not_allowed);
  CHECK(w.sign_ins.find_session(session.session.hash).error().fault == Fault::not_found);
  CHECK(person_with_address(w, kHousing).error().fault == Fault::not_found);
}

TEST_CASE("somebody sees where they are signed in and ends what they no longer use") {
  House house;
  const auto& w = house.workspace;
  const auto here = house.by_mail(kHousing), there = house.by_mail(kHousing), other = house.by_mail("equality@aberllyn.example");
  CHECK(own_sessions(w, here.actor)->size() == 2);
  CHECK(end_own_session(w, here.actor, other.id()).error().fault == Fault::not_found);
  CHECK(end_own_session(w, here.actor, there.id()));
  CHECK(end_own_session(w, here.actor, there.id()).error().fault == Fault::not_found);
  house.by_mail(kHousing);
  CHECK(end_other_sessions(w, here).value() == 1);
  CHECK(own_sessions(w, here.actor)->front().hash == here.hash);
}

TEST_CASE("another's sessions are ended by whoever may, and their links with them") {
  House house;
  const auto& w = house.workspace;
  const auto owner = house.by_mail(kHousing), coordinator = house.by_mail("equality@aberllyn.example");
  CHECK(all_sessions(w, owner.actor).error().fault == Fault::not_allowed);
  CHECK(end_sessions_of(w, owner.actor, "equality").error().fault == Fault::not_allowed);
  CHECK(all_sessions(w, coordinator.actor)->size() == 2);
  const auto link = make_sign_in_link(w, owner.actor, Way::mail).value();
  CHECK(end_sessions_of(w, coordinator.actor, "housing").value() == 1);
  CHECK_FALSE(look_at_link(w, link));
  CHECK(all_sessions(w, coordinator.actor)->size() == 1);
}

TEST_CASE("signing in ends the session that this browser had") {
  House house;
  const auto& w = house.workspace;
  const auto actor = person_with_address(w, kHousing).value();
  const auto first = sign_in(w, make_sign_in_link(w, actor, Way::mail).value(), kOffice).value();
  Caller same = kOffice;
  same.former_token = first.token;
  REQUIRE(sign_in(w, make_sign_in_link(w, actor, Way::mail).value(), same));
  CHECK_FALSE(resume_session(w, first.token));
  CHECK(own_sessions(w, actor)->size() == 1);
}

TEST_CASE("what happens to an account is in the log of access, without what was typed") {
  House house;
  const auto& w = house.workspace;
  const auto session = house.by_mail(kHousing);
  REQUIRE(set_password(w, session, "", kPassword, {}));
  house.with_codes(session);
  CHECK_FALSE(house.by_password(kHousing, "wrong wrong wrong"));
  CHECK_FALSE(house.by_password("my secret password", "wrong wrong wrong"));
  CHECK(house.log() ==
        "refused housing@aberllyn.example password\ncodes_on housing@aberllyn.example housing\n"
        "password_set housing@aberllyn.example housing\nsigned_in housing@aberllyn.example mail\n");
  house.pass(kAccessLogSeconds + 1);
  REQUIRE(note_access(w, "equality@aberllyn.example", Looked::people, "housing"));
  CHECK(house.log() == "people equality@aberllyn.example housing\n");
}

}  // namespace accounts_test
