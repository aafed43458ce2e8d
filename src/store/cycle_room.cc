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

Result<Request> request_with(Db& db, std::string_view id) {
  Query q(db, "SELECT " MAKEGOOD_REQUEST_COLUMNS " FROM requests WHERE id = $1", id);
  return q.next() ? request_from(q) : refuse(Fault::not_found, "there is no such request");
}

Result<Cycle> cycle_with(Db& db, std::string_view plan, const CycleId& id) {
  Query q(db, "SELECT event, closed, locked FROM cycles WHERE plan = $1 AND cycle = $2", plan, id.text());
  return q.next() ? cycle_from(q) : refuse(Fault::not_found, "there is no such cycle");
}

// A link whose request or cycle is not there opens nothing.
constexpr const char* kBehindLink =
    "SELECT r.id, r.sequence || ' ' || c.sequence || ' ' || coalesce((SELECT max(sequence) FROM entries WHERE kind = 'payload.erased'), 0) "
    "FROM reply_links l JOIN requests r ON r.id = l.request JOIN cycles c ON c.plan = r.plan AND c.cycle = r.cycle WHERE l.hash = $1";

Result<LinkedRequest> load_linked(Db& db, std::string_view id) {
  auto request = request_with(db, id);
  if (!request) return tl::unexpected(request.error());
  auto cycle = cycle_with(db, request->plan, request->cycle);
  if (!cycle) return tl::unexpected(cycle.error());
  return LinkedRequest{std::make_shared<const Request>(std::move(*request)), std::make_shared<const Cycle>(std::move(*cycle))};
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
  behind_links_.clear();
}

Result<Request> CycleRoom::request(const RequestId& id) {
  return guarded([&] { return request_with(*connections_.glance(), id.text); });
}

Result<LinkedRequest> CycleRoom::behind_link(std::string_view hash) {
  return guarded([&]() -> Result<LinkedRequest> {
    auto lease = connections_.glance();
    // What is loaded may be newer than its version, never older: then it is only loaded once more.
    Query q(*lease, kBehindLink, hash);
    if (!q.next()) return refuse(Fault::not_found, "there is no such link");
    const std::string key(hash), id = q.text(0);
    auto version = q.text(1);
    if (auto known = behind_links_.find(key, version)) return std::move(*known);
    auto linked = load_linked(*lease, id);
    if (linked) behind_links_.put(key, std::move(version), *linked);
    return linked;
  });
}

}  // namespace makegood::store
