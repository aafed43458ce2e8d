// What counts as an answer.
#include "cycle/request.h"

#include <doctest/doctest.h>

using namespace makegood;

namespace request_test {

Day day(std::string_view iso) { return Day::parse(iso).value(); }

Request request() {
  Request made;
  made.id = RequestId("r1");
  made.person = PersonId("h");
  made.asked = made.last_letter = day("2023-04-01");
  made.items = {{ItemId("1"), Part::accountable, "Head of Housing", PostId("housing"), false},
                {ItemId("2"), Part::accountable, "Head of Housing", PostId("housing"), false}};
  return made;
}

Update update(std::string item, std::string_view on) {
  Update made;
  made.item = ItemId(std::move(item));
  made.day = day(on);
  return made;
}

TEST_CASE("an answer is an update of the item that answers the request or comes from the same voice since") {
  struct Row {
    std::string what;
    Update update;
    bool answered;
  };
  auto by_link = update("1", "2023-04-02");
  by_link.request = "r1";
  auto returned = by_link;
  returned.state = UpdateState::returned;
  auto no_change = by_link;
  no_change.no_change = true;
  auto by_person = update("1", "2023-04-01");
  by_person.voice.person = PersonId("h");
  auto before = by_person;
  before.day = day("2023-03-31");
  auto by_post = update("1", "2023-04-20");
  by_post.voice.post = PostId("housing");
  auto by_other = update("1", "2023-04-20");
  by_other.voice.person = PersonId("p");
  auto other_item = by_link;
  other_item.item = ItemId("9");
  const Row rows[] = {
      {"by the link", by_link, true},
      {"no change is an answer", no_change, true},
      {"sent back with a question", returned, false},
      {"by the same person on the day, without the link", by_person, true},
      {"by the same person the day before", before, false},
      {"written down for the post", by_post, true},
      {"by somebody else", by_other, false},
      {"of another item", other_item, false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    Progress progress;
    progress.updates = {row.update};
    CHECK(unanswered(request(), progress).size() == (row.answered ? 1 : 2));
  }
}

TEST_CASE("a request is settled when every item is answered, or when it is revoked") {
  Progress progress;
  for (const auto* item : {"1", "2"}) {
    CHECK(!is_settled(request(), progress));
    auto answer = update(item, "2023-04-05");
    answer.request = "r1";
    progress.updates.push_back(answer);
  }
  CHECK(is_settled(request(), progress));
  auto revoked = request();
  revoked.revoked = day("2023-04-03");
  CHECK(is_settled(revoked, {}));
}

}  // namespace request_test
