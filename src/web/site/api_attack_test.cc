// Attacks over every route for programs, found in the table of routes: one that is added tomorrow is attacked tomorrow.

#include "web/service.h"
#include "web/site/api_world.h"
#include "web/token.h"

namespace makegood::web {
namespace api_attack_test {

std::vector<RouteRow> api_rows() {
  std::vector<RouteRow> rows;
  for (const auto& row : router().table().rows())
    if (row.options.bearer) rows.push_back(row);
  return rows;
}

std::string address_of(std::string_view pattern, const std::string& id, const std::string& name = "incidents") {
  return replace_all(replace_all(std::string(pattern), "{register}", name), "{record}", id);
}

struct Attacked : Systems {
  std::string id;
  Attacked() {
    secret = token_for(harbour).secret;
    id = id_in(report("a word of hate"));
  }
  [[nodiscard]] std::string state() const { return std::to_string(bench.store->ledger().head().value().count) + "\n" + bench.store->dump_derived().value(); }
  Reply ask(const RouteRow& row, const std::string& body = "{}") { return send(row.method, address_of(row.pattern, id), row.method == Method::get ? "" : body, {{"If-Match", "\"1\""}}); }
};

void check_answer(const Reply& reply) {
  CHECK(reply.status < 500);
  for (const auto& header : reply.headers) CHECK(is_field_value(header.value));
  CHECK(reply.headers.value("Content-Type").find("json") != std::string_view::npos);
  CHECK(Json::accept(reply.body));
}

TEST_CASE("no route for programs is open to a cookie, to nobody, or to whoever has no role") {
  Attacked s;
  const auto secret = s.secret;
  REQUIRE(api_rows().size() >= 6);
  for (const auto& row : api_rows()) {
    CAPTURE(row.pattern);
    s.secret.clear();
    s.token.clear();
    const auto before = s.state();
    CHECK(s.ask(row).status == 401);
    s.sign_in();  // the first coordinator may do everything, by the pages
    const auto shown = s.ask(row);
    CHECK(shown.status == 401);
    CHECK_FALSE(shown.headers.has("Set-Cookie"));
    CHECK(s.state() == before);
    s.secret = secret;
    s.token.clear();
    CHECK(s.ask(row).status != 401);
  }
}

TEST_CASE("no route for programs tells anybody without a token what a register holds") {
  Attacked s;
  s.secret.clear();
  for (const auto& row : router().table().rows()) {
    if (!row.pattern.starts_with("/api/")) continue;
    CAPTURE(row.pattern);
    const auto reply = s.ask(row);
    for (const auto* word : {"a word of hate", "Harbour Hill", "\"count\": 1", "answers-incidents", "What happened"}) {
      CAPTURE(word);
      CHECK_FALSE(says(reply, word));
    }
  }
}

TEST_CASE("a token of another register finds nothing on any route") {
  Attacked s;
  const auto other = replace_all(replace_all(test::kRegister, "\"name\": \"incidents\"", "\"name\": \"accidents\""), "\"opens\": \"dpia\"", "\"opens\": \"dpia\"");
  REQUIRE(tasks::define_register(s.bench.workspace, s.council, other));
  s.secret = tasks::make_api_token(s.bench.workspace, s.council, {"accidents", "Another system", s.harbour, access::Role::contributor, true, true, *Day::parse("2024-01-01")}).value().secret;
  for (const auto& row : api_rows()) {
    CAPTURE(row.pattern);
    const auto before = s.state();
    CHECK(s.ask(row).status == 404);
    CHECK(s.state() == before);
    // Under its own register's name, the record of the other is not there either.
    if (row.pattern.find("{record}") != std::string_view::npos)
      CHECK(s.send(row.method, address_of(row.pattern, s.id, "accidents"), row.method == Method::get ? "" : "{}", {{"If-Match", "\"1\""}}).status == 404);
  }
}

TEST_CASE("a page of another site cannot make a browser ask, and no other site may read an answer") {
  Attacked s;
  const ServerSettings settings;
  const RoutePolicyFn ask = [&](const web::Request& head) { return policy(s.app, head); };
  const Handler never = [](const web::Request&) -> Reply { throw std::logic_error("the handler was called"); };
  const Service service(settings, ask, never);
  for (const auto& row : api_rows()) {
    CAPTURE(row.pattern);
    if (row.method == Method::get) {
      CHECK_FALSE(s.ask(row).headers.has("Access-Control-Allow-Origin"));
      continue;
    }
    const auto line = std::string(name_of(row.method)) + " " + address_of(row.pattern, s.id) + " HTTP/1.1\r\nHost: plans.example.org\r\n";
    const auto status = [&](const std::string& headers) {
      const auto head = parse_head(line + headers + "\r\n");
      REQUIRE(head);
      const auto found = service.policy_for(*head);
      return found.answer_now ? found.answer_now->status : 0;
    };
    const auto bearer = "Authorization: Bearer " + s.secret + "\r\n";
    CHECK(status(bearer + "Content-Length: 4\r\n") == 0);
    CHECK(status(bearer + "Origin: https://evil.example\r\nContent-Length: 4\r\n") == 403);
    CHECK(status(bearer + "Sec-Fetch-Site: cross-site\r\nContent-Length: 4\r\n") == 403);
    CHECK(status(bearer + "Content-Length: 10485760\r\n") == 413);
    CHECK(status("Cookie: session=x\r\nContent-Length: 4\r\n") == 401);
  }
}

TEST_CASE("whatever is sent as JSON, in an address, in a query or in a header is answered in JSON") {
  const std::vector<std::string> payloads = {"<script>alert(1)</script>", "x'; DROP TABLE records; --", std::string(20'001, 'x'), "\xff\xfe", std::string("a\0b", 3),
                                             "\r\nSet-Cookie: session=evil", "=cmd|' /C calc'!A0", "\xe2\x80\xae"};
  Attacked s;
  for (const auto& row : api_rows()) {
    CAPTURE(row.pattern);
    for (const auto& payload : payloads) {
      s.bench.clock.seconds += 12;  // so that no answer is that it hurries
      const auto text = Json(payload).dump(-1, ' ', true, Json::error_handler_t::replace);
      check_answer(s.ask(row, R"({"answers": {"school": )" + text + R"(, "kind": )" + text + R"(, "author": )" + text + "}}"));
      check_answer(s.ask(row, R"({"answers": {)" + text + R"(: 1}})"));
      check_answer(s.ask(row, R"({"answers": )" + text + R"(, "move_to": )" + text + R"(, "reason": )" + text + R"(, "day": )" + text + R"(, "organisation": )" + text + "}"));
      check_answer(s.ask(row, "{\"answers\": {\"author\": \"" + payload + "\"}}"));
      if (payload.size() > 4000) continue;
      for (const auto& address : {address_of(row.pattern, html::percent_encoded(payload)), address_of(row.pattern, s.id, html::percent_encoded(payload)),
                                  address_of(row.pattern, s.id) + "?words=" + html::percent_encoded(payload) + "&after=" + html::percent_encoded(payload)}) {
        const auto target = parse_target(address);
        if (!target) continue;
        auto request = s.request(row.method, "/");
        request.target = *target;
        request.headers.set("Authorization", "Bearer " + s.secret);
        request.headers.set("Content-Type", "application/json");
        request.body = "{}";
        check_answer(answer(s.app, request));
      }
    }
  }
  CHECK(s.bench.workspace.ledger.verify()->fault.empty());
  CHECK(s.bench.workspace.registers.record(RecordId(s.id)));
}

}  // namespace api_attack_test
}  // namespace makegood::web
