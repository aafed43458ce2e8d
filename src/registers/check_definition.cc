#include "registers/check_definition.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "registers/definition_words.h"

namespace makegood {

std::vector<registers::PlacedFault> check_definition(const Definition& definition) {
  registers::Faults faults;
  registers::check_fields(definition, faults);
  registers::check_values(definition, faults);
  registers::check_states(definition, faults);
  registers::check_lawful(definition, faults);
  registers::check_sender(definition, faults);
  registers::check_the_rest(definition, faults);
  return faults;
}

namespace registers {
namespace {

template <class Words>
void check_words(const Words& known, const std::vector<std::string>& written, const std::string& pointer, std::string_view what, Faults& faults) {
  for (std::size_t i = 0; i < written.size(); ++i)
    if (std::find(known.begin(), known.end(), written[i]) == known.end())
      faults.push_back({fmt::format("{}/{}", pointer, i), fmt::format("\"{}\" is not {} that is known", written[i], what)});
}

void check_who(const std::vector<Who>& list, const char* key, bool has_organisation, Faults& faults) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto pointer = fmt::format("/makegood/roles/{}/{}", key, i);
    if (std::find(kRoleWords.begin(), kRoleWords.end(), list[i].role) == kRoleWords.end())
      faults.push_back({pointer, fmt::format("\"{}\" is not a role", list[i].role)});
    if (list[i].role == "anybody" && std::string_view(key) != "submit")
      faults.push_back({pointer, "\"anybody\" may submit, and nothing else: what the public sees is said under \"public\""});
    if (list[i].own && !has_organisation)
      faults.push_back({pointer, "\"own\" needs \"organisation\": the field that says whose record it is"});
  }
}

void named_field(const Definition& d, const std::string& name, const std::string& pointer, std::string_view what, Faults& faults) {
  if (!name.empty() && d.field(name) == nullptr) faults.push_back({pointer, fmt::format("{} names the field \"{}\", which is not there", what, name)});
}

void check_retention(const Definition& d, Faults& faults) {
  if (!d.retention) return;
  const auto& from = d.retention->from;
  if (from == "recorded") return;
  if (from == "closed") {
    if (d.states.empty()) faults.push_back({"/makegood/retention/from", "retention runs from \"closed\", but there are no states"});
    return;
  }
  const auto* field = d.field(from);
  if (field == nullptr || field->type != FieldType::date)
    faults.push_back({"/makegood/retention/from", fmt::format("retention runs from \"{}\", which is no date field, \"recorded\" or \"closed\"", from)});
}

void check_signal(const Definition& d, const Signal& signal, const std::string& pointer, Faults& faults) {
  for (const auto& by : signal.by) named_field(d, by, pointer + "/by", "a signal", faults);
  named_field(d, signal.field, pointer + "/field", "a signal", faults);
  if (!signal.to.empty() && std::find(kRoleWords.begin(), kRoleWords.end(), signal.to) == kRoleWords.end())
    faults.push_back({pointer + "/to", fmt::format("\"{}\" is not a role", signal.to)});
  if (signal.kind == SignalKind::missing && signal.field.empty()) faults.push_back({pointer, "a signal of what is missing needs \"field\""});
  if (signal.kind == SignalKind::silence && !d.returns && (d.date.empty() || !signal.days))
    faults.push_back({pointer, "a signal of silence needs \"returns\", or \"date\" and for how many \"days\""});
  if (signal.kind == SignalKind::rise && d.date.empty()) faults.push_back({pointer, "a signal of a rise needs \"date\""});
}

}  // namespace

void check_the_rest(const Definition& d, Faults& faults) {
  check_words(kSubjects, d.subjects, "/makegood/subjects", "a kind of subject", faults);
  check_words(kLinks, d.links, "/makegood/links", "a kind of link", faults);
  if (d.subjects.empty()) faults.push_back({"/makegood/subjects", "\"subjects\" is missing: whom records are about, or [\"none\"]"});
  const bool has_organisation = !d.organisation.empty();
  check_who(d.roles.submit, "submit", has_organisation, faults);
  check_who(d.roles.see, "see", has_organisation, faults);
  check_who(d.roles.handle, "handle", has_organisation, faults);
  check_who(d.roles.take_out, "export", has_organisation, faults);
  if (d.roles.handle.empty() && !d.states.empty()) faults.push_back({"/makegood/roles", "there are states, but nobody may move a record: \"handle\" is empty"});
  if (d.roles.submit.empty()) faults.push_back({"/makegood/roles", "nobody may submit: \"submit\" is empty"});
  if (d.roles.see.empty()) faults.push_back({"/makegood/roles", "nobody may see a record: \"see\" is empty"});
  if (d.version < 1) faults.push_back({"/makegood/version", "\"version\" begins with 1"});
  named_field(d, d.author, "/makegood/author", "\"author\"", faults);
  named_field(d, d.date, "/makegood/date", "\"date\"", faults);
  for (const auto& name : d.independent) named_field(d, name, "/makegood/independent", "\"independent\"", faults);
  if (!d.independent.empty() && d.author.empty()) faults.push_back({"/makegood/independent", "\"independent\" needs \"author\""});
  if (const auto* field = d.field(d.organisation); has_organisation && (field == nullptr || field->refers != Refers::organisation))
    faults.push_back({"/makegood/organisation", fmt::format("\"{}\" is no field that refers to an organisation", d.organisation)});
  if (const auto* field = d.field(d.date); field != nullptr && field->type != FieldType::date && field->type != FieldType::yearmonth && field->type != FieldType::year)
    faults.push_back({"/makegood/date", fmt::format("\"{}\" is no date", d.date)});
  if (d.returns && !has_organisation) faults.push_back({"/makegood/returns", "returns need \"organisation\": who has returned"});
  if (d.returns && d.date.empty()) faults.push_back({"/makegood/returns", "returns need \"date\": for which period"});
  for (const auto& by : d.counts_by) named_field(d, by, "/makegood/counts/by", "\"counts\"", faults);
  for (std::size_t i = 0; i < d.signals.size(); ++i) check_signal(d, d.signals[i], fmt::format("/makegood/signals/{}", i), faults);
  check_retention(d, faults);
}

}  // namespace registers
}  // namespace makegood
