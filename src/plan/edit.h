#pragma once
// Changes by hand to what stands around the items of a draft: its title, themes and indicators.

#include <optional>
#include <string>
#include <string_view>

#include "plan/item.h"

namespace makegood {

enum class PlanPart { title, organisation, new_theme, theme, new_indicator, indicator, no_indicator };

[[nodiscard]] std::string_view word(PlanPart part);  ///< "new_theme"; the name in JSON and history
[[nodiscard]] std::optional<PlanPart> plan_part_from(std::string_view word);

/// `text` is the title, name or wording that shall stand there.
struct PlanEdit {
  PlanPart part = PlanPart::title;
  std::string id;     ///< of the theme or indicator; empty for new ones
  std::string text;
  std::string theme;  ///< of an indicator: an id, or empty
  std::string unit;   ///< of an indicator: "percent", "count", "percent-or-count" or empty
  bool operator==(const PlanEdit&) const = default;
};

/// New themes and indicators get the next ordinal as id.
/// Refuses: no such theme or indicator -> not_found; an empty text where one is needed, another
/// unit -> invalid_input; a theme of that name is there, or nothing would change -> conflict.
[[nodiscard]] Result<void> apply(Plan& plan, const PlanEdit& edit);

[[nodiscard]] std::string write_plan_edit(const PlanEdit& edit);
/// Refuses what is none -> invalid_input.
[[nodiscard]] Result<PlanEdit> read_plan_edit(std::string_view json);

}  // namespace makegood
