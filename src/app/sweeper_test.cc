// What was begun and not finished, beside a running server: it goes when its time is over, although nobody comes by.
#include "app/sweeper.h"

#include <doctest/doctest.h>

#include "faults/fixture.h"

using namespace makegood;
using namespace std::chrono_literals;

TEST_CASE("a file that waited for a day goes by itself") {
  auto bench = test::Bench::in_memory();
  auto& forms = bench.workspace.forms;
  REQUIRE(forms.keep_file({.id = "old", .register_name = "r", .account = "a", .name = "old.csv", .digest = "", .bytes = "people", .at = bench.clock.seconds - tasks::kFileSeconds, .outcome = {}}));
  REQUIRE(forms.keep_file({.id = "new", .register_name = "r", .account = "a", .name = "new.csv", .digest = "", .bytes = "people", .at = bench.clock.seconds, .outcome = {}}));
  const app::Sweeper sweeper(bench.workspace, 5ms);
  for (int tries = 0; tries < 1000 && forms.file("old", "a"); ++tries) std::this_thread::sleep_for(5ms);
  CHECK_FALSE(forms.file("old", "a"));
  CHECK(forms.file("new", "a"));
}
