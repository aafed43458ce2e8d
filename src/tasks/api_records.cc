#include "tasks/api_records.h"

#include "registers/consent.h"
#include "tasks/record_step.h"
#include "tasks/sign_in.h"

namespace makegood::tasks {
namespace {

/// The hash of what was sent, with the key in it: the same answers under another key look like nothing known.
std::string body_hash(const Sending& sending) { return token_hash(sending.key + "\n" + sending.body); }

Result<std::optional<Sent>> sent_before(const Workspace& w, const ApiCaller& caller, const Sending& sending) {
  if (sending.key.empty()) return std::nullopt;
  const auto known = w.api_tokens.sent(caller.token.id, token_hash(sending.key));
  if (!known) return tl::unexpected(known.error());
  if (!*known || (*known)->at < w.clock.now().seconds - kSentKeySeconds) return std::nullopt;
  if ((*known)->body != body_hash(sending)) return refuse(Fault::invalid_input, "this key was sent with other content before", "Idempotency-Key");
  return Sent{(*known)->record, {}, true};
}

/// Whose record it is: nobody's but the token's, also in registers to which anybody may send.
Result<std::string> own_organisation(const Workspace& w, const ApiCaller& caller, std::string_view written) {
  const auto names = organisation_names(w);
  if (!names) return tl::unexpected(names.error());
  const auto& own = caller.token.organisation;
  if (own.empty()) return std::string(written);
  if (trim(written).empty()) return names->name_of(own);
  if (names->id_of(trim(written)) != own) return refuse(Fault::not_allowed, fmt::format("this token is for {} only", names->name_of(own)));
  return std::string(written);
}

/// What other records make of an answer: a value that one of them has, a key that leads to none.
std::vector<SentFault> told(const Definition& definition, const std::vector<RegisterFault>& faults) {
  std::vector<SentFault> all;
  for (const auto& fault : faults) all.push_back({fault.field, sentence(definition, fault)});
  return all;
}

Result<Sent> write(const Workspace& w, const ApiCaller& caller, const Definition& definition, const Sending& sending) {
  Submission submission{.register_name = caller.token.register_name, .answers = sending.answers.answers, .once = {}};
  if (!sending.key.empty())
    submission.errands = [&](const RecordId& id) {
      return std::vector<Errand>{sent_key_errand({caller.token.id, token_hash(sending.key), body_hash(sending), id, w.clock.now().seconds})};
    };
  const auto done = submit_record(w, &caller.actor, std::move(submission));
  if (!done) return tl::unexpected(done.error());
  if (!done->faults.empty()) return Sent{{}, told(definition, done->faults), false};
  return Sent{done->id, {}, false};
}

/// The record for the token, as if it were not there where it is another register's or out of reach.
Result<Record> within_reach(const Workspace& w, const ApiCaller& caller, const Definition& definition, const RecordId& id, Doing doing) {
  auto found = reached(w, caller.actor, id, doing);
  if (!found) return tl::unexpected(found.error());
  if (found->record.register_name != definition.name) return refuse(Fault::not_found, "there is no such record");
  return std::move(found->record);
}

/// A fault may lie in an answer that was there before and that the token does not see: its words would show it.
std::vector<SentFault> without_what_is_hidden(const Definition& definition, const ApiCaller& caller, std::vector<SentFault> faults) {
  const auto hidden = hidden_fields(definition, caller.actor, true);
  for (auto& fault : faults)
    if (hidden.contains(fault.field)) fault.detail = "has an answer that cannot stand, and that this token may not see";
  return faults;
}

}  // namespace

Result<Sent> send_record(const Workspace& w, const ApiCaller& caller, Sending sending) {
  const auto kept = w.registers.find(caller.token.register_name);
  if (!kept) return tl::unexpected(kept.error());
  const auto& definition = (*kept)->definition;
  if (!open_to_anybody(definition))
    if (const auto reach = need_reach(definition, caller.actor, Doing::submit); !reach) return tl::unexpected(reach.error());
  auto before = sent_before(w, caller, sending);
  if (!before) return tl::unexpected(before.error());
  if (*before) return std::move(**before);
  if (!definition.organisation.empty()) {
    auto organisation = own_organisation(w, caller, answer(sending.answers.answers, definition.organisation));
    if (!organisation) return tl::unexpected(organisation.error());
    sending.answers.answers[definition.organisation] = std::move(*organisation);
  }
  auto faults = std::move(sending.answers.faults);
  if (faults.empty()) faults = check_sent(definition, sending.answers.answers, {}, Moment::submitting);
  if (!faults.empty()) return Sent{{}, std::move(faults), false};
  auto done = write(w, caller, definition, sending);
  if (done || done.error().fault != Fault::conflict) return done;
  before = sent_before(w, caller, sending);  // the same key may have come in meanwhile
  if (!before) return tl::unexpected(before.error());
  if (*before) return std::move(**before);
  return done;
}

Result<Amended> amend_record(const Workspace& w, const ApiCaller& caller, Amending amending) {
  const auto kept = w.registers.find(caller.token.register_name);
  if (!kept) return tl::unexpected(kept.error());
  const auto& definition = (*kept)->definition;
  const auto record = within_reach(w, caller, definition, amending.id, Doing::handle);
  if (!record) return tl::unexpected(record.error());
  if (record->sequence != amending.seen) return Amended{{}, true};
  auto& sent = amending.answers.answers;
  if (const auto named = sent.find(definition.organisation); named != sent.end()) {
    const auto own = own_organisation(w, caller, named->second);
    if (!own) return tl::unexpected(own.error());
    named->second = *own;
  }
  auto faults = std::move(amending.answers.faults);
  if (faults.empty() && !record->emptied) faults = check_sent(definition, sent, record->answers, Moment::handling);
  if (!faults.empty()) return Amended{without_what_is_hidden(definition, caller, std::move(faults)), false};
  const auto done = change_record(w, caller.actor, {.id = amending.id, .answers = std::move(sent), .reason = std::move(amending.reason),
                                                    .move_to = std::move(amending.move_to), .seen = amending.seen});
  if (done && done->faults.empty()) return Amended{};
  if (done) return Amended{without_what_is_hidden(definition, caller, told(definition, done->faults)), false};
  const auto last = w.ledger.last_about(amending.id.text);
  if (done.error().fault == Fault::conflict && last && *last != amending.seen) return Amended{{}, true};
  return tl::unexpected(done.error());
}

Result<RecordList> list_used(const Workspace& w, const Actor& actor, const RecordQuery& query) {
  auto list = list_records(w, actor, query);
  const auto kept = w.registers.find(query.register_name);
  if (!list || !kept || !(*kept)->definition.consent) return list;
  std::erase_if(list->records, [&](const Record& record) {
    const auto whole = w.registers.record(record.id);  // a list has no protected answers, and the consent may be one
    return !whole || !is_consented((*kept)->definition, whole->answers);
  });
  return list;
}

Result<std::int64_t> count_used(const Workspace& w, const Actor& actor, const RecordQuery& query) {
  const auto kept = w.registers.find(query.register_name);
  if (!kept) return tl::unexpected(kept.error());
  const auto& definition = (*kept)->definition;
  if (!definition.consent) return count_records(w, actor, query);
  auto reach = need_reach(definition, actor, Doing::see);
  if (!reach) return tl::unexpected(reach.error());
  auto within = query;
  within.reach = std::move(*reach);
  std::int64_t count = 0;
  auto done = w.registers.each(within, [&](const Record& record) {
    if (is_consented(definition, record.answers)) ++count;
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  return count;
}

Result<SeenRecord> see_used(const Workspace& w, const Actor& actor, const RecordId& id) {
  const auto found = reached(w, actor, id, Doing::see);
  if (!found) return tl::unexpected(found.error());
  if (!is_consented(found->kept->definition, found->record.answers)) return refuse(Fault::not_found, "there is no such record");
  return see_record(w, actor, id, false);
}

Result<ReturnPeriod> send_nil(const Workspace& w, const ApiCaller& caller, std::string_view organisation, Day within) {
  const auto own = own_organisation(w, caller, organisation);
  if (!own) return tl::unexpected(own.error());
  const auto kept = w.registers.find(caller.token.register_name);
  if (!kept) return tl::unexpected(kept.error());
  if (auto done = say_nil(w, caller.actor, caller.token.register_name, *own, within); !done) return tl::unexpected(done.error());
  return return_period((*kept)->definition.returns->every, within);
}

}  // namespace makegood::tasks
