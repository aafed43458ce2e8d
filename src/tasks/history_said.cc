#include "tasks/history_said.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "progress/indicator.h"
#include "progress/json.h"

namespace makegood::tasks {
namespace {

std::string claim_key(const Update& update) {
  if (update.no_change) return "claim.no_change";
  if (update.nil_return) return "claim.nothing_to_report";
  return "claim." + std::string(word(update.claim));
}

bool tell_update(const Entry& entry, bool is_public, HistoryLine& line) {
  if (is_public && entry.kind != "update.published") return false;
  const auto update = read_update(entry.payload);
  if (!update) return !is_public;
  if (is_public || entry.kind == "update.submitted") line.actor = update->voice.post_words;
  if (entry.kind == "update.returned") {
    line.quote = update->question;
    return true;
  }
  line.says = claim_key(*update);
  line.quote = is_public || entry.kind != "update.submitted" ? public_words(*update) : update->narrative;
  line.reason = update->claim_reason;
  return true;
}

bool is_held(const Progress& progress, const FindingId& id) {
  return std::any_of(progress.findings.begin(), progress.findings.end(), [&](const PanelFinding& f) { return f.id == id && f.hold; });
}

bool tell_finding(const Entry& entry, bool is_public, const Progress& progress, HistoryLine& line) {
  const bool about_hold = entry.kind == "finding.held" || entry.kind == "finding.freed";
  const auto finding = read_panel_finding(entry.payload);
  if (!finding) return !is_public;
  if (is_public && (about_hold || is_held(progress, finding->id))) {  // that it happened, and none of its words
    line.actor.clear();
    return true;
  }
  const bool comment = entry.kind == "finding.commented" && !finding->comments.empty();
  const auto& voice = comment ? finding->comments.back().voice : finding->voice;
  if (is_public || (entry.kind == "finding.recorded" && !voice.post_words.empty())) line.actor = voice.post_words;
  if (about_hold) {
    line.reason = finding->hold ? finding->hold->legal_reason : std::string{};
    return true;
  }
  line.says = comment ? std::string{} : "found." + std::string(word(finding->found));
  line.quote = comment ? finding->comments.back().text : finding->reasons;
  return true;
}

bool tell_challenge(const Entry& entry, bool is_public, HistoryLine& line) {
  if (is_public) return false;
  const auto challenge = read_challenge(entry.payload);
  if (!challenge) return true;
  line.quote = challenge->answered ? challenge->answer : challenge->question;
  const auto& voice = challenge->answered ? challenge->answered_by : challenge->voice;
  if (!voice.post_words.empty()) line.actor = voice.post_words;
  return true;
}

bool tell_stage(const Entry& entry, bool is_public, HistoryLine& line) {
  const auto move = read_stage_move(entry.payload);
  if (!move) return !is_public;
  line.says = (move->draft ? "stage.draft_of." : "stage.") + std::string(word(move->stage));
  line.reason = is_public ? std::string{} : move->note;
  if (is_public) line.actor = move->body;
  line.quote = move->body + (move->day ? ", " + move->day->iso() : std::string{});
  return true;
}

std::string in_short(const IndicatorValue& value) {
  auto text = value.first.iso() + "/" + value.last.iso() + ": ";
  text += value.value ? fmt::format("{}", std::round(*value.value * 100) / 100) : "–";
  if (value.numerator && value.denominator) text += fmt::format(" ({}/{})", *value.numerator, *value.denominator);
  if (value.status != ValueStatus::ok) text += fmt::format(" [{}]", letter(value.status));
  return text + (value.source.empty() ? "" : ", " + value.source);
}

}  // namespace

void tell_indicator(const Entry& entry, HistoryLine& line) {
  if (entry.erased) return;
  if (entry.kind == "indicator.valued")
    if (const auto value = read_indicator_value(entry.payload)) line.quote = in_short(*value);
  if (entry.kind == "indicator.described")
    if (const auto terms = read_indicator_terms(entry.payload)) line.quote = terms->text;
}

bool is_said(std::string_view kind) {
  static constexpr auto kKinds = std::to_array<std::string_view>({
      "update.submitted", "update.returned", "update.approved", "update.published", "finding.recorded", "finding.commented", "finding.held",
      "finding.freed", "challenge.raised", "challenge.answered", "item.staged"});
  return std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
}

bool tell_what_was_said(const Entry& entry, View view, const Progress& progress, HistoryLine& line) {
  const bool is_public = view == View::released;
  if (entry.erased) return !is_public || entry.kind == "update.published";
  if (entry.kind.starts_with("update.")) return tell_update(entry, is_public, line);
  if (entry.kind.starts_with("finding.")) return tell_finding(entry, is_public, progress, line);
  if (entry.kind.starts_with("challenge.")) return tell_challenge(entry, is_public, line);
  return tell_stage(entry, is_public, line);
}

}  // namespace makegood::tasks
