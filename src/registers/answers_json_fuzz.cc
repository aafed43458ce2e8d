// Any bytes as a body: parsed or refused, and what comes through the check goes out and comes in again as it was.

#include "registers/answers_json.h"
#include "registers/fixture.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace makegood;

namespace {

void claim(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "claim failed: %s\n", what);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Definition kDefinition = test::incidents();
  const auto json = parse_sent({reinterpret_cast<const char*>(data), size});
  if (!json) return 0;
  for (const auto moment : {Moment::submitting, Moment::handling}) {
    const auto sent = sent_answers(kDefinition, *json, moment);
    for (const auto& [field, value] : sent.answers) {
      claim(kDefinition.field(field) != nullptr, "an answer is to a field of the register");
      claim(is_valid_utf8(value) && value.find('\0') == std::string::npos, "an answer is text");
    }
    if (!sent.faults.empty() || !check_sent(kDefinition, sent.answers, {}, moment).empty()) continue;
    auto kept = sent.answers;
    claim(AnswerCheck(kDefinition)(kept, moment).empty(), "what was checked holds");
    const auto written = answers_json(kDefinition, kept).dump();
    const auto again = sent_answers(kDefinition, *parse_sent(written), moment);
    claim(again.faults.empty(), "what goes out may come in");
    auto back = again.answers;
    claim(AnswerCheck(kDefinition)(back, moment).empty(), "and is in order");
    claim(answers_json(kDefinition, back).dump() == written, "and says the same");
  }
  return 0;
}
