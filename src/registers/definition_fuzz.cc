// Whatever stands in a definition: either faults, each with a line of the file and a sentence, or a
// register under which any text at all can be answered without harm, twice with the same result.
#include <cstdint>
#include <cstdlib>

#include "registers/composition.h"
#include "registers/paper_rounds.h"
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

/// What is said about groups names fields that are there, so that whoever acts on it need not look.
void use_groups(const Definition& definition, std::string_view text) {
  const auto groups = registers::read_group_words(text);
  Record record{.id = RecordId("r"), .register_name = definition.name, .recorded = Day{}, .entered = Day{}};
  for (const auto& field : definition.fields) record.answers[field.name] = field.type == FieldType::date ? "2023-03-01" : valid_utf8(text.substr(0, 40));
  if (groups.composition) {
    const auto& words = *groups.composition;
    registers::Composition composition(definition, words, words.by, *Day::parse("2023-03-01"));
    composition.take(record);
    for (const auto& by : composition.lines()) must(by.lines.size() <= 1 || definition.field(by.field)->many);
    must(registers::key_through(definition, words.group, 1) != nullptr);
  }
  if (groups.circulation) {
    const auto& words = *groups.circulation;
    for (const auto& round : registers::rounds_of(words, {record})) must(registers::count_round(definition, words, round).asked == 1);
    must(registers::key_through(definition, words.member, 2) != nullptr);
  }
  if (groups.pack)
    for (const auto& field : groups.pack->agenda) must(definition.field(field) != nullptr);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto read = read_definition(text);
  for (const auto& fault : read.faults) must(fault.line >= 1 && !fault.message.empty());
  if (read.faults.empty()) {
    answer_all(read.definition, text);
    use_groups(read.definition, text);
  }
  return 0;
}
