// Who sends something in: without a name, or in confidence.
#include <doctest/doctest.h>

#include <algorithm>

#include "registers/sender_fixture.h"

using namespace makegood;
using access::Actor;
using access::Role;

namespace sender_test {

Definition tips(const std::string& text = test::kTips) {
  auto read = read_definition(text);
  REQUIRE(read.faults.empty());
  return std::move(read.definition);
}

TEST_CASE("who may know a sender in confidence") {
  const auto definition = tips();
  struct Row {
    const char* rule;
    Actor actor;
    std::string organisation;
    bool in_confidence;
  };
  const Row rows[] = {
      {"a handler of all", {"h", {{Role::handler, "", ""}}}, "housing", false},
      {"whoever handles records of that organisation", {"c", {{Role::contributor, "", "housing"}}}, "housing", false},
      {"whoever handles those of another", {"c", {{Role::contributor, "", "streets"}}}, "housing", true},
      {"whoever sees all and handles none", {"k", {{Role::coordinator, "", ""}}}, "housing", true},
      {"an analyst", {"a", {{Role::analyst, "", ""}}}, "", true},
      {"a handler of another register", {"h", {{Role::handler, "register:others", ""}}}, "housing", true},
  };
  for (const auto& row : rows) {
    CAPTURE(row.rule);
    CHECK(is_in_confidence(definition, row.actor, row.organisation) == row.in_confidence);
    const auto hidden = hidden_fields(definition, row.actor, false, row.organisation);
    CHECK(hidden.contains("name") == row.in_confidence);
    CHECK(hidden.contains("reach") == row.in_confidence);
    CHECK_FALSE(hidden.contains("about"));
  }
  CHECK(hidden_fields(definition, rows[1].actor, false).contains("name"));  // of no record in particular: the safer answer
}

TEST_CASE("a register that is only anonymous hides no field, and asks for no name") {
  const auto definition = tips(test::tips_with(test::kBoth, R"("anonymous": true)"));
  CHECK_FALSE(is_in_confidence(definition, {"a", {{Role::analyst, "", ""}}}, ""));
  const auto asked = without_sender(definition);
  CHECK(asked.field("name") == nullptr);
  CHECK(asked.field("about") != nullptr);
  Answers answers{{"about", "A locked gate"}, {"name", "typed all the same"}};
  CHECK(AnswerCheck(asked)(answers, Moment::submitting).empty());  // the name is required, and not asked for
  CHECK(answers == Answers{{"about", "A locked gate"}});
  CHECK(AnswerCheck(definition)(answers, Moment::handling).empty());   // nor missed when it is dealt with,
  CHECK(AnswerCheck(definition)(answers, Moment::importing).empty());  // or comes from another system
  CHECK(map_columns(definition, {"about"}).missing.empty());
}

TEST_CASE("a sender's name is kept apart from what lists and searches show") {
  CHECK(tips().field("name")->is_protected());
  CHECK_FALSE(tips().field("about")->is_protected());
}

TEST_CASE("the author of a register that may not know its senders is one of them") {
  const auto definition = tips(test::tips_with(R"("exit": true)", R"("exit": true, "author": "about")"));
  CHECK(definition.field("about")->is_sender);
}

TEST_CASE("what contradicts itself about senders") {
  struct Row {
    const char* rule;
    std::string text;
    const char* says;
  };
  const Row rows[] = {
      {"a sender in a register that knows everybody", test::tips_with(test::kBoth, R"("anonymous": false)"), "neither \"anonymous\" nor \"confidential\""},
      {"a sender that a handler fills in", test::tips_with(R"("page": "who", "sender": true, "erased")", R"("set_by": "handler", "sender": true, "erased")"), "is not asked"},
      {"a sender for everybody to read", test::tips_with(R"("sender": true, "erased")", R"("public": true, "sender": true, "erased")"), "cannot be public"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.rule);
    const auto faults = read_definition(row.text).faults;
    const auto said = std::find_if(faults.begin(), faults.end(), [&](const DefinitionFault& fault) { return fault.message.find(row.says) != std::string::npos; });
    REQUIRE(said != faults.end());
    CHECK(said->line > 1);
  }
  const auto whose = read_definition(test::tips_with(R"("page": "what", "refers": "organisation")", R"("page": "what", "refers": "organisation", "sender": true)")).faults;
  REQUIRE(whose.size() == 1);
  CHECK(whose[0].message.find("found without it") != std::string::npos);
}

TEST_CASE("ties and messages are read as they were written") {
  for (const auto to : {TieTo::item, TieTo::evidence, TieTo::record}) {
    const TieEnd end{to, "fair-work", "k3v9x2m7qa"};
    CHECK(*read_tie(write_tie(end)) == end);
    CHECK(tie_to_from(word(to)) == to);
  }
  CHECK_FALSE(read_tie(R"({"to": "moon"})"));
  const auto message = read_message(write_message({.text = "And \"more\"", .from_sender = false, .once = "abc"}));
  REQUIRE(message);
  CHECK(message->text == "And \"more\"");
  CHECK_FALSE(message->from_sender);
  CHECK(message->once == "abc");
}

}  // namespace sender_test
