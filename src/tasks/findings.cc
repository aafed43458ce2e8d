#include "tasks/findings.h"

#include <algorithm>

#include "progress/json.h"
#include "progress/standing.h"
#include "tasks/challenge_letters.h"
#include "tasks/letter_batch.h"
#include "tasks/voice.h"
#include "tasks/write_down.h"

namespace makegood::tasks {
namespace {

/// All that a step needs to know: read after `seen`, so that whatever comes meanwhile is a conflict.
struct SaidOfItem {
  std::int64_t seen = 0;
  std::shared_ptr<const KeptPlan> kept;
  const Item* item = nullptr;
  std::shared_ptr<const Progress> progress;
  Voice voice;
  Now now;
};

Result<SaidOfItem> read_said(const Workspace& w, const Actor& actor, const HomeItem& at) {
  SaidOfItem said;
  const auto seen = w.ledger.last_about(at.item.text);
  if (!seen) return tl::unexpected(seen.error());
  said.seen = *seen;
  auto kept = w.plans.find(at.plan, View::live);
  if (!kept) return tl::unexpected(kept.error());
  said.kept = std::move(*kept);
  said.item = find_item(said.kept->plan, at.item);
  if (said.item == nullptr) return refuse(Fault::not_found, "there is no such item in this plan");
  auto progress = w.progress.of_plan(at.plan);
  if (!progress) return tl::unexpected(progress.error());
  said.progress = std::move(*progress);
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  said.now = w.clock.now();
  said.voice = voice_of(**directory, actor, said.now.today);
  return said;
}

Result<void> write(const Workspace& w, Change change, const SaidOfItem& said) {
  const Expectation unchanged{change.subject, said.seen};
  return write_down(w, {std::move(change)}, {unchanged}, said.now);
}

std::string words_of_person(std::string_view text) { return valid_utf8(trim(text)); }

bool is_evidence_of(const Progress& progress, const ItemId& item, const EvidenceId& id) {
  return std::any_of(progress.updates.begin(), progress.updates.end(), [&](const Update& update) {
    return update.item == item && std::any_of(update.evidence.begin(), update.evidence.end(), [&](const Evidence& e) { return e.id == id; });
  });
}

Result<void> check(const FindingWords& words, const SaidOfItem& said) {
  if (words.found == Found::not_yet_assessed) return refuse(Fault::invalid_input, "say what the panel finds");
  if (trim(words.reasons).empty()) return refuse(Fault::invalid_input, "say why the panel finds that");
  for (const auto& id : words.looked_at)
    if (!is_evidence_of(*said.progress, said.item->id, id)) return refuse(Fault::invalid_input, "that is no evidence of this item");
  return {};
}

Result<PanelFinding> find_finding(const SaidOfItem& said, const FindingId& id) {
  for (const auto& finding : said.progress->findings)
    if (finding.id == id && finding.item == said.item->id) return finding;
  return refuse(Fault::not_found, "there is no such finding about this item");
}

Result<PanelFinding> write_finding(const Workspace& w, const Actor& actor, std::string_view kind, PanelFinding finding, const SaidOfItem& said) {
  if (auto done = write(w, {std::string(kind), finding.item.text, actor.name, write_panel_finding(finding)}, said); !done) return tl::unexpected(done.error());
  return finding;
}

/// A finding as it stands and all around it, for whoever may take the step.
struct OpenedFinding {
  SaidOfItem said;
  PanelFinding finding;
};
Result<OpenedFinding> open_finding(const Workspace& w, const Actor& actor, Action action, const HomeItem& at, const FindingId& id) {
  if (auto allowed = require(actor, action, {.plan = at.plan}); !allowed) return tl::unexpected(allowed.error());
  auto said = read_said(w, actor, at);
  if (!said) return tl::unexpected(said.error());
  auto finding = find_finding(*said, id);
  if (!finding) return tl::unexpected(finding.error());
  return OpenedFinding{std::move(*said), std::move(*finding)};
}

}  // namespace

Result<std::int64_t> last_seen(const Workspace& w, const ItemId& item) { return w.ledger.last_about(item.text); }

Result<PanelFinding> record_finding(const Workspace& w, const Actor& actor, const HomeItem& at, const FindingWords& words, std::int64_t seen) {
  if (auto allowed = require(actor, Action::record_finding, {.plan = at.plan}); !allowed) return tl::unexpected(allowed.error());
  auto said = read_said(w, actor, at);
  if (!said) return tl::unexpected(said.error());
  if (auto fits = check(words, *said); !fits) return tl::unexpected(fits.error());
  if (said->seen > seen) return refuse(Fault::conflict, "something was said about this item while you wrote: read it, then send again");
  const auto standing = standing_of(*said->progress, said->item->id);
  PanelFinding finding;
  finding.id = make_id<PanelFindingTag>(w.random);
  finding.plan = at.plan;
  finding.item = said->item->id;
  if (standing.claim != nullptr) finding.update = standing.claim->id;
  finding.found = words.found;
  finding.reasons = words_of_person(words.reasons);
  finding.looked_at = words.looked_at;
  finding.voice = said->voice;
  finding.day = said->now.today;
  return write_finding(w, actor, "finding.recorded", std::move(finding), *said);
}

Result<PanelFinding> comment_finding(const Workspace& w, const Actor& actor, const HomeItem& at, const FindingId& id, std::string_view text) {
  auto opened = open_finding(w, actor, Action::comment_finding, at, id);
  if (!opened) return tl::unexpected(opened.error());
  if (trim(text).empty()) return refuse(Fault::invalid_input, "write what you want to say to the finding");
  opened->finding.comments.push_back({opened->said.voice, words_of_person(text), opened->said.now.utc()});
  return write_finding(w, actor, "finding.commented", std::move(opened->finding), opened->said);
}

Result<PanelFinding> hold_finding(const Workspace& w, const Actor& actor, const HomeItem& at, const FindingId& id, std::string_view legal_reason) {
  auto opened = open_finding(w, actor, Action::hold_finding, at, id);
  if (!opened) return tl::unexpected(opened.error());
  if (trim(legal_reason).empty()) return refuse(Fault::invalid_input, "give the reason in law for which it is held back");
  if (opened->finding.hold) return refuse(Fault::conflict, "this finding is held already");
  opened->finding.hold = FindingHold{actor.name, words_of_person(legal_reason), opened->said.now.utc()};
  return write_finding(w, actor, "finding.held", std::move(opened->finding), opened->said);
}

Result<PanelFinding> free_finding(const Workspace& w, const Actor& actor, const HomeItem& at, const FindingId& id) {
  auto opened = open_finding(w, actor, Action::hold_finding, at, id);
  if (!opened) return tl::unexpected(opened.error());
  if (!opened->finding.hold) return refuse(Fault::conflict, "this finding is not held");
  opened->finding.hold.reset();
  return write_finding(w, actor, "finding.freed", std::move(opened->finding), opened->said);
}

Result<Challenge> raise_challenge(const Workspace& w, const Actor& actor, const HomeItem& at, std::string_view question, Day answer_due) {
  if (auto allowed = require(actor, Action::raise_challenge, {.plan = at.plan}); !allowed) return tl::unexpected(allowed.error());
  const auto said = read_said(w, actor, at);
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
  challenge.voice = said->voice;
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  Batch batch;
  batch.changes = {{"challenge.raised", challenge.item.text, actor.name, write_challenge(challenge)}};
  batch.expectations = {{challenge.item.text, said->seen}};
  const auto told = write_with_letters(w, std::move(batch), challenge_letters(w, **directory, said->kept->plan, *said->item, challenge, actor));
  if (!told) return tl::unexpected(told.error());
  return challenge;
}

Result<void> may_answer(const Workspace& w, const Actor& actor, const HomeItem& at) {
  const auto kept = w.plans.find(at.plan, View::live);
  if (!kept) return tl::unexpected(kept.error());
  const auto* item = find_item((*kept)->plan, at.item);
  if (item == nullptr) return refuse(Fault::not_found, "there is no such item in this plan");
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  const auto organisation = organisation_of_owner(**directory, at.plan, item->owners, w.clock.now().today);
  return require(actor, Action::answer_challenge, {at.plan, organisation.text});
}

Result<Challenge> answer_challenge(const Workspace& w, const Actor& actor, const HomeItem& at, const ChallengeId& id, std::string_view answer) {
  if (auto allowed = may_answer(w, actor, at); !allowed) return tl::unexpected(allowed.error());
  const auto said = read_said(w, actor, at);
  if (!said) return tl::unexpected(said.error());
  const auto found = std::find_if(said->progress->challenges.begin(), said->progress->challenges.end(),
                                  [&](const Challenge& c) { return c.id == id && c.item == said->item->id; });
  if (found == said->progress->challenges.end()) return refuse(Fault::not_found, "there is no such challenge to this item");
  if (!found->is_open()) return refuse(Fault::conflict, "this challenge is answered already");
  if (trim(answer).empty()) return refuse(Fault::invalid_input, "write the answer");
  auto challenge = *found;
  challenge.answer = words_of_person(answer);
  challenge.answered = said->now.today;
  challenge.answered_by = said->voice;
  if (auto done = write(w, {"challenge.answered", challenge.item.text, actor.name, write_challenge(challenge)}, *said); !done) return tl::unexpected(done.error());
  return challenge;
}

}  // namespace makegood::tasks
