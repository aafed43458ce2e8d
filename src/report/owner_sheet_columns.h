#pragma once
// The columns of an owner's sheet: what is locked, what is open, what is hidden.

#include <array>
#include <string_view>

#include "progress/progress.h"

namespace makegood {

enum class AnswerColumn { plan, ref, title, when, due, last_word, claim, narrative, forecast, reason, evidence_text, evidence_link, key };

struct AnswerColumnRow {
  AnswerColumn column;
  std::string_view heading;  ///< catalogue key
  bool open;                 ///< the owner writes here
  double width;
};
inline constexpr auto kAnswerColumns = std::to_array<AnswerColumnRow>({
    {AnswerColumn::plan, "owner_sheet.plan", false, 24},
    {AnswerColumn::ref, "owner_sheet.ref", false, 9},
    {AnswerColumn::title, "owner_sheet.title", false, 50},
    {AnswerColumn::when, "owner_sheet.when", false, 20},
    {AnswerColumn::due, "owner_sheet.due", false, 12},
    {AnswerColumn::last_word, "owner_sheet.last_word", false, 24},
    {AnswerColumn::claim, "owner_sheet.claim", true, 18},
    {AnswerColumn::narrative, "owner_sheet.narrative", true, 50},
    {AnswerColumn::forecast, "owner_sheet.forecast", true, 14},
    {AnswerColumn::reason, "owner_sheet.reason", true, 30},
    {AnswerColumn::evidence_text, "owner_sheet.evidence_text", true, 30},
    {AnswerColumn::evidence_link, "owner_sheet.evidence_link", true, 30},
    {AnswerColumn::key, "owner_sheet.key", false, 9},
});

/// What may be chosen in the column of claims; the first two are answers that claim nothing new.
struct SheetAnswer {
  std::string_view label;  ///< catalogue key
  Claim claim;
  bool no_change, nil_return;
};
inline constexpr auto kSheetAnswers = std::to_array<SheetAnswer>({
    {"owner_sheet.no_change", Claim::not_yet_reported, true, false},
    {"owner_sheet.nil_return", Claim::not_yet_reported, false, true},
    {"claim.not_started", Claim::not_started, false, false},
    {"claim.on_track", Claim::on_track, false, false},
    {"claim.at_risk", Claim::at_risk, false, false},
    {"claim.off_track", Claim::off_track, false, false},
    {"claim.complete", Claim::complete, false, false},
    {"claim.paused", Claim::paused, false, false},
    {"claim.dropped", Claim::dropped, false, false},
});

}  // namespace makegood
