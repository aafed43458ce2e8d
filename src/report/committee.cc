// The report as values. Which items it is about, where each stood, and what changed since the edition before.
#include "report/committee.h"

#include <algorithm>
#include <map>
#include <set>

#include "report/part_of_plan.h"

namespace makegood {
namespace {

bool said_in(const Update& update, const ReportPeriod& period, const ReportSpec& spec) {
  return period.holds(update.day) || (!update.cycle.empty() && update.cycle == spec.period);
}

bool is_word_of_owner(const Update& update) { return update.speaker != Speaker::contributor && update.state != UpdateState::returned; }
bool is_approved(const Update& update) { return update.state == UpdateState::approved || update.state == UpdateState::published; }
bool is_late(const RuleStatus& calendar) { return calendar.rule == Rule::overdue; }

/// What may be used: findings that are held are counted, and left out.
Progress usable(const Progress& progress, int& held) {
  Progress rest = progress;
  held = static_cast<int>(std::erase_if(rest.findings, [](const PanelFinding& finding) { return finding.hold.has_value(); }));
  return rest;
}

class Maker {
 public:
  Maker(const ReportInput& in, Plan part) : in_(in), part_(std::move(part)) {}

  CommitteeReport make() {
    const auto progress = progress_of_part();
    head();
    hear(progress);
    add_items(progress);
    report_.voices = roll_up(part_, progress);
    report_.disagreements = disagreements(progress);
    add_challenges(progress);
    add_silences();
    add_indicators();
    for (const auto& objective : in_.objectives)
      if (is_in_part(objective.item)) report_.objectives.push_back(objective);
    for (const auto& place : in_.places)
      if (place.ended || !place.now.empty()) report_.passed.push_back(place);
    if (in_.previous != nullptr) compare(*in_.previous);
    return std::move(report_);
  }

 private:
  void head() {
    report_.slug = part_.slug;
    report_.plan_title = part_.title;
    report_.organisation = part_.organisation;
    report_.spec = in_.spec;
    report_.period = in_.period;
    report_.settings = part_.settings;
    report_.as_at = in_.as_at;
    report_.made = in_.made;
    report_.head = in_.head;
    report_.entered_later = in_.entered_later;
  }

  Progress progress_of_part() {
    for (const auto& item : part_.items) ids_.insert(item.id.text);
    auto progress = usable(in_.progress, report_.held_findings);
    const auto elsewhere = [&](const auto& said) { return !ids_.contains(said.item.text); };
    std::vector<Update> updates = progress.updates;
    std::erase_if(updates, elsewhere);
    progress.updates = std::move(updates);
    std::erase_if(progress.findings, elsewhere);
    std::erase_if(progress.challenges, elsewhere);
    std::erase_if(progress.stages, elsewhere);
    std::erase_if(progress.redatings, elsewhere);
    return progress;
  }

  [[nodiscard]] bool is_in_part(const ItemId& id) const { return ids_.contains(id.text); }

  // What owners said within the period, by item, oldest first.
  void hear(const Progress& progress) {
    for (const auto& update : progress.updates) {
      if (update.state == UpdateState::submitted) ++report_.waiting;
      if (is_word_of_owner(update) && said_in(update, in_.period, in_.spec)) heard_[update.item.text].push_back(&update);
    }
    for (const auto& slippage : slippages(part_, progress)) slippages_.emplace(slippage.item.text, slippage);
  }

  void add_items(const Progress& progress) {
    const auto standings = standings_of(progress, part_.items);
    for (std::size_t n = 0; n < part_.items.size(); ++n) {
      if (part_.items[n].absent) continue;
      auto item = row_of(part_.items[n], standings[n]);
      count(item);
      report_.items.push_back(std::move(item));
    }
  }

  ReportItem row_of(const Item& item, const Standing& standing) const {
    ReportItem row;
    row.id = item.id;
    row.ref = item.ref;
    row.title = item.title;
    row.theme = theme_title(part_, item.theme);
    row.alone = item.parent.empty();
    row.owners = item.owners.empty() ? item.lead_authority : item.owners;
    const auto computed = computed_status(item, standing, in_.as_at);
    row.calendar = computed.status;
    row.complete_without_evidence = computed.complete_without_evidence;
    row.stage = standing.stage;
    row.original = item.first_due;
    row.due = item.dates().due;
    row.forecast = standing.forecast;
    voices(row, standing);
    movement(row);
    words(row);
    return row;
  }

  void voices(ReportItem& row, const Standing& standing) const {
    if (standing.claim != nullptr) {
      row.claim = standing.claim->claim;
      row.claimed = standing.claim->day;
      if (is_approved(*standing.claim)) row.claim_reason = standing.claim->claim_reason;
      row.newly_complete = row.claim == Claim::complete && said_in(*standing.claim, in_.period, in_.spec);
    }
    if (standing.finding != nullptr) {
      row.found = standing.finding->found;
      row.panel = standing.finding->reasons;
      row.finding_is_older = standing.finding_is_older;
    }
  }

  void movement(ReportItem& row) const {
    for (const auto& move : in_.progress.stages)
      row.closed_now = row.closed_now || (move.item == row.id && move.stage == Stage::closed && !move.draft && move.day && in_.period.holds(*move.day));
    const auto found = slippages_.find(row.id.text);
    if (found == slippages_.end()) return;
    row.redatings = found->second.redatings;
    row.forecast = found->second.forecast;
    for (const auto& step : found->second.steps) {
      const auto day = Day::parse(std::string_view(step.at).substr(0, 10));
      if (step.agreed && (in_.entered_later || (day && in_.period.holds(*day)))) row.moved_now.push_back(step);
    }
  }

  void words(ReportItem& row) const {
    const auto found = heard_.find(row.id.text);
    if (found == heard_.end()) return;
    row.spoke = true;
    const auto& last = *found->second.back();
    row.no_change = last.no_change || last.nil_return;
    for (const auto* update : found->second) {
      if (!is_approved(*update)) {
        row.words_wait = row.words_wait || !update->narrative.empty();
        continue;
      }
      if (auto said = public_words(*update); !said.empty()) row.words = std::move(said);
      for (const auto& evidence : update->evidence)
        if (evidence.kind == EvidenceKind::figure) row.figures.push_back({evidence.text, evidence.source});
    }
  }

  void count(const ReportItem& row) {
    if (row.spoke) ++report_.spoke;
    if (!row.alone) return;
    if (is_late(row.calendar)) ++report_.late;
    if (row.calendar.rule == Rule::due_soon) ++report_.due_soon;
    if (row.calendar.rule == Rule::no_date) ++report_.undated;
    if (row.calendar.rule == Rule::complete) ++report_.complete;
  }

  void add_challenges(const Progress& progress) {
    for (const auto& challenge : progress.challenges) {
      const bool answered_now = challenge.answered && in_.period.holds(*challenge.answered);
      if (!challenge.is_open() && !answered_now && !in_.period.holds(challenge.raised)) continue;
      const auto* item = find_item(part_, challenge.item);
      report_.challenges.push_back({challenge.item, item == nullptr ? std::string() : item->title, challenge.question, challenge.answer,
                                    challenge.raised, challenge.answer_due, challenge.answered, challenge.is_late(in_.as_at)});
    }
  }

  void add_silences() {
    for (const auto& silence : in_.silences) {
      auto here = silence;
      std::erase_if(here.items, [&](const ItemId& id) { return !is_in_part(id); });
      if (!here.items.empty()) report_.silences.push_back(std::move(here));
    }
  }

  // A value counts by its period, not by the day on which somebody wrote it down: figures come late.
  void add_indicators() {
    const auto open = public_part(in_.measured);
    for (auto& terms : all_terms(part_, open)) {
      if (!is_wanted(terms)) continue;
      ReportIndicator indicator;
      indicator.withheld = terms.about_people;
      if (!indicator.withheld) indicator.values = values_of(open, terms.id);
      std::erase_if(indicator.values, [&](const IndicatorValue& value) { return value.last > in_.period.last; });
      indicator.terms = std::move(terms);
      report_.indicators.push_back(std::move(indicator));
    }
  }

  // One of the plan's own document goes with its theme, one that was added with the items that are meant to move it.
  [[nodiscard]] bool is_wanted(const IndicatorTerms& terms) const {
    const auto is = [&](const Indicator& indicator) { return indicator.id == terms.id; };
    if (std::any_of(part_.indicators.begin(), part_.indicators.end(), is) || in_.spec.scope == ReportScope::whole) return true;
    if (std::any_of(in_.plan.indicators.begin(), in_.plan.indicators.end(), is)) return false;
    return std::any_of(terms.items.begin(), terms.items.end(), [&](const ItemId& id) { return is_in_part(id); });
  }

  // An edition before decides what is new; without one the period does.
  void compare(const Edition& before) {
    Comparison sum{before.name, before.spec.kind, before.period};
    std::map<std::string_view, const ItemState*> then;
    for (const auto& state : before.states) then.emplace(state.item.text, &state);
    for (auto& now : report_.items) {
      const auto found = then.find(now.id.text);
      const bool was_complete = found != then.end() && found->second->claim == Claim::complete;
      now.newly_complete = now.claim == Claim::complete && !was_complete;
      if (now.newly_complete) ++sum.newly_complete;
      if (found == then.end()) ++sum.added;
      else compare(*found->second, now, sum);
    }
    for (const auto& state : before.states)
      if (!is_in_part(state.item) || find_item(report_, state.item) == nullptr) ++sum.gone;
    report_.comparison = std::move(sum);
  }

  static void compare(const ItemState& then, const ReportItem& now, Comparison& sum) {
    const bool was_late = then.rule == Rule::overdue, late = is_late(now.calendar);
    if (late && !was_late) ++sum.newly_late;
    if (was_late && !late) ++sum.no_longer_late;
    if (then.found == Found::not_yet_assessed && now.found != Found::not_yet_assessed) ++sum.newly_assessed;
    if (then.due != now.due) ++sum.moved;
    if (then.claim == Claim::complete && now.claim != Claim::complete) ++sum.reopened;
  }

  const ReportInput& in_;
  Plan part_;
  CommitteeReport report_;
  std::set<std::string, std::less<>> ids_;
  std::map<std::string, std::vector<const Update*>, std::less<>> heard_;
  std::map<std::string, Slippage, std::less<>> slippages_;
};

}  // namespace

Result<CommitteeReport> committee_report(const ReportInput& input) {
  auto part = part_of_plan(input.plan, input.spec, input.places);
  if (part.items.empty()) return refuse(Fault::not_found, part_has_nothing(input.plan, input.spec));
  return Maker(input, std::move(part)).make();
}

const ReportItem* find_item(const CommitteeReport& report, const ItemId& id) {
  const auto found = std::find_if(report.items.begin(), report.items.end(), [&](const ReportItem& item) { return item.id == id; });
  return found == report.items.end() ? nullptr : &*found;
}

std::vector<ItemState> states_of(const CommitteeReport& report) {
  std::vector<ItemState> states;
  for (const auto& item : report.items) states.push_back({item.id, item.claim, item.found, item.calendar.rule, item.due});
  return states;
}

}  // namespace makegood
