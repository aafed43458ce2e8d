#include "pages/register_words.h"

#include <algorithm>

#include "pages/register_fields.h"

namespace makegood::pages {

using namespace html;

namespace {

constexpr std::size_t kParts = 3, kLongestPart = 60;

/// The answers that are on the line, by field.
std::vector<const RegisterField*> on_line(const Definition& definition, const Record& record) {
  std::vector<const RegisterField*> fields;
  for (const auto& field : definition.fields) {
    if (fields.size() == kParts) break;
    const bool tells = !answer(record.answers, field.name).empty() && !field.is_protected() && field.name != definition.date && !field.long_text && field.set_by != SetBy::system;
    if (tells) fields.push_back(&field);
  }
  return fields;
}

/// Each choice marked by itself, with commas between.
Html choices_in(const Site& site, const std::vector<RegisterChoice>& choices, const std::vector<std::string>& codes) {
  Html all;
  for (const auto& code : codes) {
    const auto choice = std::find_if(choices.begin(), choices.end(), [&](const RegisterChoice& c) { return c.code == code; });
    const auto one = choice == choices.end() ? quoted("en", code) : marked(site, choice->title);
    all = all.empty() ? one : html::join(all, ", ", one);
  }
  return all;
}

}  // namespace

std::string language_of(const Site& site, const Bilingual& words) {
  const auto language = site.words.language();
  return language == Language::en || (language == Language::cy && !words.cy.empty()) ? "" : "en";
}

Html marked(const Site& site, const Bilingual& words) {
  const auto language = language_of(site, words);
  return language.empty() ? html::join(in_language(site, words)) : span(lang(language), words.en);
}

Html marked_field(const Site& site, const RegisterField& field) { return marked(site, field.title); }
Html marked_question(const Site& site, const RegisterField& field) { return marked(site, field.question.empty() ? field.title : field.question); }

Html marked_state(const Site& site, const Definition& definition, std::string_view state) {
  const auto* found = definition.state(state);
  return found == nullptr ? html::join(state) : marked(site, found->title);
}

Html marked_answer(const Site& site, const Definition& definition, const RegisterField& field, std::string_view value) {
  const bool is_day = field.type == FieldType::date && Day::parse(value);
  if (is_day || field.type == FieldType::boolean) return html::join(answer_in_words(site, definition, field, value));
  const auto choices = choices_of(definition, field);
  return choices_in(site, choices, field.many ? split(value, ';') : std::vector<std::string>{std::string(value)});
}

Html filled(std::string_view sentence, const Html& inside) {
  const auto at = sentence.find(kHole);
  if (at == std::string_view::npos) return html::join(sentence);
  return html::join(sentence.substr(0, at), inside, sentence.substr(at + kHole.size()));
}

std::string record_line(const Site& site, const Definition& definition, const Record& record) {
  std::vector<std::string> parts;
  for (const auto* field : on_line(definition, record)) parts.push_back(shorten(answer_in_words(site, definition, *field, answer(record.answers, field->name)), kLongestPart));
  return makegood::join(parts, " · ");
}

Html marked_record_line(const Site& site, const Definition& definition, const Record& record) {
  Html line;
  for (const auto* field : on_line(definition, record)) {
    const auto value = answer(record.answers, field->name);
    const auto part = choices_of(definition, *field).empty() ? marked_answer(site, definition, *field, shorten(value, kLongestPart)) : marked_answer(site, definition, *field, value);
    line = line.empty() ? part : html::join(line, " · ", part);
  }
  return line;
}

std::vector<Step> desk_trail(const Site& site) {
  const Step registers{desk_registers_url(), site.words("registers.desk"), ""};
  if (!site.has_desk()) return {registers};
  return {{"/desk", site.words("nav.desk"), ""}, registers};
}

std::vector<Step> desk_trail(const Site& site, const Definition& definition) {
  auto steps = desk_trail(site);
  steps.push_back({desk_register_url(definition.name), in_language(site, definition.title), language_of(site, definition.title)});
  return steps;
}

std::vector<Step> desk_trail(const Site& site, const Definition& definition, Step below) {
  auto trail = desk_trail(site, definition);
  trail.push_back(std::move(below));
  return trail;
}

std::vector<Step> register_trail(const Site& site, const Definition& definition) {
  return {{register_url(definition.name), in_language(site, definition.title), language_of(site, definition.title)}};
}

std::string title_in(const Site& site, const std::string& heading, const Definition& definition) { return heading + " - " + in_language(site, definition.title); }

}  // namespace makegood::pages
