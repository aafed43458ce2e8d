#pragma once
// A cycle's period as people say it.

#include <string>

#include "cycle/cycle_id.h"
#include "words/words.h"

namespace makegood {

/// "June 2023"; "April 2023 to June 2023"; of a named date "up to 15 December 2023".
[[nodiscard]] std::string period_words(const Words& words, const CycleId& id, const Period& period);

}  // namespace makegood
