#pragma once
// The number that a form carries, so that sent twice it is taken once: what comes of it has it as its id. It comes back from
// a browser, so it may be anything.

#include <algorithm>
#include <string_view>

namespace makegood::tasks {

/// Whether it may be an id as make_id() makes them.
[[nodiscard]] inline bool is_form_number(std::string_view text) {
  return text.size() == 10 && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); });
}

}  // namespace makegood::tasks
