// Tokens in the browser's terms: made, shown once, used, revoked, and what the ledger says of them.

#include "web/site/api_world.h"

namespace makegood::web {
namespace token_pages_test {

constexpr std::string_view kPage = "/desk/registers/incidents/tokens";

std::vector<Field> form(const std::string& organisation, const std::string& year = "2024") {
  return {{"system", "School information system"}, {"organisation", organisation}, {"role", "contributor"}, {"may", "read"}, {"may", "write"},
          {"until-day", "14"}, {"until-month", "6"}, {"until-year", year}};
}

std::string secret_on(const Reply& page) {
  const auto at = page.body.find("makegood_");
  return at == std::string::npos ? std::string() : page.body.substr(at, 73);
}

TEST_CASE("a token is made on the register's page, shown once, used at once and revoked at once") {
  Systems s;
  s.sign_in(s.council);
  CHECK(says(s.get("/desk/registers/incidents"), std::string("href=\"") + std::string(kPage) + "\""));
  CHECK(says(s.get(kPage), "No other system has a token"));
  const auto made = s.post(kPage, form(s.harbour));
  REQUIRE(made.status == 200);
  CHECK(made.headers.value("Cache-Control") == "no-store");
  s.secret = secret_on(made);
  REQUIRE(s.secret.size() == 73);
  const auto listed = s.get(kPage);
  CHECK(says(listed, "School information system"));
  CHECK(says(listed, "Never used"));
  CHECK(secret_on(listed).empty());
  CHECK(s.report("a word of hate").status == 201);
  CHECK(says(s.get(kPage), "Last used on 14 June 2023"));

  const auto token = s.bench.workspace.api_tokens.list("incidents").value().at(0);
  CHECK(s.post(std::string(kPage) + "/" + token.id.text + "/revoke").status == 303);
  CHECK(s.report("another word").status == 401);
  CHECK(says(s.get(kPage), "Revoked on 14 June 2023"));
  CHECK(s.post(std::string(kPage) + "/" + token.id.text + "/revoke").status == 409);
  CHECK(s.post(std::string(kPage) + "/x/revoke").status == 404);
}

TEST_CASE("the ledger tells of a token and its end, and keeps no secret; nor does any table") {
  Systems s;
  const auto made = s.token_for(s.harbour);
  REQUIRE(tasks::revoke_api_token(s.bench.workspace, s.council, "incidents", made.token.id));
  const auto entries = s.bench.workspace.ledger.about("register:incidents").value();
  REQUIRE(entries.size() == 4);
  CHECK(entries[2].kind == "register.token_made");
  CHECK(entries[2].actor == "equality");
  CHECK(Json::parse(entries[2].payload) == Json{{"token", made.token.id.text}, {"system", "School information system"}, {"organisation", s.harbour}, {"role", "contributor"},
                                                {"read", true}, {"write", true}, {"until", "2024-06-14"}});
  CHECK(entries[3].kind == "register.token_revoked");
  for (const auto& entry : entries) {
    CHECK(entry.payload.find(made.secret.substr(9)) == std::string::npos);
    CHECK(entry.payload.find(made.token.hash) == std::string::npos);
  }
  CHECK(made.token.hash != made.secret.substr(9));
  CHECK(s.bench.store->dump_derived().value().find(made.token.hash) == std::string::npos);
  REQUIRE(s.bench.workspace.ledger.rebuild());
  CHECK(s.bench.workspace.api_tokens.list("incidents").value().size() == 1);  // no part of what is derived
}

TEST_CASE("a form that cannot stand keeps what was typed and says at which field") {
  Systems s;
  s.sign_in(s.council);
  struct Row {
    const char* name;
    std::vector<Field> fields;
    std::string_view says;
  };
  auto nothing = form(s.harbour);
  std::erase_if(nothing, [](const Field& f) { return f.name == "may"; });
  auto analyst = form(s.harbour);
  analyst[2].value = "analyst";
  auto unnamed = form(s.harbour);
  unnamed[0].value = " ";
  auto no_day = form(s.harbour);
  no_day[5].value = "31";
  for (const auto& row : std::vector<Row>{{"no organisation", form(""), "href=\"#organisation\""},
                                          {"one that is not there", form("k3v9x2m7qa"), "href=\"#organisation\""},
                                          {"neither reading nor writing", nothing, "href=\"#may\""},
                                          {"a role that the register does not name", analyst, "href=\"#role\""},
                                          {"no name", unnamed, "href=\"#system\""},
                                          {"a day that is none", no_day, "href=\"#until-day\""},
                                          {"a day that is past", form(s.harbour, "2022"), "href=\"#until-day\""},
                                          {"a day too far off", form(s.harbour, "2026"), "href=\"#until-day\""}}) {
    CAPTURE(row.name);
    const auto refused = s.post(kPage, row.fields);
    CHECK(refused.status == 422);
    CHECK(says(refused, row.says));
    CHECK(says(refused, "<title>Error: "));
    CHECK(says(refused, "value=\"6\""));
    CHECK(secret_on(refused).empty());
  }
  CHECK(s.bench.workspace.api_tokens.list("incidents").value().empty());
}

TEST_CASE("who may not give roles makes no token, and a role for one organisation makes tokens for that one") {
  Systems s;
  for (const auto role : {access::Role::contributor, access::Role::publisher, access::Role::monitoring_officer, access::Role::handler}) {
    s.sign_in({"somebody", {{role, "", ""}}});
    CHECK(s.get(kPage).status == 403);
    CHECK(s.post(kPage, form(s.harbour)).status == 403);
  }
  const tasks::Actor local{"local", {{access::Role::coordinator, "register:incidents", s.harbour}}};
  s.sign_in(local);
  CHECK(s.post(kPage, form(s.gwyn)).status == 403);
  CHECK(s.post(kPage, form(s.harbour)).status == 200);
  const auto other = s.token_for(s.gwyn);
  CHECK_FALSE(says(s.get(kPage), other.token.id.text));
  CHECK(s.post(std::string(kPage) + "/" + other.token.id.text + "/revoke").status == 404);
  s.sign_in({"elsewhere", {{access::Role::coordinator, "another-plan", ""}}});
  CHECK(s.post(kPage, form(s.harbour)).status == 403);
}

TEST_CASE("a token that would reach nothing is not made") {
  Systems s;
  const auto make = [&](access::Role role, bool read, bool write) {
    return tasks::make_api_token(s.bench.workspace, s.council, {"incidents", "System", "Harbour Hill", role, read, write, *Day::parse("2024-01-01")});
  };
  CHECK(make(access::Role::coordinator, true, true));
  CHECK(make(access::Role::contributor, true, true));  // by the organisation's name as well as by its id
  CHECK_FALSE(make(access::Role::analyst, true, false));
  CHECK_FALSE(tasks::make_api_token(s.bench.workspace, s.council, {"incidents", "System", "Harbour Hill", std::nullopt, true, false, *Day::parse("2024-01-01")}));
  CHECK_FALSE(tasks::make_api_token(s.bench.workspace, s.council, {"accidents", "System", "Harbour Hill", access::Role::contributor, true, false, *Day::parse("2024-01-01")}));
}

}  // namespace token_pages_test
}  // namespace makegood::web
