#include "tasks/challenges.h"

#include <algorithm>

#include "people/presence.h"
#include "progress/json.h"
#include "tasks/again_on_conflict.h"
#include "tasks/challenge_letters.h"
#include "tasks/letter_batch.h"
#include "tasks/link_voice.h"
#include "tasks/said_of_item.h"
#include "tasks/voice.h"
#include "tasks/wanted.h"

namespace makegood::tasks {
namespace {

/// Who answers: how they are called in the ledger, and with which voice.
struct Answering {
  std::string actor;
  Voice voice;
};

Result<Challenge> write_answer(const Workspace& w, const SaidOfItem& said, const ChallengeId& id, std::string_view answer, const Answering& by) {
  const auto& all = said.progress->challenges;
  const auto found = std::find_if(all.begin(), all.end(), [&](const Challenge& c) { return c.id == id && c.item == said.item->id; });
  if (found == all.end()) return refuse(Fault::not_found, "there is no such challenge to this item");
  if (!found->is_open()) return refuse(Fault::conflict, "this challenge is answered already");
  if (trim(answer).empty()) return refuse(Fault::invalid_input, "write the answer");
  auto challenge = *found;
  challenge.answer = words_of_person(answer);
  challenge.answered = said.now.today;
  challenge.answered_by = by.voice;
  if (auto done = write_said(w, {"challenge.answered", challenge.item.text, by.actor, write_challenge(challenge)}, said); !done) return tl::unexpected(done.error());
  return challenge;
}

const AskedItem* asked_about(const OpenReply& reply, const ItemId& item) {
  const auto found = std::find_if(reply.request.items.begin(), reply.request.items.end(), [&](const AskedItem& asked) { return asked.item == item; });
  return found == reply.request.items.end() ? nullptr : &*found;
}

/// As whom the holder of a link stands in the table of who may do what.
Actor actor_behind(const OpenReply& reply, const AskedItem& asked, Day today) {
  const auto role = asked.part == Part::accountable ? Role::owner : Role::contributor;
  return {actor_of_link(reply), {{role, reply.request.plan, organisation_of(*reply.directory, asked.post, today).text}}, reply.request.person.text};
}

}  // namespace

Result<Challenge> raise_challenge(const Workspace& w, const Actor& actor, const HomeItem& at, std::string_view question, Day answer_due) {
  if (auto allowed = require(actor, Action::raise_challenge, {.plan = at.plan}); !allowed) return tl::unexpected(allowed.error());
  const auto said = read_said(w, at);
  if (!said) return tl::unexpected(said.error());
  if (trim(question).empty()) return refuse(Fault::invalid_input, "write the question");
  if (answer_due < said->now.today) return refuse(Fault::invalid_input, "the day by which an answer is due has passed");
  Challenge challenge;
  challenge.id = make_id<ChallengeTag>(w.random);
  challenge.plan = at.plan;
  challenge.item = said->item->id;
  challenge.question = words_of_person(question);
  challenge.raised = said->now.today;
  challenge.answer_due = answer_due;
  challenge.voice = voice_of(*said->directory, actor, said->now.today);
  auto told = challenge_letters(w, *said->directory, said->kept->plan, *said->item, challenge, actor);
  if (!told) return tl::unexpected(told.error());
  Batch batch;
  batch.changes = {{"challenge.raised", challenge.item.text, actor.name, write_challenge(challenge)}};
  batch.expectations = {{challenge.item.text, said->seen}};
  batch.errands = std::move(told->links);
  if (const auto written = write_with_letters(w, std::move(batch), told->letters); !written) return tl::unexpected(written.error());
  return challenge;
}

Result<void> may_answer(const Workspace& w, const Actor& actor, const HomeItem& at) {
  const auto kept = w.plans.find(at.plan, View::live);
  if (!kept) return tl::unexpected(kept.error());
  const auto* item = find_item((*kept)->plan, at.item);
  if (item == nullptr) return refuse(Fault::not_found, "there is no such item in this plan");
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  return require(actor, Action::answer_challenge, scope_of_item(**directory, (*kept)->plan, *item, w.clock.now().today).view());
}

// An update of the same item that comes in meanwhile is no reason to turn an answer away: it is tried again on what stands then.
Result<Challenge> answer_challenge(const Workspace& w, const Actor& actor, const HomeItem& at, const ChallengeId& id, std::string_view answer) {
  return again_on_conflict([&]() -> Result<Challenge> {
    if (auto allowed = may_answer(w, actor, at); !allowed) return tl::unexpected(allowed.error());
    const auto said = read_said(w, at);
    if (!said) return tl::unexpected(said.error());
    return write_answer(w, *said, id, answer, {actor.name, voice_of(*said->directory, actor, said->now.today)});
  });
}

std::vector<const Challenge*> questions_behind(const OpenReply& reply, const Progress& progress) {
  std::vector<const Challenge*> questions;
  const auto add = [&](bool open) {
    for (const auto& challenge : progress.challenges)
      if (asked_about(reply, challenge.item) != nullptr && challenge.is_open() == open && (open || *challenge.answered >= reply.cycle.opened)) questions.push_back(&challenge);
  };
  add(true);
  add(false);
  return questions;
}

Result<void> may_answer_by_link(const OpenReply& reply, const ItemId& id, Day today) {
  const auto* asked = asked_about(reply, id);
  const auto* item = find_item(reply.kept->plan, id);
  if (asked == nullptr || item == nullptr) return refuse(Fault::not_found, "this link does not ask about such an item");
  return require(actor_behind(reply, *asked, today), Action::answer_challenge, scope_of_item(*reply.directory, reply.kept->plan, *item, today).view());
}

Result<Challenge> answer_challenge_by_link(const Workspace& w, const OpenReply& reply, const ChallengeId& id, std::string_view answer) {
  return again_on_conflict([&]() -> Result<Challenge> {
    const auto progress = w.progress.of_plan(reply.request.plan);
    if (!progress) return tl::unexpected(progress.error());
    const auto& all = (*progress)->challenges;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Challenge& c) { return c.id == id; });
    if (found == all.end()) return refuse(Fault::not_found, "there is no such challenge to this item");
    const auto today = w.clock.now().today;
    if (auto allowed = may_answer_by_link(reply, found->item, today); !allowed) return tl::unexpected(allowed.error());
    const auto said = read_said(w, {reply.request.plan, found->item});
    if (!said) return tl::unexpected(said.error());
    auto voice = voice_behind_link(reply, *asked_about(reply, found->item), today);
    return write_answer(w, *said, id, answer, {actor_of_link(reply), std::move(voice)});
  });
}

}  // namespace makegood::tasks
