// What a system is told when it may not, when it hurries, and when what it sends cannot stand.

#include "web/site/api_world.h"

namespace makegood::web {
namespace api_refusals_test {

using access::Role;

constexpr std::string_view kRecords = "/api/v1/registers/incidents/records";

std::string record_at(const std::string& id) { return std::string(kRecords) + "/" + id; }

TEST_CASE("tokens that do not hold are told apart, and none of them is let in") {
  Systems s;
  const auto good = s.token_for(s.harbour);
  auto guessed = good.secret;
  guessed.back() = guessed.back() == '0' ? '1' : '0';
  struct Row {
    const char* name;
    std::string secret;
    std::string_view says;
  };
  const auto revoked = s.token_for(s.harbour);
  REQUIRE(tasks::revoke_api_token(s.bench.workspace, s.council, "incidents", revoked.token.id));
  const auto ends = s.token_for(s.harbour, Role::contributor, true, true, "2023-06-14");
  s.secret = ends.secret;
  CHECK(s.read(kRecords).status == 200);  // its last day counts
  s.bench.clock.seconds += 24LL * 60 * 60;
  for (const auto& row : std::vector<Row>{{"none", "", "send the token of your system"},
                                          {"guessed", guessed, "not known"},
                                          {"a hash instead of its token", good.token.hash, "not known"},
                                          {"no token at all", "Basic", "not known"},
                                          {"revoked", revoked.secret, "was revoked"},
                                          {"past its end", ends.secret, "ended on 14 June 2023"}}) {
    CAPTURE(row.name);
    s.secret = row.secret;
    const auto refused = s.read(kRecords);
    CHECK(refused.status == 401);
    CHECK(refused.headers.value("WWW-Authenticate").starts_with("Bearer realm=\"makegood\""));
    CHECK(refused.headers.value("Content-Type") == "application/problem+json");
    CHECK(says(refused, row.says));
    CHECK(s.report("smuggled in").status == 401);
  }
  s.secret = good.secret;
  CHECK(s.read(kRecords).status == 200);
}

TEST_CASE("a token does what it was made for, in the register that it was made for") {
  Systems s;
  s.secret = s.token_for(s.harbour, Role::contributor, true, false).secret;
  CHECK(s.read(kRecords).status == 200);
  CHECK(s.report("smuggled in").status == 403);
  CHECK(s.send(Method::post, "/api/v1/registers/incidents/nil-returns", "{}").status == 403);
  CHECK(s.send(Method::patch, record_at("k3v9x2m7qa"), "{}", {{"If-Match", "\"1\""}}).status == 403);
  s.secret = s.token_for(s.harbour, Role::contributor, false, true).secret;
  const auto sent = s.report("a word of hate");
  CHECK(sent.status == 201);
  CHECK(s.read(kRecords).status == 403);
  CHECK(s.read(record_at(id_in(sent))).status == 403);
  CHECK(s.read("/api/v1/registers/incidents").status == 200);
  CHECK(s.read("/api/v1/registers/businesses").status == 404);
  CHECK(s.read("/api/v1/registers/businesses/records").status == 404);
}

TEST_CASE("each field at fault has a line, and nothing is passed over in silence") {
  Systems s;
  s.secret = s.token_for(s.harbour).secret;
  struct Row {
    const char* name;
    std::string answers, field, detail;
  };
  for (const auto& row : std::vector<Row>{
           {"what is missing", R"({"happened_on": "2023-06-01"})", "kind", "What happened is missing"},
           {"a day that is none", R"({"happened_on": "2023-02-31", "kind": "physical"})", "happened_on", "Date must be a real date, such as 2026-03-31: 2023-02-31"},
           {"a field that is not there", R"({"happened_on": "2023-06-01", "kind": "physical", "postcode": "X"})", "postcode", "is no field of this register"},
           {"a handler's field", R"({"happened_on": "2023-06-01", "kind": "physical", "outcome": "X"})", "outcome", "is filled in by whoever handles the record"},
           {"an answer to what is not asked", R"({"happened_on": "2023-06-01", "kind": "physical", "words": "X"})", "words", "is not asked, given the other answers"},
           {"a number for a text", R"({"happened_on": "2023-06-01", "kind": "physical", "author": 123})", "author", "must be a text"},
           {"a list for a number", R"({"happened_on": "2023-06-01", "kind": "physical", "pupils": [2]})", "pupils", "must be a number"},
           {"more than there can be", R"({"happened_on": "2023-06-01", "kind": "physical", "pupils": 51})", "pupils", "How many pupils must be 50 or less"},
           {"a part of a pupil", R"({"happened_on": "2023-06-01", "kind": "physical", "pupils": 2.5})", "pupils", "How many pupils must be a whole number: 2.5"},
           {"a value without a code", R"({"happened_on": "2023-06-01", "kind": "shouting"})", "kind", "What happened has a value that is not among the choices: shouting"},
           {"no object", R"("answers")", "answers", "must be an object, field by field"},
       }) {
    CAPTURE(row.name);
    const auto refused = s.send(Method::post, kRecords, R"({"answers": )" + row.answers + "}");
    CHECK(refused.status == 422);
    const auto errors = json_in(refused).at("errors");
    CHECK(std::any_of(errors.begin(), errors.end(), [&](const Json& e) { return e.at("field") == row.field && e.at("detail") == row.detail; }));
  }
  CHECK(s.bench.workspace.registers.count({.register_name = "incidents", .reach = {.all = true, .organisations = {}}}).value() == 0);
}

TEST_CASE("a body that cannot be read is refused before it is looked at") {
  Systems s;
  s.secret = s.token_for(s.harbour).secret;
  const auto with_type = [&](const std::string& body, const std::string& type) { return s.send(Method::post, kRecords, body, {{"Content-Type", type}}); };
  CHECK(with_type("{", "application/json").status == 400);
  CHECK(with_type("[]", "application/json").status == 400);
  CHECK(with_type(R"({"answers": {"kind": "verbal", "kind": "physical"}})", "application/json").status == 400);
  CHECK(with_type(R"({"answer": {}})", "application/json").status == 422);
  CHECK(with_type(std::string(100, '[') + std::string(100, ']'), "application/json").status == 413);
  CHECK(with_type("a=b", "application/x-www-form-urlencoded").status == 415);
  CHECK(with_type("{}", "application/jsonp").status == 415);
  CHECK(s.report("x", std::string(256, 'k')).status == 400);
}

TEST_CASE("a system that hurries waits for a second, and no other waits for it") {
  Systems s;
  const auto eager = s.token_for(s.harbour).secret, other = s.token_for(s.gwyn).secret;
  s.secret = eager;
  for (int n = 0; n < kTokenPace.burst; ++n) REQUIRE(s.read("/api/v1/registers/incidents").status == 200);
  const auto refused = s.read("/api/v1/registers/incidents");
  CHECK(refused.status == 429);
  CHECK(refused.headers.value("Retry-After") == "1");
  s.secret = other;
  CHECK(s.read("/api/v1/registers/incidents").status == 200);
  s.bench.clock.seconds += 1;
  s.secret = eager;
  CHECK(s.read("/api/v1/registers/incidents").status == 200);
  s.secret = "makegood_" + std::string(64, '0');
  for (int n = 0; n < kGuessPace.burst; ++n) REQUIRE(s.read("/api/v1/registers/incidents").status == 401);
  CHECK(s.read("/api/v1/registers/incidents").status == 429);
}

TEST_CASE("what is wrong is said for programs, also where there is no such address") {
  Systems s;
  s.secret = s.token_for(s.harbour).secret;
  for (const auto* path : {"/api", "/api/v2/registers/incidents", "/api/v1/registers/incidents/members"}) {
    CAPTURE(path);
    const auto missing = s.read(path);
    CHECK(missing.status == 404);
    CHECK(missing.headers.value("Content-Type") == "application/problem+json");
    CHECK(json_in(missing).at("status") == 404);
  }
  const auto method = s.send(Method::patch, kRecords, "{}");
  CHECK(method.status == 405);
  CHECK(method.headers.value("Allow") == "GET, HEAD, POST");
  CHECK(json_in(method).at("title") == "Method Not Allowed");
}

TEST_CASE("what is wrong is said in the language that is asked for") {
  struct Row {
    const char* name;
    const char* accepts;
    const char* language;
    const char* detail;
  };
  const Row rows[] = {
      {"silence is English", "", "en", "this token is not known here"},
      {"Welsh", "cy", "cy", "nid yw’r tocyn hwn yn hysbys yma"},
      {"Welsh before English", "en;q=0.5, cy-GB", "cy", "nid yw’r tocyn hwn yn hysbys yma"},
      {"English before Welsh", "en, cy;q=0.9", "en", "this token is not known here"},
      {"a language that is not spoken here", "de", "en", "this token is not known here"},
  };
  Systems s;
  s.secret = std::string(64, 'x');
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const auto refused = s.send(Method::get, "/api/v1/registers/incidents", {}, {{"Accept-Language", row.accepts}});
    CHECK(refused.status == 401);
    CHECK(refused.headers.value("Content-Type") == "application/problem+json");
    CHECK(refused.headers.value("Content-Language") == row.language);
    CHECK(refused.headers.value("Vary") == "Accept-Language");
    CHECK(json_in(refused).at("detail") == row.detail);
  }
}

TEST_CASE("each field at fault is told in the language that is asked for, and its name stays") {
  Systems s;
  s.secret = s.token_for(s.harbour).secret;
  const auto refused = s.send(Method::post, kRecords, R"({"answers": {"happened_on": 5, "shoe_size": 3}})", {{"Accept-Language", "cy"}});
  CHECK(refused.status == 422);
  CHECK(refused.headers.value("Content-Language") == "cy");
  const auto said = json_in(refused);
  CHECK(said.at("detail") == "ni chofnodwyd dim: ni all rhai atebion sefyll");
  CHECK(said.at("title") == "Unprocessable Content");
  std::map<std::string, std::string> details;
  for (const auto& error : said.at("errors")) details[error.at("field")] = error.at("detail");
  CHECK(details.at("shoe_size") == "ddim yn faes o’r gofrestr hon");
  CHECK(details.at("happened_on") == "rhaid iddo fod yn destun");
  const auto done = s.send(Method::get, kRecords, {}, {{"Accept-Language", "cy"}});
  CHECK(done.status == 200);
  CHECK_FALSE(done.headers.has("Content-Language"));
}

TEST_CASE("a field at fault is called by its title in the language that is asked for") {
  Systems s;
  auto text = test::with_change(R"("title": "Date", "type": "date",)", R"("title": "Date", "type": "date", "makegood": {"title_cy": "Dyddiad", "page": "where"},)");
  text.replace(text.find(R"("constraints": {"required": true, "minimum": "2000-01-01"},)"), 95, R"("constraints": {"required": true, "minimum": "2000-01-01"}},)");
  text.replace(text.find("\"version\": 1"), 12, "\"version\": 2");
  const auto defined = tasks::define_register(s.bench.workspace, s.council, text);
  REQUIRE_MESSAGE(defined, (defined ? std::string() : defined.error().line()));
  s.secret = s.token_for(s.harbour).secret;
  const auto said = [&](const std::string& language) {
    std::map<std::string, std::string> details;
    const auto refused = json_in(s.send(Method::post, kRecords, R"({"answers": {"happened_on": "2023-02-31", "kind": "verbal"}})", {{"Accept-Language", language}}));
    for (const auto& error : refused.at("errors")) details[error.at("field")] = error.at("detail");
    return details;
  };
  CHECK(said("en").at("happened_on") == "Date must be a real date, such as 2026-03-31: 2023-02-31");
  CHECK(said("cy").at("happened_on") == "rhaid i Dyddiad fod yn ddyddiad go iawn, fel 2026-03-31: 2023-02-31");
  CHECK(said("cy").at("words") == "mae What was said ar goll");  // it has no Welsh
}

}  // namespace api_refusals_test
}  // namespace makegood::web
