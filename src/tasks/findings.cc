#include "tasks/findings.h"

#include <algorithm>

#include "progress/json.h"
#include "progress/standing.h"
#include "tasks/said_of_item.h"
#include "tasks/voice.h"

namespace makegood::tasks {
namespace {

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
  if (auto done = write_said(w, {std::string(kind), finding.item.text, actor.name, write_panel_finding(finding)}, said); !done) return tl::unexpected(done.error());
  return finding;
}

/// A finding as it stands and all around it, for whoever may take the step.
struct OpenedFinding {
  SaidOfItem said;
  PanelFinding finding;
};
Result<OpenedFinding> open_finding(const Workspace& w, const Actor& actor, Action action, const HomeItem& at, const FindingId& id) {
  if (auto allowed = require(actor, action, {.plan = at.plan}); !allowed) return tl::unexpected(allowed.error());
  auto said = read_said(w, at);
  if (!said) return tl::unexpected(said.error());
  auto finding = find_finding(*said, id);
  if (!finding) return tl::unexpected(finding.error());
  return OpenedFinding{std::move(*said), std::move(*finding)};
}

}  // namespace

Result<std::int64_t> last_seen(const Workspace& w, const ItemId& item) { return w.ledger.last_about(item.text); }

Result<PanelFinding> record_finding(const Workspace& w, const Actor& actor, const HomeItem& at, const FindingWords& words, std::int64_t seen) {
  if (auto allowed = require(actor, Action::record_finding, {.plan = at.plan}); !allowed) return tl::unexpected(allowed.error());
  auto said = read_said(w, at);
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
  finding.voice = voice_of(*said->directory, actor, said->now.today);
  finding.day = said->now.today;
  return write_finding(w, actor, "finding.recorded", std::move(finding), *said);
}

Result<PanelFinding> comment_finding(const Workspace& w, const Actor& actor, const HomeItem& at, const FindingId& id, std::string_view text) {
  auto opened = open_finding(w, actor, Action::comment_finding, at, id);
  if (!opened) return tl::unexpected(opened.error());
  if (trim(text).empty()) return refuse(Fault::invalid_input, "write what you want to say to the finding");
  opened->finding.comments.push_back({voice_of(*opened->said.directory, actor, opened->said.now.today), words_of_person(text), opened->said.now.utc()});
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

}  // namespace makegood::tasks
