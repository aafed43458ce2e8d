// Schedules, cycles and requests: how often a plan's owners are asked, the rounds that were opened, and who was
// asked in them. A register's returns are asked for in the same tables, its scope in the plan's place (cycle/return_round.h).
// Days are ISO text, empty = not yet.

#include <array>

#include "cycle/json.h"
#include "store/topic.h"

namespace makegood::store {
namespace {

constexpr const char* kCreate = R"sql(
CREATE TABLE schedules (
  plan     TEXT PRIMARY KEY,
  json     TEXT NOT NULL,
  sequence BIGINT NOT NULL
);
CREATE TABLE cycles (
  plan     TEXT NOT NULL,
  cycle    TEXT NOT NULL,
  event    TEXT NOT NULL,
  closed   TEXT NOT NULL,
  locked   TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  PRIMARY KEY (plan, cycle)
);
CREATE TABLE requests (
  id              TEXT PRIMARY KEY,
  plan            TEXT NOT NULL,
  cycle           TEXT NOT NULL,
  event           TEXT NOT NULL,
  last_letter     TEXT NOT NULL,
  reminders       BIGINT NOT NULL,
  escalated       TEXT NOT NULL,
  escalated_to    TEXT NOT NULL,
  revoked         TEXT NOT NULL,
  revoked_because TEXT NOT NULL,
  silent          BIGINT NOT NULL,
  asked           BIGINT NOT NULL,
  sequence        BIGINT NOT NULL
);
CREATE INDEX requests_of_plan ON requests (plan, asked);
)sql";

constexpr auto kTables = std::to_array<std::string_view>({"schedules", "cycles", "requests"});

constexpr auto kDumps = std::to_array<Dump>({
    {"schedules", "SELECT * FROM schedules ORDER BY plan"},
    {"cycles", "SELECT * FROM cycles ORDER BY plan, cycle"},
    {"requests", "SELECT * FROM requests ORDER BY id"},
});

std::string iso(const std::optional<Day>& day) { return day ? day->iso() : std::string(); }

/// A projection that takes the entry with what it says.
template <void (*apply)(Db&, const Entry&, const CycleEvent&)>
Result<void> said(Db& db, const Entry& entry, std::string_view payload) {
  const auto event = read_cycle_event(payload);
  if (!event) return tl::unexpected(event.error());
  apply(db, entry, *event);
  return {};
}

Result<void> set_schedule(Db& db, const Entry& entry, std::string_view payload) {
  run(db,
      "INSERT INTO schedules (plan, json, sequence) VALUES ($1, $2, $3) "
      "ON CONFLICT (plan) DO UPDATE SET json = excluded.json, sequence = excluded.sequence",
      entry.subject, payload, entry.sequence);
  return {};
}

void open_cycle(Db& db, const Entry& entry, const CycleEvent& event) {
  run(db, "INSERT INTO cycles (plan, cycle, event, closed, locked, sequence) VALUES ($1, $2, $3, '', '', $4) ON CONFLICT DO NOTHING",
      event.plan, event.cycle, write_cycle_event(event), entry.sequence);
}

void close_cycle(Db& db, const Entry& entry, const CycleEvent& event) {
  run(db, "UPDATE cycles SET closed = $3, sequence = $4 WHERE plan = $1 AND cycle = $2", event.plan, event.cycle, iso(event.day),
      entry.sequence);
}

void lock_cycle(Db& db, const Entry& entry, const CycleEvent& event) {
  run(db, "UPDATE cycles SET locked = $3, sequence = $4 WHERE plan = $1 AND cycle = $2", event.plan, event.cycle, iso(event.day),
      entry.sequence);
}

void ask(Db& db, const Entry& entry, const CycleEvent& event) {
  run(db,
      "INSERT INTO requests (id, plan, cycle, event, last_letter, reminders, escalated, escalated_to, revoked, revoked_because, "
      "silent, asked, sequence) VALUES ($1, $2, $3, $4, $5, 0, '', '', '', '', 0, $6, $6) ON CONFLICT DO NOTHING",
      entry.subject, event.plan, event.cycle, write_cycle_event(event), iso(event.day), entry.sequence);
}

void remind(Db& db, const Entry& entry, const CycleEvent& event) {
  run(db, "UPDATE requests SET last_letter = $2, reminders = reminders + 1, sequence = $3 WHERE id = $1", entry.subject, iso(event.day),
      entry.sequence);
}

void escalate(Db& db, const Entry& entry, const CycleEvent& event) {
  run(db, "UPDATE requests SET escalated = $2, escalated_to = $3, sequence = $4 WHERE id = $1", entry.subject, iso(event.day), event.to,
      entry.sequence);
}

void revoke(Db& db, const Entry& entry, const CycleEvent& event) {
  run(db, "UPDATE requests SET revoked = $2, revoked_because = $3, sequence = $4 WHERE id = $1", entry.subject, iso(event.day),
      event.reason, entry.sequence);
}

void note_silence(Db& db, const Entry& entry, const CycleEvent& event) {
  run(db, "UPDATE requests SET silent = 1, sequence = $2 WHERE id = $1", event.request, entry.sequence);
}

constexpr auto kProjections = std::to_array<Projection>({
    {"schedule.set", set_schedule},
    {"cycle.opened", said<open_cycle>},
    {"cycle.closed", said<close_cycle>},
    {"cycle.locked", said<lock_cycle>},
    {"update.asked", said<ask>},
    {"update.reminded", said<remind>},
    {"update.escalated", said<escalate>},
    {"request.revoked", said<revoke>},
    {"update.not_answered", said<note_silence>},
    {"return.asked", said<ask>},
    {"return.reminded", said<remind>},
    {"return.escalated", said<escalate>},
});

}  // namespace

const Topic kCycleTopic = {"cycles", kCreate, kTables, kDumps, kProjections};

}  // namespace makegood::store
