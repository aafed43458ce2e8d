#include "tasks/concern.h"

#include <algorithm>

namespace makegood::tasks {
namespace {

// A history names themes by their titles.
bool has_left(const Following& following, const Plan& plan, const std::vector<FieldChange>& changes) {
  const bool theme = following.part == FollowedPart::theme;
  const auto of = theme ? theme_title(plan, ThemeId(following.of)) : following.of;
  return std::any_of(changes.begin(), changes.end(), [&](const FieldChange& change) {
    return change.field == (theme ? ItemField::theme : ItemField::owners) && std::find(change.before.begin(), change.before.end(), of) != change.before.end();
  });
}

}  // namespace

std::string about_words(const Following& following) {
  const auto word = std::string(kFollowedParts.at(static_cast<std::size_t>(following.part)).word);
  return following.part == FollowedPart::plan ? word : word + ":" + following.of;
}

Result<Following> following_from(std::string_view plan, std::string_view about) {
  const auto colon = about.find(':');
  for (const auto& row : kFollowedParts) {
    const bool whole = row.part == FollowedPart::plan;
    if (about.substr(0, colon) != row.word || whole != (colon == std::string_view::npos)) continue;
    return Following{std::string(plan), row.part, whole ? std::string{} : std::string(about.substr(colon + 1))};
  }
  return refuse(Fault::invalid_input, "choose what you want to be told about");
}

std::optional<std::string> title_of(const Following& following, const Plan& plan) {
  switch (following.part) {
    case FollowedPart::plan: return plan.title;
    case FollowedPart::theme:
      for (const auto& theme : plan.themes)
        if (theme.id.text == following.of) return theme.title;
      return std::nullopt;
    case FollowedPart::owner: {
      const auto owners = owners_of(plan);
      if (std::find(owners.begin(), owners.end(), following.of) == owners.end()) return std::nullopt;
      return following.of;
    }
    case FollowedPart::item: {
      const auto* item = find_item(plan, ItemId(following.of));
      return item == nullptr ? std::nullopt : std::optional(item->title);
    }
  }
  return std::nullopt;
}

bool concerns(const Following& following, const Plan& plan, const ItemId& id) {
  if (id.empty() || following.part == FollowedPart::plan) return true;
  if (following.part == FollowedPart::item) return id.text == following.of;
  const auto* item = find_item(plan, id);
  if (item == nullptr) return false;
  if (following.part == FollowedPart::theme) return item->theme.text == following.of;
  return std::find(item->owners.begin(), item->owners.end(), following.of) != item->owners.end();
}

bool concerns(const Following& following, const Plan& plan, const ItemId& id, const std::vector<FieldChange>& changes) {
  return concerns(following, plan, id) || has_left(following, plan, changes);
}

}  // namespace makegood::tasks
