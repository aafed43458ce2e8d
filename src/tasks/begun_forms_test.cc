// Forms that were begun, over the store in memory.
#include "tasks/begun_forms.h"

#include <doctest/doctest.h>

#include "faults/fixture.h"
#include "registers/fixture.h"
#include "tasks/records.h"
#include "tasks/registers.h"
#include "tasks/token.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::Bench;

namespace begun_forms_test {

const Actor kCouncil{"equality", {{Role::coordinator, "", ""}}};
const Actor kSchool{"harbour-hill", {{Role::contributor, "", "Harbour Hill"}}};
const std::string kHolder = holder_of_account("harbour-hill");

BegunForm form(std::string once, std::string holder = kHolder) {
  return {.holder = std::move(holder), .once = std::move(once), .register_name = "incidents", .version = 1,
          .answers = {{"school", "Harbour Hill"}, {"happened_on", "31/2/2023"}}, .step = "where", .saved = 0};
}

struct Opened {
  Bench bench = Bench::in_memory();
  Workspace& w = bench.workspace;
  Opened() {
    REQUIRE(define_register(w, kCouncil, test::kRegister));
    REQUIRE(open_register(w, kCouncil, {"incidents", "Data protection officer", "DPIA-1", *Day::parse("2023-06-01")}));
  }
};

TEST_CASE("a form is kept as it was typed, faults and all, and a newer one takes its place") {
  Opened o;
  REQUIRE(save_form(o.w, form("k3v9x2m7qa")));
  auto newer = form("k3v9x2m7qa");
  newer.answers["kind"] = "verbal";
  newer.step = "what";
  REQUIRE(save_form(o.w, newer));
  const auto kept = begun_forms(o.w, kHolder, "incidents");
  REQUIRE(kept);
  REQUIRE(kept->size() == 1);
  CHECK(kept->front().answers == newer.answers);
  CHECK(kept->front().step == "what");
  CHECK(begun_forms(o.w, holder_of_account("somebody else"), "incidents")->empty());
  CHECK(begun_forms(o.w, kHolder, "others")->empty());
  CHECK(o.w.ledger.about("k3v9x2m7qa")->empty());
  CHECK_FALSE(save_form(o.w, form("")));
}

TEST_CASE("a form is kept for 28 days after it was last touched, and then gone") {
  Opened o;
  REQUIRE(save_form(o.w, form("k3v9x2m7qa")));
  o.bench.clock.seconds += kFormSeconds - 1;
  CHECK(find_form(o.w, kHolder, "incidents", "k3v9x2m7qa"));
  o.bench.clock.seconds += 1;
  CHECK(find_form(o.w, kHolder, "incidents", "k3v9x2m7qa").error().fault == Fault::not_found);
  REQUIRE(save_form(o.w, form("another0id")));  // whoever comes next sweeps
  CHECK(o.w.forms.begun(kHolder)->size() == 1);
}

TEST_CASE("a form that was sent is no longer kept, and nobody else's goes with it") {
  Opened o;
  REQUIRE(save_form(o.w, form("k3v9x2m7qa")));
  REQUIRE(save_form(o.w, form("k3v9x2m7qa", holder_of_form_link("token"))));
  const Submission submission{.register_name = "incidents", .answers = {{"school", "Harbour Hill"}, {"happened_on", "2023-06-01"}, {"kind", "physical"}},
                              .once = "k3v9x2m7qa", .holder = kHolder};
  REQUIRE(submit_record(o.w, &kSchool, submission)->faults.empty());
  CHECK(begun_forms(o.w, kHolder, "incidents")->empty());
  CHECK(begun_forms(o.w, holder_of_form_link("token"), "incidents")->size() == 1);
}

TEST_CASE("what is kept for a link is found by its token alone") {
  Opened o;
  const auto token = make_token(o.w.random);
  const auto holder = holder_of_form_link(token);
  CHECK(holder.find(token) == std::string::npos);
  REQUIRE(save_form(o.w, form("k3v9x2m7qa", holder)));
  CHECK(find_form(o.w, holder, "incidents", ""));
  CHECK_FALSE(find_form(o.w, holder_of_form_link(make_token(o.w.random)), "incidents", ""));
}

TEST_CASE("the register as it was is read from the ledger, and says what changed for a form") {
  Opened o;
  auto text = test::with_change("\"version\": 1", "\"version\": 2");
  text.replace(text.find("How many pupils"), 15, "Number of pupils");
  const auto pupils = text.find("{\"name\": \"pupils\"");
  text.erase(pupils, text.find("{\"name\": \"ethnicity\"") - pupils);
  REQUIRE(define_register(o.w, kCouncil, text));
  const auto now = o.w.registers.find("incidents").value();
  CHECK(definition_in_version(o.w, "incidents", 1)->field("pupils") != nullptr);
  CHECK(definition_in_version(o.w, "incidents", 2)->field("pupils") == nullptr);
  CHECK_FALSE(definition_in_version(o.w, "incidents", 7));
  const Answers typed{{"school", "Harbour Hill"}, {"pupils", "3"}};
  CHECK(upgrade_for(o.w, now->definition, 1, typed).gone.at(0).title.en == "How many pupils");
  CHECK(upgrade_for(o.w, now->definition, 2, typed).empty());
}

}  // namespace begun_forms_test
