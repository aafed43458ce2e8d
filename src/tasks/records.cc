#include "tasks/records.h"

#include <algorithm>

#include <fmt/format.h>

#include "tasks/access_log.h"
#include "tasks/receipts.h"
#include "tasks/emergency.h"
#include "tasks/empty_records.h"
#include "tasks/form_number.h"
#include "tasks/letter_batch.h"
#include "tasks/record_keys.h"
#include "tasks/record_step.h"
#include "tasks/sent_back.h"
#include "tasks/write_down.h"

namespace makegood::tasks {
namespace {

Result<void> may_come_in(const KeptRegister& kept, const Actor* actor, std::string_view organisation) {
  if (!kept.is_open()) return refuse(Fault::conflict, "this register is not open yet: its data protection impact assessment has not been approved");
  if (open_to_anybody(kept.definition)) return {};
  if (actor == nullptr) return refuse(Fault::not_allowed, "sign in to send this in");
  const auto reach = need_reach(kept.definition, *actor, Doing::submit);
  if (!reach) return tl::unexpected(reach.error());
  if (!reach->all && !reach->covers(organisation)) return refuse(Fault::not_allowed, "you may send in records of your own organisation only");
  return {};
}

bool holds_protected(const Definition& definition, const Record& record) {
  return std::any_of(record.answers.begin(), record.answers.end(), [&](const auto& a) {
    const auto* field = definition.field(a.first);
    return field != nullptr && field->is_protected();
  });
}

/// Whether nothing is to be kept of who sends this. Where it is not the sender's to choose, it is always so.
bool stays_unknown(const Definition& definition, const Submission& submission) {
  return definition.anonymous && (submission.anonymous || !definition.confidential);
}

std::string receipt_for(const Workspace& w, const Definition& definition, const Submission& submission) {
  if (!definition.gives_receipts()) return {};
  auto given = receipt_from(submission.receipt);
  return given.empty() ? make_receipt(w.random) : given;
}

/// The same form again: the same answer, where it comes with the receipt that it was given.
Result<Submitted> sent_before(const Workspace& w, Submitted done, const std::string& receipt) {
  done.already = true;
  if (receipt.empty()) return done;
  const auto record = w.forms.record_with_receipt(token_hash(receipt));
  if (!record) return tl::unexpected(record.error());
  if (*record == done.id) done.receipt = receipt;
  return done;
}

/// Whoever wrote a record does not say who reviewed it, nor that it was.
Result<void> check_reviewer(const Workspace& w, const Definition& definition, const Actor& actor, const Record& record, const Answers& answers) {
  const auto changed = std::find_if(definition.independent.begin(), definition.independent.end(), [&](const std::string& name) {
    const auto given = answers.find(name);
    return given != answers.end() && !trim(given->second).empty() && trim(given->second) != answer(record.answers, name);
  });
  if (changed == definition.independent.end()) return {};
  const auto entries = w.ledger.about(record.id.text);
  if (!entries) return tl::unexpected(entries.error());
  if (entries->empty() || entries->front().actor != actor.name) return {};
  return refuse(Fault::not_allowed, "you sent this in: somebody else reviews it", *changed);
}

/// Consent can be taken back by whoever handles a record, and given by nobody but whom it is about.
Result<void> check_consent(const Definition& definition, const Record& record, const Answers& answers) {
  if (!definition.consent) return {};
  const auto& [field, given] = *definition.consent;
  const auto* asked = definition.field(field);
  if (asked != nullptr && asked->set_by == SetBy::handler) return {};  // written down for them, as they gave it
  const auto is_given = [&](std::string_view value) { return std::find(given.begin(), given.end(), value) != given.end(); };
  const auto changed = answers.find(field);
  if (changed == answers.end() || !is_given(trim(changed->second)) || is_given(answer(record.answers, field))) return {};
  return refuse(Fault::not_allowed, "consent is given by whoever it is about: ask them to fill in the form again", field);
}

/// What stands beside it.
Result<void> add_care(const Workspace& w, const RecordId& id, SeenRecord& seen) {
  auto hold = w.care.hold_of(id);
  if (!hold) return tl::unexpected(hold.error());
  auto objection = w.care.objection_of(id);
  if (!objection) return tl::unexpected(objection.error());
  auto looks = w.care.looks_at(id);
  if (!looks) return tl::unexpected(looks.error());
  seen.hold = std::move(*hold);
  seen.objection = std::move(*objection);
  seen.emergencies = std::move(*looks);
  return {};
}

std::vector<std::string> moves_of(const Definition& definition, const Record& record, bool handles) {
  const auto* state = definition.state(record.state);
  return state == nullptr || !handles || record.emptied ? std::vector<std::string>{} : state->moves;
}

}  // namespace

Result<Submitted> submit_record(const Workspace& w, const Actor* actor, Submission submission) {
  const auto kept = w.registers.find(submission.register_name);
  if (!kept) return tl::unexpected(kept.error());
  const auto& definition = (*kept)->definition;
  const auto names = organisation_names(w);
  if (!names) return tl::unexpected(names.error());
  Submitted done;
  const bool anonymous = stays_unknown(definition, submission);
  done.faults = anonymous ? AnswerCheck(without_sender(definition))(submission.answers, Moment::submitting)
                          : AnswerCheck(definition)(submission.answers, Moment::submitting);
  const auto organisation = names->id_of(answer(submission.answers, definition.organisation));
  if (auto allowed = may_come_in(**kept, actor, organisation); !allowed) return tl::unexpected(allowed.error());
  if (!done.faults.empty()) return done;
  if (auto independent = check_independence(definition, submission.answers); !independent) return tl::unexpected(independent.error());

  done.id = is_form_number(submission.once) ? RecordId(submission.once) : make_id<RecordTag>(w.random);
  const auto last = w.ledger.last_about(done.id.text);
  if (!last) return tl::unexpected(last.error());
  const auto receipt = receipt_for(w, definition, submission);
  if (*last > 0) return sent_before(w, std::move(done), receipt);
  auto owed = RecordKeys(w, definition).check(submission.answers);
  if (!owed) return tl::unexpected(owed.error());
  if (done.faults = std::move(*owed); !done.faults.empty()) return done;
  done.receipt = receipt;
  const auto today = w.clock.now().today;
  Record record{.id = done.id, .register_name = definition.name, .version = definition.version, .organisation = organisation,
                .state = definition.first_state(), .recorded = today, .entered = today, .answers = std::move(submission.answers)};
  set_by_system(definition, record);
  if (const auto key = key_of(definition, record.answers); !key.empty()) {
    const auto other = w.registers.with_key(definition.name, key);
    if (!other) return tl::unexpected(other.error());
    if (*other) return refuse(Fault::conflict, fmt::format("there is a record with the same {} already", join(definition.primary_key, ", ")));
  }
  Batch batch;
  batch.changes = {record_entry("record.recorded", definition, record, actor == nullptr || anonymous ? nobody_known() : *actor)};
  batch.expectations = {{done.id.text, 0}};
  batch.at = w.clock.now().utc();
  if (submission.errands) batch.errands = submission.errands(done.id);
  if (!receipt.empty()) batch.errands.push_back({std::string(kReceiptErrand), token_hash(receipt) + "\n" + done.id.text});
  if (!submission.holder.empty()) batch.errands.push_back({std::string(kFormSentErrand), submission.holder + "\n" + submission.once});
  if (auto written = w.ledger.append(batch); !written) return tl::unexpected(written.error());
  return done;
}

Result<SeenRecord> see_record(const Workspace& w, const Actor& actor, const RecordId& id, bool deciding) {
  auto found = find_record(w, id);
  if (!found) return tl::unexpected(found.error());
  const auto& definition = found->kept->definition;
  SeenRecord seen;
  if (auto added = add_care(w, id, seen); !added) return tl::unexpected(added.error());
  const bool by_role = found->reached_by(actor, Doing::see);
  if (!by_role) seen.until = open_until(seen.emergencies, actor, w.clock.now());
  if (!by_role && !seen.until) return refuse(Fault::not_found, "there is no such record");
  // What nobody needs in an emergency is not shown in one.
  const auto hidden = hidden_fields(definition, actor, deciding || !by_role, found->record.organisation);
  seen.in_confidence = is_in_confidence(definition, actor, found->record.organisation);
  std::erase_if(found->record.answers, [&](const auto& a) {
    const bool hide = hidden.contains(a.first);
    if (hide) seen.hidden.push_back(a.first);
    return hide;
  });
  if (!by_role || holds_protected(definition, found->record))
    if (auto noted = note_access(w, actor.name, by_role ? Looked::record : Looked::emergency, id.text); !noted) return tl::unexpected(noted.error());
  const auto handle = reach_for(definition, actor, Doing::handle);
  const bool handles = handle.all || handle.covers(found->record.organisation);
  seen.moves = moves_of(definition, found->record, handles);
  seen.may_change = handles && !found->record.emptied;
  seen.due = due_in_state(definition, found->record.state, found->record.entered);
  seen.record = std::move(found->record);
  return seen;
}

Result<RecordList> list_records(const Workspace& w, const Actor& actor, RecordQuery query) {
  const auto kept = w.registers.find(query.register_name);
  if (!kept) return tl::unexpected(kept.error());
  const auto reach = need_reach((*kept)->definition, actor, Doing::see);
  if (!reach) return tl::unexpected(reach.error());
  query.reach = *reach;
  return w.registers.list(query);
}

Result<std::int64_t> count_records(const Workspace& w, const Actor& actor, RecordQuery query) {
  const auto kept = w.registers.find(query.register_name);
  if (!kept) return tl::unexpected(kept.error());
  const auto reach = need_reach((*kept)->definition, actor, Doing::see);
  if (!reach) return tl::unexpected(reach.error());
  query.reach = *reach;
  return w.registers.count(query);
}

Result<Changed> change_record(const Workspace& w, const Actor& actor, const Changing& changing) {
  auto found = reached(w, actor, changing.id, Doing::handle);
  if (!found) return tl::unexpected(found.error());
  auto& record = found->record;
  const auto& definition = found->kept->definition;
  if (record.sequence != changing.seen) return refuse(Fault::conflict, "somebody else changed this record first: look at it again");
  if (record.emptied) return refuse(Fault::conflict, "this record has been erased and cannot be changed");
  const auto reviewer = check_reviewer(w, definition, actor, record, changing.answers);
  if (auto consent = check_consent(definition, record, changing.answers); !consent) return tl::unexpected(consent.error());
  const auto hidden = hidden_fields(definition, actor, true, record.organisation);
  for (const auto& [field, value] : changing.answers) {
    if (hidden.contains(field)) return refuse(Fault::not_allowed, "you may not change what you may not see", field);
    if (trim(value).empty()) record.answers.erase(field);
    else record.answers[field] = value;
  }
  Changed changed{AnswerCheck(definition)(record.answers, Moment::handling)};
  if (!changed.faults.empty()) return changed;
  auto owed = RecordKeys(w, definition).check_changed(record.answers, changing.answers, record.id);
  if (!owed) return tl::unexpected(owed.error());
  if (changed.faults = std::move(*owed); !changed.faults.empty()) return changed;
  if (auto independent = check_independence(definition, record.answers); !independent) return tl::unexpected(independent.error());
  if (!reviewer) return tl::unexpected(reviewer.error());
  const auto today = w.clock.now().today;
  if (!changing.move_to.empty()) {
    if (auto moves = may_move(definition, record.state, changing.move_to, record.answers); !moves) return tl::unexpected(moves.error());
    record.state = changing.move_to;
    record.entered = today;
    record.closed = definition.state(record.state)->is_final ? std::optional(today) : std::nullopt;
  }
  record.reason = squeeze(valid_utf8(changing.reason));
  record.version = definition.version;
  const auto kind = changing.move_to.empty() ? "record.changed" : "record.moved";
  auto letters = changing.move_to.empty() ? Result<std::vector<Letter>>{} : letters_to_sender(w, actor, definition, record);
  if (!letters) return tl::unexpected(letters.error());
  Batch batch;
  batch.changes = {record_entry(kind, definition, record, actor)};
  batch.expectations = {{record.id.text, changing.seen}};
  if (auto done = write_with_letters(w, std::move(batch), *letters); !done) return tl::unexpected(done.error());
  return changed;
}

Result<void> empty_record(const Workspace& w, const Actor& actor, const RecordId& id, std::string_view reason) {
  auto found = reached(w, actor, id, Doing::handle);
  if (!found) return tl::unexpected(found.error());
  if (auto allowed = require(actor, Action::erase, {.plan = register_scope(found->record.register_name), .organisation = found->record.organisation}); !allowed)
    return allowed;
  if (trim(reason).empty()) return refuse(Fault::invalid_input, "say why this record is erased", "reason");
  if (found->record.emptied) return refuse(Fault::conflict, "this record has been erased before");
  return empty_all(w, actor, found->kept->definition, {std::move(found->record)}, reason);
}

Result<std::vector<RecordId>> past_retention(const Workspace& w, const Actor& actor, std::string_view register_name) {
  const auto kept = w.registers.find(register_name);
  if (!kept) return tl::unexpected(kept.error());
  const auto reach = need_reach((*kept)->definition, actor, Doing::handle);
  if (!reach) return tl::unexpected(reach.error());
  const auto today = w.clock.now().today;
  std::vector<RecordId> ids;
  auto done = w.registers.each({.register_name = std::string(register_name), .reach = *reach}, [&](const Record& record) {
    const auto until = makegood::past_retention((*kept)->definition, record.answers, record.recorded, record.closed);
    if (!record.emptied && until && *until < today) ids.push_back(record.id);
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  return ids;
}

Result<PublishedList> public_records(const Workspace& w, const PublishedQuery& query) {
  if (const auto kept = w.registers.find(query.register_name); !kept) return tl::unexpected(kept.error());
  return w.registers.published(query);
}

}  // namespace makegood::tasks
