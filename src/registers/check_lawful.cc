#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "registers/check_definition.h"
#include "registers/definition_words.h"

namespace makegood::registers {
namespace {

bool about(const Definition& d, std::string_view who) { return std::find(d.subjects.begin(), d.subjects.end(), who) != d.subjects.end(); }

bool one_letter(std::string_view value, char last) { return value.empty() || (value.size() == 1 && value[0] >= 'a' && value[0] <= last); }

bool holds(const Definition& d, Holds what) {
  return std::any_of(d.fields.begin(), d.fields.end(), [&](const RegisterField& f) { return f.holds == what; });
}

void check_bases(const Definition& d, Faults& faults) {
  const auto& law = d.lawful;
  const std::string at = "/makegood/lawful";
  if (!one_letter(law.article_6, 'f')) faults.push_back({at + "/article_6", "Article 6 has the bases a to f"});
  if (!one_letter(law.article_9, 'j')) faults.push_back({at + "/article_9", "Article 9 has the conditions a to j"});
  if (!law.article_10.empty() && law.article_10 != "official" && law.article_10 != "schedule_1")
    faults.push_back({at + "/article_10", "Article 10 is met by \"official\" authority or by a condition of \"schedule_1\""});
  const bool people = holds(d, Holds::personal) || holds(d, Holds::special_category) || holds(d, Holds::criminal_offence);
  if (people && law.article_6.empty() && law.part_3.empty()) faults.push_back({at, "records hold personal data: \"article_6\" or \"part_3\" is missing"});
  if (law.controllers.empty()) faults.push_back({at, "\"controllers\" is missing: who answers for the data"});
  if (holds(d, Holds::special_category) && law.article_9.empty() && law.part_3.empty())
    faults.push_back({at, "records hold special category data: \"article_9\" or \"part_3\" is missing"});
  if (holds(d, Holds::criminal_offence) && law.article_10.empty() && law.part_3.empty())
    faults.push_back({at, "records hold criminal offence data: \"article_10\" or \"part_3\" is missing"});
  // Data Protection Act 2018, sections 10 and 11: these conditions stand on a paragraph of Schedule 1.
  constexpr std::string_view kNeedSchedule = "bghij";
  const bool needs = (!law.article_9.empty() && kNeedSchedule.find(law.article_9) != std::string_view::npos) || law.article_10 == "schedule_1";
  if (needs && law.schedule_1.empty()) faults.push_back({at, "this condition needs \"schedule_1\": the paragraph of Schedule 1 of the Data Protection Act 2018"});
}

void check_consent(const Definition& d, Faults& faults) {
  if (d.lawful.article_6 == "a") {
    if (!d.consent) faults.push_back({"/makegood/lawful/article_6", "consent is the basis, but \"consent\" does not say which field holds it"});
    for (const char* who : {"staff", "pupils", "complainants"})
      if (about(d, who)) faults.push_back({"/makegood/lawful/article_6", fmt::format("consent is no basis for {}: they cannot freely refuse", who)});
  }
  if (d.consent && d.field(d.consent->field) == nullptr)
    faults.push_back({"/makegood/consent/field", fmt::format("\"consent\" names \"{}\", which is not there", d.consent->field)});
  if (d.consent && d.consent->given.empty()) faults.push_back({"/makegood/consent", "\"given\" is missing: which answers mean that consent is given"});
}

void check_who_sees(const Definition& d, const RegisterField& field, const std::string& pointer, Faults& faults) {
  for (const auto& role : field.seen_by) {
    if (std::find(kRoleWords.begin(), kRoleWords.end(), role) == kRoleWords.end() || role == "anybody")
      faults.push_back({pointer + "/seen_by", fmt::format("\"{}\" is not a role", role)});
    const bool decides = std::any_of(d.roles.handle.begin(), d.roles.handle.end(), [&](const Who& who) { return who.role == role; });
    if (!field.for_the_case && decides)
      faults.push_back({pointer + "/seen_by", fmt::format("\"{}\" is for monitoring, but \"{}\" decides about cases and would see it", field.name, role)});
  }
  if (!field.for_the_case && field.seen_by.empty())
    faults.push_back({pointer, fmt::format("\"{}\" is for monitoring: say in \"seen_by\" who may see it", field.name)});
}

void check_public(const Definition& d, const RegisterField& field, const std::string& pointer, Faults& faults) {
  if (!field.is_public) return;
  if (field.holds == Holds::special_category || field.holds == Holds::criminal_offence)
    faults.push_back({pointer + "/public", fmt::format("\"{}\" holds what the law protects and cannot be public", field.name)});
  if (!d.public_when) faults.push_back({pointer + "/public", fmt::format("\"{}\" is public, but the register does not say when", field.name)});
}

}  // namespace

void check_lawful(const Definition& d, Faults& faults) {
  check_bases(d, faults);
  check_consent(d, faults);
  for (std::size_t i = 0; i < d.fields.size(); ++i) {
    const auto pointer = fmt::format("/fields/{}/makegood", i);
    check_who_sees(d, d.fields[i], pointer, faults);
    check_public(d, d.fields[i], pointer, faults);
    if (d.fields[i].holds != Holds::ordinary && !d.retention)
      faults.push_back({pointer + "/holds", fmt::format("\"{}\" is about a person, but there is no \"retention\"", d.fields[i].name)});
  }
  if (d.public_when && d.field(d.public_when->field) == nullptr)
    faults.push_back({"/makegood/public", fmt::format("\"public\" depends on \"{}\", which is not there", d.public_when->field)});
  constexpr std::array kPeople{"pupils", "staff", "complainants", "public"};
  const bool people = std::any_of(kPeople.begin(), kPeople.end(), [&](const char* who) { return about(d, who); });
  if (d.public_when && people && !d.consent) faults.push_back({"/makegood/public", "records about people are public only with \"consent\""});
  if (d.needs_dpia() && !d.opens_with_dpia)
    faults.push_back({"/makegood/opens", "special category or criminal offence data: \"opens\" is \"dpia\""});
}

}  // namespace makegood::registers
