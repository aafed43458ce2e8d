#pragma once
// `/desk/grid/SLUG`: all items of a plan in one table, to choose many and change them at once. One form; the
// page after it says what will change, row by row, before anything does.
//
//   GET  /desk/grid/SLUG            a GridQuery; all=yes ticks every row
//   POST /desk/grid/SLUG/preview    item (once for each ticked), or everything=yes with the filter's fields; owners,
//                                   partners (one a line), new_theme (an id), redate (words: "31 May 2023"), objective,
//                                   limb (a, b, c; once for each), clear_duty=yes, reason
//   POST /desk/grid/SLUG/change     rows ("ID:ENTRY", a space between), the same fields again
//   POST /desk/grid/SLUG/filters    name, query; with forget=yes: away with it

#include "pages/grid_query.h"
#include "pages/pieces.h"
#include "report/publication.h"

namespace makegood::pages {

/// What is to be changed, as typed.
struct BulkForm {
  std::string owners, partners, theme, redate, objective, reason;
  std::vector<std::string> limbs;  ///< "a", "b", "c": parts of section 149(1)
  bool clear_duty = false;         ///< first take away the objective and the parts that stand there
  std::vector<std::string> items;  ///< ids that are ticked
  bool everything = false;         ///< all that match the filter, on every page
  bool operator==(const BulkForm&) const = default;
};
[[nodiscard]] BulkForm bulk_form_from(const QueryPairs& pairs);

struct GridRow {
  ItemId id;
  std::string ref, title, theme;
  std::vector<std::string> owners, partners;
  std::vector<Contact> noted;      ///< owners whose post is vacant, has passed to another body or has ended
  std::string timescale_raw;
  CalendarFact calendar;
  Claim claim = Claim::not_yet_reported;
  Found found = Found::not_yet_assessed;
  bool held = false;
  Stage stage = Stage::in_plan;
  ItemObjective duty = {};         ///< the equality objective and parts of section 149 that it serves
};

struct NamedFilter {
  std::string name, query;  ///< the query as it stands in an address
};

struct GridPage {
  std::string slug, plan_title, language = "en";
  GridQuery query;
  FilterChoices choices;
  std::vector<GridRow> rows;       ///< of this page
  int matched = 0, page = 1, pages = 1;
  std::vector<NamedFilter> saved;
  BulkForm form;
  std::vector<FieldFault> faults;
  std::string refusal;
  std::string filter_name;         ///< as typed
  int changed = 0;                 ///< items that the last change touched; 0 = none was made just now
};
inline constexpr int kGridRows = 100;
/// A page beyond the last is the last.
[[nodiscard]] GridPage make_grid_page(const Plan& plan, const Progress& progress, const Directory& directory, const std::vector<ItemObjective>& objectives,
                                      const GridQuery& query, Day today);
[[nodiscard]] Html grid_page(const GridPage& page, const Site& site);

/// One item before and after.
struct BulkLine {
  ItemId id;
  std::string ref, title;
  std::vector<FieldChange> changes;  ///< themes by their titles
  std::optional<ItemObjective> duty_before, duty_after;  ///< nothing = they stay
  std::string refusal;               ///< why it cannot be done there
  std::string changed_by, changed_at;  ///< somebody changed it meanwhile
};

/// What will change?
struct BulkPage {
  std::string slug, plan_title, language = "en";
  std::vector<BulkLine> changing, refused, meanwhile;
  int unchanged = 0;       ///< that is what they say already
  BulkForm form;
  std::string rows;        ///< what is sent on: "ID:ENTRY" of each that changes
  GridQuery query;
  std::string refusal;
};
[[nodiscard]] Html bulk_page(const BulkPage& page, const Site& site);

/// "Fair recruitment at every stage; section 149: (a), (b)"; nothing where neither is named.
[[nodiscard]] Html duty_note(const Site& site, const ItemObjective& duty, std::string_view language);
[[nodiscard]] Html duty_words(const Site& site, const ItemObjective& duty, std::string_view language);

[[nodiscard]] Url grid_url(std::string_view slug, std::string_view step = {});

}  // namespace makegood::pages
