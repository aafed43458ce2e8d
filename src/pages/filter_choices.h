#pragma once
// Choices of the filters above a plan's items: on its public page and in the officers' table.

#include <string>
#include <string_view>
#include <vector>

#include "html/components/fields.h"
#include "pages/pieces.h"

namespace makegood::pages {

using FilterItems = std::vector<html::govuk::SelectItem>;

/// A select with "any" before the choices. Its words are those of "filter.NAME".
[[nodiscard]] Html filter_picker(const Site& site, std::string_view name, FilterItems choices, const std::string& value);
/// How many items a choice leaves stands beside it, so that nobody picks an empty one.
[[nodiscard]] FilterItems counted_choices(const Site& site, const std::vector<Choice>& choices, const std::string& language);
[[nodiscard]] FilterItems status_choices(const Site& site);

}  // namespace makegood::pages
