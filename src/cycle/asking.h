#pragma once
// Who is asked for what: the items of a plan, the posts that it names, and who answers for those today.
//
// Every owner of an item is asked; the first is accountable, the others contribute. Where a plan names one
// officer for most items and the work is its partners', the schedule says so: the partners are asked in the
// officer's place, and the officer is told who was. Nobody is asked about what is done with: complete,
// dropped, turned down, or no longer in the plan.

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "people/directory.h"
#include "plan/plan.h"

namespace makegood {

/// Whose word is wanted. `partner`: asked in the place of the officer who coordinates the item.
enum class Part { accountable, contributing, partner };
[[nodiscard]] std::string_view word(Part part);  ///< "accountable"
[[nodiscard]] std::optional<Part> part_from(std::string_view word);

struct AskedItem {
  ItemId item;
  Part part = Part::accountable;
  std::string named;           ///< as the plan writes it
  PostId post;
  bool by_delegation = false;  ///< the person answers for somebody else's post
  bool operator==(const AskedItem&) const = default;
};

/// What one person is asked for, in plan order, each item once.
struct Ask {
  PersonId person;
  std::vector<AskedItem> items;
  bool operator==(const Ask&) const = default;
};

/// A name of the plan behind which nobody can be asked, and why.
struct Unasked {
  ItemId item;
  std::string named;           ///< empty = the plan names nobody
  PostId post;                 ///< empty = matched to none
  WhyNot why = WhyNot::no_post;
  bool operator==(const Unasked&) const = default;
};

/// An officer whose items its partners are asked about.
struct Copied {
  PersonId person;
  std::vector<ItemId> items;
  bool operator==(const Copied&) const = default;
};

struct Asking {
  std::vector<Ask> asks;         ///< in the order in which the plan first comes to them
  std::vector<Unasked> unasked;  ///< in plan order
  std::optional<Copied> copied;
};

/// Who answers today for what a plan calls somebody: one for each post that the name means.
using WhoAnswers = std::function<std::vector<Answerer>(std::string_view written)>;
/// As the directory has it. The directory outlives what is returned.
[[nodiscard]] WhoAnswers who_answers(const Directory& directory, std::string plan, Day today);

/// `done` are items that are claimed to be complete or dropped. `officer` is the coordinating post as the plan
/// writes it; empty = there is none.
[[nodiscard]] Asking requests_for(const Plan& plan, const WhoAnswers& who, const std::set<ItemId>& done, std::string_view officer,
                                  Day today);

/// The names that an item's answer is asked of: its owners, else its lead authority, else its parent's.
[[nodiscard]] std::vector<std::string> answerable_names(const Plan& plan, const Item& item);

/// The name that owns more than half of the items that have an owner; empty where no name does. What is offered as
/// the officer of the schedule.
[[nodiscard]] std::string coordinating_name(const Plan& plan);

}  // namespace makegood
