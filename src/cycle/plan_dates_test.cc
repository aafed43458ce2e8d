// The days of a plan: due dates, milestones, reviews.
#include "cycle/plan_dates.h"

#include <doctest/doctest.h>

using namespace makegood;

namespace plan_dates_test {

Item item(std::string id, std::string_view timescale) {
  Item made;
  made.id = ItemId(std::move(id));
  made.timescale_raw = timescale;
  made.timescale = read_timescale(timescale);
  made.last_word = Day::parse("2023-01-10").value();
  return made;
}

std::string in_words(const std::vector<PlanDate>& dates) {
  std::string said;
  for (const auto& date : dates) said += date.uid() + " " + date.day.iso() + "\n";
  return said;
}

TEST_CASE("each date of a plan once, by day") {
  Plan plan;
  plan.items = {item("a", "31 December 2023"), item("b", "June 2023, June 2024"), item("c", "Ongoing"), item("d", "quarterly"),
                item("e", "TBC"), item("f", "March 2023"), item("g", "May 2023")};
  plan.items[5].response = Response::accepted_and_completed;
  plan.items[6].absent = true;
  CHECK(in_words(dates_of(plan, Day::parse("2023-02-01").value())) ==
        "d-review 2023-04-10\n"
        "b-milestone-1 2023-06-30\n"
        "c-review 2023-07-10\n"
        "a-due 2023-12-31\n"
        "b-due 2024-06-30\n");
}

}  // namespace plan_dates_test
