#pragma once
// The story of a plan by the days on which it happened, and the days that lie ahead. A history says when an entry was
// written; a timeline says when the board decided, when the owner spoke, when a date will come.
//
//   const Timeline timeline = make_timeline({.plan = whole, .progress = seen, .rules = rules, .versions = ..., .editions = ...});
//   for (const TimelineEntry& entry : timeline.past) show(entry.day, entry.kind);
//   std::string json = timeline_json(slug, timeline);
//
// It shows what it is given: whoever asks for the public gives it the released plan and public_part() of what was said.

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"
#include "plan/plan_repository.h"
#include "progress/code_word.h"
#include "progress/standing.h"
#include "report/publication.h"

namespace makegood {

enum class TimelineKind {
  released,   ///< a version of the plan was made public
  edition,    ///< a report was published as it stood
  decided,    ///< a body decided how far an item has come
  awaited,    ///< a body is to decide
  redated,    ///< a date was moved by agreement
  reported,   ///< an owner's report
  found,      ///< what the panel found, or that a finding is held
  due,
  milestone,
  review
};
inline constexpr auto kTimelineKinds = std::to_array<CodeWord<TimelineKind>>({
    {TimelineKind::released, "released"},
    {TimelineKind::edition, "edition"},
    {TimelineKind::decided, "decided"},
    {TimelineKind::awaited, "awaited"},
    {TimelineKind::redated, "redated"},
    {TimelineKind::reported, "reported"},
    {TimelineKind::found, "found"},
    {TimelineKind::due, "due"},
    {TimelineKind::milestone, "milestone"},
    {TimelineKind::review, "review"},
});
[[nodiscard]] std::string_view word(TimelineKind kind);

struct TimelineEntry {
  Day day;
  TimelineKind kind = TimelineKind::due;
  ItemId item;                  ///< empty = the plan itself
  std::string ref, title;       ///< of the item; of an edition its title
  std::string home;             ///< slug of the plan that the item is at home in
  std::string name;             ///< of a version or an edition: what its address calls it
  std::string says;             ///< the word of a claim, a finding or a stage; "no_change", "nothing_to_report"; "held"
  std::string who;              ///< a body, or a post with its organisation; empty = not known
  std::string text;             ///< the words of a report or a finding, the reason of a re-dating
  std::optional<Day> from, to;  ///< of a re-dating
  const Edition* edition = nullptr;  ///< one of those that were given
};

struct Timeline {
  std::vector<TimelineEntry> past;   ///< up to and with today, newest first
  std::vector<TimelineEntry> ahead;  ///< after today, soonest first; dates that have passed are not told: they are late, or done
  Day today;
};

struct TimelineSource {
  const Plan& plan;                      ///< with the items that it includes of others
  const Progress& progress;              ///< as the reader may see it
  const RuleBook& rules;                 ///< of what they may see
  std::vector<PlanVersion> versions = {};  ///< those not yet public are left out
  std::span<const Edition> editions = {};
  std::map<ItemId, std::string> homes = {};  ///< slug of the home plan of included items
};

/// What was said of items that the plan does not have is left out. On one day the plan's own entries come first, then
/// decisions, re-datings, reports and findings.
/// The editions must outlive it.
[[nodiscard]] Timeline make_timeline(const TimelineSource& source);

/// "past" and "ahead"; days are ISO, kinds and claims are words, what an entry does not have is left out.
[[nodiscard]] std::string timeline_json(const Plan& plan, const Timeline& timeline);

}  // namespace makegood
