#pragma once
// plan: the nouns of the product. A Plan is a tree of items under themes; an item is a
// recommendation, action, commitment or criterion with owners, partners and a timescale kept
// as written, as read and as confirmed. Frameworks, charters and motions are plans too.
//
//   Plan plan = ...;                               // extract_plan(document) or a repository
//   for (const Item* item : select_items(plan, {.owner = "Head of Housing"}, today))
//     RuleStatus status = rule_status(*item, today);
//   Delivery delivery = count_delivery(plan, today);
//   auto change = apply(plan, {item_id, ItemField::title, {"New wording"}, "misread"});
//   std::string json = write_plan(plan);           // read_plan(json) gives it back
//
// Ids encode nothing. A draft that comes from extract has ordinals ("1", "2") as ids; adopt()
// gives it real ones. References are labels, kept as text ("01.05" stays "01.05").
// plan must not know documents' formats, the database or the web. Its rooms:
//
//   item.h             the nouns          select.h    filters and order
//   status.h           what the calendar says, delivery by theme
//   correct.h          corrections and settled findings
//   change_many.h      one change to many items
//   compare.h          a newer version against the one before: who is who, and what changed
//   change_set.h       what came of it       word_difference.h  where two wordings differ
//   decide_match.h     what a person decides about it
//   revise.h           the plan after a newer document was taken over
//   items_by_id.h      the items by id, for whoever looks up many
//   dates_from.h       whose word an item's dates are, for files that come back
//   edit.h             title, themes and indicators, by hand
//   include.h          items that other plans show too
//   json.h             our own lossless form, and the neutral shape that outsiders read
//   plan_repository.h  the door to where plans are kept

#include "plan/change_many.h"
#include "plan/change_set.h"
#include "plan/compare.h"
#include "plan/correct.h"
#include "plan/dates_from.h"
#include "plan/decide_match.h"
#include "plan/differences.h"
#include "plan/edit.h"
#include "plan/include.h"
#include "plan/item.h"
#include "plan/json.h"
#include "plan/nearest.h"
#include "plan/plan_repository.h"
#include "plan/revise.h"
#include "plan/select.h"
#include "plan/status.h"
#include "plan/word_difference.h"
