#pragma once
// The public page of a plan as plain values: what was promised, and is it being kept?

#include <optional>
#include <string>
#include <vector>

#include "pages/plan_query.h"
#include "pages/proposal.h"
#include "pages/standing.h"
#include "pages/voices_summary.h"
#include "people/directory.h"
#include "plan/plan.h"
#include "progress/progress.h"

namespace makegood::pages {

/// Where a plan came from and how far it has come. Empty = not known or not yet.
struct Provenance {
  std::string document;          ///< the file's name as it was given
  std::optional<Day> imported, released, changed;
  bool is_public = false;
  std::string language = "en";   ///< of the plan's own text
};

/// The answer to "is this plan being kept?", before it is put into a sentence.
/// Commitments are counted with the recommendation that they answer, not beside it.
struct PlanAnswer {
  StandingCounts counts;
  std::optional<Day> next_due;
};

/// One line of the list.
/// Whom to contact about an item: a post with its organisation, and a person only where they may be named in public.
struct Contact {
  std::string written;                ///< as the plan names it
  std::string post;                   ///< "Head of Housing, Aberllyn Council"; empty = not in the directory
  std::string named;                  ///< empty = may not be named
  bool vacant = false;
  std::optional<Day> vacant_since = {};
  std::vector<FormerName> before = {}; ///< what it was called before others took over, the latest first
  std::optional<Day> ended = {};      ///< its last day, where nobody has taken over: then nobody is to be contacted
  /// A reader of the plan's own words is told more.
  [[nodiscard]] bool is_noted() const { return vacant || ended || !before.empty(); }
};

struct ItemRow {
  ItemId id;
  std::string ref, title, theme;
  ItemKind kind = ItemKind::action;
  std::vector<std::string> owners;
  std::string timescale_raw;
  CalendarFact calendar;
  int commitments = 0;
  std::string home = {}, home_title = {};  ///< slug and title of the plan that it is at home in; empty = this one
  std::vector<Contact> noted = {};    ///< owners whose post is vacant, has passed to another body or has ended
  std::optional<Claim> claim = {};         ///< what its owner reports; nothing = it was not asked after
  Stage stage = Stage::in_plan;
  std::optional<StageMove> awaited = {};   ///< a draft that waits for a body's decision
  bool is_draft = false;                   ///< the document calls it a draft, and nobody has decided since
};
/// Puts what was said about each item beside it. Rows and items are told apart by their ids.
void tell_progress(std::vector<ItemRow>& rows, const Progress& progress);

struct NextDate {
  Day day;
  ItemId item;
  std::string ref, title;
  std::string home = {};  ///< slug of the plan that it is at home in; empty = this one
};

/// An item of another plan that this one includes, but that its home plan no longer has.
struct GoneElsewhere {
  std::string home, home_title;
  ItemId item;
  std::string title;
  Departure departure;
};

/// One value that a filter may take, and how many items it would leave.
struct Choice {
  std::string value, label;
  int count = 0;
};

struct FilterChoices {
  std::vector<Choice> themes, owners, partners;
  std::vector<ItemKind> kinds;
};

struct IndicatorLine {
  std::string theme, text;
};

struct PlanPage {
  std::string slug, title, organisation, context;
  std::vector<KindCount> kinds;
  PlanAnswer answer;
  Delivery delivery;
  std::vector<NextDate> next_dates;  ///< at most five, soonest first
  PlanQuery query;
  FilterChoices choices;
  std::vector<ItemRow> rows;  ///< those of this page
  int matched = 0;            ///< items that the filter leaves
  int page = 1, pages = 1;
  int included = 0;  ///< items that are at home in other plans
  int lent = 0;      ///< own items that other plans show too
  std::vector<GoneElsewhere> gone;
  std::vector<IndicatorLine> indicators;
  Provenance provenance;
  Day today;
  int heading_level = 1;  ///< of its title: 2 where another page shows it
  VoicesSummary voices = {};
};

inline constexpr int kRowsPerPage = 50;

/// Never fails: a page beyond the last is the last, a value that no item has leaves no rows.
[[nodiscard]] PlanPage make_plan_page(const Plan& plan, const Provenance& provenance, const PlanQuery& query, const RuleBook& rules);

[[nodiscard]] PlanAnswer answer_for(const Delivery& delivery);
[[nodiscard]] ItemRow row_for(const Plan& plan, const Item& item, const RuleBook& rules);

/// The items that a query leaves, in its order; not cut into pages. Items that the newest
/// document no longer has are left out. Asked for a status, a commitment that follows its
/// recommendation's date is left out too, so that the list has as many lines as the count says.
[[nodiscard]] std::vector<const Item*> items_for(const Plan& plan, const PlanQuery& query, const RuleBook& rules);

}  // namespace makegood::pages
