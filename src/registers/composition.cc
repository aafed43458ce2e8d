#include "registers/composition.h"

#include <algorithm>

namespace makegood::registers {
namespace {

std::optional<Day> day_in(const Answers& answers, const std::string& field) {
  const auto day = Day::parse(answer(answers, field));
  return day ? std::optional(*day) : std::nullopt;
}

/// Where a value stands among the choices; what is no choice comes after them, "unmapped" and nothing at the very end.
std::size_t place_of(const std::vector<RegisterChoice>& choices, const std::string& value) {
  const auto found = std::find_if(choices.begin(), choices.end(), [&](const RegisterChoice& choice) { return choice.code == value; });
  if (value.empty()) return choices.size() + 2;
  if (value == kUnmapped) return choices.size() + 1;
  return static_cast<std::size_t>(found - choices.begin());
}

}  // namespace

std::optional<Day> last_day(const CompositionWords& words, const Answers& answers) {
  const auto until = day_in(answers, words.until), left = day_in(answers, words.left);
  if (until && left) return std::min(*until, *left);
  return until ? until : left;
}

bool is_member(const CompositionWords& words, const Record& record, Day day) {
  const auto& states = words.states;
  if (!states.empty() && std::find(states.begin(), states.end(), record.state) == states.end()) return false;
  const auto from = day_in(record.answers, words.from);
  const auto last = last_day(words, record.answers);
  return from && *from <= day && (!last || day <= *last);
}

Composition::Composition(const Definition& definition, const CompositionWords& words, const std::vector<std::string>& by, Day day)
    : definition_(&definition), words_(&words), by_(coded_values(definition, by)), day_(day), counts_(by.size()) {
  if (!words.required.empty()) required_ = coded_values(definition, {words.required});
}

void Composition::take(const Record& record) {
  if (!is_member(*words_, record, day_)) return;
  ++members_;
  for (std::size_t i = 0; i < by_.size(); ++i)
    for (const auto& value : by_[i].of(record)) ++counts_[i][value];
  for (auto& required : required_)
    for (const auto& value : required.of(record)) ++there_[value];
}

std::vector<CompositionBy> Composition::lines() const {
  std::vector<CompositionBy> all;
  for (std::size_t i = 0; i < by_.size(); ++i) {
    const auto& field = by_[i].field();
    const auto choices = choices_of(*definition_, field);
    CompositionBy by{field.name, {}};
    for (const auto& [value, members] : counts_[i]) by.lines.push_back({value, members});
    std::stable_sort(by.lines.begin(), by.lines.end(), [&](const CompositionLine& a, const CompositionLine& b) { return place_of(choices, a.value) < place_of(choices, b.value); });
    all.push_back(std::move(by));
  }
  return all;
}

std::vector<std::string> Composition::without_member(const std::vector<std::string>& required) const {
  auto missing = required;
  std::erase_if(missing, [&](const std::string& code) { return there_.contains(code); });
  if (required_.empty()) return {};
  const auto choices = choices_of(*definition_, required_.front().field());
  std::stable_sort(missing.begin(), missing.end(), [&](const std::string& a, const std::string& b) { return place_of(choices, a) < place_of(choices, b); });
  return missing;
}

std::optional<int> vacant_seats(std::optional<int> seats, int members) {
  return seats ? std::optional(std::max(0, *seats - members)) : std::nullopt;
}

}  // namespace makegood::registers
