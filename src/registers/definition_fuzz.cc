// Whatever stands in a definition: either faults, each with a line of the file and a sentence, or a
// register under which any text at all can be answered without harm, twice with the same result.
#include <cstdint>
#include <cstdlib>

#include "registers/registers.h"

using namespace makegood;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

void answer_all(const Definition& definition, std::string_view text) {
  Answers answers;
  for (const auto& field : definition.fields) answers[field.name] = valid_utf8(text.substr(0, 300));
  const AnswerCheck check(definition);
  (void)check(answers, Moment::importing);
  auto again = answers;
  const auto faults = check(again, Moment::importing);
  if (faults.empty()) must(again == answers);
  for (const auto& state : definition.states) (void)may_move(definition, state.name, definition.first_state(), answers);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto read = read_definition(text);
  for (const auto& fault : read.faults) must(fault.line >= 1 && !fault.message.empty());
  if (read.faults.empty()) answer_all(read.definition, text);
  return 0;
}
