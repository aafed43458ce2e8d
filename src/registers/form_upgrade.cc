#include "registers/form_upgrade.h"

#include <algorithm>

namespace makegood {
namespace {

std::vector<RegisterFault> misfits_in(const Definition& definition, Answers answers) {
  auto faults = AnswerCheck(definition)(answers, Moment::submitting);
  std::erase_if(faults, [](const RegisterFault& fault) { return fault.trouble == AnswerTrouble::missing; });
  return faults;
}

bool is_among(const std::vector<RegisterFault>& faults, const RegisterFault& fault) {
  return std::any_of(faults.begin(), faults.end(), [&](const RegisterFault& other) { return other.field == fault.field; });
}

}  // namespace

FormUpgrade upgrade_of(const Definition* before, const Definition& after, const Answers& answers) {
  FormUpgrade upgrade;
  for (const auto& [name, value] : answers) {
    if (after.field(name) != nullptr) continue;
    const auto* field = before == nullptr ? nullptr : before->field(name);
    upgrade.gone.push_back({field == nullptr ? Bilingual{name, {}} : field->title, value});
  }
  upgrade.misfits = misfits_in(after, answers);
  if (before == nullptr) return upgrade;
  const auto stood_not = misfits_in(*before, answers);
  std::erase_if(upgrade.misfits, [&](const RegisterFault& fault) { return is_among(stood_not, fault); });
  for (const auto& field : after.fields)
    if (field.set_by == SetBy::whoever_submits && before->field(field.name) == nullptr) upgrade.fresh.push_back(field.name);
  return upgrade;
}

}  // namespace makegood
