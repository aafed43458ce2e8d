#include "tasks/ask.h"

#include <algorithm>

#include <fmt/format.h>

#include "people/presence.h"
#include "tasks/again_on_conflict.h"
#include "tasks/asking_run.h"

namespace makegood::tasks {
namespace {

Result<void> allowed_for(const Actor& actor, std::string_view slug) { return require(actor, Action::run_cycle, {.plan = slug}); }

Result<AskReport> ask_once(const Workspace& w, const Actor& actor, const std::vector<std::string>& slugs) {
  AskingRun run(w, actor);
  AskReport report;
  for (auto slug = slugs.begin(); slug != slugs.end(); ++slug) {
    if (std::find(slugs.begin(), slug, *slug) != slug) continue;  // named twice, asked once
    const auto state = read_cycle_state(w, *slug);
    if (!state) return tl::unexpected(state.error());
    report.plans.push_back(run.carry_out(*state));
  }
  const auto letters = run.write();
  if (!letters) return tl::unexpected(letters.error());
  report.letters = *letters;
  return report;
}

/// A request with its plan's state and its cycle, for somebody who may.
struct FoundRequest {
  CycleState state;
  const Cycle* cycle = nullptr;
  const Request* request = nullptr;
};

Result<FoundRequest> find_request(const Workspace& w, const Actor& actor, const RequestId& id) {
  const auto kept = w.cycles.request(id);
  if (!kept) return tl::unexpected(kept.error());
  if (auto allowed = allowed_for(actor, kept->plan); !allowed) return tl::unexpected(allowed.error());
  auto state = read_cycle_state(w, kept->plan);
  if (!state) return tl::unexpected(state.error());
  FoundRequest found{std::move(*state)};
  for (const auto& cycle : found.state.cycles)
    for (const auto& request : cycle.requests)
      if (request.id == id) found.cycle = &cycle, found.request = &request;
  if (found.request == nullptr) return refuse(Fault::not_found, "there is no such request");
  return found;
}

Result<void> written(AskingRun& run) {
  const auto letters = run.write();
  if (!letters) return tl::unexpected(letters.error());
  return {};
}

}  // namespace

Result<AskReport> ask_for_updates(const Workspace& w, const Actor& actor, const std::vector<std::string>& slugs) {
  for (const auto& slug : slugs)
    if (auto allowed = allowed_for(actor, slug); !allowed) return tl::unexpected(allowed.error());
  return again_on_conflict([&] { return ask_once(w, actor, slugs); });
}

Result<std::vector<LetterPreview>> preview_asking(const Workspace& w, const Actor& actor, std::string_view slug) {
  if (auto allowed = allowed_for(actor, slug); !allowed) return tl::unexpected(allowed.error());
  const auto state = read_cycle_state(w, slug);
  if (!state) return tl::unexpected(state.error());
  AskingRun run(w, actor);
  run.carry_out(*state);
  return run.preview();
}

Result<void> remind_now(const Workspace& w, const Actor& actor, const RequestId& id) {
  const auto found = find_request(w, actor, id);
  if (!found) return tl::unexpected(found.error());
  const auto& [state, cycle, request] = *found;
  if (!cycle->is_open(state.today)) return refuse(Fault::conflict, "this cycle has closed");
  if (is_settled(*request, *state.progress)) return refuse(Fault::conflict, "nothing more is awaited: it was answered or taken back");
  if (!may_remind({request->id, request->last_letter}, state.today))
    return refuse(Fault::conflict, fmt::format("the last letter went on {}: another may go from {}", request->last_letter.in_words(),
                                               request->last_letter.plus_days(kLeastBetweenLetters).in_words()));
  const auto* person = find_person(*state.directory, request->person);
  const bool is_theirs = passed_on(state, asking_of_all(state), *request).size() < unanswered(*request, *state.progress).size();
  if (person == nullptr || !can_be_written_to(*person, state.today) || !is_theirs)
    return refuse(Fault::conflict, "whoever was asked is not there any more: ask again, and whoever holds the post now gets a letter");
  AskingRun run(w, actor);
  run.remind(state, *cycle, *request);
  return written(run);
}

Result<void> revoke_request(const Workspace& w, const Actor& actor, const RequestId& id, std::string_view reason) {
  if (squeeze(reason).empty()) return refuse(Fault::invalid_input, "say why the link is taken back");
  const auto found = find_request(w, actor, id);
  if (!found) return tl::unexpected(found.error());
  if (found->request->revoked) return refuse(Fault::conflict, "this link was taken back before");
  AskingRun run(w, actor);
  run.revoke(found->state, *found->request, squeeze(valid_utf8(reason)));
  return written(run);
}

Result<void> close_cycle(const Workspace& w, const Actor& actor, std::string_view slug) {
  if (auto allowed = allowed_for(actor, slug); !allowed) return allowed;
  const auto state = read_cycle_state(w, slug);
  if (!state) return tl::unexpected(state.error());
  const auto* cycle = state->open_cycle();
  if (cycle == nullptr) return refuse(Fault::conflict, "no cycle is open");
  AskingRun run(w, actor);
  run.expect(std::string(slug), state->seen);
  run.close(*state, *cycle, state->today);
  return written(run);
}

Result<Schedule> set_schedule(const Workspace& w, const Actor& actor, std::string_view slug, const Schedule& schedule) {
  if (auto allowed = allowed_for(actor, slug); !allowed) return tl::unexpected(allowed.error());
  auto fits = checked(schedule);
  if (!fits) return fits;
  const auto state = read_cycle_state(w, slug);
  if (!state) return tl::unexpected(state.error());
  if (state->is_set && state->schedule == *fits) return fits;
  Batch batch;
  batch.changes = {{"schedule.set", std::string(slug), actor.name, write_schedule(*fits)}};
  batch.expectations = {{std::string(slug), state->seen}};
  batch.at = w.clock.now().utc();
  if (auto entries = w.ledger.append(batch); !entries) return tl::unexpected(entries.error());
  return fits;
}

}  // namespace makegood::tasks
