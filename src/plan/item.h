#pragma once
// What a plan is made of: themes, items, indicators, and what people decided about findings.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"
#include "document/document.h"
#include "timescale/timescale.h"

namespace makegood {

using ItemId = Id<struct ItemTag>;
using ThemeId = Id<struct ThemeTag>;
using IndicatorId = Id<struct IndicatorTag>;

enum class ItemKind { recommendation, action, commitment, sub_action, criterion };

/// What the body answered to a recommendation, where the document says so.
enum class Response { none, accepted, accepted_in_part, accepted_and_completed, rejected, noted };

/// Why an item that was promised is not in a newer version of its plan.
enum class DepartureReason { not_stated, completed, merged, superseded, dropped };

struct Departure {
  DepartureReason reason = DepartureReason::not_stated;
  std::vector<ItemId> successors;  ///< what it was merged into, or is superseded by
  std::string note;
  std::optional<Day> day;          ///< when the newer version was accepted
  bool operator==(const Departure&) const = default;
};

struct Theme {
  ThemeId id;
  std::string title;
  ThemeId parent;  ///< empty = top level
  Position source;
  bool operator==(const Theme&) const = default;
};

struct Item {
  ItemId id;
  std::string ref;    ///< the document's own, as text
  ItemKind kind = ItemKind::action;
  ItemId parent;      ///< a commitment's recommendation; empty = none
  ThemeId theme;
  std::string title;  ///< full text, white space squeezed, wording as in the source
  std::string detail; ///< lines separated by '\n'
  std::vector<std::string> owners, partners, lead_authority;
  std::string timescale_raw;
  Timescale timescale;     ///< as read from `timescale_raw`
  std::string status_raw;  ///< free text of the document; never read as a rating
  Response response = Response::none;
  std::string progress;
  std::string approval;    ///< an approval state as written: "draft and will be agreed by ..."
  std::vector<Link> evidence;
  Position source;
  std::string source_text; ///< the sentence or cell that it was read from
  double confidence = 1.0;
  Findings findings;

  std::optional<Timescale> confirmed;  ///< what a person said the dates are; stands above `timescale`
  std::optional<Day> first_due;        ///< the date that it was adopted with; `dates().due` after it = slipped
  std::optional<Day> last_word;        ///< when it was adopted, or last reported on
  bool absent = false;                 ///< not in the newest version of the document; kept for its history
  std::optional<Departure> departure;  ///< only when absent: why
  std::vector<ItemId> came_from;       ///< items of an earlier version whose words it took up: split or merged

  /// The dates that count: as confirmed by a person, else as read.
  [[nodiscard]] const Timescale& dates() const { return confirmed ? *confirmed : timescale; }
  bool operator==(const Item&) const = default;
};

struct Indicator {
  IndicatorId id;
  ThemeId theme;
  std::string text;
  std::string unit;  ///< "percent", "count", "percent-or-count" or empty
  Position source;
  bool operator==(const Indicator&) const = default;
};

enum class Decision { confirm, set_dates, no_date, split_owners, leave };

/// What a person decided about one finding. Findings stay; a settled one is no longer open.
struct Settlement {
  ItemId item;        ///< empty = a finding of the plan itself
  std::string code;   ///< of the finding
  int ordinal = 0;    ///< which of the item's findings with that code, from 0
  Decision decision = Decision::leave;
  Timescale dates;                  ///< for set_dates
  std::vector<std::string> owners;  ///< for split_owners
  std::string note;
  bool operator==(const Settlement&) const = default;
};

struct Plan {
  std::string slug;
  std::string title;
  std::string organisation;
  std::string context;  ///< introduction, objectives: kept, not made into items
  TimescaleSettings settings;
  std::vector<Theme> themes;
  std::vector<Item> items;
  std::vector<Indicator> indicators;
  Findings findings;
  std::vector<Settlement> settlements;
};

/// Fresh ids for themes, items and indicators; links between them (settlements too) kept.
[[nodiscard]] Plan adopt(Plan draft, const RandomBits& random);

[[nodiscard]] const Item* find_item(const Plan& plan, const ItemId& id);
[[nodiscard]] Item* find_item(Plan& plan, const ItemId& id);
[[nodiscard]] const Theme* find_theme(const Plan& plan, const ThemeId& id);
/// The theme's title, with its parent's before it where it has one: "Employment: Council".
[[nodiscard]] std::string theme_title(const Plan& plan, const ThemeId& id);
/// The items whose parent is `id`, in plan order.
[[nodiscard]] std::vector<const Item*> children_of(const Plan& plan, const ItemId& id);

/// Lower case, hyphens, at most 60 characters, never empty.
[[nodiscard]] std::string make_slug(std::string_view title);

[[nodiscard]] std::string_view word(ItemKind kind);      ///< "sub-action"
[[nodiscard]] std::string_view word(Response response);  ///< "accepted-and-completed"; empty for none
[[nodiscard]] std::string_view word(Decision decision);  ///< "set_dates"
[[nodiscard]] std::string_view word(DepartureReason reason);  ///< "not_stated"
[[nodiscard]] std::optional<ItemKind> item_kind_from(std::string_view word);
[[nodiscard]] std::optional<Response> response_from(std::string_view word);
[[nodiscard]] std::optional<Decision> decision_from(std::string_view word);
[[nodiscard]] std::optional<DepartureReason> departure_reason_from(std::string_view word);

}  // namespace makegood
