// Answers by spreadsheet, from the owner's link and from the desk: get it, fill it in, send it back, and what then stands.

#include <doctest/doctest.h>

#include "formats/formats.h"
#include "tasks/ask.h"
#include "tasks/ask_fixture.h"
#include "tasks/sheet_fixture.h"
#include "web/site/html_forms.h"
#include "web/site/app.h"
#include "web/site/visitor.h"

using namespace makegood;
using namespace makegood::web;
using Page = web::Response;

namespace sheet_test {

const auto kCoordinator = tasks::first_coordinator();

struct Sheets {
  test::AskBench b;
  tasks::Workspace w = test::with(b.bench.workspace, b.people, b.bench.workspace.progress);
  App app{w, {}};
  std::string link, session, csrf;

  Sheets() {
    b.set_day("2023-04-01");
    REQUIRE(tasks::ask_for_updates(w, kCoordinator, {b.slug}));
    link = "/reply/" + b.token_to("people@exampleshire.example");
  }

  [[nodiscard]] web::Request request(Method method, std::string_view target) const {
    web::Request made;
    made.method = method;
    made.target = parse_target(target).value();
    if (!session.empty()) made.cookies.add("session", session);
    if (!csrf.empty() && method == Method::post) made.form.add("csrf", csrf);
    return made;
  }
  Page get(std::string_view target) { return answer(app, request(Method::get, target)); }
  Page post(std::string_view target) { return answer(app, request(Method::post, target)); }
  Page give(std::string_view target, std::string_view bytes) {
    auto made = request(Method::post, target);
    auto spool = std::make_shared<Spool>();
    REQUIRE(spool->append(bytes));
    made.files.push_back({"sheet", "back.xlsx", "application/octet-stream", spool});
    return answer(app, made);
  }
  void sign_in(const tasks::Actor& actor = kCoordinator) {
    const auto in = tasks::sign_in(w, tasks::make_sign_in_link(w, actor).value()).value();
    session = in.token;
    csrf = in.session.csrf;
  }
  /// What was downloaded, as the sheet that it was sent as.
  OwnerSheet sent(const Page& page) {
    const auto tokens = sheet_tokens(read_document(page.bytes(), "sheet.xlsx").value());
    REQUIRE(tokens.size() == 1);
    return **w.sheets.sent_as(tokens[0]);
  }
  std::vector<Update> updates() { return w.progress.of_plan(b.slug).value()->updates; }
};


TEST_CASE("an owner gets a workbook by the link, sends it back, checks and sends") {
  Sheets s;
  CHECK(says(s.get(s.link), "Answer in a spreadsheet instead"));
  const auto got = s.get(s.link + "/sheet");
  CHECK(got.status == 200);
  CHECK(got.headers.value("Content-Disposition").find("updates-2023-04-01.xlsx") != std::string::npos);
  CHECK(got.headers.value("Cache-Control") == "no-store");
  const auto sheet = s.sent(got);
  const auto back = test::sheet_with(sheet, {{0, AnswerColumn::claim, "At risk"},
                                             {0, AnswerColumn::narrative, "The tender came back <empty>."},
                                             {0, AnswerColumn::evidence_text, "The advertisement"},
                                             {0, AnswerColumn::evidence_link, "https://exampleshire.example/tender"}});
  const auto taken = s.give(s.link + "/sheet", back);
  CHECK(taken.status == 303);
  CHECK(location(taken) == s.link + "/check");
  CHECK(s.updates().empty());
  const auto check = s.get(location(taken));
  CHECK(says(check, "The tender came back &lt;empty&gt;."));
  CHECK(says(check, "The advertisement"));
  CHECK(s.post(s.link + "/send").status == 303);
  REQUIRE(s.updates().size() == 1);
  CHECK(s.updates()[0].claim == Claim::at_risk);
  CHECK(s.updates()[0].speaker == Speaker::owner);

  const auto again = s.give(s.link + "/sheet", back);  // the same file once more
  CHECK(again.status == 422);
  CHECK(says(again, "One row says what was recorded already."));
  CHECK(s.post(s.link + "/send").status == 303);
  CHECK(s.updates().size() == 1);
  CHECK(s.updates()[0].versions == 1);
}

TEST_CASE("bad rows are named by row and column, and the good ones are kept") {
  Sheets s;
  const auto sheet = s.sent(s.get(s.link + "/sheet"));
  const auto back = test::sheet_with(sheet, {{0, AnswerColumn::claim, "Complete"}, {1, AnswerColumn::claim, "Nearly <b>there</b>"}});
  const auto taken = s.give(s.link + "/sheet", back);
  CHECK(taken.status == 422);
  CHECK(says(taken, "Row 7, column G (“Where it stands now”)"));
  CHECK(says(taken, "“Nearly &lt;b&gt;there&lt;/b&gt;” is not one of the answers in the list."));
  CHECK(says(taken, "One answer is kept, but not sent yet."));
  CHECK(says(s.get(s.link + "/check"), "Complete"));
  CHECK(s.post(s.link + "/send").status == 303);
  CHECK(s.updates().size() == 1);
  CHECK(says(s.give("/cy" + s.link + "/sheet", back), "Rhes 7, colofn G"));
}

TEST_CASE("a workbook that is none is one clear line, and changes nothing") {
  Sheets s;
  struct Case {
    const char* what;
    std::string bytes;
    int status;
    const char* line;
  };
  const std::vector<Case> cases = {
      {"a page of HTML", "<html><script>alert(1)</script></html>", 422, "This is no workbook: send back the Excel file that you got"},
      {"a damaged archive", std::string("PK\x03\x04") + std::string(400, '\0'), 422, ""},
      {"more than a sheet has", std::string(tasks::kLargestSheet + 1, 'x'), 413, ""},
  };
  for (const auto& c : cases) {
    CAPTURE(std::string(c.what));
    const auto refused = s.give(s.link + "/sheet", c.bytes);
    CHECK(refused.status == c.status);
    CHECK(says(refused, "There is a problem"));
    CHECK(says(refused, c.line));
    CHECK_FALSE(says(refused, "<script>alert"));
  }
  CHECK(s.post(s.link + "/sheet").status == 422);
  CHECK(says(s.post(s.link + "/sheet"), "Choose the spreadsheet that you filled in</"));
  CHECK(s.get("/reply/" + std::string(64, 'a') + "/sheet").status == 404);
  CHECK(s.give("/reply/" + std::string(64, 'a') + "/sheet", "x").status == 404);
  CHECK(s.updates().empty());
}

TEST_CASE("what was added to the form stays when a sheet comes in") {
  Sheets s;
  const auto item = s.w.plans.find(s.b.slug, View::live).value()->plan.items[0].id.text;
  auto typed = s.request(Method::post, s.link);
  for (const auto& [name, value] : {std::pair{"-claim", "on_track"}, {"-figure", "47 per cent"}, {"-source", "Staff survey"}}) typed.form.add(item + name, value);
  typed.form.add("action", "save");
  REQUIRE(answer(s.app, typed).status == 303);
  const auto back = test::sheet_with(s.sent(s.get(s.link + "/sheet")), {{0, AnswerColumn::claim, "At risk"}, {0, AnswerColumn::evidence_link, "https://exampleshire.example/a"}});
  REQUIRE(s.give(s.link + "/sheet", back).status == 303);
  REQUIRE(s.give(s.link + "/sheet", back).status == 303);  // twice adds nothing twice
  REQUIRE(s.post(s.link + "/send").status == 303);
  REQUIRE(s.updates().size() == 1);
  CHECK(s.updates()[0].claim == Claim::at_risk);
  REQUIRE(s.updates()[0].evidence.size() == 2);
  CHECK(s.updates()[0].evidence[0].text == "47 per cent");
}

TEST_CASE("the coordinator sends an organisation its items and sees what came back before it is recorded") {
  Sheets s;
  CHECK(s.get("/desk/sheets").status == 303);  // not signed in
  s.sign_in();
  const auto desk = s.get("/desk/sheets");
  CHECK(says(desk, "/desk/owners/organisations/council/sheet"));
  CHECK(says(desk, "/desk/owners/people/sheet"));
  CHECK(says(s.get("/desk/owners/people"), "Its open items as an Excel file"));
  const auto sheet = s.sent(s.get("/desk/owners/organisations/council/sheet"));
  CHECK(sheet.lines == s.sent(s.get("/desk/owners/people/sheet")).lines);
  const auto back = test::sheet_with(sheet, {{0, AnswerColumn::claim, "Off track"},
                                             {0, AnswerColumn::narrative, "Two <posts> are empty."},
                                             {1, AnswerColumn::claim, "Dropped"}});
  const auto taken = s.give("/desk/sheets", back);
  REQUIRE(taken.status == 303);
  const auto look = s.get(location(taken));
  CHECK(look.status == 200);
  CHECK(says(look, "One row can be recorded; one is refused."));
  CHECK(says(look, "Two &lt;posts&gt; are empty."));
  CHECK(says(look, "Row 7, column J (“Why it moved, paused or was dropped”)"));
  CHECK(s.updates().empty());
  const auto accepted = s.post(location(taken) + "/accept");
  REQUIRE(accepted.status == 303);
  CHECK(says(s.get(location(accepted)), "One answer was recorded."));
  REQUIRE(s.updates().size() == 1);
  CHECK(s.updates()[0].speaker == Speaker::on_behalf);
  CHECK(s.updates()[0].voice.post_words == "Head of People, Exampleshire Council");
  CHECK(s.post(location(taken) + "/accept").status == 303);  // pressed twice
  CHECK(s.updates().size() == 1);
  CHECK(says(s.get(location(s.give("/desk/sheets", back))), "No row can be recorded; one is refused."));
}

TEST_CASE("one coordinator does not see what came back to another, and bad files are named on the desk") {
  Sheets s;
  s.sign_in();
  const auto back = test::sheet_with(s.sent(s.get("/desk/owners/people/sheet")), {{0, AnswerColumn::claim, "Complete"}});
  const auto mine = location(s.give("/desk/sheets", back));
  s.sign_in({"other@exampleshire.example", {{access::Role::coordinator, "", ""}}});
  CHECK(s.get(mine).status == 404);
  CHECK(s.post(mine + "/accept").status == 404);
  CHECK(s.give("/desk/sheets", "no workbook").status == 422);
  CHECK(s.post("/desk/sheets").status == 422);
  s.sign_in({"owner@exampleshire.example", {{access::Role::owner, "", ""}}});
  CHECK(s.get("/desk/sheets").status == 403);
  CHECK(s.give("/desk/sheets", back).status == 403);
  CHECK(s.updates().empty());
}

}  // namespace sheet_test
