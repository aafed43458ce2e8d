#include "tasks/own_amendments.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "tasks/access_log.h"
#include "tasks/receipts.h"
#include "tasks/record_keys.h"
#include "tasks/record_step.h"
#include "tasks/write_down.h"

namespace makegood::tasks {
namespace {

/// A record in the hands of whoever sent it; `actor` is null where they come with the receipt.
struct Own {
  FoundRecord found;
  const Actor* actor = nullptr;
  FieldNames not_asked;  ///< not theirs to see, or objected to
  std::string question;
  [[nodiscard]] const Definition& definition() const { return found.kept->definition; }
};

Refusal not_there() { return {Fault::not_found, "there is no such record", {}}; }

/// What the actor may not see of it; nothing where it is not theirs. They sent it, or may send in what is that
/// organisation's; and whoever sent it has a right to no more once they may not.
std::optional<FieldNames> not_for(const FoundRecord& found, const Actor& actor, const std::vector<Entry>& entries) {
  const auto& definition = found.kept->definition;
  const bool reaches = reach_for(definition, actor, Doing::submit).covers(found.record.organisation);
  const bool sent_it = !entries.empty() && entries.front().actor == actor.name;
  if (sent_it && (reaches || open_to_anybody(definition))) return FieldNames{};
  if (definition.gives_receipts() || !reaches) return std::nullopt;
  return hidden_fields(definition, actor, false, found.record.organisation);
}

/// Why it was moved to where it stands.
std::string question_in(const std::vector<Entry>& entries) {
  const auto moved = std::find_if(entries.rbegin(), entries.rend(), [](const Entry& entry) { return entry.kind == "record.moved" && !entry.erased; });
  if (moved == entries.rend()) return {};
  const auto then = read_record(moved->payload);
  return then ? then->reason : std::string{};
}

/// Answers that an objection keeps from use are asked for no more; nor is a name where none was given.
Result<void> leave_out(const Workspace& w, Own& own) {
  const auto objection = w.care.objection_of(own.found.record.id);
  if (!objection) return tl::unexpected(objection.error());
  if (*objection) own.not_asked.insert((*objection)->fields.begin(), (*objection)->fields.end());
  const auto& fields = own.definition().fields;
  const bool named = std::any_of(fields.begin(), fields.end(), [&](const RegisterField& f) { return f.is_sender && !answer(own.found.record.answers, f.name).empty(); });
  for (const auto& field : fields)
    if (field.is_sender && !named) own.not_asked.insert(field.name);
  return {};
}

/// Without the fields, and without what is asked only when one of them is answered.
Definition without(Definition definition, FieldNames names) {
  for (auto before = definition.fields.size() + 1; before != definition.fields.size();) {
    before = definition.fields.size();
    std::erase_if(definition.fields, [&](const RegisterField& field) {
      const bool goes = names.contains(field.name) || (field.shown_if && names.contains(field.shown_if->field));
      if (goes) names.insert(field.name);
      return goes;
    });
  }
  return definition;
}

Result<void> still_open(const Own& own) {
  const auto& definition = own.definition();
  const auto& record = own.found.record;
  if (record.emptied) return refuse(Fault::conflict, "this record has been erased and cannot be changed");
  if (!open_to_sender(definition, record.state)) {
    const auto* state = definition.state(record.state);
    return refuse(Fault::conflict, state == nullptr ? "what was sent in to this register is not changed by its sender"
                                                    : fmt::format("what you sent is \"{}\" now: you can change it again if it is sent back to you", state->title.en));
  }
  // Whoever is not known may not put words under everybody's eyes that nobody has looked at.
  if (open_to_anybody(definition) && public_answers(definition, record))
    return refuse(Fault::conflict, "everybody can see this now: ask those who look after it to change it");
  return {};
}

Result<Own> find_own(const Workspace& w, const Actor& actor, const RecordId& id) {
  auto found = find_record(w, id);
  if (!found) return tl::unexpected(found.error());
  const auto entries = w.ledger.about(id.text);
  if (!entries) return tl::unexpected(entries.error());
  auto hidden = not_for(*found, actor, *entries);
  if (!hidden) return tl::unexpected(not_there());
  Own own{std::move(*found), &actor, std::move(*hidden), question_in(*entries)};
  if (auto done = leave_out(w, own); !done) return tl::unexpected(done.error());
  if (auto open = still_open(own); !open) return tl::unexpected(open.error());
  return own;
}

Result<Own> find_own(const Workspace& w, std::string_view register_name, std::string_view receipt) {
  auto record = record_with_receipt(w, register_name, receipt);
  if (!record) return tl::unexpected(record.error());
  auto kept = w.registers.find(register_name);
  if (!kept) return tl::unexpected(kept.error());
  Own own{FoundRecord{std::move(*kept), std::move(*record)}, nullptr, {}, {}};
  if (auto done = leave_out(w, own); !done) return tl::unexpected(done.error());
  if (auto open = still_open(own); !open) return tl::unexpected(open.error());
  return own;
}

Result<Own> find_own_in(const Workspace& w, const Actor& actor, std::string_view register_name, const RecordId& id) {
  auto own = find_own(w, actor, id);
  if (own && own->definition().name != register_name) return tl::unexpected(not_there());
  return own;
}

bool is_senders(const RegisterField& field) { return field.set_by == SetBy::whoever_submits; }

Result<OwnRecord> shown(const Workspace& w, Own own) {
  OwnRecord seen{.kept = own.found.kept, .asked = without(own.definition(), own.not_asked), .answers = {}, .question = std::move(own.question), .messages = {},
                 .seen = own.found.record.sequence};
  bool looks = false;
  for (const auto& field : seen.asked.fields)
    if (const auto value = answer(own.found.record.answers, field.name); is_senders(field) && !value.empty()) {
      seen.answers.emplace(field.name, value);
      looks = looks || field.is_protected();
    }
  if (looks)
    if (auto noted = note_access(w, own.actor == nullptr ? "" : own.actor->name, Looked::record, own.found.record.id.text); !noted) return tl::unexpected(noted.error());
  return seen;
}

/// The record's answers with the sender's in their place. What they are not asked stays as it is.
Answers with_senders(const Definition& asked, Answers answers, const Answers& given) {
  for (const auto& field : asked.fields) {
    if (!is_senders(field)) continue;
    answers.erase(field.name);
    if (const auto value = trim(answer(given, field.name)); !value.empty()) answers[field.name] = value;
  }
  return answers;
}

/// Those that are not the same, by either.
Answers changed_between(const Answers& before, const Answers& after) {
  Answers changed;
  for (const auto& [field, value] : before)
    if (answer(after, field) != value) changed[field] = answer(after, field);
  for (const auto& [field, value] : after)
    if (answer(before, field) != value) changed[field] = value;
  return changed;
}

Result<void> check_key(const Workspace& w, const Definition& definition, const Record& before, const Record& record) {
  const auto key = key_of(definition, record.answers);
  if (key.empty() || key == key_of(definition, before.answers)) return {};
  const auto other = w.registers.with_key(definition.name, key);
  if (!other) return tl::unexpected(other.error());
  if (*other) return refuse(Fault::conflict, fmt::format("there is a record with the same {} already", join(definition.primary_key, ", ")));
  return {};
}

/// It may become another organisation's, if the sender may send that one's in too.
Result<void> check_organisation(const Workspace& w, const Own& own, Record& record) {
  const auto& definition = own.definition();
  const auto names = organisation_names(w);
  if (!names) return tl::unexpected(names.error());
  const auto organisation = names->id_of(answer(record.answers, definition.organisation));
  if (organisation == record.organisation) return {};
  if (!open_to_anybody(definition) && (own.actor == nullptr || !reach_for(definition, *own.actor, Doing::submit).covers(organisation)))
    return refuse(Fault::not_allowed, "you may send in records of your own organisation only", definition.organisation);
  record.organisation = organisation;
  return {};
}

Result<OwnChanged> amend(const Workspace& w, const Own& own, const OwnChange& amending) {
  const auto& definition = own.definition();
  const auto asked = without(definition, own.not_asked);
  const auto& before = own.found.record;
  Record record = before;
  record.answers = with_senders(asked, record.answers, amending.answers);
  OwnChanged done{AnswerCheck(definition)(record.answers, Moment::submitting)};
  // What they are not asked stood before, and is not for them to mend.
  std::erase_if(done.faults, [&](const RegisterFault& fault) { return asked.field(fault.field) == nullptr || !is_senders(*asked.field(fault.field)); });
  if (!done.faults.empty()) return done;
  const auto changed = changed_between(before.answers, record.answers);
  if (changed.empty() && trim(amending.reply).empty()) return done;
  if (changed.empty() && before.reason == squeeze(valid_utf8(amending.reply))) return done;  // pressed twice
  if (before.sequence != amending.seen) return refuse(Fault::conflict, "somebody else changed this first: look at what they wrote, and send yours again if it is to stand");
  auto owed = RecordKeys(w, definition).check_changed(record.answers, changed, record.id);
  if (!owed) return tl::unexpected(owed.error());
  if (done.faults = std::move(*owed); !done.faults.empty()) return done;
  if (auto independent = check_independence(definition, record.answers); !independent) return tl::unexpected(independent.error());
  if (auto key = check_key(w, definition, before, record); !key) return tl::unexpected(key.error());
  if (auto theirs = check_organisation(w, own, record); !theirs) return tl::unexpected(theirs.error());
  record.reason = squeeze(valid_utf8(amending.reply));
  record.version = definition.version;
  const auto& by = own.actor == nullptr ? nobody_known() : *own.actor;
  if (auto written = write_down(w, {record_entry("record.changed", definition, record, by)}, {{record.id.text, amending.seen}}); !written)
    return tl::unexpected(written.error());
  return done;
}

}  // namespace

Result<OwnRecord> own_record(const Workspace& w, const Actor& actor, std::string_view register_name, const RecordId& id) {
  auto own = find_own_in(w, actor, register_name, id);
  if (!own) return tl::unexpected(own.error());
  return shown(w, std::move(*own));
}

Result<OwnRecord> own_record(const Workspace& w, std::string_view register_name, std::string_view receipt) {
  auto own = find_own(w, register_name, receipt);
  if (!own) return tl::unexpected(own.error());
  auto messages = w.registers.messages_about(own->found.record.id);
  if (!messages) return tl::unexpected(messages.error());
  auto seen = shown(w, std::move(*own));
  if (seen) seen->messages = std::move(*messages);
  return seen;
}

bool is_own_record(const Workspace& w, const Actor& actor, const RecordId& id) { return find_own(w, actor, id).has_value(); }

bool is_own_record(const Workspace& w, std::string_view register_name, std::string_view receipt) { return find_own(w, register_name, receipt).has_value(); }

Result<OwnChanged> amend_own_record(const Workspace& w, const Actor& actor, std::string_view register_name, const RecordId& id, const OwnChange& amending) {
  const auto own = find_own_in(w, actor, register_name, id);
  return own ? amend(w, *own, amending) : tl::unexpected(own.error());
}

Result<OwnChanged> amend_own_record(const Workspace& w, std::string_view register_name, std::string_view receipt, const OwnChange& amending) {
  const auto own = find_own(w, register_name, receipt);
  return own ? amend(w, *own, amending) : tl::unexpected(own.error());
}

}  // namespace makegood::tasks
