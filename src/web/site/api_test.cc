// Registers for other systems: what a token reaches and what it does not, one record however often it is sent.

#include <thread>

#include "tasks/access_log.h"
#include "tasks/record_import.h"
#include "tasks/record_step.h"
#include "web/site/api_world.h"

namespace makegood::web {
namespace api_test {

using access::Role;

constexpr std::string_view kRecords = "/api/v1/registers/incidents/records";

std::string record_at(const std::string& id) { return std::string(kRecords) + "/" + id; }

int looks(const test::Bench& bench) {
  const auto all = bench.workspace.access_log.list(0, 100).value();
  return static_cast<int>(std::count_if(all.begin(), all.end(), [](const auto& entry) { return entry.what == "record"; }));
}

TEST_CASE("a school's system sends a record in and reads it back, with the answers that its role may see") {
  Systems s;
  s.secret = s.token_for(s.harbour).secret;
  const auto sent = s.report("a word of hate");
  REQUIRE(sent.status == 201);
  const auto id = id_in(sent);
  CHECK(location(sent) == record_at(id));
  CHECK(sent.headers.value("ETag") == json_in(sent).at("etag").get<std::string>());
  const auto read = s.read(record_at(id));
  REQUIRE(read.status == 200);
  const auto record = json_in(read);
  CHECK(record.at("answers") == Json::parse(R"({"school": "Harbour Hill", "happened_on": "2023-06-01", "kind": "verbal", "words": "a word of hate", "pupils": 2})"));
  CHECK(record.at("organisation_name") == "Harbour Hill");
  CHECK(record.at("state") == "reported");
  CHECK(record.at("due") == "2023-06-19");  // five days from the 14th
  CHECK(looks(s.bench) == 1);
  CHECK(s.bench.workspace.access_log.list(0, 1).value().front().who.starts_with("School information system (token "));
  CHECK(read.headers.value("Cache-Control") == "no-store");
}

TEST_CASE("an organisation that is not named is the token's own") {
  Systems s;
  s.secret = s.token_for(s.harbour).secret;
  const auto sent = s.send(Method::post, kRecords, R"({"answers": {"happened_on": "2023-06-01", "kind": "physical"}})");
  REQUIRE(sent.status == 201);
  CHECK(json_in(s.read(record_at(id_in(sent)))).at("organisation") == s.harbour);
}

TEST_CASE("a school's token reaches its own records and nothing else, whichever way it asks") {
  Systems s;
  s.secret = s.token_for(s.gwyn).secret;
  const auto other = id_in(s.report("a word of hate", {}, "Ty Gwyn"));
  const auto harbour = s.token_for(s.harbour);
  s.secret = harbour.secret;
  const auto own = id_in(s.report("another word"));

  const auto listed = json_in(s.read(std::string(kRecords) + "?count=true"));
  REQUIRE(listed.at("records").size() == 1);
  CHECK(listed.at("records").at(0).at("id") == own);
  CHECK(listed.at("count") == 1);
  CHECK(json_in(s.read(std::string(kRecords) + "?organisation=Ty%20Gwyn&count=true")).at("count") == 0);
  CHECK(json_in(s.read(std::string(kRecords) + "?words=Gwyn&count=true")).at("count") == 0);
  CHECK(json_in(s.read(std::string(kRecords) + "?words=verbal&count=true")).at("count") == 1);
  CHECK(s.read(record_at(other)).status == 404);
  CHECK(s.send(Method::patch, record_at(other), R"({"reason": "x"})", {{"If-Match", "\"9\""}}).status == 404);
  const auto refused = s.report("smuggled in", {}, "Ty Gwyn");
  CHECK(refused.status == 403);
  CHECK(json_in(refused).at("detail") == "this token is for Harbour Hill only");
  CHECK(s.send(Method::post, "/api/v1/registers/incidents/nil-returns", R"({"organisation": "Ty Gwyn"})").status == 403);
  CHECK(looks(s.bench) == 0);

  const auto caller = tasks::api_caller(s.bench.workspace, harbour.secret).value();
  CHECK_FALSE(tasks::export_records(s.bench.workspace, caller.actor, "incidents"));  // its role takes nothing out
  const auto with_export = replace_all(test::with_change(R"("export": [{"role": "analyst"}])", R"("export": [{"role": "contributor", "of": "own"}])"), R"("version": 1)", R"("version": 2)");
  REQUIRE(tasks::define_register(s.bench.workspace, s.council, with_export));
  const auto rows = tasks::export_records(s.bench.workspace, caller.actor, "incidents").value();
  REQUIRE(rows.size() == 2);
  CHECK(rows[1][0] == "Harbour Hill");
  CHECK(tasks::count_records(s.bench.workspace, caller.actor, {.register_name = "incidents"}).value() == 1);
}

TEST_CASE("a list shows no protected answer, and nobody's look is written down for it") {
  Systems s;
  s.secret = s.token_for(s.harbour).secret;
  REQUIRE(s.report("a word of hate").status == 201);
  const auto listed = s.read(kRecords);
  CHECK(says(listed, "verbal"));
  CHECK_FALSE(says(listed, "a word of hate"));
  CHECK(looks(s.bench) == 0);
}

TEST_CASE("an answer that only some roles see is withheld from the others, and named") {
  Systems s;
  const auto form = tasks::Submission{"incidents", {{"school", "Harbour Hill"}, {"happened_on", "2023-06-01"}, {"kind", "physical"}, {"ethnicity", "Bangladeshi"}}, ""};
  const auto id = tasks::submit_record(s.bench.workspace, &s.council, form);
  CHECK_FALSE(id);  // a coordinator does not report in this register
  const tasks::Actor head{"head", {{Role::contributor, "", s.harbour}}};
  const auto sent = tasks::submit_record(s.bench.workspace, &head, form);
  REQUIRE(sent);
  REQUIRE(sent->faults.empty());
  s.secret = s.token_for(s.harbour).secret;
  const auto record = json_in(s.read(record_at(sent->id.text)));
  CHECK_FALSE(record.at("answers").contains("ethnicity"));
  CHECK(record.at("withheld") == Json::parse(R"(["ethnicity"])"));
}

TEST_CASE("the same key and content is the same record, and other content under it is refused") {
  Systems s;
  s.secret = s.token_for(s.harbour).secret;
  const auto first = s.report("a word of hate", "send-1");
  const auto again = s.report("a word of hate", "send-1");
  CHECK(first.status == 201);
  CHECK(again.status == 200);
  CHECK(id_in(again) == id_in(first));
  const auto other = s.report("another word", "send-1");
  CHECK(other.status == 422);
  CHECK(json_in(other).at("errors").at(0).at("field") == "Idempotency-Key");
  CHECK(s.report("another word", "send-2").status == 201);
  s.secret = s.token_for(s.gwyn).secret;
  CHECK(s.report("a word of hate", "send-1", "Ty Gwyn").status == 201);  // each token has its own keys
  s.secret = s.token_for(s.harbour, Role::contributor, true, true, "2025-06-13").secret;
  const auto old = s.report("a word of hate", "send-1");
  s.bench.clock.seconds += tasks::kSentKeySeconds + 1;
  const auto fresh = s.report("a word of hate", "send-1");
  CHECK(fresh.status == 201);  // the key is forgotten by then
  CHECK(id_in(fresh) != id_in(old));
  CHECK(s.bench.workspace.registers.count({.register_name = "incidents", .reach = {.all = true, .organisations = {}}}).value() == 5);
}

TEST_CASE("a record that was refused leaves its key free for the one that is right") {
  Systems s;
  s.secret = s.token_for(s.harbour).secret;
  CHECK(s.send(Method::post, kRecords, R"({"answers": {"kind": "verbal"}})", {{"Idempotency-Key", "k"}}).status == 422);
  CHECK(s.report("a word of hate", "k").status == 201);
}

TEST_CASE("sent from many threads at once under one key, one record comes in and all are answered with it") {
  test::Folder folder;
  Systems s(folder.path());
  s.secret = s.token_for(s.harbour).secret;
  constexpr int kThreads = 4, kRounds = 10;
  for (int round = 0; round < kRounds; ++round) {
    std::vector<Reply> replies(kThreads);
    {
      std::vector<std::jthread> threads;
      for (int n = 0; n < kThreads; ++n) threads.emplace_back([&, n] { replies[static_cast<std::size_t>(n)] = s.report("a word of hate", "round " + std::to_string(round)); });
    }
    int made = 0;
    for (const auto& reply : replies) {
      CHECK((reply.status == 201 || reply.status == 200));
      CHECK(id_in(reply) == id_in(replies.front()));
      made += reply.status == 201 ? 1 : 0;
    }
    CHECK(made == 1);
  }
  CHECK(s.bench.workspace.registers.count({.register_name = "incidents", .reach = {.all = true, .organisations = {}}}).value() == kRounds);
  CHECK(s.bench.workspace.ledger.verify()->fault.empty());
}

TEST_CASE("a list is read page by page, and its filters are those of the desk") {
  Systems s;
  s.secret = s.token_for(s.harbour).secret;
  for (int n = 0; n < 7; ++n) REQUIRE(s.report("word " + std::to_string(n)).status == 201);
  std::vector<std::string> ids;
  std::string next = std::string(kRecords) + "?limit=3&state=reported&from=2023-06-01&until=2023-06-01";
  int pages = 0;
  while (!next.empty()) {
    const auto page = json_in(s.read(next));
    for (const auto& record : page.at("records")) ids.push_back(record.at("id"));
    next = page.at("next").is_null() ? std::string() : page.at("next").get<std::string>();
    ++pages;
  }
  CHECK(pages == 3);
  std::sort(ids.begin(), ids.end());
  CHECK(std::unique(ids.begin(), ids.end()) == ids.end());
  CHECK(ids.size() == 7);
  CHECK(json_in(s.read(std::string(kRecords) + "?from=2023-06-02")).at("records").empty());
  CHECK(json_in(s.read(std::string(kRecords) + "?state=closed")).at("records").empty());
  CHECK_FALSE(json_in(s.read(kRecords)).contains("count"));
  for (const auto* wrong : {"?form=2023-06-01", "?from=June", "?limit=0", "?limit=201", "?limit=x", "?after=x", "?after=2023-06-01%20'", "?count=yes"}) {
    CAPTURE(wrong);
    const auto refused = s.read(std::string(kRecords) + wrong);
    CHECK(refused.status == 400);
    CHECK(json_in(refused).at("errors").size() == 1);
  }
}

TEST_CASE("of two who amend one record the second is told, and a move is held to the definition") {
  Systems s;
  s.secret = s.token_for(s.harbour).secret;
  const auto sent = s.report("a word of hate");
  const auto path = record_at(id_in(sent));
  const std::string tag(sent.headers.value("ETag"));
  CHECK(s.send(Method::patch, path, R"({"reason": "x"})", {{"If-Match", tag}}).status == 404);  // a contributor does not handle here

  s.secret = s.token_for(s.harbour, Role::coordinator).secret;
  CHECK(s.send(Method::patch, path, R"({"reason": "x"})").status == 428);
  CHECK(s.send(Method::patch, path, R"({"move_to": "closed"})", {{"If-Match", tag}}).status == 409);
  CHECK(s.send(Method::patch, path, R"({"move_to": "reviewed"})", {{"If-Match", tag}}).status == 422);  // nobody reviewed it
  CHECK(s.send(Method::patch, path, R"({"answers": {"receipt": "x"}})", {{"If-Match", tag}}).status == 422);
  CHECK(s.send(Method::patch, path, R"({"answers": {"school": "Ty Gwyn"}})", {{"If-Match", tag}}).status == 403);
  const auto moved = s.send(Method::patch, path, R"({"answers": {"reviewer": "Deputy head", "pupils": null}, "move_to": "reviewed", "reason": "seen"})", {{"If-Match", tag}});
  REQUIRE(moved.status == 200);
  CHECK(moved.headers.value("ETag") != tag);
  const auto stale = s.send(Method::patch, path, R"({"reason": "x"})", {{"If-Match", tag}});
  CHECK(stale.status == 412);
  const auto record = json_in(s.read(path));
  CHECK(record.at("state") == "reviewed");
  CHECK(record.at("answers").at("reviewer") == "Deputy head");
  CHECK_FALSE(record.at("answers").contains("pupils"));
  CHECK(record.at("moves") == Json::parse(R"(["reported", "closed"])"));
  CHECK(s.send(Method::patch, path, R"({"answers": {"ethnicity": "Irish"}})", {{"If-Match", std::string(moved.headers.value("ETag"))}}).status == 403);  // not theirs to see
}

TEST_CASE("nothing to report is said for the period of a day, and again without harm") {
  Systems s;
  const auto made = s.token_for(s.harbour);
  s.secret = made.secret;
  const std::string path = "/api/v1/registers/incidents/nil-returns";
  const auto said = s.send(Method::post, path, R"({"day": "2023-02-10"})");
  REQUIRE(said.status == 200);
  CHECK(json_in(said) == Json::parse(R"({"register": "incidents", "period": "2022-23 spring", "from": "2023-01-01", "until": "2023-04-30"})"));
  CHECK(s.send(Method::post, path, R"({"day": "2023-02-10"})").status == 200);
  CHECK(s.send(Method::post, path, R"({"day": "10 February"})").status == 422);
  const auto returned = s.bench.workspace.registers.returned("incidents", return_period(Every::term, *Day::parse("2023-02-10"))).value();
  REQUIRE(returned.size() == 1);
  CHECK(returned[0].nil);
}

TEST_CASE("a definition is a Table Schema with the lists that its fields use") {
  Systems s;
  s.secret = s.token_for(s.harbour).secret;
  const auto definition = json_in(s.read("/api/v1/registers/incidents"));
  CHECK(definition.at("fields").at(0).at("name") == "school");
  CHECK(definition.at("makegood").at("states").size() == 3);
  CHECK(definition.at("makegood").at("frames").at("kind").size() == 2);
  CHECK(definition.at("makegood").at("frames").at("ethnicity-2021").size() > 15);
  CHECK(read_definition(definition.dump()).faults.empty());  // it can be taken on elsewhere
}

TEST_CASE("an entry whose consent is taken back is gone for programs too, from list, count and record") {
  Systems s;
  const std::string businesses = R"json({
 "fields": [
  {"name": "name", "title": "Business", "type": "string", "constraints": {"required": true}, "makegood": {"public": true}},
  {"name": "listed", "title": "May we list it", "type": "boolean", "constraints": {"required": true}}
 ],
 "makegood": {"name": "businesses", "title": "Businesses", "purpose": "Who trades here.", "version": 1,
  "lawful": {"article_6": "a", "controllers": ["The council"]}, "subjects": ["businesses"],
  "roles": {"submit": [{"role": "anybody"}], "see": [{"role": "coordinator"}, {"role": "analyst"}], "handle": [{"role": "coordinator"}]},
  "consent": {"field": "listed", "given": ["true"]}, "public": {"when": {"field": "listed", "in": ["true"]}}}
})json";
  REQUIRE(tasks::define_register(s.bench.workspace, s.council, businesses));
  const auto join = [&](const std::string& name, const std::string& listed, const std::string& once) {
    REQUIRE(tasks::submit_record(s.bench.workspace, nullptr, {"businesses", {{"name", name}, {"listed", listed}}, once})->faults.empty());
  };
  join("Harbour Street Catering", "true", "k3v9x2m7qa");
  join("Llyn Translations", "true", "k3v9x2m7qb");
  join("Bay View Repairs", "false", "k3v9x2m7qc");
  s.secret = tasks::make_api_token(s.bench.workspace, s.council, {"businesses", "Buyers' portal", "", Role::analyst, true, false, *Day::parse("2024-06-14")}).value().secret;
  const std::string records = "/api/v1/registers/businesses/records";
  CHECK(says(s.read(records), "Harbour Street Catering"));
  CHECK_FALSE(says(s.read(records), "Bay View Repairs"));
  CHECK(json_in(s.read(records + "?count=true")).at("count") == 2);
  CHECK(s.read(records + "/k3v9x2m7qa").status == 200);
  CHECK(s.read(records + "/k3v9x2m7qc").status == 404);
  REQUIRE(tasks::change_record(s.bench.workspace, s.council, {.id = RecordId("k3v9x2m7qa"), .answers = {{"listed", "false"}}, .reason = "it asked to", .move_to = "",
                                                               .seen = s.bench.workspace.ledger.last_about("k3v9x2m7qa").value()})->faults.empty());
  CHECK_FALSE(says(s.read(records), "Harbour Street Catering"));
  CHECK(says(s.read(records), "Llyn Translations"));
  CHECK(json_in(s.read(records + "?count=true")).at("count") == 1);
  CHECK(s.read(records + "/k3v9x2m7qa").status == 404);
}

TEST_CASE("a value that another record has is a fault of the sending, and nothing is called recorded") {
  Systems s;
  const auto text = test::with_change(R"("type": "integer", "constraints": {"minimum": 1)", R"("type": "integer", "constraints": {"unique": true, "minimum": 1)");
  REQUIRE(tasks::define_register(s.bench.workspace, s.council, replace_all(text, R"("version": 1)", R"("version": 2)")));
  s.secret = s.token_for(s.harbour).secret;
  REQUIRE(s.report("a word of hate").status == 201);
  const auto taken = s.report("another word");
  CHECK(taken.status == 422);
  CHECK(json_in(taken).at("errors").at(0).at("field") == "pupils");
}

}  // namespace api_test
}  // namespace makegood::web
