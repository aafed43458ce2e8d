// The web application without sockets: who may see and do what, and what a form does.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <regex>
#include <iterator>

#include "web/site/visitor.h"

using namespace makegood;
using namespace makegood::web;

namespace site_test {

constexpr std::string_view kPlanFile =
    "# Plan of Harbour School\n\n| Action | Owner | By when |\n|---|---|---|\n"
    "| Record every racist incident | Deputy Head | Q4 2025/26 |\n"
    "| Train <b>governors</b> & staff | Chair of Governors | 6 months-1 year |\n";

TEST_CASE("the routes are those of the golden file") {
  const auto listing = router().table().listing();
  if (std::getenv("MAKEGOOD_BLESS") != nullptr) std::ofstream("tests/golden/routes.txt") << listing;
  std::ifstream in("tests/golden/routes.txt");
  CHECK(std::string((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>()) == listing);
}

TEST_CASE("every route but the public ones turns away who is not signed in") {
  Visitor visitor;
  test::adopt_small_plan(visitor.bench, true);
  int guarded = 0;
  for (const auto& row : router().table().rows()) {
    if (row.permission == "public" || row.options.bearer) continue;  // for tokens: api_attack_test.cc
    CAPTURE(row.pattern);
    const auto target = std::regex_replace(replace_all(std::string(row.pattern), "{slug}", "fair-work-plan"), std::regex("\\{[a-z]+\\}"), "x");
    const auto response = row.method == Method::get ? visitor.get(target) : visitor.post(target);
    CHECK((response.status == 303 || response.status == 403));
    if (response.status == 303) CHECK(location(response) == "/sign-in");
    ++guarded;
  }
  CHECK(guarded > 10);
}

TEST_CASE("a private plan is not there for the public, nor its data, items or history") {
  Visitor visitor;
  const auto slug = test::adopt_small_plan(visitor.bench);
  const auto item = visitor.bench.workspace.plans.find(slug, View::live).value()->plan.items[0].id.text;
  const auto base = "/plans/" + slug;
  for (const auto& target : {base, base + ".json", base + ".csv", base + ".xlsx", base + ".docx", base + ".md", base + "/datapackage.json", base + "/history", base + "/history.json",
                             base + "/history.atom", base + "/items/" + item, base + "/items/" + item + ".json"}) {
    CAPTURE(target);
    CHECK(visitor.get(target).status == 404);
  }
  CHECK_FALSE(says(visitor.get("/plans.json"), slug));
  CHECK_FALSE(says(visitor.get("/search?q=pay"), "Publish the pay gap"));
  visitor.sign_in();
  CHECK(visitor.get(base).status == 200);
  CHECK(says(visitor.get("/search?q=pay"), "Publish the"));
}

TEST_CASE("a search finds a plan by its own name too") {
  Visitor visitor;
  test::adopt_small_plan(visitor.bench, true);
  CHECK(says(visitor.get("/search?q=exampleshire+fair"), "href=\"/plans/fair-work-plan\""));
  CHECK_FALSE(says(visitor.get("/search?q=zebra"), "href=\"/plans/fair-work-plan\""));
}

TEST_CASE("a form without its session's token changes nothing") {
  Visitor visitor;
  const auto slug = test::adopt_small_plan(visitor.bench);
  visitor.sign_in();
  visitor.csrf = std::string(64, '0');
  CHECK(visitor.post("/desk/plans/" + slug + "/release").status == 403);
  CHECK_FALSE(visitor.bench.workspace.plans.find(slug, View::released));
}

TEST_CASE("opening a sign-in link does not use it up, pressing its button does, once") {
  Visitor visitor;
  const auto link = "/sign-in/" + tasks::make_sign_in_link(visitor.bench.workspace, tasks::first_coordinator()).value();
  CHECK(visitor.get(link).status == 200);
  CHECK(visitor.get(link).status == 200);
  const auto first = visitor.post(link);
  CHECK(first.status == 303);
  const auto cookie = std::string(first.headers.value("Set-Cookie"));
  CHECK(cookie.find("HttpOnly") != std::string::npos);
  CHECK(cookie.find("SameSite=Lax") != std::string::npos);
  CHECK(visitor.post(link).status == 404);
  CHECK(visitor.get(link).status == 404);
}

TEST_CASE("behind HTTPS the session's cookie is Secure and bound to the host") {
  Visitor visitor;
  visitor.app.settings.behind_https = true;
  const auto link = "/sign-in/" + tasks::make_sign_in_link(visitor.bench.workspace, tasks::first_coordinator()).value();
  const auto cookie = std::string(visitor.post(link).headers.value("Set-Cookie"));
  CHECK(cookie.starts_with("__Host-session="));
  CHECK(cookie.find("Secure") != std::string::npos);
}

TEST_CASE("a document goes from upload to a public plan, and its words are escaped") {
  Visitor visitor;
  visitor.sign_in();
  auto made = visitor.request(Method::post, "/desk/import");
  made.form.add("csrf", visitor.csrf);
  made.files.push_back(upload("plan.md", kPlanFile));
  const auto uploaded = answer(visitor.app, made);
  REQUIRE(uploaded.status == 303);
  const auto review = location(uploaded);
  const auto page = visitor.get(review);
  CHECK(page.status == 200);
  CHECK(says(page, "Record every racist incident"));
  CHECK(page.headers.value("Cache-Control").find("no-store") != std::string::npos);

  const auto accepted = visitor.post(review + "/accept");
  REQUIRE(accepted.status == 303);
  CHECK(location(accepted) == "/desk/plans/plan-of-harbour-school/release");
  CHECK(says(visitor.get(location(accepted)), "Record every racist incident"));
  CHECK(visitor.post(location(accepted)).status == 303);

  visitor.token.clear();
  const auto open = visitor.get("/plans/plan-of-harbour-school");
  CHECK(open.status == 200);
  CHECK(says(open, "&amp; staff"));
  CHECK_FALSE(says(open, "<b>governors"));
  CHECK(visitor.get("/cy/plans/plan-of-harbour-school").status == 200);
  CHECK(says(visitor.get("/plans/plan-of-harbour-school.csv"), "2026-03-31"));
  CHECK(says(visitor.get("/plans/plan-of-harbour-school.md"), "Record every racist incident"));
  CHECK(says(visitor.get("/plans/plan-of-harbour-school/datapackage.json"), "plan-of-harbour-school.csv"));
  for (const auto* office : {".xlsx", ".docx"}) {
    const auto file = visitor.get("/plans/plan-of-harbour-school" + std::string(office));
    CHECK(file.body.starts_with("PK"));
    CHECK(file.headers.value("Content-Disposition").find(office) != std::string::npos);
  }
}

TEST_CASE("an upload that cannot be read is refused on the page, and nothing is kept") {
  Visitor visitor;
  visitor.sign_in();
  for (const std::string bytes : {"", "%PDF-1.7 something", "Just a letter without any promise."}) {
    auto made = visitor.request(Method::post, "/desk/import");
    made.form.add("csrf", visitor.csrf);
    made.files.push_back(upload("letter.docx", bytes));
    const auto response = answer(visitor.app, made);
    CHECK(response.status == 422);
    CHECK(says(response, "govuk-error-summary"));
  }
  auto none = visitor.request(Method::post, "/desk/import");
  none.form.add("csrf", visitor.csrf);
  CHECK(answer(visitor.app, none).status == 422);
  CHECK(visitor.bench.workspace.imports.open_imports().value().empty());
}

TEST_CASE("what cannot be read is one sentence in the error summary of the import page") {
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  std::string locked = ole + std::string(600, '\0');
  for (const char letter : std::string("EncryptedPackage")) locked += std::string{letter, '\0'};
  const auto fails = [](const char* why) { return PdfToJson([why](std::string_view) -> Result<std::string> { return refuse(Fault::unreadable, why); }); };
  struct Row {
    const char* name;
    std::string file, bytes;
    PdfToJson pdf;
    const char* says;
  };
  const std::vector<Row> rows = {
      {"a file of no bytes", "plan.docx", "", {}, "The file is empty"},
      {"a locked workbook", "tracker.xlsx", locked, {}, "The document is password-protected"},
      {"a workbook in the old format", "tracker.xls", ole + std::string(600, '\0'), {}, "in the old format"},
      {"a damaged PDF", "plan.pdf", "%PDF-1.7 cut", fails("this PDF is damaged or cut short"), "This PDF is damaged or cut short"},
      {"a reader that was stopped", "plan.pdf", "%PDF-1.7", fails("reading this PDF took too long and was stopped"), "Reading this PDF took too long and was stopped"},
      {"a reader that answers nonsense", "plan.pdf", "%PDF-1.7", [](std::string_view) -> Result<std::string> { return "{"; }, "PDF"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    Visitor visitor;
    visitor.bench.workspace.pdf = row.pdf;
    visitor.sign_in();
    auto made = visitor.request(Method::post, "/desk/import");
    made.form.add("csrf", visitor.csrf);
    made.files.push_back(upload(row.file, row.bytes));
    const auto response = answer(visitor.app, made);
    CHECK(response.status == 422);
    const auto summary = response.body.substr(std::min(response.body.find("govuk-error-summary"), response.body.size()));
    CHECK(summary.substr(0, summary.find("</ul>")).find(row.says) != std::string::npos);
    CHECK(visitor.bench.workspace.imports.open_imports().value().empty());
  }
}

TEST_CASE("a correction needs a reason, and its old words stay in the public history") {
  Visitor visitor;
  const auto slug = test::adopt_small_plan(visitor.bench, true);
  const auto item = visitor.bench.workspace.plans.find(slug, View::live).value()->plan.items[0].id.text;
  visitor.sign_in();
  const auto form = "/desk/plans/" + slug + "/items/" + item + "/correct";
  CHECK(visitor.get(form).status == 200);
  std::vector<Field> fields = {{"title", "Publish both pay gaps"}, {"ref", "01.05"}, {"kind", "recommendation"},
                               {"owners", "Head of People\nHead of Communications"}, {"timescale", "Q4 2023/24"},
                               {"due-day", "31"}, {"due-month", "3"}, {"due-year", "2024"}};
  const auto theme = visitor.bench.workspace.plans.find(slug, View::live).value()->plan.items[0].theme.text;
  fields.push_back({"theme", theme});
  CHECK(visitor.post(form, fields).status == 422);
  fields.push_back({"reason", "a line was lost in the reading"});
  const auto done = visitor.post(form, fields);
  CHECK(done.status == 303);
  visitor.token.clear();
  const auto page = visitor.get(location(done));
  CHECK(says(page, "Publish both pay gaps"));
  CHECK(says(page, "Publish the pay gap by ethnic group"));
  CHECK(says(page, "a line was lost in the reading"));
}

TEST_CASE("an address that is not there gives the page, in the visitor's language") {
  Visitor visitor;
  CHECK(visitor.get("/nowhere").status == 404);
  CHECK(says(visitor.get("/nowhere"), "<html"));
  CHECK(says(visitor.get("/cy/nowhere"), "lang=\"cy\""));
  CHECK(visitor.get("/plans/no-such-plan").status == 404);
}

TEST_CASE("a private form is turned away before its body is read") {
  Visitor visitor;
  auto head = visitor.request(Method::post, "/desk/import");
  CHECK(policy(visitor.app, head).answer_now.has_value());
  head.cookies.add("session", "anything");
  CHECK_FALSE(policy(visitor.app, head).answer_now.has_value());
  CHECK(policy(visitor.app, head).max_body >= kUploadBytes);
}

}  // namespace site_test
