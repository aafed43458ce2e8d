#include "tasks/cycle_state.h"

#include <algorithm>

#include "progress/standing.h"

namespace makegood::tasks {
namespace {

/// Whether an earlier request of the cycle stands for this item of this person.
bool is_covered(const Cycle& cycle, const Progress& progress, const Ask& ask, const AskedItem& item) {
  return std::any_of(cycle.requests.begin(), cycle.requests.end(), [&](const Request& request) {
    const auto same = std::find_if(request.items.begin(), request.items.end(),
                                   [&](const AskedItem& asked) { return asked.item == item.item && asked.post == item.post; });
    if (same == request.items.end()) return false;
    const bool was_let_off = request.revoked && request.revoked_because != kPassedOn;
    if (!request.revoked || (request.person == ask.person && was_let_off)) return true;
    const auto open = unanswered(request, progress);
    return std::find(open.begin(), open.end(), item.item) == open.end();
  });
}

const AskedItem* find_asked(const Ask& ask, const ItemId& id) {
  const auto found = std::find_if(ask.items.begin(), ask.items.end(), [&](const AskedItem& asked) { return asked.item == id; });
  return found == ask.items.end() ? nullptr : &*found;
}

/// Whether the person holds the post that was asked, where another of its holders is asked now and none by delegation.
bool shares_post(const CycleState& state, const Asking& all, const AskedItem& asked, const PersonId& person) {
  const auto post = post_on(*state.directory, asked.post, state.today);
  const auto holders = holders_of(*state.directory, post, state.today);
  if (std::find(holders.begin(), holders.end(), person) == holders.end()) return false;
  bool is_meant = false;
  for (const auto& ask : all.asks)
    for (const auto& now : ask.items) {
      if (now.item != asked.item || now.post != post) continue;
      if (now.by_delegation) return false;
      is_meant = true;
    }
  return is_meant;
}

}  // namespace

const Cycle* CycleState::open_cycle() const {
  const auto open = std::find_if(cycles.rbegin(), cycles.rend(), [&](const Cycle& cycle) { return cycle.is_open(today); });
  return open == cycles.rend() ? nullptr : &*open;
}

Result<CycleState> read_cycle_state(const Workspace& w, std::string_view slug) {
  CycleState state;
  state.today = w.clock.now().today;
  const auto seen = w.ledger.last_about(slug);
  if (!seen) return tl::unexpected(seen.error());
  state.seen = *seen;
  auto kept = w.plans.find(slug, View::live);
  if (!kept) return tl::unexpected(kept.error());
  state.kept = std::move(*kept);
  const auto schedule = w.cycles.schedule(slug);
  if (!schedule) return tl::unexpected(schedule.error());
  state.is_set = schedule->has_value();
  state.schedule = schedule->value_or(Schedule{});
  auto cycles = w.cycles.cycles(slug);
  if (!cycles) return tl::unexpected(cycles.error());
  state.cycles = std::move(*cycles);
  auto progress = w.progress.of_plan(slug);
  if (!progress) return tl::unexpected(progress.error());
  state.progress = std::move(*progress);
  auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  state.directory = std::move(*directory);
  return state;
}

std::set<ItemId> claimed_done(const Plan& plan, const Progress& progress) {
  std::set<ItemId> done;
  const auto standings = standings_of(progress, plan.items);
  for (std::size_t i = 0; i < standings.size(); ++i) {
    const auto* update = standings[i].claim;
    if (update != nullptr && (update->claim == Claim::complete || update->claim == Claim::dropped)) done.insert(plan.items[i].id);
  }
  return done;
}

Asking asking_today(const CycleState& state) {
  return requests_for(state.plan(), who_answers(*state.directory, state.plan().slug, state.today),
                      claimed_done(state.plan(), *state.progress), state.schedule.officer, state.today);
}

Asking asking_of_all(const CycleState& state) {
  return requests_for(state.plan(), who_answers(*state.directory, state.plan().slug, state.today), {}, state.schedule.officer, state.today);
}

std::vector<ItemId> passed_on(const CycleState& state, const Asking& all, const Request& request) {
  auto items = unanswered(request, *state.progress);
  const auto stays = [&](const ItemId& id) {
    const auto asked = std::find_if(request.items.begin(), request.items.end(), [&](const AskedItem& one) { return one.item == id; });
    if (asked_today(all, request.person, id) != nullptr || shares_post(state, all, *asked, request.person)) return true;
    const bool is_wanted = std::any_of(all.asks.begin(), all.asks.end(), [&](const Ask& ask) { return find_asked(ask, id) != nullptr; }) ||
                           std::any_of(all.unasked.begin(), all.unasked.end(), [&](const Unasked& one) { return one.item == id; });
    return !is_wanted;
  };
  std::erase_if(items, stays);
  return items;
}

const AskedItem* asked_today(const Asking& all, const PersonId& person, const ItemId& item) {
  const auto ask = std::find_if(all.asks.begin(), all.asks.end(), [&](const Ask& one) { return one.person == person; });
  return ask == all.asks.end() ? nullptr : find_asked(*ask, item);
}

std::vector<Ask> not_yet_asked(const Cycle& cycle, const Progress& progress, std::vector<Ask> asks) {
  for (auto& ask : asks)
    std::erase_if(ask.items, [&](const AskedItem& item) { return is_covered(cycle, progress, ask, item); });
  std::erase_if(asks, [](const Ask& ask) { return ask.items.empty(); });
  return asks;
}

}  // namespace makegood::tasks
