#include "registers/published.h"

#include <algorithm>

namespace makegood {
namespace {

void add_choices(std::string& words, const Definition& definition, const RegisterField& field, std::string_view value) {
  const auto choices = choices_of(definition, field);
  for (const auto& code : field.many ? split(value, ';') : std::vector<std::string>{std::string(value)}) {
    const auto choice = std::find_if(choices.begin(), choices.end(), [&](const RegisterChoice& c) { return c.code == code; });
    if (choice != choices.end()) words += choice->title.en + "\n" + choice->title.cy + "\n";
  }
}

}  // namespace

std::string words_of_published(const Definition& definition, const Answers& published) {
  std::string words;
  for (const auto& [name, value] : published) {
    words += value + "\n";
    const auto* field = definition.field(name);
    if (field == nullptr || field->type == FieldType::boolean) continue;  // yes and no say nothing without their question
    if (const auto day = field->type == FieldType::date ? Day::parse(value) : Result<Day>(refuse(Fault::invalid_input, "")); day) words += day->in_words() + "\n";
    add_choices(words, definition, *field, value);
  }
  return words;
}

}  // namespace makegood
