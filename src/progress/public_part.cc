// What is taken away before the public sees it. Everything that passes here is published: a member
// added to a noun is looked at here.

#include <algorithm>
#include <set>

#include "progress/standing.h"

namespace makegood {
namespace {

/// A post and an organisation, never an account or a person.
Voice public_voice(Voice voice) {
  voice.actor.clear();
  voice.person = {};
  return voice;
}

bool may_be_seen(const Evidence& evidence) {
  return evidence.open && (evidence.kind != EvidenceKind::quotation || evidence.consent);
}

Update public_update(Update update) {
  update.narrative = public_words(update);
  update.voice = public_voice(std::move(update.voice));
  update.request.clear();
  update.question.clear();
  std::erase_if(update.evidence, [](const Evidence& evidence) { return !may_be_seen(evidence); });
  return update;
}

PanelFinding public_finding(PanelFinding finding, const std::set<std::string>& public_ids) {
  finding.voice = public_voice(std::move(finding.voice));
  for (auto& comment : finding.comments) comment.voice = public_voice(std::move(comment.voice));
  if (!public_ids.contains(finding.update.text)) finding.update = {};
  std::erase_if(finding.looked_at, [&](const EvidenceId& id) { return !public_ids.contains(id.text); });
  return finding;
}

// That there is one, and since when it is held: nobody can make a finding vanish without a trace.
PanelFinding held_finding(const PanelFinding& finding) {
  PanelFinding open;
  open.id = finding.id;
  open.plan = finding.plan;
  open.item = finding.item;
  open.day = finding.day;
  open.at = finding.at;
  open.sequence = finding.sequence;
  open.said = finding.said;
  open.hold = FindingHold{{}, {}, finding.hold->at};
  return open;
}

StageMove public_move(StageMove move) {
  move.note.clear();
  move.actor.clear();
  return move;
}

std::set<std::string> ids_in(const SharingVector<Update>& updates) {
  std::set<std::string> ids;
  for (const auto& update : updates) {
    ids.insert(update.id.text);
    for (const auto& evidence : update.evidence) ids.insert(evidence.id.text);
  }
  return ids;
}

}  // namespace

Progress public_part(const Progress& progress) {
  Progress open;
  open.plan = progress.plan;
  open.sequence = progress.sequence;
  for (const auto& update : progress.updates)
    if (update.state == UpdateState::published) open.updates.push_back(public_update(update));
  const auto ids = ids_in(open.updates);
  for (const auto& finding : progress.findings)
    open.findings.push_back(finding.hold ? held_finding(finding) : public_finding(finding, ids));
  for (const auto& move : progress.stages) open.stages.push_back(public_move(move));
  for (auto redating : progress.redatings) {
    redating.who.clear();
    if (redating.agreed) open.redatings.push_back(std::move(redating));
  }
  return open;
}

}  // namespace makegood
