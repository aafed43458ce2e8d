#include "tasks/updates.h"

#include <algorithm>

#include <fmt/format.h>

#include "cycle/asking.h"
#include "progress/answer.h"
#include "progress/json.h"
#include "tasks/drafts.h"
#include "tasks/link_voice.h"
#include "tasks/voice.h"
#include "tasks/wanted.h"
#include "tasks/workspace.h"

namespace makegood::tasks {
namespace {

// Who says it, once for each item: a person may answer for several posts.
struct Saying {
  const Plan* plan = nullptr;
  std::string request, cycle, holder, actor;
  std::function<Result<std::pair<Speaker, Voice>>(const Item&)> voice_about;
};

// The answer of somebody's words, under the name and in the place that are ours to give.
Update update_of(const Workspace& w, const Saying& saying, const Update& words, const Item& item) {
  Update update;
  update.plan = saying.plan->slug;
  update.item = item.id;
  update.request = saying.request;
  update.cycle = saying.cycle;
  update.no_change = words.no_change;
  update.nil_return = words.nil_return;
  update.claim = words.claim;
  update.claim_reason = valid_utf8(words.claim_reason);
  update.narrative = valid_utf8(words.narrative);
  update.forecast = words.forecast;
  update.forecast_reason = valid_utf8(words.forecast_reason);
  update.evidence = words.evidence;
  update.day = w.clock.now().today;
  return update;
}

std::vector<const Update*> updates_about(const Progress& progress, const ItemId& item) {
  std::vector<const Update*> about;
  for (const auto& update : progress.updates)
    if (update.item == item) about.push_back(&update);
  return about;
}

// After `seen`, and by somebody else than who answers this request.
bool is_news(const Update& update, std::int64_t seen, std::string_view request) {
  return update.said > seen && (request.empty() || update.request != request);
}

bool said_by_others(const std::vector<const Update*>& about, std::int64_t seen, std::string_view request) {
  return std::any_of(about.begin(), about.end(), [&](const Update* update) { return is_news(*update, seen, request); });
}

// An answer to the same request that nobody has approved yet is put right, not repeated.
const Update* amended(const std::vector<const Update*>& about, const Update& update) {
  const Update* found = nullptr;
  for (const auto* earlier : about)
    if (!update.request.empty() && earlier->request == update.request) found = earlier;
  const bool is_open = found != nullptr && (found->state == UpdateState::submitted || found->state == UpdateState::returned);
  return is_open ? found : nullptr;
}

Result<void> check(const Update& update, const Item& item) {
  if (const auto faults = faults_of(update, item.dates().due); !faults.empty())
    return refuse(Fault::invalid_input, "an answer is not whole: look at it again", std::string(faults.front().field));
  for (const auto& evidence : update.evidence)
    if (const auto faults = faults_of(evidence); !faults.empty())
      return refuse(Fault::invalid_input, "a piece of evidence is not whole: look at it again", std::string(faults.front().field));
  return {};
}

// Files go into the ledger with the update that speaks of them.
Result<void> add_files(const Workspace& w, const Update& update, Batch& batch) {
  for (const auto& evidence : update.evidence) {
    if (evidence.kind != EvidenceKind::file) continue;
    auto bytes = w.quarantine.bytes(evidence.digest);
    if (!bytes) return tl::unexpected(bytes.error());
    batch.attachments.push_back({evidence.digest, evidence.name, std::move(*bytes)});
    batch.errands.push_back({std::string(kFileSentErrand), evidence.digest});
  }
  return {};
}

struct SayingOutcome {
  Batch batch;
  std::vector<Update> updates;
};

Result<void> say_one(const Workspace& w, const Saying& saying, const Progress& progress, const Said& said, SayingOutcome& outcome) {
  const auto* item = find_item(*saying.plan, said.item);
  if (item == nullptr) return refuse(Fault::not_found, "there is no such item");
  const auto voice = saying.voice_about(*item);
  if (!voice) return tl::unexpected(voice.error());
  const auto seen = w.ledger.last_about(said.item.text);
  if (!seen) return tl::unexpected(seen.error());
  auto update = update_of(w, saying, said.words, *item);
  if (auto whole = check(update, *item); !whole) return whole;
  const auto about = updates_about(progress, said.item);
  if (said_by_others(about, said.seen, saying.request))
    return refuse(Fault::conflict, "somebody else has reported on this since you opened it: look at what they said", said.item.text);
  update.speaker = voice->first;
  update.voice = voice->second;
  const auto* earlier = amended(about, update);
  update.id = earlier == nullptr ? make_id<UpdateTag>(w.random) : earlier->id;
  if (earlier != nullptr) update.day = earlier->day;
  if (auto added = add_files(w, update, outcome.batch); !added) return added;
  auto json = write_update(update);
  w.progress.just_written(json, update);
  outcome.batch.changes.push_back({"update.submitted", said.item.text, saying.actor, std::move(json)});
  outcome.batch.expectations.push_back({said.item.text, *seen});
  if (!saying.holder.empty())
    outcome.batch.errands.push_back({std::string(kDraftSentErrand), draft_key({.holder = saying.holder, .item = said.item})});
  outcome.updates.push_back(std::move(update));
  return {};
}

// What is expected and what was said so far are of one snapshot, so that nothing slips in between.
Result<SayingOutcome> decide(const Workspace& w, const Saying& saying, const std::vector<Said>& said) {
  const auto snapshot = w.ledger.snapshot();
  if (!snapshot) return tl::unexpected(snapshot.error());
  const auto progress = w.progress.of_plan(saying.plan->slug);
  if (!progress) return tl::unexpected(progress.error());
  SayingOutcome outcome;
  outcome.batch.at = w.clock.now().utc();
  for (const auto& one : said)
    if (auto done = say_one(w, saying, **progress, one, outcome); !done) return tl::unexpected(done.error());
  return outcome;
}

Result<std::vector<Update>> say(const Workspace& w, const Saying& saying, const std::vector<Said>& said) {
  if (said.empty()) return refuse(Fault::invalid_input, "there is nothing to send");
  auto decided = decide(w, saying, said);
  if (!decided) return tl::unexpected(decided.error());
  auto& outcome = *decided;
  if (auto entries = w.ledger.append(outcome.batch); !entries) return tl::unexpected(entries.error());
  return std::move(outcome.updates);
}

Result<std::shared_ptr<const KeptPlan>> live_plan(const Workspace& w, std::string_view slug) { return w.plans.find(slug, View::live); }

Result<std::pair<Speaker, Voice>> asked_voice(const OpenReply& reply, const Item& item, Day today) {
  for (const auto& asked : reply.request.items)
    if (asked.item == item.id) return std::pair{asked.part == Part::contributing ? Speaker::contributor : Speaker::owner, voice_behind_link(reply, asked, today)};
  return refuse(Fault::not_found, "this link does not ask about such an item");
}

// The first name that the plan gives an item is accountable for it; the others contribute.
Result<std::pair<Speaker, Voice>> owning_voice(const Actor& actor, const Plan& plan, const Directory& directory, const Item& item, Day today) {
  const auto who = who_answers(directory, plan.slug, today);
  bool is_first = true;
  for (const auto& name : answerable_names(plan, item)) {
    for (const auto& answerer : who(name)) {
      if (!answerer.person || answerer.person->text != actor.person || actor.person.empty()) continue;
      auto voice = voice_in_post(directory, *answerer.person, answerer.post, today);
      voice.actor = actor.name;
      return std::pair{is_first ? Speaker::owner : Speaker::contributor, std::move(voice)};
    }
    is_first = false;
  }
  return refuse(Fault::not_allowed, "you are not allowed to report on this item: its owner is another post");
}

Result<std::pair<Speaker, Voice>> allowed_voice(const Actor& actor, const Plan& plan, const Directory& directory, const Item& item, Day today) {
  const auto scope = scope_of_item(directory, plan, item, today);
  if (auto allowed = require(actor, Action::record_update, scope.view()); !allowed) return tl::unexpected(allowed.error());
  return owning_voice(actor, plan, directory, item, today);
}

}  // namespace

Result<std::vector<Update>> answer_request(const Workspace& w, const OpenReply& reply, const std::vector<Said>& said) {
  const auto today = w.clock.now().today;
  Saying saying;
  saying.plan = &reply.kept->plan;
  saying.request = reply.request.id.text;
  saying.cycle = reply.cycle.id.text();
  saying.holder = holder_of_request(reply.request.id.text);
  saying.actor = actor_of_link(reply);
  saying.voice_about = [&](const Item& item) { return asked_voice(reply, item, today); };
  return say(w, saying, said);
}

Result<std::vector<Update>> record_updates(const Workspace& w, const Actor& actor, std::string_view slug, const std::vector<Said>& said) {
  if (auto allowed = require_within(actor, Action::record_update, slug); !allowed) return tl::unexpected(allowed.error());
  const auto kept = live_plan(w, slug);
  if (!kept) return tl::unexpected(kept.error());
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  const auto today = w.clock.now().today;
  Saying saying;
  saying.plan = &(*kept)->plan;
  saying.holder = holder_of_account(actor.name);
  saying.actor = actor.name;
  saying.voice_about = [&](const Item& item) { return allowed_voice(actor, (*kept)->plan, **directory, item, today); };
  return say(w, saying, said);
}

bool may_report(const Actor& actor, const Plan& plan, const Directory& directory, const Item& item, Day today) {
  return allowed_voice(actor, plan, directory, item, today).has_value();
}

Result<std::vector<Update>> record_on_behalf(const Workspace& w, const Actor& actor, std::string_view slug, const OnBehalf& whose,
                                             const std::vector<Said>& said) {
  if (auto allowed = require_within(actor, Action::record_for_others, slug); !allowed) return tl::unexpected(allowed.error());
  const auto kept = live_plan(w, slug);
  if (!kept) return tl::unexpected(kept.error());
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  const auto today = w.clock.now().today;
  auto voice = voice_in_post(**directory, {}, whose.post, today);
  voice.actor = actor.name;
  if (voice.post_words.empty()) voice.post_words = squeeze(whose.words);
  if (voice.post_words.empty()) return refuse(Fault::invalid_input, "say for whom you write this down");
  Saying saying;
  saying.plan = &(*kept)->plan;
  saying.holder = holder_of_account(actor.name);
  saying.actor = actor.name;
  saying.voice_about = [&](const Item& item) -> Result<std::pair<Speaker, Voice>> {
    const auto scope = scope_of_item(**directory, (*kept)->plan, item, today);
    if (auto allowed = require(actor, Action::record_for_others, scope.view()); !allowed) return tl::unexpected(allowed.error());
    return std::pair{Speaker::on_behalf, voice};
  };
  return say(w, saying, said);
}

std::int64_t last_said(const Progress& progress, const ItemId& item) {
  std::int64_t last = 0;
  for (const auto* update : updates_about(progress, item)) last = std::max(last, update->said);
  return last;
}

std::vector<const Update*> said_since(const Progress& progress, const ItemId& item, std::int64_t seen, std::string_view request) {
  std::vector<const Update*> since;
  for (const auto* update : updates_about(progress, item))
    if (is_news(*update, seen, request)) since.push_back(update);
  return since;
}

}  // namespace makegood::tasks
