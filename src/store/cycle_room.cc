#include "store/cycle_room.h"

#include <algorithm>

#include "cycle/json.h"
#include "tasks/reply_link.h"

namespace makegood::store {
namespace {

#define MAKEGOOD_REQUEST_COLUMNS \
  "id, event, last_letter, reminders, escalated, escalated_to, revoked, revoked_because, silent, sequence"

std::optional<Day> day_in(const Query& row, int column) {
  const auto day = Day::parse(row.text(column));
  return day ? std::optional(*day) : std::nullopt;
}

Result<Request> request_from(const Query& row) {
  auto event = read_cycle_event(row.text(1));
  if (!event) return tl::unexpected(event.error());
  const auto cycle = CycleId::parse(event->cycle);
  if (!cycle) return tl::unexpected(cycle.error());
  Request request;
  request.id = RequestId(row.text(0));
  request.plan = event->plan;
  request.cycle = *cycle;
  request.person = event->person;
  request.items = std::move(event->items);
  request.asked = event->day.value_or(Day());
  request.last_letter = day_in(row, 2).value_or(request.asked);
  request.reminders = static_cast<int>(row.number(3));
  request.escalated = day_in(row, 4);
  request.escalated_to = row.text(5);
  request.revoked = day_in(row, 6);
  request.revoked_because = row.text(7);
  request.silent = row.number(8) != 0;
  request.sequence = row.number(9);
  return request;
}

/// Columns event, closed, locked.
Result<Cycle> cycle_from(const Query& row) {
  auto event = read_cycle_event(row.text(0));
  if (!event) return tl::unexpected(event.error());
  const auto id = CycleId::parse(event->cycle);
  if (!id) return tl::unexpected(id.error());
  Cycle cycle;
  cycle.plan = event->plan;
  cycle.id = *id;
  cycle.period = {event->first.value_or(Day()), event->last.value_or(Day())};
  cycle.opened = event->opened.value_or(Day());
  cycle.closes = event->closes.value_or(Day());
  cycle.closed = day_in(row, 1);
  cycle.locked = day_in(row, 2);
  // A cycle that was closed by hand ends on that day.
  if (cycle.closed && *cycle.closed < cycle.closes) cycle.closes = *cycle.closed;
  cycle.unasked = std::move(event->unasked);
  return cycle;
}

Result<void> add_requests(Db& db, std::string_view plan, std::vector<Cycle>& cycles) {
  for (Query q(db, "SELECT " MAKEGOOD_REQUEST_COLUMNS " FROM requests WHERE plan = $1 ORDER BY asked", plan); q.next();) {
    auto request = request_from(q);
    if (!request) return tl::unexpected(request.error());
    const auto cycle = std::find_if(cycles.begin(), cycles.end(), [&](const Cycle& c) { return c.id == request->cycle; });
    if (cycle != cycles.end()) cycle->requests.push_back(std::move(*request));
  }
  return {};
}

// Every entry about a cycle or a request of it leaves its sequence; an erasure changes what was written without one.
std::string version_of(Db& db, std::string_view plan) {
  Query q(db,
          "SELECT coalesce((SELECT max(sequence) FROM cycles WHERE plan = $1), 0) || ' ' || "
          "coalesce((SELECT max(sequence) FROM requests WHERE plan = $1), 0) || ' ' || "
          "coalesce((SELECT max(sequence) FROM entries WHERE kind = 'payload.erased'), 0)",
          plan);
  return q.next() ? q.text(0) : std::string{};
}

#define MAKEGOOD_VERSION "sequence || ' ' || coalesce((SELECT max(sequence) FROM entries WHERE kind = 'payload.erased'), 0)"

// Empty = there is no such request.
std::string version_of_request(Db& db, std::string_view id) {
  Query q(db, "SELECT " MAKEGOOD_VERSION " FROM requests WHERE id = $1", id);
  return q.next() ? q.text(0) : std::string{};
}

// Empty = there is no such cycle.
std::string version_of_cycle(Db& db, std::string_view plan, std::string_view cycle) {
  Query q(db, "SELECT " MAKEGOOD_VERSION " FROM cycles WHERE plan = $1 AND cycle = $2", plan, cycle);
  return q.next() ? q.text(0) : std::string{};
}

Result<std::vector<Cycle>> load(Db& db, std::string_view plan) {
  std::vector<Cycle> cycles;
  for (Query q(db, "SELECT event, closed, locked FROM cycles WHERE plan = $1 ORDER BY cycle", plan); q.next();) {
    auto cycle = cycle_from(q);
    if (!cycle) return tl::unexpected(cycle.error());
    cycles.push_back(std::move(*cycle));
  }
  if (auto done = add_requests(db, plan, cycles); !done) return tl::unexpected(done.error());
  std::stable_sort(cycles.begin(), cycles.end(), [](const Cycle& a, const Cycle& b) { return a.opened < b.opened; });
  return cycles;
}

}  // namespace

const char* const kReplyLinkStep = R"sql(
CREATE TABLE reply_links (
  hash    TEXT PRIMARY KEY,
  request TEXT NOT NULL
);
)sql";

Result<void> add_reply_link(Db& db, std::string_view payload) {
  const auto link = tasks::read_reply_link(payload);
  if (!link) return tl::unexpected(link.error());
  run(db, "INSERT INTO reply_links (hash, request) VALUES ($1, $2)", link->hash, link->request.text);
  return {};
}

Result<std::optional<Schedule>> CycleRoom::schedule(std::string_view plan) {
  return guarded([&]() -> Result<std::optional<Schedule>> {
    auto lease = connections_.read();
    Query q(*lease, "SELECT json FROM schedules WHERE plan = $1", plan);
    if (!q.next()) return std::optional<Schedule>{};
    auto schedule = read_schedule(q.text(0));
    if (!schedule) return tl::unexpected(schedule.error());
    return std::optional(std::move(*schedule));
  });
}

Result<std::vector<Cycle>> CycleRoom::cycles(std::string_view plan) {
  return guarded([&]() -> Result<std::vector<Cycle>> {
    const std::string key(plan);
    if (auto known = of_plans_.find(key, version_of(*connections_.glance(), plan))) return std::move(*known);
    auto lease = connections_.read();
    Tx tx(*lease, Tx::Kind::read);
    auto version = version_of(*lease, plan);
    auto loaded = load(*lease, plan);
    if (loaded) of_plans_.put(key, std::move(version), *loaded);
    return loaded;
  });
}

void CycleRoom::forget() {
  of_plans_.clear();
  cycles_.clear();
  requests_.clear();
}

Result<Cycle> CycleRoom::cycle(std::string_view plan, const CycleId& id) {
  return guarded([&]() -> Result<Cycle> {
    const auto words = id.text();
    const auto key = std::string(plan) + ' ' + words;
    // The row may be newer than its version, never older: then it is only read once more.
    auto lease = connections_.glance();
    auto version = version_of_cycle(*lease, plan, words);
    if (auto known = cycles_.find(key, version)) return std::move(*known);
    Query q(*lease, "SELECT event, closed, locked FROM cycles WHERE plan = $1 AND cycle = $2", plan, words);
    if (!q.next()) return refuse(Fault::not_found, "there is no such cycle");
    auto cycle = cycle_from(q);
    if (cycle) cycles_.put(key, std::move(version), *cycle);
    return cycle;
  });
}

Result<Request> CycleRoom::request(const RequestId& id) {
  return guarded([&]() -> Result<Request> {
    auto lease = connections_.glance();
    auto version = version_of_request(*lease, id.text);
    if (auto known = requests_.find(id.text, version)) return std::move(*known);
    Query q(*lease, "SELECT " MAKEGOOD_REQUEST_COLUMNS " FROM requests WHERE id = $1", id.text);
    if (!q.next()) return refuse(Fault::not_found, "there is no such request");
    auto request = request_from(q);
    if (request) requests_.put(id.text, std::move(version), *request);
    return request;
  });
}

Result<RequestId> CycleRoom::request_of_link(std::string_view hash) {
  return guarded([&]() -> Result<RequestId> {
    auto lease = connections_.glance();
    Query q(*lease, "SELECT request FROM reply_links WHERE hash = $1", hash);
    if (!q.next()) return refuse(Fault::not_found, "there is no such link");
    return RequestId(q.text(0));
  });
}

}  // namespace makegood::store
