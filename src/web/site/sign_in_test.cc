// Coming in by link, password and single sign-on; one's own account; roles that change.
#include <doctest/doctest.h>

#include "credentials/credentials.h"
#include "tasks/people_fixture.h"
#include "web/site/attack_world.h"

using namespace makegood;
using namespace makegood::web;

namespace sign_in_test {

constexpr const char* kHousing = "housing@aberllyn.example";
constexpr const char* kEquality = "equality@aberllyn.example";
constexpr const char* kPassword = "kettle battery lantern";
constexpr const char* kSecret = "0123456789abcdef0123456789abcdef";

/// Somebody with a browser, in a council whose directory is known.
struct Guest {
  test::PeopleBench house;
  App app{house.workspace, {}};
  Fields cookies;
  Headers headers;
  std::string remote = "192.0.2.7", csrf;

  Guest() {
    house.add("housing", kHousing, {access::Role::owner});
    house.add("equality", kEquality, {access::Role::coordinator, access::Role::system_operator});
  }

  Reply send(Method method, std::string_view target, const std::vector<Field>& fields = {}) {
    web::Request made;
    made.method = method;
    made.target = parse_target(target).value();
    made.cookies = cookies;
    made.headers = headers;
    made.remote_address = remote;
    if (method == Method::post) made.form.add("csrf", csrf);
    for (const auto& field : fields) made.form.add(field.name, field.value);
    auto reply = answer(app, made);
    keep_cookie(reply);
    return reply;
  }
  Reply get(std::string_view target) { return send(Method::get, target); }
  Reply post(std::string_view target, const std::vector<Field>& fields = {}) { return send(Method::post, target, fields); }

  void keep_cookie(const Reply& reply) {
    const auto set = reply.headers.value("Set-Cookie");
    if (set.empty()) return;
    const auto value = set.substr(set.find('=') + 1);
    cookies.set("session", std::string(value.substr(0, value.find(';'))));
    const auto session = tasks::resume_session(house.workspace, cookies.value("session"));
    csrf = session ? session->csrf : "";
  }
  Reply by_mail(std::string_view address) {
    const auto actor = tasks::person_with_address(house.workspace, address).value();
    return post("/sign-in/" + tasks::make_sign_in_link(house.workspace, actor, tasks::Way::mail).value());
  }
  std::string last_link() {
    const auto letters = house.workspace.outbox.list({}, 1).value();
    REQUIRE_FALSE(letters.empty());
    const auto words = house.workspace.outbox.find(letters[0].id)->letter.text;
    return words.substr(words.find("/sign-in/"), 9 + 64);
  }
  /// Sets codes up through the pages; the secret.
  std::string set_up_codes() {
    CHECK(post("/account/codes/begin").status == 303);
    const auto secret = house.workspace.accounts.find(tasks::account_of(*actor())).value().pending_secret;
    CHECK(says(post("/account/codes", {{"code", code_now(secret)}}), "govuk-list"));
    house.pass(kStepSeconds);
    return secret;
  }
  [[nodiscard]] std::string code_now(const std::string& secret) const { return code_at(secret, house.bench.clock.seconds / kStepSeconds); }
  std::optional<tasks::Actor> actor() {
    const auto session = tasks::resume_session(house.workspace, cookies.value("session"));
    return session ? std::optional(session->actor) : std::nullopt;
  }
};

TEST_CASE("an address is asked for, a link is mailed, its button signs in, once") {
  Guest guest;
  CHECK(guest.post("/sign-in", {{"email", "housing"}}).status == 422);
  CHECK(location(guest.post("/sign-in", {{"email", "nobody@aberllyn.example"}})) == "/sign-in/sent");
  CHECK(guest.house.workspace.outbox.list({}, 10)->empty());
  CHECK(location(guest.post("/sign-in", {{"email", kHousing}})) == "/sign-in/sent");
  const auto link = guest.last_link();
  CHECK(says(guest.get(link), kHousing));
  CHECK(guest.cookies.empty());
  CHECK(guest.post(link).status == 303);
  CHECK(guest.actor()->person == "housing");
  CHECK(guest.post(link).status == 404);
}

TEST_CASE("a password is set, signs in, and after it the code is asked for") {
  Guest guest;
  guest.by_mail(kHousing);
  CHECK(guest.post("/account/password", {{"chosen", "short"}}).status == 422);
  const auto refused = guest.post("/account/password", {{"chosen", "housing@aberllyn"}});
  CHECK(refused.status == 422);
  CHECK_FALSE(says(refused, "value=\"housing@aberllyn\""));
  CHECK(guest.post("/account/password", {{"chosen", kPassword}}).status == 303);
  const auto secret = guest.set_up_codes();
  guest.post("/sign-out");
  CHECK_FALSE(guest.actor());

  const auto wrong = guest.post("/sign-in/password", {{"email", kHousing}, {"password", "something else"}});
  CHECK(wrong.status == 403);
  const auto unknown = guest.post("/sign-in/password", {{"email", "nobody@aberllyn.example"}, {"password", "something else"}});
  CHECK(replace_all(wrong.body, kHousing, "") == replace_all(unknown.body, "nobody@aberllyn.example", ""));

  const auto right = guest.post("/sign-in/password", {{"email", kHousing}, {"password", kPassword}});
  CHECK(right.status == 303);
  CHECK_FALSE(guest.actor());
  const auto link = location(right);
  CHECK(says(guest.get(link), "name=\"code\""));
  CHECK(guest.post(link, {{"code", "000000"}}).status == 403);
  CHECK(guest.post(link, {{"code", guest.code_now(secret)}}).status == 303);
  CHECK(guest.actor()->person == "housing");
}

TEST_CASE("whoever signs in comes to a page that their role opens") {
  struct Row {
    const char* who;
    access::Grant grant;
    const char* page;
  };
  const Row rows[] = {
      {"a coordinator", {access::Role::coordinator, "", ""}, "/desk"},
      {"a head teacher", {access::Role::contributor, "register:school-incidents", "harbour-hill"}, "/desk/registers"},
      {"a handler of cases", {access::Role::handler, "", ""}, "/desk/registers"},
      {"an analyst", {access::Role::analyst, "", ""}, "/desk"},
      {"the owner of items of one plan", {access::Role::owner, "fair-work-plan", ""}, "/my-items"},
      {"a member of the panel", {access::Role::scrutineer, "fair-work-plan", ""}, "/panel"},
      {"whoever looks after the machine", {access::Role::system_operator, "", ""}, "/desk"},
      {"a publisher", {access::Role::publisher, "", ""}, "/desk"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.who);
    Guest guest;
    guest.house.add("somebody", "somebody@aberllyn.example", {});
    guest.house.known().grants.push_back({PersonId("somebody"), row.grant, {}});
    const auto signed_in = guest.by_mail("somebody@aberllyn.example");
    REQUIRE(signed_in.status == 303);
    CHECK(location(signed_in) == row.page);
    CHECK(guest.get(row.page).status == 200);
  }
}

TEST_CASE("a coordinator sees nothing but the setting up of codes at the second sign-in") {
  Guest guest;
  const auto slug = test::adopt_small_plan(guest.house.bench);
  guest.by_mail(kEquality);
  CHECK(guest.get("/desk").status == 200);
  CHECK(guest.get("/plans/" + slug).status == 200);
  guest.by_mail(kEquality);
  CHECK(location(guest.get("/desk")) == "/account/codes");
  CHECK(location(guest.post("/desk/plans/" + slug + "/withdraw")) == "/account/codes");
  CHECK(guest.get("/plans/" + slug).status == 404);  // is not released
  guest.set_up_codes();
  CHECK(guest.get("/desk").status == 200);
  CHECK(guest.get("/plans/" + slug).status == 200);
}

TEST_CASE("a role that is taken away is gone at the next request, and the cookie is another") {
  Guest guest;
  guest.by_mail(kEquality);
  CHECK(guest.get("/desk").status == 200);
  const auto before = std::string(guest.cookies.value("session"));
  guest.house.known().grants.clear();
  CHECK(guest.get("/desk/import").status == 403);
  CHECK(guest.cookies.value("session") != before);
  CHECK(guest.get("/account").status == 200);
  guest.house.known().people.clear();
  CHECK(location(guest.get("/account")) == "/sign-in");
}

TEST_CASE("sessions are listed and ended, one's own and others'") {
  Guest guest;
  guest.by_mail(kHousing);
  const auto elsewhere = std::string(guest.cookies.value("session"));
  guest.cookies = {};
  guest.by_mail(kHousing);
  const auto page = guest.get("/account/sessions");
  CHECK(says(page, "name=\"session\""));
  CHECK_FALSE(says(page, elsewhere));
  const auto form = forms_of(page.body).front();
  CHECK(guest.post("/account/sessions/end", {{"session", "0000000000000000"}}).status == 404);
  CHECK(guest.post(form.action, {{"session", form.fields.back().value}}).status == 303);
  CHECK_FALSE(tasks::resume_session(guest.house.workspace, elsewhere));
  CHECK(guest.get("/desk/sessions").status == 403);

  Guest other;
  other.by_mail(kEquality);
  const auto coordinators = other.cookies;
  other.cookies = {};
  other.by_mail(kHousing);
  const auto owners = std::string(other.cookies.value("session"));
  other.cookies = coordinators;
  other.csrf = tasks::resume_session(other.house.workspace, coordinators.value("session"))->csrf;
  CHECK(says(other.get("/desk/sessions"), kHousing));
  CHECK(other.post("/desk/sessions/end", {{"account", "housing"}}).status == 303);
  CHECK_FALSE(tasks::resume_session(other.house.workspace, owners));
}

TEST_CASE("the log of access is for operators and monitoring officers, and says who read it") {
  Guest guest;
  guest.by_mail(kHousing);
  CHECK(guest.get("/desk/access-log").status == 403);
  guest.by_mail(kEquality);
  CHECK(says(guest.get("/desk/access-log"), kHousing));
  CHECK(guest.house.workspace.access_log.list(0, 1)->front().what == "access_log");
}

TEST_CASE("the first coordinator needs no directory, and has no password to set") {
  Visitor visitor;
  visitor.sign_in();
  CHECK(visitor.get("/account").status == 200);
  CHECK(visitor.get("/account/password").status == 409);
  CHECK(visitor.post("/account/codes/begin").status == 409);
}

TEST_CASE("a header says who somebody is only from the proxy, with its secret, and once") {
  const auto sso = single_sign_on_from("X-Remote-User", "10.0.0.5, ::1", kSecret).value();
  struct Row {
    const char* name;
    const char* from;
    Headers headers;
    const char* expected;
  };
  const std::vector<Row> rows = {
      {"from the proxy", "10.0.0.5", {{"X-Remote-User", kHousing}, {"X-Proxy-Secret", kSecret}}, kHousing},
      {"from the proxy as IPv6 writes IPv4", "::ffff:10.0.0.5", {{"x-remote-user", kHousing}, {"x-proxy-secret", kSecret}}, kHousing},
      {"from IPv6", "0:0:0:0:0:0:0:1", {{"X-Remote-User", kHousing}, {"X-Proxy-Secret", kSecret}}, kHousing},
      {"from elsewhere", "10.0.0.6", {{"X-Remote-User", kHousing}, {"X-Proxy-Secret", kSecret}}, ""},
      {"from nowhere", "", {{"X-Remote-User", kHousing}, {"X-Proxy-Secret", kSecret}}, ""},
      {"without the secret", "10.0.0.5", {{"X-Remote-User", kHousing}}, ""},
      {"with another secret", "10.0.0.5", {{"X-Remote-User", kHousing}, {"X-Proxy-Secret", "0123456789abcdef0123456789abcdeF"}}, ""},
      {"with a part of the secret", "10.0.0.5", {{"X-Remote-User", kHousing}, {"X-Proxy-Secret", "0123456789abcdef"}}, ""},
      {"with the secret twice", "10.0.0.5", {{"X-Remote-User", kHousing}, {"X-Proxy-Secret", kSecret}, {"X-Proxy-Secret", kSecret}}, ""},
      {"with two names", "10.0.0.5", {{"X-Remote-User", kHousing}, {"X-Remote-User", kEquality}, {"X-Proxy-Secret", kSecret}}, ""},
      {"with no name", "10.0.0.5", {{"X-Proxy-Secret", kSecret}}, ""},
      {"with what is no address", "10.0.0.5", {{"X-Remote-User", "housing"}, {"X-Proxy-Secret", kSecret}}, ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    web::Request request;
    request.remote_address = row.from;
    request.headers = row.headers;
    CHECK(trusted_address(sso, request).value_or("") == row.expected);
    CHECK_FALSE(trusted_address({}, request));
  }
}

TEST_CASE("single sign-on is set up with a header, addresses and a long secret, or refused") {
  struct Row {
    const char* name;
    const char *header, *from, *secret;
    bool taken;
  };
  const std::vector<Row> rows = {{"as it should be", "X-Remote-User", "127.0.0.1,::1", kSecret, true},
                                 {"a header that browsers send", "User-Agent", "127.0.0.1", kSecret, false},
                                 {"a header that is none", "X Remote", "127.0.0.1", kSecret, false},
                                 {"a name for an address", "X-Remote-User", "localhost", kSecret, false},
                                 {"a whole network", "X-Remote-User", "10.0.0.0/8", kSecret, false},
                                 {"no address", "X-Remote-User", "", kSecret, false},
                                 {"a short secret", "X-Remote-User", "127.0.0.1", "secret", false}};
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(single_sign_on_from(row.header, row.from, row.secret).has_value() == row.taken);
  }
}

TEST_CASE("single sign-on signs in whom the directory has, makes nobody, and ends with the proxy's word") {
  Guest guest;
  guest.app.settings.sso = single_sign_on_from("X-Remote-User", "10.0.0.5", kSecret).value();
  CHECK(guest.post("/sign-in/council").status == 403);
  guest.headers = {{"X-Remote-User", "Housing@aberllyn.example"}, {"X-Proxy-Secret", kSecret}};
  CHECK(guest.post("/sign-in/council").status == 403);  // not from the proxy
  CHECK_FALSE(says(guest.get("/sign-in"), "Housing@aberllyn"));
  guest.remote = "10.0.0.5";
  CHECK(says(guest.get("/sign-in"), "Housing@aberllyn"));
  CHECK(guest.post("/sign-in/council").status == 303);
  CHECK(guest.get("/account").status == 200);
  guest.headers.set("X-Remote-User", kEquality);
  CHECK(location(guest.get("/account")) == "/sign-in");
  guest.headers = {};
  CHECK(location(guest.get("/account")) == "/sign-in");
  guest.headers = {{"X-Remote-User", "nobody@aberllyn.example"}, {"X-Proxy-Secret", kSecret}};
  CHECK(guest.post("/sign-in/council").status == 404);
  CHECK(guest.house.known().people.size() == 2);
}

TEST_CASE("the visitor's address is the proxy's word where the proxy is known, else the socket's") {
  const auto sso = single_sign_on_from("X-Remote-User", "10.0.0.5", kSecret).value();
  struct Row {
    const char* name;
    const char *from, *forwarded, *expected;
  };
  const std::vector<Row> rows = {{"no proxy", "192.0.2.7", "", "192.0.2.7"},
                                 {"a stranger who says so", "192.0.2.7", "198.51.100.1", "192.0.2.7"},
                                 {"the proxy", "10.0.0.5", "198.51.100.1", "198.51.100.1"},
                                 {"a proxy on this machine", "127.0.0.1", "198.51.100.1", "198.51.100.1"},
                                 {"the last of several counts, which the proxy added", "10.0.0.5", "203.0.113.9, 198.51.100.1", "198.51.100.1"},
                                 {"nonsense from the proxy", "10.0.0.5", "unknown", "10.0.0.5"},
                                 {"one household of IPv6", "2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64"}};
  for (const auto& row : rows) {
    CAPTURE(row.name);
    web::Request request;
    request.remote_address = row.from;
    if (*row.forwarded != '\0') request.headers.add("X-Forwarded-For", row.forwarded);
    CHECK(caller_address(sso, request) == row.expected);
  }
}

}  // namespace sign_in_test
