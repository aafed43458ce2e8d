// What contradicts itself in what a definition says about groups.

#include <algorithm>

#include <fmt/format.h>

#include "registers/answers.h"
#include "registers/group_words.h"

namespace makegood::registers {
namespace {

/// One object of the vocabulary, whose members name fields.
class NamedFields {
 public:
  NamedFields(const Definition& definition, std::string_view object, Faults& faults) : definition_(definition), object_(object), faults_(faults) {}

  /// The field that the member names; faults one that is not there. Null where there is none to look at.
  const RegisterField* field(std::string_view member, const std::string& name) {
    if (name.empty()) return nullptr;
    const auto* found = definition_.field(name);
    if (found == nullptr) fault(member, fmt::format("\"{}\" names the field \"{}\", which is not there", member, name));
    return found;
  }
  void date(std::string_view member, const std::string& name) {
    if (const auto* found = field(member, name); found != nullptr && found->type != FieldType::date) fault(member, fmt::format("\"{}\" is no date", name));
  }
  /// Not known to some who see the record, so that nothing that is shown to all of them may rest on it.
  void open(std::string_view member, const std::string& name) {
    if (const auto* found = field(member, name); found != nullptr && found->is_protected()) fault(member, fmt::format("\"{}\" is protected: it is not for everybody who sees the register", name));
  }
  void state(std::string_view member, const std::string& name) {
    if (!name.empty() && definition_.state(name) == nullptr) fault(member, fmt::format("\"{}\" is not a state", name));
  }
  void codes(std::string_view member, const std::string& name, const std::vector<std::string>& codes) {
    const auto* found = definition_.field(name);
    if (found == nullptr) return;
    const auto choices = choices_of(definition_, *found);
    for (const auto& code : codes)
      if (std::none_of(choices.begin(), choices.end(), [&](const RegisterChoice& choice) { return choice.code == code; }))
        fault(member, fmt::format("\"{}\" is not a value that \"{}\" can have", code, name));
  }
  void fault(std::string_view member, std::string message) { faults_.push_back({fmt::format("/makegood/{}/{}", object_, member), std::move(message)}); }

 private:
  const Definition& definition_;
  std::string_view object_;
  Faults& faults_;
};

void check_composition(const Definition& d, const CompositionWords& words, Faults& faults) {
  NamedFields named(d, "composition", faults);
  named.open("group", words.group);
  if (d.field(words.group) != nullptr && key_through(d, words.group, 1) == nullptr)
    named.fault("group", fmt::format("\"{}\" leads to no register of groups: it needs a key of its own among \"foreignKeys\"", words.group));
  for (const auto& [member, name] : {std::pair{"from", &words.from}, std::pair{"until", &words.until}, std::pair{"left", &words.left}}) {
    named.date(member, *name);
    named.open(member, *name);
  }
  for (const auto& state : words.states) named.state("states", state);
  for (const auto& by : words.by) named.open("by", by);
  named.field("language", words.language);
  if (const auto* address = named.field("address", words.address); address != nullptr && address->format != TextFormat::email)
    named.fault("address", fmt::format("\"{}\" is no e-mail address", words.address));
  named.open("required", words.required);
  if (const auto* required = d.field(words.required); required != nullptr && choices_of(d, *required).empty())
    named.fault("required", fmt::format("\"{}\" has no values to be required", words.required));
}

void check_circulation(const Definition& d, const CirculationWords& words, Faults& faults) {
  NamedFields named(d, "circulation", faults);
  for (const auto& [member, name] : {std::pair{"group", &words.group}, std::pair{"paper", &words.paper}, std::pair{"version", &words.version}, std::pair{"member", &words.member},
                                     std::pair{"post", &words.post}, std::pair{"file", &words.file}, std::pair{"answer", &words.answer}, std::pair{"comment", &words.comment}})
    named.open(member, *name);
  for (const auto& [member, name] : {std::pair{"sent", &words.sent}, std::pair{"due", &words.due}, std::pair{"answered", &words.answered}}) named.date(member, *name);
  if (d.field(words.member) != nullptr && key_through(d, words.member, 2) == nullptr)
    named.fault("member", fmt::format("\"{}\" leads to no register of members: it needs a key, together with \"{}\", among \"foreignKeys\"", words.member, words.group));
  if (const auto* post = d.field(words.post); post != nullptr && post->refers != Refers::post) named.fault("post", fmt::format("\"{}\" does not refer to a post", words.post));
  named.codes("agree", words.answer, words.agree);
  named.codes("explain", words.answer, words.explain);
  if (const auto* answer = d.field(words.answer); answer != nullptr && choices_of(d, *answer).empty()) named.fault("answer", fmt::format("\"{}\" has no values to choose from", words.answer));
  for (const auto& state : {words.asked_state, words.answered_state, words.replaced_state}) named.state("states", state);
  if (d.first_state() != words.asked_state) named.fault("states", fmt::format("records begin as \"{}\", not as \"{}\"", d.first_state(), words.asked_state));
  const auto leads = [&](const std::string& from, const std::string& to) {
    const auto* state = d.state(from);
    return state == nullptr || std::find(state->moves.begin(), state->moves.end(), to) != state->moves.end();
  };
  if (!leads(words.asked_state, words.answered_state)) named.fault("states", fmt::format("no move leads from \"{}\" to \"{}\"", words.asked_state, words.answered_state));
  for (const auto& state : {words.asked_state, words.answered_state})
    if (!leads(state, words.replaced_state)) named.fault("states", fmt::format("no move leads from \"{}\" to \"{}\"", state, words.replaced_state));
}

void check_pack(const Definition& d, const PackWords& words, Faults& faults) {
  NamedFields named(d, "pack", faults);
  named.open("group", words.group);
  named.date("day", words.day);
  for (const auto& field : words.agenda) named.open("agenda", field);
  if (d.field(words.group) != nullptr && key_through(d, words.group, 1) == nullptr)
    named.fault("group", fmt::format("\"{}\" leads to no register of groups: it needs a key of its own among \"foreignKeys\"", words.group));
  for (const auto& records : words.records)
    if (records.is != PackRecords::Is::group && d.primary_key.size() != 1) named.fault("records", "records that hold this record's key need a primary key of one field");
}

}  // namespace

void check_group_words(const Definition& definition, const GroupWords& words, Faults& faults) {
  if (words.composition) check_composition(definition, *words.composition, faults);
  if (words.circulation) check_circulation(definition, *words.circulation, faults);
  if (words.pack) check_pack(definition, *words.pack, faults);
}

}  // namespace makegood::registers
