#include "registers/answers.h"

#include <algorithm>
#include <fmt/format.h>
#include <re2/re2.h>

#include "codeframe/codeframe.h"
#include "registers/definition_words.h"
#include "registers/read_answer.h"
#include "registers/snap.h"

namespace makegood {
namespace {

bool holds(const Definition& definition, const Condition& condition, const Answers& answers) {
  const auto* asked = definition.field(condition.field);
  if (asked == nullptr || !is_asked(definition, *asked, answers)) return false;
  const auto value = answer(answers, condition.field);
  if (condition.filled) return !value.empty();
  const auto values = asked->many ? split(value, ';') : std::vector<std::string>{std::string(value)};
  return std::any_of(values.begin(), values.end(), [&](const std::string& v) {
    return std::find(condition.in.begin(), condition.in.end(), v) != condition.in.end();
  });
}

const RegisterChoice* choice_for(const std::vector<RegisterChoice>& choices, std::string_view value) {
  const auto by_code = std::find_if(choices.begin(), choices.end(), [&](const RegisterChoice& c) { return c.code == value; });
  if (by_code != choices.end()) return &*by_code;
  const auto folded = fold(value);
  const auto by_title = std::find_if(choices.begin(), choices.end(), [&](const RegisterChoice& c) {
    return std::any_of(c.also.begin(), c.also.end(), [&](const std::string& other) { return fold(other) == folded; }) || fold(c.title.en) == folded || fold(c.code) == folded || (!c.title.cy.empty() && fold(c.title.cy) == folded);
  });
  return by_title == choices.end() ? nullptr : &*by_title;
}

/// What a shipped frame makes of the value, in whatever words another system has it: "White - Irish", "W2", "Not stated".
CodedEthnicity as_recorded(const Definition& definition, const RegisterField& field, std::string_view value) {
  if (field.frame.empty() || definition.frames.contains(field.frame)) return {};
  if (auto recorded = code_recorded("", value, field.frame)) return std::move(*recorded);
  const auto* frame = code_frame(field.frame);  // one that no wording of ethnicity leads to yet
  const auto* code = frame == nullptr ? nullptr : frame->read(value);
  return {.code = code == nullptr ? std::string{} : code->code};
}

/// The code of one value: by the field's own choices, else as its shipped frame reads it. Empty = none.
std::string code_for(const Definition& definition, const RegisterField& field, const std::vector<RegisterChoice>& choices, std::string_view value) {
  if (const auto* choice = choice_for(choices, value)) return choice->code;
  auto recorded = as_recorded(definition, field, value);
  return recorded.code.empty() ? std::move(recorded.group) : std::move(recorded.code);
}

/// Each part of a list, or the one value.
std::vector<std::string> parts_of(const RegisterField& field, std::string_view value) {
  std::vector<std::string> parts;
  for (const auto& part : field.many ? split(value, ';') : std::vector<std::string>{std::string(value)})
    if (const auto clean = std::string(trim(part)); !clean.empty()) parts.push_back(clean);
  return parts;
}

}  // namespace

std::string_view answer(const Answers& answers, std::string_view field) {
  const auto found = answers.find(field);
  return found == answers.end() ? std::string_view{} : std::string_view(found->second);
}

bool is_asked(const Definition& definition, const RegisterField& field, const Answers& answers) {
  return !field.shown_if || holds(definition, *field.shown_if, answers);
}

std::vector<RegisterChoice> choices_of(const Definition& definition, const RegisterField& field) {
  if (const auto own = definition.frames.find(field.frame); own != definition.frames.end()) return own->second;
  std::vector<RegisterChoice> choices;
  if (const auto* frame = field.frame.empty() ? nullptr : code_frame(field.frame)) {
    for (const auto& code : frame->codes())
      if (!code.end) choices.push_back({code.code, {code.label, {}}, {}});
  }
  for (const auto& word : field.constraints.one_of) choices.push_back({word, {word, {}}, {}});
  return choices;
}

std::string coded(const Definition& definition, const RegisterField& field, std::string_view value) {
  const auto choices = choices_of(definition, field);
  if (choices.empty() || value.empty()) return std::string(value);
  const auto code = code_for(definition, field, choices, value);
  if (!code.empty()) return code;
  return as_recorded(definition, field, value).unknown_kind.empty() ? std::string(kUnmapped) : std::string{};
}

struct AnswerCheck::Patterns {
  std::map<std::string, std::unique_ptr<RE2>, std::less<>> by_field;
  std::map<std::string, std::vector<RegisterChoice>, std::less<>> choices;
};

AnswerCheck::AnswerCheck(const Definition& definition) : definition_(&definition), patterns_(std::make_unique<Patterns>()) {
  for (const auto& field : definition.fields) {
    if (!field.constraints.pattern.empty())
      patterns_->by_field.emplace(field.name, std::make_unique<RE2>(field.constraints.pattern, RE2::Quiet));
    if (auto choices = choices_of(definition, field); !choices.empty()) patterns_->choices.emplace(field.name, std::move(choices));
  }
}
AnswerCheck::AnswerCheck(AnswerCheck&&) noexcept = default;
AnswerCheck& AnswerCheck::operator=(AnswerCheck&&) noexcept = default;
AnswerCheck::~AnswerCheck() = default;

namespace {

/// Codes for what is known; what is not stays as it was given, and is told.
std::optional<RegisterFault> to_codes(const Definition& definition, const RegisterField& field, const std::vector<RegisterChoice>& choices, std::string& value) {
  std::vector<std::string> codes;
  std::optional<RegisterFault> fault;
  for (const auto& part : parts_of(field, value)) {
    auto code = code_for(definition, field, choices, part);
    if (code.empty() && !fault) fault = RegisterFault{field.name, AnswerTrouble::unknown_choice, shorten(part, 60)};
    codes.push_back(code.empty() ? part : std::move(code));
  }
  value = join(codes, ";");
  return fault;
}

/// Whether nothing is too little. Another system's extract need not have what only a form's branch asks.
bool insists(const RegisterField& field, Moment moment) {
  if (!field.constraints.required || field.set_by == SetBy::system) return false;
  if (field.is_sender && moment != Moment::submitting) return false;  // it may have come in without
  if (moment == Moment::submitting) return field.set_by == SetBy::whoever_submits;
  return moment == Moment::handling || !field.shown_if;
}

}  // namespace

std::optional<RegisterFault> AnswerCheck::check(const RegisterField& field, std::string& value, Moment moment) const {
  if (const auto choices = patterns_->choices.find(field.name); choices != patterns_->choices.end()) {
    auto fault = to_codes(*definition_, field, choices->second, value);
    if (moment != Moment::importing || !fault) return fault;
    // What has no code is kept as it was given, and no longer than any other text.
    auto too_long = registers::check_bounds(field, value);
    return too_long && too_long->trouble == AnswerTrouble::too_long ? std::move(too_long) : std::nullopt;
  }
  auto read = registers::read_typed(field, value);
  value = std::move(read.value);
  if (read.trouble) return RegisterFault{field.name, *read.trouble, shorten(value, 60)};
  if (auto fault = registers::check_bounds(field, value)) return fault;
  const auto pattern = patterns_->by_field.find(field.name);
  if (pattern != patterns_->by_field.end() && !RE2::FullMatch(value, *pattern->second))
    return RegisterFault{field.name, AnswerTrouble::wrong_form, shorten(value, 60)};
  auto place = registers::snapped(field.snap, field.type, value);
  if (!place) return RegisterFault{field.name, AnswerTrouble::too_fine, std::string(registers::word_of(registers::kSnaps, field.snap))};
  value = std::move(*place);
  return std::nullopt;
}

std::vector<RegisterFault> AnswerCheck::operator()(Answers& answers, Moment moment) const {
  std::vector<RegisterFault> faults;
  Answers kept;
  for (const auto& field : definition_->fields) {
    if (!is_asked(*definition_, field, kept)) continue;
    auto value = valid_utf8(trim(answer(answers, field.name)));
    if (value.empty()) {
      if (insists(field, moment)) faults.push_back({field.name, AnswerTrouble::missing, {}});
      continue;
    }
    if (auto fault = check(field, value, moment)) faults.push_back(std::move(*fault));
    kept[field.name] = std::move(value);
  }
  answers = std::move(kept);
  return faults;
}

std::string sentence(const Definition& definition, const RegisterFault& fault) {
  const auto* field = definition.field(fault.field);
  const auto& name = field == nullptr ? fault.field : field->title.en;
  const auto detail = fault.detail.empty() ? std::string{} : fmt::format(": {}", fault.detail);
  switch (fault.trouble) {
    case AnswerTrouble::missing: return fmt::format("{} is missing", name);
    case AnswerTrouble::not_a_date: return fmt::format("{} must be a real date, such as 2026-03-31{}", name, detail);
    case AnswerTrouble::not_a_month: return fmt::format("{} must be a month, such as 2026-03{}", name, detail);
    case AnswerTrouble::not_a_year: return fmt::format("{} must be a year, such as 2026{}", name, detail);
    case AnswerTrouble::not_a_number: return fmt::format("{} must be a number{}", name, detail);
    case AnswerTrouble::not_whole: return fmt::format("{} must be a whole number{}", name, detail);
    case AnswerTrouble::not_yes_or_no: return fmt::format("{} must be yes or no{}", name, detail);
    case AnswerTrouble::not_an_email: return fmt::format("{} must be an email address", name);
    case AnswerTrouble::not_a_link: return fmt::format("{} must be a web address that begins with https://", name);
    case AnswerTrouble::too_short: return fmt::format("{} must have {} characters or more", name, fault.detail);
    case AnswerTrouble::too_long: return fmt::format("{} must have {} characters or fewer", name, fault.detail);
    case AnswerTrouble::too_small: return fmt::format("{} must be {} or more", name, fault.detail);
    case AnswerTrouble::too_large: return fmt::format("{} must be {} or less", name, fault.detail);
    case AnswerTrouble::wrong_form: return fmt::format("{} is not written as it should be{}", name, detail);
    case AnswerTrouble::unknown_choice: return fmt::format("{} has a value that is not among the choices{}", name, detail);
    case AnswerTrouble::too_fine: return fmt::format("{} says too exactly where: give no address, postcode or exact place", name);
    case AnswerTrouble::taken: return fmt::format("{} is what another record has already{}", name, detail);
    case AnswerTrouble::leads_nowhere: return fmt::format("{} leads to no record{}", name, detail);
  }
  return name;
}

}  // namespace makegood
