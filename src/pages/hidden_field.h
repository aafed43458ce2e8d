#pragma once
// A value that a form carries without showing it.

#include <string_view>

#include "html/html.h"

namespace makegood::pages {

[[nodiscard]] inline html::Html hidden(std::string_view name, std::string_view value) {
  return html::input(html::attr("type", "hidden"), html::attr("name", name), html::attr("value", value));
}

}  // namespace makegood::pages
