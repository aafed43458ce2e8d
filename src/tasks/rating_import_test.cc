// Assessors' words from a table, over the store in memory.
#include "tasks/rating_import.h"

#include <doctest/doctest.h>

#include "framework/fixture.h"
#include "tasks/import.h"
#include "tasks/people_fixture.h"

namespace makegood::tasks {
namespace rating_import_test {

const std::vector<std::string> kHeader = {"Assessor", "Criterion", "Level", "Reasons"};

struct Sheet {
  test::PeopleBench bench;
  const Workspace& w = bench.workspace;
  std::string slug = "ladder-2026";
  Actor coordinator{"equality@aberllyn.example", {{Role::coordinator, "", ""}, {Role::publisher, "", ""}}};

  Sheet() {
    const auto bytes = R"({"framework":)" + framework::write(framework::fixture::ladder()) + "}";
    const auto proposal = propose_import(w, coordinator, {bytes, "framework.json"}, framework::fixture::plan_of_criteria(3), {.slug = slug});
    REQUIRE(proposal);
    REQUIRE(accept_import(w, coordinator, proposal->id, {.release = true}));
  }
  void open() { REQUIRE(open_round(w, coordinator, slug, {.name = "2026", .aim = "achieving"})); }
  Result<RatingImport> bring(std::vector<std::vector<std::string>> rows, bool dry = false, const std::vector<std::string>& header = kHeader) {
    FileTable table{header, {}, {}};
    for (auto& cells : rows) table.rows.push_back({table.rows.size() + 2, std::move(cells)});
    return import_ratings(w, coordinator, slug, table, dry);
  }
  framework::Assessment now() { return see_assessment(w, coordinator, slug)->assessment; }
};

TEST_CASE("a table's words come in as their assessors', and again without harm") {
  Sheet s;
  s.open();
  const std::vector<std::vector<std::string>> rows = {{"Race Council Wales", "1.1", "Achieving", "It is done at both sites"},
                                                      {"Head of Housing", "criterion 1", "developing", "Not at the depot"},
                                                      {"Race Council Wales", "1.2", "Heb ei asesu", "Nobody was asked"},
                                                      {"", "", "", ""}};
  const auto looked = s.bring(rows, true);
  REQUIRE(looked);
  CHECK(looked->fresh == 3);
  CHECK(s.now().ratings.empty());
  CHECK(s.bring(rows)->fresh == 3);
  const auto assessment = s.now();
  REQUIRE(assessment.ratings.size() == 3);
  CHECK(assessment.ratings[0].assessor == "Race Council Wales");
  CHECK(assessment.ratings[2].level == "not-assessed");
  CHECK(framework::standing_of(assessment, "2026", assessment.ratings[0].item).differ);
  const auto again = s.bring(rows);
  CHECK(again->fresh == 0);
  CHECK(again->unchanged == 3);
  CHECK(s.now().ratings.size() == 3);
}

TEST_CASE("a row that is at fault is named, and nothing comes in") {
  Sheet s;
  s.open();
  const auto import = s.bring({{"Race Council Wales", "1.1", "achieving", "Seen"},
                               {"Race Council Wales", "9.9", "splendid", "Seen"},
                               {"", "1.2", "achieving", " "},
                               {"race council wales", "1.1", "developing", "Seen again"}});
  REQUIRE(import);
  const std::vector<std::pair<std::size_t, std::string>> expected = {{3, "criterion"}, {3, "level"}, {4, "assessor"}, {4, "reasons"}, {5, "assessor"}};
  REQUIRE(import->faults.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(import->faults[i].row == expected[i].first);
    CHECK(import->faults[i].column == expected[i].second);
  }
  CHECK(s.now().ratings.empty());
}

TEST_CASE("ratings need a round, their columns and whoever runs the assessment") {
  Sheet s;
  CHECK(s.bring({}).error().fault == Fault::conflict);
  s.open();
  CHECK(s.bring({}, false, {"Criterion", "Level", "Reasons"}).error().message == "there is no column \"assessor\"");
  const Actor panel{"panel@aberllyn.example", {{Role::scrutineer, s.slug, ""}}};
  CHECK(import_ratings(s.w, panel, s.slug, {kHeader, {}, {}}, true).error().fault == Fault::not_allowed);
}

TEST_CASE("what assessors who differ agree is written down by the names that stand in a table") {
  Sheet s;
  s.open();
  const auto agree = [&](std::string criterion, std::string level, std::string reasons) { return agree_by_name(s.w, s.coordinator, s.slug, {std::move(criterion), std::move(level), std::move(reasons)}); };
  CHECK(agree("1.1", "achieving", "After a talk").error().message == "nobody has assessed this criterion yet");
  REQUIRE(s.bring({{"Race Council Wales", "1.1", "Achieving", "At both sites"}, {"Head of Housing", "1.1", "developing", "Not at the depot"}}));
  CHECK(agree("9.9", "achieving", "After a talk").error().where == "criterion");
  CHECK(agree("1.1", "splendid", "After a talk").error().where == "level");
  CHECK(agree("1.1", "achieving", " ").error().where == "reasons");
  CHECK(close_round(s.w, s.coordinator, s.slug).error().fault == Fault::conflict);
  const auto done = agree("criterion 1", "DATBLYGU", "After a talk");
  REQUIRE(done);
  CHECK(done->criterion == "1.1");
  CHECK(done->level == "Developing");
  const auto assessment = s.now();
  CHECK(framework::standing_of(assessment, "2026", assessment.ratings[0].item).level == "developing");
  CHECK(close_round(s.w, s.coordinator, s.slug));
  CHECK(agree("1.1", "achieving", "Too late").error().fault == Fault::conflict);
  const Actor panel{"panel@aberllyn.example", {{Role::scrutineer, s.slug, ""}}};
  CHECK(agree_by_name(s.w, panel, s.slug, {"1.1", "achieving", "We say so"}).error().fault == Fault::not_allowed);
}

}  // namespace rating_import_test
}  // namespace makegood::tasks
