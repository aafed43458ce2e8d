// A form that lay open while its register changed.
#include "registers/form_upgrade.h"

#include <doctest/doctest.h>

#include "registers/fixture.h"

using namespace makegood;

namespace form_upgrade_test {

Definition changed(std::string_view from, std::string_view to) {
  auto read = read_definition(test::with_change(from, to));
  REQUIRE(read.faults.empty());
  return std::move(read.definition);
}

const std::string kPupils = R"({"name": "pupils", "title": "How many pupils", "type": "integer", "constraints": {"minimum": 1, "maximum": 50},
   "makegood": {"page": "what"}},)";
const Answers kTyped{{"school", "Harbour Hill"}, {"kind", "verbal"}, {"words", "a word of hate"}, {"pupils", "40"}};

TEST_CASE("a question that is gone is named by its title, with what was typed") {
  const auto before = test::incidents(), after = changed(kPupils, "");
  const auto upgrade = upgrade_of(&before, after, kTyped);
  REQUIRE(upgrade.gone.size() == 1);
  CHECK(upgrade.gone[0].title.en == "How many pupils");
  CHECK(upgrade.gone[0].value == "40");
  CHECK(upgrade.fresh.empty());
  CHECK(upgrade.misfits.empty());
}

TEST_CASE("where the earlier version is not known, a name stands for the title and nothing is called new") {
  const auto upgrade = upgrade_of(nullptr, changed(kPupils, ""), kTyped);
  REQUIRE(upgrade.gone.size() == 1);
  CHECK(upgrade.gone[0].title.en == "pupils");
  CHECK(upgrade.fresh.empty());
}

TEST_CASE("a new question is named, and an answer that fits no more is told") {
  const auto before = test::incidents();
  const auto fresh = changed(kPupils, kPupils + R"({"name": "place", "title": "Where", "type": "string", "makegood": {"page": "what"}},)");
  CHECK(upgrade_of(&before, fresh, kTyped).fresh == std::vector<std::string>{"place"});
  const auto stricter = changed(R"("maximum": 50)", R"("maximum": 30)");
  const auto upgrade = upgrade_of(&before, stricter, kTyped);
  REQUIRE(upgrade.misfits.size() == 1);
  CHECK(upgrade.misfits[0].field == "pupils");
}

TEST_CASE("what was wrong before is no news, and the same form has none") {
  const auto before = test::incidents();
  auto typed = kTyped;
  typed["pupils"] = "many";
  CHECK(upgrade_of(&before, changed(R"("maximum": 50)", R"("maximum": 30)"), typed).misfits.empty());
  CHECK(upgrade_of(&before, before, kTyped).empty());
}

}  // namespace form_upgrade_test
