#include "tasks/changed_definition.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "tasks/record_step.h"

namespace makegood::tasks {
namespace {

constexpr std::size_t kIdsNamed = 20;

RecordQuery whole_register(const Definition& definition) { return {.register_name = definition.name, .reach = {.all = true, .organisations = {}}}; }

std::set<std::string> codes_of(const Definition& definition, const RegisterField& field) {
  std::set<std::string> codes;
  for (const auto& choice : choices_of(definition, field)) codes.insert(choice.code);
  return codes;
}

/// Goes through the records and gathers why each has no place.
class Misfits {
 public:
  Misfits(const Definition& before, const Definition& next) : before_(before), next_(next), check_before_(before), check_(next) {
    for (const auto& field : next.fields) note_what_changes(field);
  }
  void look_at(const Record& record);
  [[nodiscard]] std::vector<std::string> reasons() const;

 private:
  void note_what_changes(const RegisterField& field);
  void look_at_codes(const Record& record);
  void look_at_answers(const Record& record);
  void look_at_values(const Record& record);
  void add(std::string reason, const Record& record) { without_[std::move(reason)].push_back(record.id.text); }

  const Definition &before_, &next_;
  AnswerCheck check_before_, check_;
  std::map<std::string, std::set<std::string>> codes_gone_;  ///< by field
  std::vector<std::string> newly_unique_;
  std::map<std::string, std::string> first_with_;  ///< a field and its value, or the key: the first record that has it
  std::map<std::string, std::vector<std::string>> without_;  ///< by reason: ids
};

void Misfits::note_what_changes(const RegisterField& field) {
  const auto* old = before_.field(field.name);
  if (field.constraints.unique && (old == nullptr || !old->constraints.unique)) newly_unique_.push_back(field.name);
  if (old == nullptr || choices_of(next_, field).empty()) return;
  auto gone = codes_of(before_, *old);
  for (const auto& code : codes_of(next_, field)) gone.erase(code);
  if (!gone.empty()) codes_gone_.emplace(field.name, std::move(gone));
}

/// What had a code and has none now would count as unmapped.
void Misfits::look_at_codes(const Record& record) {
  for (const auto& [name, gone] : codes_gone_) {
    const auto value = answer(record.answers, name);
    for (const auto& part : next_.field(name)->many ? split(value, ';') : std::vector<std::string>{std::string(value)})
      if (gone.contains(part) && coded(next_, *next_.field(name), part) == kUnmapped)
        return add(fmt::format("\"{}\" has no choice \"{}\" any more", name, part), record);
  }
}

void Misfits::look_at_answers(const Record& record) {
  auto asked_before = record.answers, asked_now = record.answers;
  static_cast<void>(check_before_(asked_before, Moment::importing));
  for (auto fault : check_(asked_now, Moment::importing)) {
    const bool limit = fault.trouble == AnswerTrouble::too_short || fault.trouble == AnswerTrouble::too_long ||
                       fault.trouble == AnswerTrouble::too_small || fault.trouble == AnswerTrouble::too_large;
    if (!limit) fault.detail.clear();  // it may be the answer
    add(sentence(next_, fault), record);
  }
  for (const auto& [name, value] : asked_before)
    if (next_.field(name) != nullptr && !asked_now.contains(name)) add(fmt::format("\"{}\" would not be asked", name), record);
}

void Misfits::look_at_values(const Record& record) {
  const auto alone = [&](std::string what, std::string reason) {
    const auto [there, fresh] = first_with_.emplace(std::move(what), record.id.text);
    if (!fresh && there->second != record.id.text) add(std::move(reason), record);
  };
  for (const auto& name : newly_unique_)
    if (const auto value = answer(record.answers, name); !value.empty())
      alone(fmt::format("{}\x1f{}", name, value), fmt::format("\"{}\" says what another record says", name));
  if (next_.primary_key == before_.primary_key) return;
  // Records are entered again one after another: until then another may hold the key by the definition before.
  for (const auto* definition : {&before_, &next_})
    if (const auto key = key_of(*definition, record.answers); !key.empty()) alone(fmt::format("\x1f{}", key), "the primary key is that of another record");
}

void Misfits::look_at(const Record& record) {
  for (const auto& [name, value] : record.answers)
    if (next_.field(name) == nullptr) add(fmt::format("\"{}\" is gone and has answers", name), record);
  if (!record.state.empty() && next_.state(record.state) == nullptr) add(fmt::format("the state \"{}\" is gone", record.state), record);
  if (record.state.empty() && !next_.states.empty()) add("there is no state for a record that has none", record);
  look_at_codes(record);
  look_at_values(record);
  if (!record.emptied) look_at_answers(record);
}

std::vector<std::string> Misfits::reasons() const {
  std::vector<std::string> reasons;
  for (const auto& [reason, ids] : without_) {
    const auto named = std::vector<std::string>(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), kIdsNamed)));
    reasons.push_back(fmt::format("{} ({}: {}{})", reason, ids.size(), join(named, ", "), ids.size() > kIdsNamed ? ", ..." : ""));
  }
  return reasons;
}

/// Whether an entry would be written otherwise for the same record.
bool written_otherwise(const Definition& before, const Definition& next) {
  if (before.date != next.date || before.primary_key != next.primary_key || before.organisation != next.organisation) return true;
  return std::any_of(next.fields.begin(), next.fields.end(), [&](const RegisterField& field) {
    const auto* old = before.field(field.name);
    return old != nullptr && old->is_protected() != field.is_protected();
  });
}

}  // namespace

Result<std::vector<std::string>> left_without_a_place(const Workspace& w, const Definition& before, const Definition& next) {
  Misfits misfits(before, next);
  auto done = w.registers.each(whole_register(next), [&](const Record& record) {
    misfits.look_at(record);
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  return misfits.reasons();
}

Result<std::vector<Change>> entered_again(const Workspace& w, const Actor& actor, const Definition& before, const Definition& next,
                                          std::vector<Expectation>& expectations) {
  std::vector<Change> changes;
  if (!written_otherwise(before, next)) return changes;
  const auto names = organisation_names(w);
  if (!names) return tl::unexpected(names.error());
  auto done = w.registers.each(whole_register(next), [&](const Record& record) {
    auto after = record;
    if (before.organisation != next.organisation) after.organisation = names->id_of(answer(record.answers, next.organisation));
    if (write_record(before, record) == write_record(next, after)) return true;
    after.version = next.version;
    after.reason = "The definition of the register has changed.";
    changes.push_back(record_entry("record.changed", next, after, actor));
    expectations.push_back({record.id.text, record.sequence});
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  return changes;
}

}  // namespace makegood::tasks
