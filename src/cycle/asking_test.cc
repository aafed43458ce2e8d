// Who is asked for what, over a plan and a directory written out in the test.
#include "cycle/asking.h"

#include <doctest/doctest.h>

#include <map>

using namespace makegood;

namespace asking_test {

const Day kToday = Day::parse("2023-06-14").value();

Answerer holder(std::string post, std::string person) { return {PostId(std::move(post)), PersonId(std::move(person)), false, WhyNot::none}; }
Answerer nobody(std::string post, WhyNot why) { return {PostId(std::move(post)), std::nullopt, false, why}; }

/// The directory: what each name in the plan leads to.
const std::map<std::string, std::vector<Answerer>, std::less<>> kDirectory = {
    {"Head of Housing", {holder("housing", "h")}},
    {"Head of People", {holder("people", "p")}},
    {"Housing Manager", {holder("manager", "h")}},  // one person, two posts
    {"Head of Schools", {nobody("schools", WhyNot::vacant)}},
    {"Youth Service", {nobody("youth", WhyNot::no_address)}},
    {"Head of Culture", {{PostId("culture"), PersonId("d"), true, WhyNot::none}}},
    {"Equality Officer", {holder("equality", "e")}},
    {"Police", {holder("police", "pc")}},
    {"Health Board", {nobody("health", WhyNot::no_address)}},
    {"Both heads", {holder("housing", "h"), holder("people", "p")}},
};

std::vector<Answerer> who(std::string_view written) {
  const auto found = kDirectory.find(written);
  return found == kDirectory.end() ? std::vector<Answerer>{} : found->second;
}

Item owned(std::string id, std::vector<std::string> owners, std::vector<std::string> partners = {}) {
  Item item;
  item.id = ItemId(std::move(id));
  item.owners = std::move(owners);
  item.partners = std::move(partners);
  return item;
}

std::string in_words(const Asking& asking) {
  std::string said;
  for (const auto& ask : asking.asks) {
    said += ask.person.text + ":";
    for (const auto& item : ask.items) said += " " + item.item.text + (item.part == Part::accountable ? "" : "/" + std::string(word(item.part))) + (item.by_delegation ? "/for " + item.post.text : "");
    said += "; ";
  }
  for (const auto& one : asking.unasked) said += "not " + one.item.text + " \"" + one.named + "\" " + one.post.text + " " + std::to_string(static_cast<int>(one.why)) + "; ";
  if (asking.copied) {
    said += "copy " + asking.copied->person.text + ":";
    for (const auto& item : asking.copied->items) said += " " + item.text;
  }
  return std::string(trim(said));
}

TEST_CASE("each person is asked once, for all their items") {
  struct Row {
    std::string what;
    std::vector<Item> items;
    std::string officer, asked;
  };
  const Row rows[] = {
      {"one request a person", {owned("1", {"Head of Housing"}), owned("2", {"Head of People"}), owned("3", {"Head of Housing"})}, "", "h: 1 3; p: 2;"},
      {"several owners: the first is accountable", {owned("1", {"Head of People", "Head of Housing"})}, "", "p: 1; h: 1/contributing;"},
      {"one person by two posts is asked once", {owned("1", {"Head of Housing", "Housing Manager"})}, "", "h: 1;"},
      {"a name that means two posts", {owned("1", {"Both heads"})}, "", "h: 1; p: 1;"},
      {"a vacant post", {owned("1", {"Head of Schools"})}, "", "not 1 \"Head of Schools\" schools 1;"},
      {"a vacant post beside one that is held", {owned("1", {"Head of Schools", "Head of People"})}, "", "p: 1/contributing; not 1 \"Head of Schools\" schools 1;"},
      {"without an address", {owned("1", {"Youth Service"})}, "", "not 1 \"Youth Service\" youth 3;"},
      {"a name that nobody matched", {owned("1", {"All directorates"})}, "", "not 1 \"All directorates\"  4;"},
      {"no owner in the plan", {owned("1", {})}, "", "not 1 \"\"  4;"},
      {"a delegate answers for the post", {owned("1", {"Head of Culture"})}, "", "d: 1/for culture;"},
      {"partners are not asked where owners are", {owned("1", {"Head of People"}, {"Police"})}, "", "p: 1;"},
      {"the officer's partners are, and the officer is copied", {owned("1", {"Equality Officer"}, {"Police"}), owned("2", {"Head of People"}, {"Police"})},
       "equality officer", "pc: 1/partner; p: 2; copy e: 1"},
      {"a partner who cannot be asked leaves it to the officer", {owned("1", {"Equality Officer"}, {"Health Board"})}, "Equality Officer",
       "e: 1; not 1 \"Health Board\" health 3;"},
      {"the officer's own items", {owned("1", {"Equality Officer"})}, "Equality Officer", "e: 1;"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    Plan plan;
    plan.items = row.items;
    CHECK(in_words(requests_for(plan, who, {}, row.officer, kToday)) == row.asked);
  }
}

TEST_CASE("what is done with is not asked about") {
  Plan plan;
  plan.items = {owned("1", {"Head of Housing"}), owned("2", {"Head of Housing"}), owned("3", {"Head of Housing"}), owned("4", {"Head of Housing"}),
                owned("5", {"Head of Housing"})};
  plan.items[0].absent = true;
  plan.items[1].response = Response::rejected;
  plan.items[2].timescale.complete = true;
  CHECK(in_words(requests_for(plan, who, {ItemId("4")}, "", kToday)) == "h: 5;");
}

TEST_CASE("an item without an owner is asked of its lead authority or its parent's owner") {
  Plan plan;
  plan.items = {owned("1", {"Head of Housing"}), owned("2", {}), owned("3", {})};
  plan.items[1].parent = ItemId("1");
  plan.items[2].lead_authority = {"Police"};
  CHECK(in_words(requests_for(plan, who, {}, "", kToday)) == "h: 1 2; pc: 3;");
}

TEST_CASE("the officer who coordinates is the one who owns more than half") {
  Plan plan;
  plan.items = {owned("1", {"Equality Officer"}), owned("2", {"Head of People"}), owned("3", {}), owned("4", {"Equality Officer", "Head of People"})};
  CHECK(coordinating_name(plan) == "Equality Officer");
  plan.items.push_back(owned("5", {"Head of Housing"}));
  CHECK(coordinating_name(plan).empty());
}

}  // namespace asking_test
