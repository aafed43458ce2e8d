#include "tasks/record_keys.h"

#include <algorithm>

#include <fmt/format.h>

namespace makegood::tasks {
namespace {

Reach everybody() { return {.all = true, .organisations = {}}; }

std::vector<std::string> values_of(const Answers& answers, const std::vector<std::string>& fields) {
  std::vector<std::string> values;
  for (const auto& field : fields) {
    const auto value = trim(answer(answers, field));
    if (value.empty()) return {};
    values.emplace_back(value);
  }
  return values;
}

/// `values` of a foreign key as the answers of the record that they lead to.
Answers as_answers(const ForeignKey& key, const std::vector<std::string>& values) {
  Answers there;
  for (std::size_t i = 0; i < values.size(); ++i) there[key.reference[i]] = values[i];
  return there;
}

bool is_primary(const Definition& definition, const ForeignKey& key) {
  return std::is_permutation(key.reference.begin(), key.reference.end(), definition.primary_key.begin(), definition.primary_key.end());
}

/// Unique, and not by being the whole primary key.
bool is_unique(const Definition& definition, const RegisterField& field) {
  return field.constraints.unique && definition.primary_key != std::vector<std::string>{field.name};
}

/// The first record with these answers. The store narrows by words where it can: it has no index on what one field says.
Result<std::optional<RecordId>> first_with(const Workspace& w, const Definition& definition, const Answers& wanted, const std::optional<RecordId>& but) {
  RecordQuery query{.register_name = definition.name, .reach = everybody()};
  for (const auto& [name, value] : wanted) {
    const auto* field = definition.field(name);
    const bool plain = std::none_of(value.begin(), value.end(), [](unsigned char c) { return c == '"' || c == '\\' || c < 0x20; });
    if (plain && field != nullptr && !field->is_protected()) query.words = value;
  }
  std::optional<RecordId> found;
  auto done = w.registers.each(query, [&](const Record& record) {
    const bool same = std::all_of(wanted.begin(), wanted.end(), [&](const auto& one) { return answer(record.answers, one.first) == one.second; });
    if (same && (!but || record.id != *but)) found = record.id;
    return !found;
  });
  if (!done) return tl::unexpected(done.error());
  return found;
}

}  // namespace

RecordKeys::RecordKeys(const Workspace& workspace, const Definition& definition, bool many) : w_(workspace), definition_(definition), many_(many) {}

void RecordKeys::expect(const Answers& answers) {
  if (std::any_of(definition_.foreign_keys.begin(), definition_.foreign_keys.end(), [](const ForeignKey& key) { return key.resource.empty(); }))
    waiting_.push_back(answers);
}

Result<void> RecordKeys::begin() {
  if (begun_) return {};
  begun_ = true;
  for (const auto& key : definition_.foreign_keys) {
    Target target{.key = &key, .there = {}, .expected = {}, .known = {}};
    auto there = w_.registers.find(key.resource.empty() ? definition_.name : key.resource);
    if (!there && there.error().fault != Fault::not_found) return tl::unexpected(there.error());
    if (there) target.there = std::move(*there);
    for (const auto& answers : waiting_)
      if (const auto values = values_of(answers, key.reference); key.resource.empty() && !values.empty()) target.expected.insert(join(values, "\x1f"));
    targets_.push_back(std::move(target));
  }
  return many_ ? read_all() : Result<void>{};
}

Result<void> RecordKeys::read_all() {
  std::vector<const RegisterField*> unique;
  for (const auto& field : definition_.fields)
    if (is_unique(definition_, field)) unique.push_back(&field);
  if (unique.empty()) return {};
  return w_.registers.each({.register_name = definition_.name, .reach = everybody()}, [&](const Record& record) {
    for (const auto* field : unique)
      if (const auto value = answer(record.answers, field->name); !value.empty()) held_[field->name].emplace(value, record.id);
    return true;
  });
}

Result<bool> RecordKeys::leads(Target& target, const std::vector<std::string>& values) {
  const auto joined = join(values, "\x1f");
  if (target.expected.contains(joined)) return true;
  if (const auto known = target.known.find(joined); known != target.known.end()) return known->second;
  const auto& there = target.there->definition;
  const auto wanted = as_answers(*target.key, values);
  const auto found = is_primary(there, *target.key) ? w_.registers.with_key(there.name, key_of(there, wanted)) : first_with(w_, there, wanted, std::nullopt);
  if (!found) return tl::unexpected(found.error());
  return target.known[joined] = found->has_value();
}

Result<std::optional<RecordId>> RecordKeys::with_unique(std::string_view field, std::string_view value) {
  if (auto ready = begin(); !ready) return tl::unexpected(ready.error());
  const auto& held = held_[std::string(field)];
  const auto found = held.find(std::string(value));
  return found == held.end() || found->second.text.empty() ? std::nullopt : std::optional(found->second);
}

/// Another record that has the value. A row of a file takes its value, so that the next with the same is told.
Result<std::optional<RecordId>> RecordKeys::holder(const RegisterField& field, const std::string& value, const std::optional<RecordId>& own) {
  if (!many_) return first_with(w_, definition_, {{field.name, value}}, own);
  const auto [there, fresh] = held_[field.name].emplace(value, own.value_or(RecordId("")));
  if (fresh || (own && there->second == *own)) return std::nullopt;
  return there->second;
}

Result<std::vector<RegisterFault>> RecordKeys::check(const Answers& answers, const std::optional<RecordId>& own) {
  if (auto ready = begin(); !ready) return tl::unexpected(ready.error());
  std::vector<RegisterFault> faults;
  for (const auto& field : definition_.fields) {
    const auto value = std::string(answer(answers, field.name));
    if (value.empty() || !is_unique(definition_, field)) continue;
    const auto other = holder(field, value, own);
    if (!other) return tl::unexpected(other.error());
    if (*other) faults.push_back({field.name, AnswerTrouble::taken, shorten(value, 60)});
  }
  for (auto& target : targets_) {
    const auto values = values_of(answers, target.key->fields);
    if (values.empty() || target.there == nullptr) continue;
    const auto found = leads(target, values);
    if (!found) return tl::unexpected(found.error());
    if (!*found) faults.push_back({target.key->fields.back(), AnswerTrouble::leads_nowhere, fmt::format("{} ({})", shorten(join(values, ", "), 60), target.there->definition.title.en)});
  }
  return faults;
}

Result<std::vector<RegisterFault>> RecordKeys::check_changed(const Answers& answers, const Answers& changed, const RecordId& own) {
  auto faults = check(answers, own);
  if (!faults) return faults;
  std::erase_if(*faults, [&](const RegisterFault& fault) {
    const auto touched = [&](const std::string& field) { return changed.contains(field); };
    if (fault.trouble == AnswerTrouble::taken) return !touched(fault.field);
    return std::none_of(definition_.foreign_keys.begin(), definition_.foreign_keys.end(), [&](const ForeignKey& key) {
      return key.fields.back() == fault.field && std::any_of(key.fields.begin(), key.fields.end(), touched);
    });
  });
  return faults;
}

}  // namespace makegood::tasks
