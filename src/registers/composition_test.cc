#include "registers/composition.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "registers/group_fixture.h"
#include "registers/registers.h"

using namespace makegood;
using registers::Composition;
using registers::read_group_words;
using test::kSeats;

namespace composition_test {

Day day(std::string_view iso) { return *Day::parse(iso); }

Record member(Answers answers, std::string state = "serving") {
  Record record{.id = RecordId("k3v9x2m7qa"), .register_name = "seats", .organisation = {}, .state = std::move(state), .recorded = day("2021-01-04"), .entered = day("2021-01-04"),
                .closed = {}, .answers = std::move(answers), .reason = {}};
  return record;
}

/// "chair 1, community 9": what is counted by one field.
std::string said(const registers::CompositionBy& by) {
  std::vector<std::string> parts;
  for (const auto& line : by.lines) parts.push_back((line.value.empty() ? "-" : line.value) + " " + std::to_string(line.members));
  return join(parts, ", ");
}

std::string first_fault(const std::string& from, const std::string& to) {
  auto text = kSeats;
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  const auto read = read_definition(text);
  return read.faults.empty() ? "" : read.faults.front().message;
}

TEST_CASE("whether somebody is a member on a day") {
  const auto words = *read_group_words(kSeats).composition;
  struct Row {
    const char *what, *from, *until, *left, *state, *on;
    bool is;
  };
  const Row rows[] = {
      {"on the first day of the term", "2021-03-01", "2023-02-28", "", "serving", "2021-03-01", true},
      {"the day before it", "2021-03-01", "2023-02-28", "", "serving", "2021-02-28", false},
      {"on its last day", "2021-03-01", "2023-02-28", "", "serving", "2023-02-28", true},
      {"the day after it, though nobody has said that they left", "2021-03-01", "2023-02-28", "", "serving", "2023-03-01", false},
      {"without an end, for ever", "2021-03-01", "", "", "serving", "2099-01-01", true},
      {"on the day on which they left before the end", "2021-03-01", "2023-02-28", "2022-05-05", "over", "2022-05-05", true},
      {"the day after they left", "2021-03-01", "2023-02-28", "2022-05-05", "over", "2022-05-06", false},
      {"long before they left, looked at afterwards", "2021-03-01", "", "2022-05-05", "over", "2021-12-31", true},
      {"who left after the term was over counts until its end", "2021-03-01", "2023-02-28", "2023-06-30", "over", "2023-03-01", false},
      {"who is only proposed", "2021-03-01", "", "", "proposed", "2021-04-01", false},
      {"without a first day", "", "2023-02-28", "", "serving", "2021-04-01", false},
      {"on a leap day that begins the term", "2024-02-29", "", "", "serving", "2024-02-29", true},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    Answers answers;
    for (const auto& [field, value] : {std::pair{"begins", row.from}, std::pair{"ends", row.until}, std::pair{"gone", row.left}})
      if (*value != '\0') answers[field] = value;
    CHECK(registers::is_member(words, member(answers, row.state), day(row.on)) == row.is);
  }
}

TEST_CASE("a commission of eighteen: ten for communities, eight for organisations, by day") {
  const auto definition = definition_of(kSeats).value();
  const auto words = *read_group_words(kSeats).composition;
  std::vector<Record> records;
  for (int i = 0; i < 18; ++i) {
    Answers answers{{"begins", "2021-01-20"}, {"kind", i < 10 ? "community" : "organisation"}, {"trade", i == 17 ? "health;business" : "health"}};
    if (i >= 10) answers["body"] = "Body " + std::string(1, static_cast<char>('A' + i - 10));
    records.push_back(member(std::move(answers), "serving"));
  }
  records[0].answers["gone"] = "2021-06-30";  // one leaves, and the record stays
  records[0].state = "over";
  const auto on = [&](std::string_view iso) {
    Composition composition(definition, words, {"kind", "body"}, day(iso));
    for (const auto& record : records) composition.take(record);
    return composition;
  };
  CHECK(on("2021-01-19").members() == 0);
  CHECK(said(on("2021-06-30").lines()[0]) == "organisation 8, community 10");
  CHECK(said(on("2021-07-01").lines()[0]) == "organisation 8, community 9");
  CHECK(said(on("2021-07-01").lines()[1]) == "Body A 1, Body B 1, Body C 1, Body D 1, Body E 1, Body F 1, Body G 1, Body H 1, - 9");
  CHECK(on("2021-07-01").without_member({"police", "business", "health"}) == std::vector<std::string>{"police"});
  CHECK(on("2020-01-01").without_member({"police", "business", "health"}) == std::vector<std::string>{"health", "police", "business"});
  CHECK(on("2021-07-01").without_member({}).empty());
}

TEST_CASE("empty seats are those that no member has, and never fewer than none") {
  CHECK(registers::vacant_seats(20, 17) == 3);
  CHECK(registers::vacant_seats(17, 17) == 0);
  CHECK(registers::vacant_seats(12, 17) == 0);
  CHECK_FALSE(registers::vacant_seats(std::nullopt, 17).has_value());
}

TEST_CASE("what a definition says about members must hold together") {
  CHECK(first_fault("\"panel\", \"from\"", "\"panel\", \"from\"").empty());
  struct Row {
    const char *from, *to, *fault;
  };
  const Row rows[] = {
      {"\"from\": \"begins\", \"until\"", "\"from\": \"began\", \"until\"", "\"from\" names the field \"began\", which is not there"},
      {"\"from\": \"begins\", \"until\"", "\"from\": \"body\", \"until\"", "\"body\" is no date"},
      {"\"group\": \"panel\"", "\"group\": \"body\"", "\"body\" leads to no register of groups: it needs a key of its own among \"foreignKeys\""},
      {"\"by\": [\"kind\"", "\"by\": [\"mail\"", "\"mail\" is protected: it is not for everybody who sees the register"},
      {"\"states\": [\"serving\", \"over\"]", "\"states\": [\"serving\", \"gone\"]", "\"gone\" is not a state"},
      {"\"address\": \"mail\"", "\"address\": \"body\"", "\"body\" is no e-mail address"},
      {"\"field\": \"trade\"", "\"field\": \"body\"", "\"body\" has no values to be required"},
      {", \"listed_in\": \"must_have\"", "", "\"listed_in\" is missing"},
      {"\"seats\": \"places\"", "\"chairs\": \"places\"", "\"chairs\" is not a member that is known here"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.to);
    CHECK(first_fault(row.from, row.to) == row.fault);
  }
}

TEST_CASE("what shipped registers say about groups leads to registers and fields that are there") {
  int members = 0, papers = 0, packs = 0;
  for (const auto& shipped : shipped_registers()) {
    CAPTURE(shipped.name);
    const auto definition = definition_of(shipped.text).value();
    const auto words = read_group_words(shipped.text);
    if (words.composition) {
      ++members;
      const auto groups = definition_of(shipped_register(registers::key_through(definition, words.composition->group, 1)->resource)).value();
      CHECK(groups.field(words.composition->seats) != nullptr);
      const auto* listed = groups.field(words.composition->required_in);
      REQUIRE(listed != nullptr);
      const auto choices = choices_of(definition, *definition.field(words.composition->required));
      for (const auto& must : choices_of(groups, *listed))  // what a group may ask for, a member may be
        CHECK(std::any_of(choices.begin(), choices.end(), [&](const RegisterChoice& choice) { return choice.code == must.code; }));
    }
    if (words.circulation) {
      ++papers;
      const auto* key = registers::key_through(definition, words.circulation->member, 2);
      CHECK(read_group_words(shipped_register(key->resource)).composition.has_value());
    }
    if (words.pack) {
      ++packs;
      for (const auto& records : words.pack->records) {
        CAPTURE(records.register_name);
        const auto other = definition_of(shipped_register(records.register_name)).value();
        for (const auto& name : records.fields) CHECK((other.field(name) != nullptr && !other.field(name)->is_protected()));
        if (!records.field.empty()) CHECK(other.field(records.field) != nullptr);
        if (records.since_last) CHECK_FALSE(other.date.empty());
      }
      for (const auto& counts : words.pack->counts) {
        const auto other = definition_of(shipped_register(counts.register_name)).value();
        for (const auto& by : counts.by) CHECK(std::find(other.counts_by.begin(), other.counts_by.end(), by) != other.counts_by.end());
      }
      for (const auto& watched : words.pack->signals) CHECK_FALSE(definition_of(shipped_register(watched)).value().signals.empty());
      CHECK(read_group_words(shipped_register(words.pack->members)).composition.has_value());
    }
  }
  CHECK(members > 0);
  CHECK(papers > 0);
  CHECK(packs > 0);
}

}  // namespace composition_test
