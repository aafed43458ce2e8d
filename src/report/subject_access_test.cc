// What a person is given: which registers, on which basis, and their records without what is about others.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "registers/fixture.h"
#include "report/subject_access.h"

using namespace makegood;

namespace subject_access_test {

SubjectReport small_report() {
  auto kept = std::make_shared<KeptRegister>();
  kept->definition = test::incidents();
  Record record{.id = RecordId("k3v9x2m7qa"), .register_name = "incidents", .state = "reported", .recorded = *Day::parse("2023-06-14")};
  record.answers = {{"school", "Harbour Hill"}, {"kind", "verbal"}, {"words", "The cook shouted"}, {"ethnicity", "Indian"}, {"reviewer", "Deputy head"}};
  SubjectRecord one{kept, record, {"school"}, {"ethnicity"}, 0, {{"2023-06-14T09:30:00Z", "recorded"}}};
  return {*Day::parse("2023-07-03"), "Request 14", {{kept, 120, 1}}, {one}};
}

TEST_CASE("personal free text that does not name the person needs a look, codes do not") {
  const auto report = small_report();
  const auto& record = report.records[0];
  struct Row {
    const char* field;
    bool look;
  };
  for (const Row& row : {Row{"school", false}, Row{"kind", false}, Row{"words", true}, Row{"ethnicity", false}, Row{"reviewer", true}, Row{"outcome", false}}) {
    CAPTURE(row.field);
    CHECK(needs_a_look(record, *record.definition().field(row.field)) == row.look);
  }
  CHECK(suggested_left_out(record) == std::vector<std::string>{"k3v9x2m7qa.words"});
}

TEST_CASE("the document says what was searched, on which basis, and what is held") {
  auto report = small_report();
  redact(report.records[0], {{"k3v9x2m7qa.reviewer", "other.words"}, {{"k3v9x2m7qa", {"the cook"}}}}, "[…]");
  const auto text = plain_text(subject_document(report, Words::for_language(Language::en)));
  for (const auto* words : {"What is held about you", "Request 14", "UK GDPR Article 6(1)(e); Article 9(2)(g); Schedule 1, paragraph 8", "6 years from when it was closed", "120", "The school",
                            "Incidents: record k3v9x2m7qa", "Something was said", "[…] shouted", "Indian (not used since you objected)", "1 answer is left out", "14 June 2023: "}) {
    CAPTURE(words);
    CHECK(text.find(words) != std::string::npos);
  }
  CHECK(text.find("cook") == std::string::npos);
  CHECK(text.find("Deputy head") == std::string::npos);
  const auto welsh = subject_document(report, Words::for_language(Language::cy));
  CHECK(welsh.language == "cy");
  CHECK(plain_text(welsh).find("Digwyddiadau") != std::string::npos);
}

TEST_CASE("programs get the same, by the names of fields") {
  auto report = small_report();
  redact(report.records[0], {{"k3v9x2m7qa.reviewer"}, {}}, "[…]");
  const auto json = nlohmann::json::parse(subject_json(report));
  CHECK(json["reference"] == "Request 14");
  CHECK(json["searched"][0]["article_9"] == "g");
  CHECK(json["searched"][0]["retention"]["years"] == 6);
  CHECK(json["records"][0]["answers"].size() == 4);
  CHECK(json["records"][0]["answers_left_out"] == 1);
  CHECK(json["records"][0]["not_used_after_objection"][0] == "ethnicity");
}

}  // namespace subject_access_test
