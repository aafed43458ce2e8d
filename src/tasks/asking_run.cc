#include "tasks/asking_run.h"

#include <algorithm>

#include <fmt/format.h>

#include "people/presence.h"
#include "tasks/drafts.h"
#include "tasks/letter_batch.h"
#include "tasks/reply_link.h"

namespace makegood::tasks {
namespace {

constexpr std::size_t kItemWords = 140;

std::string item_words(const Plan& plan, const ItemId& id) {
  const auto* item = find_item(plan, id);
  if (item == nullptr) return id.text;
  const auto title = shorten(item->title, kItemWords);
  return item->ref.empty() ? title : item->ref + " " + title;
}

std::string asker_of(const CycleState& state, const Workspace& w) {
  if (!state.plan().organisation.empty()) return state.plan().organisation;
  return w.letterhead.from_name.empty() ? state.plan().title : w.letterhead.from_name;
}

PostId post_of(const Request& request) { return request.items.empty() ? PostId() : request.items.front().post; }

const Cycle* find_cycle(const CycleState& state, const CycleId& id) {
  for (const auto& cycle : state.cycles)
    if (cycle.id == id) return &cycle;
  return nullptr;
}

/// Why a request of an open cycle ends: its person has left, or all that it awaits passed on. Empty = it goes on.
std::string_view why_ended(const CycleState& state, const Request& request, const std::vector<ItemId>& passed) {
  if (is_settled(request, *state.progress)) return {};
  const auto* person = find_person(*state.directory, request.person);
  if (person == nullptr || has_left(*person, state.today)) return kLeftThePost;
  return passed.size() == unanswered(request, *state.progress).size() ? kPassedOn : std::string_view();
}

}  // namespace

PlanAsked AskingRun::carry_out(const CycleState& state) {
  PlanAsked report;
  report.slug = state.plan().slug;
  expect(report.slug, state.seen);
  const auto steps = steps_for(state.schedule, state.plan().settings, known_cycles(state.cycles, *state.progress), today_);
  const auto asking = asking_today(state);
  report.unasked = asking.unasked;
  for (const auto& id : steps.close) close(state, *find_cycle(state, id), find_cycle(state, id)->closes), ++report.closed;
  for (const auto& id : steps.lock) lock(state, *find_cycle(state, id)), ++report.locked;
  if (const auto* cycle = state.open_cycle()) {
    report.closes = cycle->closes;
    const auto now = handed_on(state, *cycle);
    const auto stays = [&](const RequestId& id) {
      return std::none_of(now.requests.begin(), now.requests.end(), [&](const Request& r) { return r.id == id && r.revoked; });
    };
    for (const auto& request : now.requests) {
      if (std::find(steps.remind.begin(), steps.remind.end(), request.id) == steps.remind.end()) continue;
      if (is_settled(request, *state.progress)) continue;
      remind(state, *cycle, request);
      ++report.reminded;
    }
    if (today_.plus_days(kLeastBetweenLetters) <= cycle->closes)
      for (const auto& late : not_yet_asked(now, *state.progress, asking.asks)) ask(state, *cycle, late), ++report.asked;
    auto late = steps.escalate;
    std::erase_if(late, [&](const RequestId& id) { return !stays(id); });
    escalate(state, now, late, {});
    report.escalated = static_cast<int>(late.size());
  }
  if (steps.open && !asking.asks.empty()) open(state, *steps.open, asking, report);
  if (!report.closes)
    if (const auto next = cycle_after(state.schedule, state.plan().settings, today_)) report.next_opens = next->opens;
  return report;
}

/// The cycle as it is once those whose word it no longer is are let go, and what is awaited of the others is asked of the post
/// for which they answer today: who is to be asked beside them, or in their place, is seen from it.
Cycle AskingRun::handed_on(const CycleState& state, const Cycle& cycle) {
  const auto all = asking_of_all(state);
  auto now = cycle;
  for (auto& request : now.requests) {
    const auto passed = passed_on(state, all, request);
    if (const auto why = why_ended(state, request, passed); !why.empty()) {
      revoke(state, request, std::string(why));
      request.revoked = today_;
      request.revoked_because = why;
      continue;
    }
    const auto open = unanswered(request, *state.progress);
    const auto is_in = [](const std::vector<ItemId>& items, const ItemId& id) { return std::find(items.begin(), items.end(), id) != items.end(); };
    std::erase_if(request.items, [&](const AskedItem& asked) { return is_in(passed, asked.item); });
    for (auto& asked : request.items)
      if (const auto* mine = asked_today(all, request.person, asked.item); mine != nullptr && is_in(open, asked.item)) asked = *mine;
  }
  return now;
}

void AskingRun::open(const CycleState& state, const PlannedCycle& planned, const Asking& asking, PlanAsked& report) {
  Cycle cycle;
  cycle.plan = state.plan().slug;
  cycle.id = planned.id;
  cycle.period = planned.period;
  cycle.opened = today_;
  cycle.closes = planned.closes;
  auto event = event_of(state, cycle.id);
  event.day.reset();
  event.first = cycle.period.first;
  event.last = cycle.period.last;
  event.opened = cycle.opened;
  event.closes = cycle.closes;
  event.unasked = asking.unasked;
  add("cycle.opened", cycle.plan, event);
  for (const auto& one : asking.asks) cycle.requests.push_back(ask(state, cycle, one));
  if (asking.copied) copy(state, cycle, *asking.copied);
  escalate(state, cycle, {}, asking.unasked);
  report.opened = cycle.id;
  report.closes = cycle.closes;
  report.asked = static_cast<int>(asking.asks.size());
}

Request AskingRun::ask(const CycleState& state, const Cycle& cycle, const Ask& ask) {
  Request request;
  request.id = make_id<RequestTag>(w_.random);
  request.plan = cycle.plan;
  request.cycle = cycle.id;
  request.person = ask.person;
  request.items = ask.items;
  request.asked = request.last_letter = today_;
  auto event = event_of(state, cycle.id);
  event.person = ask.person;
  event.items = ask.items;
  add("update.asked", request.id.text, event);
  add_section(state, cycle, request, std::nullopt);
  return request;
}

void AskingRun::remind(const CycleState& state, const Cycle& cycle, const Request& request) {
  expect(request.id.text, request.sequence);
  add("update.reminded", request.id.text, event_of(state, cycle.id));
  add_section(state, cycle, request, request.asked);
}

void AskingRun::revoke(const CycleState& state, const Request& request, std::string reason) {
  expect(request.id.text, request.sequence);
  auto event = event_of(state, request.cycle);
  event.reason = std::move(reason);
  add("request.revoked", request.id.text, event);
}

void AskingRun::close(const CycleState& state, const Cycle& cycle, Day on) {
  auto closing = event_of(state, cycle.id);
  closing.day = on;
  for (const auto& request : cycle.requests) {
    batch_.errands.push_back({std::string(kDraftsOverErrand), holder_of_request(request.id.text)});
    if (request.revoked) continue;
    ++closing.asked;
    const auto open = unanswered(request, *state.progress);
    if (!open.empty()) ++closing.silent;
    for (const auto& asked : request.items) {
      if (std::find(open.begin(), open.end(), asked.item) == open.end()) continue;
      auto silence = event_of(state, cycle.id);
      silence.day = on;
      silence.request = request.id.text;
      silence.post = post_in_words(*state.directory, asked.post, on);
      add("update.not_answered", asked.item.text, silence);
    }
  }
  add("cycle.closed", cycle.plan, closing);
}

void AskingRun::lock(const CycleState& state, const Cycle& cycle) { add("cycle.locked", cycle.plan, event_of(state, cycle.id)); }

void AskingRun::escalate(const CycleState& state, const Cycle& cycle, const std::vector<RequestId>& late, const std::vector<Unasked>& unasked) {
  if (late.empty() && unasked.empty()) return;
  // Where nobody can be told, the coordinator's page still shows the silence.
  const auto& to = state.schedule.escalates_to;
  const auto answerers = to.empty() ? std::vector<Answerer>{} : who_answers(*state.directory, cycle.plan, today_)(to);
  const bool reachable = !answerers.empty() && answerers.front().person;
  const auto post = reachable ? answerers.front().post : PostId();
  const auto told = reachable ? post_in_words(*state.directory, post, today_) : std::string();
  for (const auto& request : cycle.requests) {
    if (std::find(late.begin(), late.end(), request.id) == late.end()) continue;
    expect(request.id.text, request.sequence);
    auto event = event_of(state, cycle.id);
    event.to = told;
    add("update.escalated", request.id.text, event);
  }
  if (!reachable) return;
  auto letter = watch_letter(state, cycle, *find_person(*state.directory, *answerers.front().person), post);
  std::erase_if(letter.posts, [](const ListedPost& listed) { return listed.items == 0; });
  if (late.empty()) letter.posts.clear();
  for (const auto& one : unasked) letter.unasked.push_back({item_words(state.plan(), one.item), one.named, one.why});
  this->post(escalation_letter(letter, today_));
}

void AskingRun::copy(const CycleState& state, const Cycle& cycle, const Copied& copied) {
  const auto answerers = who_answers(*state.directory, cycle.plan, today_)(state.schedule.officer);
  const auto* person = find_person(*state.directory, copied.person);
  if (person == nullptr || answerers.empty()) return;
  auto others = cycle;
  for (auto& request : others.requests)
    std::erase_if(request.items, [](const AskedItem& item) { return item.part != Part::partner; });
  auto letter = watch_letter(state, others, *person, answerers.front().post);
  std::erase_if(letter.posts, [](const ListedPost& listed) { return listed.items == 0; });
  post(copy_letter(letter, today_));
}

WatchLetter AskingRun::watch_letter(const CycleState& state, const Cycle& cycle, const Person& person, const PostId& post) const {
  WatchLetter letter;
  letter.person = person;
  letter.post_words = post_in_words(*state.directory, post, today_);
  letter.reply_to = reply_address(actor_);
  letter.plan_title = state.plan().title;
  letter.asker = asker_of(state, w_);
  letter.plan_address = w_.letterhead.address(language_of(person), "/plans/" + state.plan().slug);
  letter.cycle = cycle.id;
  letter.period = cycle.period;
  letter.closes = cycle.closes;
  for (const auto& request : cycle.requests) {
    if (request.revoked) continue;
    const auto open = unanswered(request, *state.progress);
    letter.posts.push_back({post_in_words(*state.directory, post_of(request), today_), static_cast<int>(open.size()), request.asked});
  }
  return letter;
}

void AskingRun::add_section(const CycleState& state, const Cycle& cycle, const Request& request, std::optional<Day> reminds_of) {
  const auto* person = find_person(*state.directory, request.person);
  if (person == nullptr || person->email.empty()) return;
  const auto token = make_reply_token(w_.random);
  batch_.errands.push_back(reply_link_errand(request.id, token));
  AskSection section;
  section.request = request.id;
  section.plan_title = state.plan().title;
  section.asker = asker_of(state, w_);
  section.cycle = cycle.id;
  section.period = cycle.period;
  section.closes = cycle.closes;
  section.address = w_.letterhead.address(language_of(*person), "/reply/" + token);
  for (const auto& item : unanswered(request, *state.progress)) section.items.push_back(item_words(state.plan(), item));
  section.reminds_of = reminds_of;
  auto& digest = digests_[request.person.text];
  if (digest.sections.empty()) digest = {*person, post_in_words(*state.directory, post_of(request), today_), reply_address(actor_), {}};
  digest.sections.push_back(std::move(section));
}

CycleEvent AskingRun::event_of(const CycleState& state, const CycleId& cycle) const {
  CycleEvent event;
  event.plan = state.plan().slug;
  event.cycle = cycle.text();
  event.day = today_;
  return event;
}

void AskingRun::add(std::string kind, std::string subject, const CycleEvent& event) {
  batch_.changes.push_back({std::move(kind), std::move(subject), actor_.name, write_cycle_event(event)});
}

std::vector<LetterPreview> AskingRun::preview() const {
  std::vector<LetterPreview> letters;
  for (const auto& [person, digest] : digests_) {
    LetterPreview letter{digest.post_words, 0, true};
    for (const auto& section : digest.sections) {
      letter.items += static_cast<int>(section.items.size());
      letter.reminds = letter.reminds && section.reminds_of.has_value();
    }
    letters.push_back(std::move(letter));
  }
  std::sort(letters.begin(), letters.end(), [](const LetterPreview& a, const LetterPreview& b) { return a.post_words < b.post_words; });
  return letters;
}

Result<int> AskingRun::write() {
  for (const auto& [person, digest] : digests_) letters_.push_back(ask_letter(digest, w_.clock.now()));
  return write_with_letters(w_, std::move(batch_), letters_);
}

}  // namespace makegood::tasks
