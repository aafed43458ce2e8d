#pragma once
// What somebody follows: a plan, or a theme, an owner or an item of it. Feeds and letters to
// subscribers choose the lines of a plan's public history by it.

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "plan/plan.h"

namespace makegood::tasks {

enum class FollowedPart { plan, theme, owner, item };
struct FollowedPartWord {
  FollowedPart part;
  std::string_view word;  ///< in addresses, forms and tables
};
/// In the order of the enumerators.
inline constexpr std::array<FollowedPartWord, 4> kFollowedParts = {{
    {FollowedPart::plan, "plan"},
    {FollowedPart::theme, "theme"},
    {FollowedPart::owner, "owner"},
    {FollowedPart::item, "item"},
}};

struct Following {
  std::string plan;  ///< slug
  FollowedPart part = FollowedPart::plan;
  std::string of;    ///< the theme's id, the owner as the plan names it, the item's id; empty for the plan
  bool operator==(const Following&) const = default;
};

/// "plan", "theme:3", "owner:Head of Housing", "item:k3v7x0q2mb".
[[nodiscard]] std::string about_words(const Following& following);
/// The reverse, of a plan. Refuses another word -> invalid_input.
[[nodiscard]] Result<Following> following_from(std::string_view plan, std::string_view about);

/// What it is called in the plan: its title, the theme's, the owner, the item's title.
/// Nothing when the plan has no such part.
[[nodiscard]] std::optional<std::string> title_of(const Following& following, const Plan& plan);
/// Whether a line of the plan's history is about it. A line about the plan as a whole (released,
/// replaced by a newer document) is about every part of it.
[[nodiscard]] bool concerns(const Following& following, const Plan& plan, const ItemId& item);
}  // namespace makegood::tasks
