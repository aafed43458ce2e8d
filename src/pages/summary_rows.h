#pragma once
// The rows of a summary list that has only what was said.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "html/components/lists.h"
#include "pages/pieces.h"

namespace makegood::pages {

using SummaryRows = std::vector<html::govuk::SummaryRow>;

/// Edge: a value that says nothing has no row.
inline void add_row(SummaryRows& rows, const std::string& key, Html value) {
  if (!value.empty()) rows.push_back({.key = {key}, .value = {std::move(value)}});
}

/// What somebody typed, a paragraph a line; nothing where they typed nothing.
[[nodiscard]] inline Html typed_lines(const Site& site, std::string_view text) { return text.empty() ? Html() : quoted_lines(typed_language(site), text); }

}  // namespace makegood::pages
