#include "tasks/panel_lines.h"

#include <algorithm>
#include <array>

#include "progress/json.h"

namespace makegood::tasks {
namespace {

void tell_recorded(const PanelFinding& finding, HistoryLine& line) {
  line.said = "found." + std::string(word(finding.found));
  line.words = finding.reasons;
}

void tell_comment(const PanelFinding& finding, HistoryLine& line) {
  if (!finding.comments.empty()) line.words = finding.comments.back().text;
}

void tell_hold(const PanelFinding& finding, HistoryLine& line) {
  if (finding.hold) line.reason = finding.hold->legal_reason;
}

void tell_freed(const PanelFinding& finding, HistoryLine& line) { line.said = "found." + std::string(word(finding.found)); }

struct FindingKind {
  std::string_view kind;
  void (*tell)(const PanelFinding&, HistoryLine&);
};
constexpr auto kFindingKinds = std::to_array<FindingKind>({{"finding.recorded", tell_recorded},
                                                           {"finding.commented", tell_comment},
                                                           {"finding.held", tell_hold},
                                                           {"finding.freed", tell_freed}});

const FindingKind* finding_kind(std::string_view kind) {
  const auto found = std::find_if(kFindingKinds.begin(), kFindingKinds.end(), [&](const FindingKind& k) { return k.kind == kind; });
  return found == kFindingKinds.end() ? nullptr : &*found;
}

std::string post_behind(const PanelFinding& finding, std::string_view kind) {
  if (kind == "finding.commented" && !finding.comments.empty()) return finding.comments.back().voice.post_words;
  return kind == "finding.recorded" ? finding.voice.post_words : std::string{};
}

void tell_finding(const FindingKind& kind, const Entry& entry, View view, const std::set<std::string>& held, HistoryLine& line) {
  const auto finding = read_panel_finding(entry.payload);
  if (!finding) return;
  kind.tell(*finding, line);
  if (view == View::live) return;
  if (auto post = post_behind(*finding, entry.kind); !post.empty()) line.actor = std::move(post);
  line.reason.clear();
  if (held.contains(finding->id.text)) line.said.clear(), line.words.clear();
}

void tell_challenge(const Entry& entry, HistoryLine& line) {
  const auto challenge = read_challenge(entry.payload);
  if (!challenge) return;
  line.words = challenge->is_open() ? challenge->question : challenge->answer;
}

}  // namespace

bool is_of_panel(std::string_view kind) { return kind.starts_with("finding.") || kind.starts_with("challenge."); }

bool is_public_of_panel(std::string_view kind) { return finding_kind(kind) != nullptr; }

std::set<std::string> held_findings(const Progress& progress) {
  std::set<std::string> held;
  for (const auto& finding : progress.findings)
    if (finding.hold) held.insert(finding.id.text);
  return held;
}

void tell_panel(const Entry& entry, View view, const std::set<std::string>& held, HistoryLine& line) {
  if (const auto* kind = finding_kind(entry.kind)) tell_finding(*kind, entry, view, held, line);
  else tell_challenge(entry, line);
}

}  // namespace makegood::tasks
