#include "tasks/emergency.h"

#include <algorithm>

#include <fmt/format.h>

#include "people/directory.h"
#include "tasks/access_log.h"
#include "tasks/letter_words.h"
#include "tasks/outbox.h"
#include "tasks/record_step.h"
#include "words/words.h"

namespace makegood::tasks {
namespace {

Result<void> check(const Emergency& emergency) {
  if (trim(emergency.reason).empty()) return refuse(Fault::invalid_input, "say why you have to open this record", "reason");
  if (std::find(kEmergencyMinutes.begin(), kEmergencyMinutes.end(), emergency.minutes) == kEmergencyMinutes.end())
    return refuse(Fault::invalid_input, "choose for how long", "minutes");
  return {};
}

/// Those with the role for this register today who can be written to, but not the one who opens it.
std::vector<const Person*> people_with(const Directory& directory, Role role, const Definition& definition, const Actor& actor, Day today) {
  std::vector<const Person*> found;
  for (const auto& person : directory.people) {
    if (person.email.empty() || person.email == actor.name) continue;
    const auto grants = grants_of(directory, person.id, today);
    const bool has_it = std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) {
      return grant.role == role && grant.organisation.empty() && (grant.plan.empty() || grant.plan == register_scope(definition.name));
    });
    if (has_it) found.push_back(&person);
  }
  return found;
}

// The record's words and the reason stay out: a letter goes further than its reader.
Letter letter_about(const Workspace& w, const Definition& definition, const EmergencyLook& look, const Person& person) {
  Letter letter;
  letter.key = fmt::format("emergency {} {} {} {}", look.record.text, look.who, look.until, person.id.text);
  letter.kind = LetterKind::notice;
  letter.to = person.email;
  const auto words = Words::for_language(language_of(person));
  const auto title = definition.title.in(words.tag());
  letter.subject = words("letter.emergency.subject", {{"register", title}});
  LetterWords body(words.language());
  body.paragraph(words("letter.emergency.what", {{"who", look.who}, {"record", look.record.text}, {"register", title}}));
  body.paragraph(words("letter.emergency.look"));
  body.link(words("letter.emergency.link"), w.letterhead.address(language_of(person), "/desk/emergencies"));
  body.into(letter);
  return letter;
}

/// Monitoring officers, or where there is none the coordinators.
Result<int> add_letters(const Workspace& w, const Definition& definition, const EmergencyLook& look, const Actor& actor, Batch& batch) {
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  const auto today = w.clock.now().today;
  auto readers = people_with(**directory, Role::monitoring_officer, definition, actor, today);
  if (readers.empty()) readers = people_with(**directory, Role::coordinator, definition, actor, today);
  for (const auto* person : readers) {
    auto errand = letter_errand(w, letter_about(w, definition, look, *person));
    if (!errand) return tl::unexpected(errand.error());
    batch.errands.push_back(std::move(*errand));
  }
  return static_cast<int>(readers.size());
}

/// The record, where it is in this register and out of the actor's reach.
Result<Record> out_of_reach(const Workspace& w, const Definition& definition, const Actor& actor, const RecordId& id) {
  auto record = w.registers.record(id);
  if (!record && record.error().fault != Fault::not_found) return record;
  if (!record || record->register_name != definition.name) return refuse(Fault::not_found, "this register has no record with that number", "record");
  if (reach_for(definition, actor, Doing::see).covers(record->organisation)) return refuse(Fault::conflict, "you can open this record as it is", "record");
  return record;
}

}  // namespace

bool may_open_in_emergency(const Definition& definition, const Actor& actor) {
  return std::any_of(actor.grants.begin(), actor.grants.end(), [&](const Grant& grant) {
    const Actor one{actor.name, {grant}};
    return has_part_in(definition, one) && may(one, Action::open_in_emergency, {.plan = register_scope(definition.name), .organisation = grant.organisation});
  });
}

Result<EmergencyOpened> open_in_emergency(const Workspace& w, const Actor& actor, const Emergency& emergency) {
  const auto kept = w.registers.find(emergency.register_name);
  if (!kept) return tl::unexpected(kept.error());
  const auto& definition = (*kept)->definition;
  if (!may_open_in_emergency(definition, actor)) return refuse(Fault::not_allowed, "you are not allowed to open a record in an emergency");
  if (auto good = check(emergency); !good) return tl::unexpected(good.error());
  if (const auto record = out_of_reach(w, definition, actor, emergency.record); !record) return tl::unexpected(record.error());
  const auto now = w.clock.now();
  const EmergencyLook look{.record = emergency.record, .register_name = definition.name, .who = actor.name, .reason = squeeze(valid_utf8(emergency.reason)),
                           .at = now.utc(), .until = now.seconds + 60LL * emergency.minutes};
  Batch batch;
  batch.at = look.at;
  batch.changes = {{"look.opened", look_subject(look.record), actor.name, write_look(look)}};
  const auto told = add_letters(w, definition, look, actor, batch);
  if (!told) return tl::unexpected(told.error());
  if (auto entries = w.ledger.append(batch); !entries) return tl::unexpected(entries.error());
  if (auto noted = note_access(w, actor.name, Looked::emergency, look.record.text); !noted) return tl::unexpected(noted.error());
  return EmergencyOpened{look.until, *told};
}

Result<void> end_emergency(const Workspace& w, const Actor& actor, const RecordId& id) {
  const auto looks = w.care.looks_at(id);
  if (!looks) return tl::unexpected(looks.error());
  const auto until = open_until(*looks, actor, w.clock.now());
  if (!until) return refuse(Fault::conflict, "you do not have this record open");
  Batch batch;
  batch.at = w.clock.now().utc();
  for (const auto& look : *looks) {
    if (look.who != actor.name || look.ended || look.until <= w.clock.now().seconds) continue;
    const EmergencyLook end{.record = id, .register_name = look.register_name, .until = look.until};
    batch.changes.push_back({"look.ended", look_subject(id), actor.name, write_look(end)});
  }
  if (auto entries = w.ledger.append(batch); !entries) return tl::unexpected(entries.error());
  return {};
}

std::optional<std::int64_t> open_until(const std::vector<EmergencyLook>& looks, const Actor& actor, const Now& now) {
  std::optional<std::int64_t> until;
  for (const auto& look : looks)
    if (look.who == actor.name && !look.ended && look.until > now.seconds) until = std::max(until.value_or(0), look.until);
  return until;
}

Result<std::vector<EmergencyLook>> list_emergencies(const Workspace& w, const Actor& actor, std::int64_t before, int limit) {
  if (auto allowed = require(actor, Action::read_access_log); !allowed) return tl::unexpected(allowed.error());
  if (auto noted = note_access(w, actor.name, Looked::access_log, "emergencies"); !noted) return tl::unexpected(noted.error());
  return w.care.looks(before, limit);
}

}  // namespace makegood::tasks
