#pragma once
// The report that goes to committee: what was promised, what became of it, who said nothing, and how anybody can
// check it. First the report as values, then the same values as a document, a workbook and JSON, so that no two
// formats can disagree.
//
//   CommitteeReport report = committee_report(input);            // pure: the day and all that is known are arguments
//   Document paper = committee_document(report, Words::for_language(Language::en));
//   std::string word = write_docx(paper);                        // or write_html, write_markdown
//   Result<std::string> excel = write_xlsx(committee_workbook(report, words));
//   std::string json = committee_json(report);
//
// Owner, panel and calendar are three voices: each is counted by itself and they stand side by side. What an owner
// delivered is an output. An outcome is a figure: one that an update gives as evidence, with its source, or a value of an
// indicator. The report never calls an output an outcome. Values that count people are not in it.
// A word of an owner is quoted only once a coordinator has approved it; the claim itself is counted at once. A
// finding that the monitoring officer holds is not used, and that there is one is said.

#include <string>
#include <vector>

#include "document/document.h"
#include "formats/workbook.h"
#include "plan/plan.h"
#include "progress/indicator.h"
#include "progress/standing.h"
#include "report/publication.h"
#include "words/words.h"

namespace makegood {

/// Somebody who was asked, or owed a word, and gave none in the period.
struct Silence {
  std::string organisation;    ///< as the directory calls it, else the name in the plan
  std::vector<ItemId> items;
  std::optional<Day> asked;    ///< by a letter; empty = nobody was asked, and nothing was said
  std::optional<Day> ended = {}; ///< the organisation's last day, where nobody has taken it over
  bool operator==(const Silence&) const = default;
};

/// What the directory knows of a name in the plan, on the day of the report.
struct OwnerPlace {
  std::string written;         ///< exactly as an item's owner or partner
  std::string organisation, directorate;
  std::string now = {};            ///< what it is called since another took over; empty = as the plan has it
  std::optional<Day> ended = {};   ///< its last day, where nobody has taken it over
  bool operator==(const OwnerPlace&) const = default;
};

struct ReportInput {
  const Plan& plan;                 ///< as known at the end of the period
  const Progress& progress;         ///< the same
  ReportSpec spec;
  ReportPeriod period;
  Day as_at;                        ///< the calendar is asked about this day: the period's last, or today before that
  Day made;
  std::vector<Silence> silences;    ///< of the whole plan
  std::vector<OwnerPlace> places;
  std::vector<ItemObjective> objectives;
  Measured measured = {};           ///< its public part is used, whatever is given
  const Edition* previous = nullptr;
  LedgerHead head;
  bool entered_later = false;       ///< the plan came into the ledger after the period: it is shown as it stands now
};

/// A figure that an update gives as evidence.
struct OutcomeFigure {
  std::string text, source;
  bool operator==(const OutcomeFigure&) const = default;
};

/// One item with its three voices.
struct ReportItem {
  ItemId id;
  std::string ref, title, theme;
  bool alone = true;               ///< counted: not under another item
  std::vector<std::string> owners;
  Claim claim = Claim::not_yet_reported;
  std::string claim_reason;
  std::optional<Day> claimed;      ///< when that claim was sent
  Found found = Found::not_yet_assessed;
  bool finding_is_older = false;   ///< the claim is newer than the finding
  RuleStatus calendar;
  bool complete_without_evidence = false;
  Stage stage = Stage::in_plan;
  bool closed_now = false;         ///< closed by decision within the period
  std::optional<Day> original, due, forecast;
  int redatings = 0;
  std::vector<Redating> moved_now; ///< agreed within the period
  std::string words;               ///< what the owner said in the period, as the public may read it; else empty
  bool words_wait = false;         ///< something was said that nobody has approved yet
  bool no_change = false;          ///< the owner's word in the period was "no change" or "nothing to report"
  bool spoke = false;              ///< any word of the owner in the period
  std::vector<OutcomeFigure> figures;     ///< of the period
  bool newly_complete = false;     ///< since the edition before, or within the period where there is none
  std::string panel;               ///< the panel's reasons
};

/// What the plan is measured by, as the public may see it.
struct ReportIndicator {
  IndicatorTerms terms;
  bool withheld = false;               ///< its values count people, or nobody has said that they do not
  std::vector<IndicatorValue> values;  ///< of periods that ended by the report's last day, oldest first
};

struct ReportChallenge {
  ItemId item;
  std::string title, question, answer;
  Day raised, due;
  std::optional<Day> answered;
  bool late = false;
};

/// Since the edition that it is compared with.
struct Comparison {
  std::string name;                ///< of that edition
  ReportKind kind = ReportKind::quarterly;
  ReportPeriod period;
  int newly_complete = 0, newly_late = 0, no_longer_late = 0, newly_assessed = 0, moved = 0, added = 0, gone = 0, reopened = 0;
};

struct CommitteeReport {
  std::string slug, plan_title, organisation;
  ReportSpec spec;
  ReportPeriod period;
  TimescaleSettings settings;
  Day as_at, made;
  std::vector<ReportItem> items;   ///< in plan order, those of the part that was asked for
  RollUp voices;                   ///< of the items that stand alone
  int late = 0, due_soon = 0, undated = 0, complete = 0;  ///< of the same, by the calendar and the claims
  std::vector<Silence> silences;   ///< of these items, by organisation
  std::vector<OwnerPlace> passed;  ///< owners that another has taken over, or that ended
  int spoke = 0;                   ///< items (alone or not) whose owners said anything in the period
  std::vector<ReportChallenge> challenges;  ///< open, or raised or answered in the period
  std::vector<Disagreement> disagreements;
  std::vector<ReportIndicator> indicators;  ///< the plan's, then those that were added
  std::vector<ItemObjective> objectives;
  std::optional<Comparison> comparison;
  int waiting = 0;                 ///< updates that nobody has approved
  int held_findings = 0;
  LedgerHead head;
  bool entered_later = false;
};

/// Refuses: a part of the plan that has no item -> not_found.
[[nodiscard]] Result<CommitteeReport> committee_report(const ReportInput& input);
[[nodiscard]] const ReportItem* find_item(const CommitteeReport& report, const ItemId& id);
/// How its items stood, for the next edition to compare with.
[[nodiscard]] std::vector<ItemState> states_of(const CommitteeReport& report);

/// "Fair Work Plan: quarterly report, 1 July 2023 to 30 September 2023"
[[nodiscard]] std::string report_title(const CommitteeReport& report, const Words& words);
[[nodiscard]] Document committee_document(const CommitteeReport& report, const Words& words);
[[nodiscard]] Workbook committee_workbook(const CommitteeReport& report, const Words& words);
[[nodiscard]] std::string committee_json(const CommitteeReport& report);

}  // namespace makegood
