#pragma once
// How the items of a plan without tables begin: "Recommendation 3: ...", a number, a letter, a dot.
// Worked example: where "1. Publish ..." and "2. Review ..." stand under "Leadership" and dots
// under "Services", the plan's shape is `number`, and the dots are its other list.

#include <string>
#include <string_view>
#include <vector>

#include "extract/lines.h"
#include "plan/plan.h"

namespace makegood::extraction {

/// How an item may begin (`labelled`: "Action: Review leave", without a number); the first that occurs often enough is the plan's way.
enum class Shape { none, named, heading, dotted, number, letter, bullet, labelled };
constexpr int kShapes = 8;

/// "Recommendation 3: ...", "Action 2.1 - ...".
struct Named {
  std::string ref;
  std::string_view rest;
  ItemKind kind = ItemKind::action;
};
[[nodiscard]] bool read_named(std::string_view text, Named& out);

/// "Lead: Head of HR" on a line of its own.
[[nodiscard]] bool is_field_line(const Line& line);

/// An owner or a date anywhere in the line, each behind its name.
[[nodiscard]] bool has_inline_field(const Line& line);

[[nodiscard]] Shape shape_of(const Line& line);

/// An action is told from another list by how it begins: "Review ...", "We will ...", "The council should ...".
[[nodiscard]] bool sounds_like_action(std::string_view text);

/// A plan that numbers its actions in one chapter may well dot them in the next. For each line the
/// shape of the item that begins there although it is not the plan's `shape`, else none: in
/// chapters of the same rank that have none of the plan's own, the lines of their first list, when
/// most of them have an owner or a date (`with_fields`: the plan's items have them) or, in a plan
/// without, do something.
[[nodiscard]] std::vector<Shape> other_lists(const Lines& lines, Shape shape, bool with_fields);

}  // namespace makegood::extraction
