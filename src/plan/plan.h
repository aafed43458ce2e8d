#pragma once
// plan: the nouns of the product. A Plan is a tree of items under themes; an item is a
// recommendation, action, commitment or criterion with owners, partners and a timescale kept
// both as written and as read. Frameworks, charters and motions are plans too.
//
//   Plan plan = ...;                               // extract_plan(document) or a repository
//   for (const Item& item : plan.items)
//     RuleStatus status = rule_status(item, plan.settings, today);
//   Delivery delivery = count_delivery(plan, today);
//   std::string json = write_plan(plan);           // read_plan(json) gives it back
//
// Ids encode nothing. A draft that comes from extract has ordinals ("1", "2") as ids; adopt()
// gives it real ones. References are labels, kept as text ("01.05" stays "01.05").
// plan must not know documents' formats, the database or the web.

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
  Timescale timescale;
  std::string status_raw;  ///< free text of the document; never read as a rating
  Response response = Response::none;
  std::string progress;
  std::string approval;    ///< an approval state as written: "draft and will be agreed by ..."
  std::vector<Link> evidence;
  Position source;
  std::string source_text; ///< the sentence or cell that it was read from
  double confidence = 1.0;
  Findings findings;
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
};

/// Fresh ids for themes, items and indicators; links between them kept.
[[nodiscard]] Plan adopt(Plan draft, const RandomBits& random);

[[nodiscard]] const Item* find_item(const Plan& plan, const ItemId& id);
[[nodiscard]] const Theme* find_theme(const Plan& plan, const ThemeId& id);
/// The theme's title, with its parent's before it where it has one.
[[nodiscard]] std::string theme_title(const Plan& plan, const ThemeId& id);

/// Lower case, hyphens, at most 60 characters, never empty.
[[nodiscard]] std::string make_slug(std::string_view title);

[[nodiscard]] std::string_view word(ItemKind kind);      ///< "sub-action"
[[nodiscard]] std::string_view word(Response response);  ///< "accepted-and-completed"; empty for none
[[nodiscard]] std::optional<ItemKind> item_kind_from(std::string_view word);
[[nodiscard]] std::optional<Response> response_from(std::string_view word);

}  // namespace makegood
