// The review page's further doors: columns, the document itself, items more and less, the plan's title.
#include "web/site/visitor.h"

using namespace makegood;
using namespace makegood::web;

namespace source_test {

constexpr std::string_view kFile =
    "# Plan of Harbour School\n\n## Staff\n\n| Action | Lead | Contact | By when |\n|---|---|---|---|\n"
    "| Record every racist incident | Deputy Head | Office Manager | March 2027 |\n"
    "| Train <b>governors</b> & staff | Chair of Governors | Deputy Head | 6 months-1 year |\n\n"
    "| Resource | Budget |\n|---|---|\n| Mentors for every pupil | small |\n";

struct Desk : Visitor {
  std::string review;

  Desk() {
    bench.workspace.sources = std::make_shared<tasks::KeptSources>();
    sign_in();
    auto made = request(Method::post, "/desk/import");
    made.form.add("csrf", csrf);
    made.files.push_back(upload("plan.md", kFile));
    review = location(answer(app, made));
  }
  Reply columns(std::vector<std::string> meanings, std::vector<Field> more = {}) {
    std::vector<Field> fields = {{"table", "action | lead | contact | by when"}};
    for (std::size_t n = 0; n < meanings.size(); ++n) fields.push_back({"column-" + std::to_string(n + 1), meanings[n]});
    fields.insert(fields.end(), more.begin(), more.end());
    return post(review + "/columns", fields);
  }
};

TEST_CASE("the review page shows columns, and each item beside its row with the words marked") {
  Desk desk;
  const auto page = desk.get(desk.review);
  CHECK(page.status == 200);
  CHECK(says(page, "Change what a column means"));
  CHECK(says(page, "<option value=\"owner\" selected>"));
  CHECK(says(page, "<mark lang=\"en\">Record every racist incident</mark>"));
  CHECK(says(page, "/source#block-3-row-2\""));
  CHECK(says(page, "<mark lang=\"en\">6 months-1 year</mark>"));
  CHECK_FALSE(says(page, "<b>governors</b>"));
  CHECK_FALSE(says(desk.get(desk.review + "?show=findings"), "<mark lang=\"en\">Record every racist incident</mark>"));
}

TEST_CASE("a column that is given another meaning changes every item, and undo takes it back") {
  Desk desk;
  const auto before = desk.get(desk.review).body;
  const auto done = desk.columns({"title", "partner", "owner", "timescale"});
  CHECK(done.status == 303);
  CHECK(location(done) == desk.review);
  const auto page = desk.get(desk.review);
  CHECK(says(page, "all rows were read again."));
  CHECK(says(page, "There are now 2 items."));
  CHECK(desk.post(desk.review + "/undo").status == 303);
  CHECK(desk.get(desk.review).body == before);
}

TEST_CASE("an edit that has no place any more is named on the page") {
  Desk desk;
  REQUIRE(desk.post(desk.review + "/columns", {{"table", "resource | budget"}, {"column-1", "title"}, {"column-2", "detail"}}).status == 303);
  REQUIRE(desk.post(desk.review + "/items/3", {{"title", "Mentors"}, {"kind", "action"}}).status == 303);
  REQUIRE(desk.post(desk.review + "/columns", {{"table", "resource | budget"}, {"left_out", "yes"}}).status == 303);
  const auto page = desk.get(desk.review);
  CHECK(says(page, "that you had done by hand"));
  CHECK(says(page, "Your edit"));
}

TEST_CASE("readings that cannot be are refused on the page") {
  struct Row {
    std::string what;
    std::vector<std::string> meanings;
    int status;
    std::string sentence;
  };
  const Row rows[] = {
      {"two titles", {"title", "title", "owner", "timescale"}, 422, "Two columns have the same meaning"},
      {"no promise", {"detail", "owner", "owner", "timescale"}, 422, "One column must say what is promised"},
      {"no word", {"title", "boss", "owner", "timescale"}, 422, "does not say what the columns mean"},
  };
  Desk desk;
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const auto page = desk.columns(row.meanings);
    CHECK(page.status == row.status);
    CHECK(says(page, "govuk-error-summary"));
    CHECK(says(page, row.sentence));
  }
  CHECK(desk.columns({"title", "owner", "owner", "timescale"}, {{"left_out", "yes"}}).status == 422);
}

TEST_CASE("the document is shown whole: what became an item, and what became nothing and can be made one") {
  Desk desk;
  const auto page = desk.get(desk.review + "/source");
  CHECK(page.status == 200);
  CHECK(says(page, "id=\"block-3-row-2\""));
  CHECK(says(page, "governors &amp; staff"));
  CHECK(says(page, "Not read as an item"));
  CHECK(says(page, "/items/2\""));
  const auto left = desk.get(desk.review + "/source?show=nothing");
  CHECK(says(left, "Mentors for every pupil"));
  CHECK_FALSE(says(left, "Record every racist incident"));
  const auto added = desk.post(desk.review + "/add", {{"block", "4"}, {"row", "2"}});
  CHECK(added.status == 303);
  CHECK(location(added) == desk.review + "/source#block-4-row-2");
  CHECK(says(desk.get(desk.review), "<mark lang=\"en\">Mentors for every pupil</mark>"));
  CHECK(desk.post(desk.review + "/add", {{"block", "4"}, {"row", "2"}}).status == 409);
  CHECK(desk.post(desk.review + "/add", {{"block", "99"}, {"row", "x"}}).status == 404);
}

TEST_CASE("an item is taken out by hand, the last step says so") {
  Desk desk;
  CHECK(says(desk.get(desk.review + "/items/1"), "Take this item out"));
  CHECK(desk.post(desk.review + "/items/1/remove").status == 303);
  const auto page = desk.get(desk.review);
  CHECK(says(page, "an item was taken out."));
  CHECK_FALSE(says(page, "<mark lang=\"en\">Record every racist incident</mark>"));
  CHECK(desk.get(desk.review + "/items/1").status == 404);
  CHECK(desk.post(desk.review + "/items/2/remove").status == 409);
}

TEST_CASE("title, themes and indicators are edited one at a time") {
  Desk desk;
  CHECK(desk.post(desk.review + "/plan", {{"part", "title"}, {"text", "Harbour School against racism"}}).status == 303);
  CHECK(desk.post(desk.review + "/plan", {{"part", "new_theme"}, {"text", "Governors"}}).status == 303);
  CHECK(desk.post(desk.review + "/plan", {{"part", "new_indicator"}, {"text", "Incidents recorded"}, {"unit", "count"}}).status == 303);
  const auto page = desk.get(desk.review + "/plan");
  for (const auto* words : {"Harbour School against racism", "Governors", "Incidents recorded"}) CHECK(says(page, words));
  const auto twice = desk.post(desk.review + "/plan", {{"part", "new_theme"}, {"text", "governors"}});
  CHECK(twice.status == 409);
  CHECK(says(twice, "href=\"#new_theme-text\""));
  CHECK(desk.post(desk.review + "/plan", {{"part", "indicator"}, {"id", "1"}, {"remove", "yes"}}).status == 303);
  CHECK_FALSE(says(desk.get(desk.review + "/plan"), "Incidents recorded"));
}

TEST_CASE("a document whose bytes are gone is still looked through by the words that were kept") {
  Desk desk;
  auto made = desk.request(Method::get, desk.review);
  const auto& w = desk.bench.workspace;
  const auto import = w.imports.find(tasks::ImportId(desk.review.substr(desk.review.rfind('/') + 1))).value();
  const auto payload = w.ledger.entry(1)->payload;
  REQUIRE(w.ledger.erase({1, "system", "asked for", "2023-06-14T09:30:00Z", payload, import.summary.document.digest}));
  const auto page = desk.get(desk.review);
  CHECK(page.status == 200);
  CHECK(says(page, "Record every racist incident"));
  CHECK_FALSE(says(page, "Change what a column means"));
  CHECK(desk.get(desk.review + "/source").status == 404);
}

}  // namespace source_test
