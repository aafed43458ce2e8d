#include "tasks/return_run.h"

#include <algorithm>

#include <fmt/format.h>

#include "people/presence.h"
#include "tasks/letter_batch.h"

namespace makegood::tasks {
namespace {

bool names(const std::vector<RequestId>& ids, const RequestId& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

/// The post that watches; where there is none, everybody who handles all of the register's records.
std::vector<Watcher> watchers_of(const ReturnState& state) {
  if (auto watcher = watcher_for(*state.directory, state.scope(), state.ladder.escalates_to, state.today)) return {*watcher};
  std::vector<Watcher> handlers;
  for (const auto& person : state.directory->people) {
    const Actor actor{person.email, grants_of(*state.directory, person.id, state.today)};
    if (!can_be_written_to(person, state.today) || !reach_of(state.definition(), state.definition().roles.handle, actor).all || !may(actor, Action::handle_records, {.plan = state.scope()})) continue;
    const auto* post = post_held(*state.directory, person.id, state.today);
    handlers.push_back({person, post == nullptr ? std::string() : post_in_words(*state.directory, post->id, state.today)});
  }
  return handlers;
}

std::string words_of(const std::vector<Watcher>& watchers) {
  std::vector<std::string> words;
  for (const auto& one : watchers) words.push_back(one.words.empty() ? "whoever handles the register" : one.words);
  return join(words, "; ");
}

std::string returns_path(const ReturnState& state, const Cycle& cycle) {
  return fmt::format("/desk/registers/{}/returns?day={}", state.definition().name, cycle.period.first.iso());
}

std::vector<Unasked> missing_only(std::vector<Unasked> unasked, const std::set<std::string>& missing) {
  std::erase_if(unasked, [&](const Unasked& one) { return !missing.contains(one.item.text); });
  return unasked;
}

}  // namespace

RegisterChased ReturnRun::carry_out(const ReturnState& state) {
  RegisterChased report;
  report.name = state.definition().name;
  expect(state.scope(), state.seen);
  const auto schedule = return_schedule(state.ladder, state.returns(), state.period);
  const auto steps = steps_for(schedule, {}, known_rounds(state.rounds), today_);
  const auto asking = asking_for_returns(*state.kept, *state.directory, today_);
  for (const auto& round : state.rounds) {
    if (std::find(steps.close.begin(), steps.close.end(), round.cycle.id) != steps.close.end()) close(state, round), ++report.closed;
    if (round.cycle.is_open(today_)) press(state, round, steps, asking, report);
  }
  if (steps.open) open(state, *steps.open, asking, report);
  return report;
}

void ReturnRun::open(const ReturnState& state, const PlannedCycle& planned, const Asking& asking, RegisterChased& report) {
  ReturnRound round{{}, state.missing};
  auto& cycle = round.cycle;
  cycle.plan = state.scope();
  cycle.id = planned.id;
  cycle.period = {state.period->from, state.period->until};
  cycle.opened = today_;
  cycle.closes = planned.closes;
  report.unasked = missing_only(asking.unasked, round.missing);
  const auto asks = not_asked_yet(round, asking);
  if (asks.empty()) return;  // nobody can be asked, or all have returned: no round is used up
  auto event = event_of(state, round);
  event.day.reset();
  event.first = cycle.period.first;
  event.last = cycle.period.last;
  event.opened = cycle.opened;
  event.closes = cycle.closes;
  event.unasked = report.unasked;
  add("cycle.opened", cycle.plan, event);
  for (const auto& one : asks) cycle.requests.push_back(ask(state, round, one));
  escalate(state, round, {}, report.unasked);
  report.period = state.period;
  report.closes = cycle.closes;
  report.asked = static_cast<int>(asks.size());
}

void ReturnRun::press(const ReturnState& state, const ReturnRound& round, const Steps& steps, const Asking& asking, RegisterChased& report) {
  report.period = round.period(state.returns());
  report.closes = round.cycle.closes;
  report.unasked = missing_only(asking.unasked, round.missing);
  auto now = round;  // as it is after the revocations, for who is to be asked in their place
  for (const auto* gone : passed_on(round, asking)) {
    revoke(state, round, *gone);
    for (auto& request : now.cycle.requests)
      if (request.id == gone->id) request.revoked = today_;
  }
  std::vector<RequestId> late;
  for (const auto& request : now.cycle.requests) {
    if (request.revoked) continue;
    if (names(steps.remind, request.id)) remind(state, round, request), ++report.reminded;
    if (names(steps.escalate, request.id)) late.push_back(request.id);
  }
  if (today_.plus_days(kLeastBetweenLetters) <= round.cycle.closes)
    for (const auto& one : not_asked_yet(now, asking)) ask(state, round, one), ++report.asked;
  escalate(state, now, late, {});
  report.escalated = static_cast<int>(late.size());
}

Request ReturnRun::ask(const ReturnState& state, const ReturnRound& round, const Ask& ask) {
  Request request;
  request.id = make_id<RequestTag>(w_.random);
  request.plan = round.cycle.plan;
  request.cycle = round.cycle.id;
  request.person = ask.person;
  request.items = ask.items;
  request.asked = request.last_letter = today_;
  auto event = event_of(state, round);
  event.person = ask.person;
  event.items = ask.items;
  add("return.asked", request.id.text, event);
  add_section(state, round, request, std::nullopt);
  return request;
}

void ReturnRun::remind(const ReturnState& state, const ReturnRound& round, const Request& request) {
  expect(request.id.text, request.sequence);
  add("return.reminded", request.id.text, event_of(state, round));
  add_section(state, round, request, request.asked);
}

void ReturnRun::revoke(const ReturnState& state, const ReturnRound& round, const Request& request) {
  expect(request.id.text, request.sequence);
  auto event = event_of(state, round);
  event.reason = "left the post";
  add("request.revoked", request.id.text, event);
}

void ReturnRun::escalate(const ReturnState& state, const ReturnRound& round, const std::vector<RequestId>& late, const std::vector<Unasked>& unasked) {
  if (late.empty() && unasked.empty()) return;
  const auto watchers = watchers_of(state);
  MissingSection section{.register_title = state.definition().title, .period = round.period(state.returns()), .closes = round.cycle.closes, .returns = {}, .silent = {}, .nobody_to_ask = {}};
  for (const auto& request : round.cycle.requests) {
    if (!names(late, request.id)) continue;
    expect(request.id.text, request.sequence);
    auto event = event_of(state, round);
    event.to = words_of(watchers);
    add("return.escalated", request.id.text, event);
    for (const auto& item : awaited_of(round, request))
      if (std::find(section.silent.begin(), section.silent.end(), item.named) == section.silent.end()) section.silent.push_back(item.named);
  }
  for (const auto& one : unasked) section.nobody_to_ask.push_back(one.named);
  for (const auto& watcher : watchers) {
    section.returns = w_.letterhead.address(language_of(watcher.person), returns_path(state, round.cycle));
    auto& digest = missing_[watcher.person.id.text];
    if (digest.sections.empty()) digest = {watcher.person, watcher.words, reply_address(actor_), {}};
    digest.sections.push_back(section);
  }
}

void ReturnRun::close(const ReturnState& state, const ReturnRound& round) {
  auto closing = event_of(state, round);
  closing.day = round.cycle.closes;
  for (const auto& request : round.cycle.requests) {
    if (request.revoked) continue;
    ++closing.asked;
    if (!awaited_of(round, request).empty()) ++closing.silent;
  }
  add("cycle.closed", round.cycle.plan, closing);
}

void ReturnRun::add_section(const ReturnState& state, const ReturnRound& round, const Request& request, std::optional<Day> reminds_of) {
  const auto* person = find_person(*state.directory, request.person);
  if (person == nullptr || person->email.empty()) return;
  const auto awaited = awaited_of(round, request);
  const auto& definition = state.definition();
  ReturnSection section{.request = request.id.text, .register_title = definition.title, .period = round.period(state.returns()), .closes = round.cycle.closes,
                        .organisations = {}, .form = w_.letterhead.address(language_of(*person), "/registers/" + definition.name + "/report"),
                        .returns = w_.letterhead.address(language_of(*person), returns_path(state, round.cycle)), .takes_nil = state.returns().nil, .reminds_of = reminds_of};
  for (const auto& item : awaited) section.organisations.push_back(item.named);
  auto& digest = digests_[request.person.text];
  if (digest.sections.empty()) {
    const auto& first = awaited.front();
    digest = {*person, first.post.empty() ? first.named : post_in_words(*state.directory, first.post, today_), reply_address(actor_), {}};
  }
  digest.sections.push_back(std::move(section));
}

CycleEvent ReturnRun::event_of(const ReturnState& state, const ReturnRound& round) const {
  CycleEvent event;
  event.plan = state.scope();
  event.cycle = round.cycle.id.text();
  event.day = today_;
  return event;
}

void ReturnRun::add(std::string kind, std::string subject, const CycleEvent& event) {
  batch_.changes.push_back({std::move(kind), std::move(subject), actor_.name, write_cycle_event(event)});
}

Result<int> ReturnRun::write() {
  std::vector<Letter> letters;
  for (const auto& [person, digest] : digests_) letters.push_back(return_letter(digest, w_.clock.now()));
  for (const auto& [person, digest] : missing_) letters.push_back(missing_letter(digest, today_));
  return write_with_letters(w_, std::move(batch_), letters);
}

}  // namespace makegood::tasks
