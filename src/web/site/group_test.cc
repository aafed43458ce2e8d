// Groups in the browser's terms.

#include "registers/group_fixture.h"
#include "tasks/records.h"
#include "tasks/registers.h"
#include "web/site/html_forms.h"
#include "web/site/visitor.h"

namespace makegood::web {
namespace group_test {

using access::Role;
using tasks::Actor;

struct Panel : Visitor {
  Actor council{"equality", {{Role::coordinator, "", ""}}}, scrutineer{"panel", {{Role::scrutineer, "", ""}}};
  Panel() {
    REQUIRE(tasks::define_register(bench.workspace, council, test::kPanels));
    REQUIRE(tasks::define_register(bench.workspace, council, test::kSeats));
    REQUIRE(tasks::define_register(bench.workspace, council, test::kPapers));
    add("panels", {{"short", "PANEL"}, {"called", "Scrutiny panel"}, {"places", "4"}, {"must_have", "health;police"}});
    sits("M1", "health");
    sits("M2", "business");
  }
  RecordId add(const std::string& name, const Answers& answers) { return tasks::submit_record(bench.workspace, &council, {name, answers, ""}).value().id; }
  void sits(const std::string& number, const std::string& trade) {
    const auto id = add("seats", {{"panel", "PANEL"}, {"number", number}, {"kind", "community"}, {"trade", trade}, {"begins", "2023-05-01"}, {"mail", lower(number) + "@aberllyn.example"}});
    REQUIRE(tasks::change_record(bench.workspace, council, {.id = id, .answers = {}, .reason = "", .move_to = "serving", .seen = bench.workspace.registers.record(id)->sequence}));
  }
  Reply circulate(std::vector<Field> fields, const std::string& file = "") {
    auto made = request(Method::post, "/desk/registers/rounds/circulate");
    made.form.add("csrf", csrf);
    for (auto& field : fields) made.form.add(field.name, field.value);
    if (!file.empty()) made.files.push_back(upload("terms.md", file));
    return answer(app, made);
  }
  [[nodiscard]] static std::vector<Field> terms(const std::string& version = "1", const std::string& day = "5") {
    return {{"group", "PANEL"}, {"paper", "Terms & conditions"}, {"version", version}, {"due-day", day}, {"due-month", "7"}, {"due-year", "2023"}, {"posts", ""}, {"note", "Two pages."}, {"once", "k3v9x2m7q" + version}};
  }
  [[nodiscard]] std::string link_to(const std::string& address) const {
    const auto letters = bench.workspace.outbox.list({}, 50).value();
    for (const auto& one : letters)
      if (one.letter.to == address) {
        const auto text = bench.workspace.outbox.find(one.id)->letter.text;
        return text.substr(text.find("/agree/"), 71);
      }
    FAIL("no letter");
    return {};
  }
};

TEST_CASE("who sits on a group is shown for the day that is asked, today when none is") {
  Panel p;
  p.sign_in(p.council);
  CHECK(says(p.get("/desk/registers/seats"), "/desk/registers/seats/composition"));
  const auto today = p.get("/desk/registers/seats/composition");
  CHECK(says(today, "PANEL: Scrutiny panel had 2 members on 14 June 2023. 2 of 4 seats are empty."));
  CHECK(says(today, "Nobody"));
  CHECK_FALSE(says(today, "m1@aberllyn.example"));
  const auto before = p.get("/desk/registers/seats/composition?group=PANEL&on-day=30&on-month=4&on-year=2023");
  CHECK(says(before, "had no members on 30 April 2023"));
  const auto never = p.get("/desk/registers/seats/composition?group=PANEL&on-day=31&on-month=4&on-year=2023");
  CHECK(never.status == 422);
  CHECK(says(never, "value=\"31\""));  // what was typed stays
  CHECK(says(never, "href=\"#on-day\""));
  const auto file = p.get("/desk/registers/seats/composition.csv?group=PANEL&on=2023-05-01");
  CHECK(says(file, "members,,PANEL,2023-05-01,2\n"));
  CHECK(says(file, "missing,trade,police,Police,0\n"));
  CHECK(std::string(file.headers.value("Cache-Control")).find("no-store") != std::string::npos);
  CHECK(p.get("/desk/registers/seats/composition.csv?on=yesterday").status == 422);
  CHECK(p.get("/desk/registers/seats/composition?group=NONE").status == 404);
  CHECK(p.get("/desk/registers/panels/composition").status == 422);
}

TEST_CASE("who sits on a group is for nobody who may not see the members") {
  Panel p;
  CHECK(p.get("/desk/registers/seats/composition").status == 303);
  CHECK(p.get("/desk/registers/seats/composition.csv").status == 303);
  p.sign_in(p.scrutineer);
  CHECK(p.get("/desk/registers/seats/composition").status == 403);
  CHECK(p.get("/desk/registers/seats/composition.csv").status == 403);
}

TEST_CASE("all that a round lacks is said at once, each with a link to its field") {
  Panel p;
  p.sign_in(p.council);
  const auto refused = p.circulate({{"group", ""}, {"paper", " "}, {"version", ""}, {"posts", ""}, {"note", "Two pages."}, {"once", "k3v9x2m7q1"}});
  CHECK(refused.status == 422);
  for (const auto* field : {"#group", "#paper", "#version", "#due-day"}) CHECK(says(refused, "<a href=\"" + std::string(field) + "\">"));
  CHECK(says(refused, "Two pages."));
}

TEST_CASE("a paper goes round by a form, is answered by links, and its page says who agrees") {
  Panel p;
  p.sign_in(p.council);
  CHECK(says(p.get("/desk/registers/rounds"), "/desk/registers/rounds/papers"));
  CHECK(says(p.get("/desk/registers/rounds/papers"), "No paper has gone round yet"));
  CHECK(says(p.get("/desk/registers/rounds/circulate"), "multipart/form-data"));
  const auto sent = p.circulate(p.terms(), "# Terms\n");
  REQUIRE(sent.status == 303);
  CHECK(location(sent) == "/desk/registers/rounds/papers?group=PANEL&paper=Terms%20%26%20conditions");
  CHECK(location(p.circulate(p.terms(), "# Terms\n")) == location(sent));  // pressed twice
  const auto asked = p.get(location(sent));
  CHECK(says(asked, "0 of 2 agree to version 1. 2 have not answered yet; answers are due by 5 July 2023."));

  const auto link = p.link_to("m1@aberllyn.example");
  p.token.clear();
  const auto form = p.get(link);
  CHECK(says(form, "Do you agree to “Terms &amp; conditions”, version 1?"));
  CHECK(says(form, "terms.md"));
  CHECK(std::string(form.headers.value("Cache-Control")).find("no-store") != std::string::npos);
  const auto file = p.get(link + "/file");
  CHECK(file.body == "# Terms\n");
  CHECK(std::string(file.headers.value("Content-Disposition")).find("attachment") != std::string::npos);
  const auto unsaid = p.post(link, {{"answer", ""}, {"comment", "I have a question"}});
  CHECK(unsaid.status == 422);
  CHECK(says(unsaid, "href=\"#answer\""));
  CHECK(says(unsaid, "I have a question"));  // what was typed stays
  CHECK(says(p.post(link, {{"answer", "no"}, {"comment", " "}}), "href=\"#comment\""));
  const auto done = p.post(link, {{"answer", "yes-but"}, {"comment", "Say <who> speaks"}});
  REQUIRE(done.status == 303);
  CHECK(says(p.get(location(done)), "Your answer has been sent"));
  CHECK_FALSE(says(p.get(link), "Your answer has been sent"));
  CHECK(says(p.get("/cy" + link), "Eich ateb"));

  p.sign_in(p.scrutineer);
  const auto standing = p.get(location(sent));
  CHECK(says(standing, "1 of 2 agree to version 1."));
  CHECK(says(standing, "Say &lt;who&gt; speaks"));
  CHECK(says(standing, "No answer"));
  CHECK_FALSE(says(standing, "Remind"));
  CHECK_FALSE(says(standing, "m1@aberllyn.example"));
  CHECK(p.get("/desk/registers/rounds/circulate").status == 403);
  CHECK(p.circulate(p.terms("2")).status == 403);

  p.sign_in(p.council);
  const auto path = "/desk/registers/rounds/papers";
  CHECK(says(p.post(path, {{"group", "PANEL"}, {"paper", "Terms & conditions"}}), "1 letter is on its way."));
  REQUIRE(p.circulate(p.terms("2")).status == 303);
  CHECK(says(p.get(location(sent)), "0 of 2 agree to version 2."));
  CHECK(says(p.get(location(sent)), "Version 1, which was replaced."));
  p.token.clear();
  const auto gone = p.get(link);
  CHECK(gone.status == 410);
  CHECK(says(gone, "A newer version of this paper has gone round since"));
  CHECK(p.post(link, {{"answer", "yes"}}).status == 410);
  CHECK(p.get("/agree/" + std::string(64, 'a')).status == 404);
  CHECK(p.get(link + "/file").status == 410);
}

TEST_CASE("what is wrong with a round is said beside its field, and everything typed stays") {
  Panel p;
  p.sign_in(p.council);
  auto fields = p.terms();
  fields[3].value = "31";
  fields[4].value = "6";
  const auto never = p.circulate(fields);
  CHECK(never.status == 422);
  CHECK(says(never, "href=\"#due-day\""));
  CHECK(says(never, "Two pages."));
  const auto past = p.circulate([&] { auto f = p.terms(); f[4].value = "5"; return f; }());
  CHECK(past.status == 422);
  CHECK(says(past, "href=\"#due-day\""));
  auto posts = p.terms();
  posts[6].value = "Head of Nothing";
  CHECK(says(p.circulate(posts), "href=\"#posts\""));
  CHECK(p.get("/desk/registers/seats/papers").status == 422);
  CHECK(p.get("/desk/registers/rounds/papers?group=PANEL&paper=Nothing").status == 404);
}

TEST_CASE("the file of a paper goes to those who see its record, and is no file of another record") {
  Panel p;
  p.sign_in(p.council);
  REQUIRE(p.circulate(p.terms(), "# Terms\n").status == 303);
  const auto record = tasks::list_records(p.bench.workspace, p.council, {.register_name = "rounds"})->records.at(0).id.text;
  CHECK(p.get("/desk/registers/rounds/records/" + record + "/paper").body == "# Terms\n");
  CHECK(p.get("/desk/registers/seats/records/" + record + "/paper").status == 404);
  const auto other = tasks::list_records(p.bench.workspace, p.council, {.register_name = "panels"})->records.at(0).id.text;
  CHECK(p.get("/desk/registers/panels/records/" + other + "/paper").status == 404);
  p.sign_in({"analyst", {{Role::analyst, "", ""}}});
  CHECK(p.get("/desk/registers/rounds/records/" + record + "/paper").status == 404);
}

TEST_CASE("a pack is frozen by a form, and comes in every format to those who may read it") {
  Panel p;
  REQUIRE(tasks::define_register(p.bench.workspace, p.council, test::kTalks));
  const auto record = p.add("talks", {{"ref", "S1"}, {"panel", "PANEL"}, {"on", "2023-07-01"}, {"topic", "Lamps"}}).text;
  const auto path = "/desk/registers/talks/records/" + record + "/packs";
  p.sign_in(p.council);
  CHECK(says(p.get("/desk/registers/talks/records/" + record), path));
  CHECK(says(p.get(path), "No pack has been frozen yet."));
  const auto never = p.post(path, {{"as_at-day", "31"}, {"as_at-month", "4"}, {"as_at-year", "2023"}});
  CHECK(never.status == 422);
  CHECK(says(never, "href=\"#as_at-day\""));
  CHECK(says(never, "value=\"31\""));
  CHECK(p.post(path, {{"as_at-day", "15"}, {"as_at-month", "6"}, {"as_at-year", "2023"}}).status == 422);  // tomorrow
  REQUIRE(p.post(path, {{"as_at-day", "14"}, {"as_at-month", "6"}, {"as_at-year", "2023"}}).status == 303);
  const auto shown = p.get(path).body;
  const auto at = shown.find(path + "/");
  REQUIRE(at != std::string::npos);
  const auto file = shown.substr(at, shown.find(".docx", at) - at);
  for (const auto* ending : {".docx", ".xlsx", ".html", ".md"}) CHECK(p.get(file + ending).status == 200);
  CHECK(says(p.get(file + ".md"), "Lamps"));
  CHECK(says(p.get("/cy" + file + ".md"), "Pwnc"));
  CHECK(p.get(path + "/0.md").status == 404);
  CHECK(p.get(path + "/x.md").status == 404);
  CHECK(p.get("/desk/registers/seats/records/" + record + "/packs").status == 404);
  p.sign_in(p.scrutineer);  // may see the talk, and not its members
  CHECK(says(p.get(path), "1 pack is not shown"));
  CHECK(p.get(file + ".md").status == 404);
  CHECK(p.post(path, {{"as_at-day", "14"}, {"as_at-month", "6"}, {"as_at-year", "2023"}}).status != 303);
}

}  // namespace group_test
}  // namespace makegood::web
