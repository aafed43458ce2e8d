#pragma once
// The period of a return as people say it.

#include <string>

#include "registers/periods.h"
#include "words/words.h"

namespace makegood {

/// "March 2026"; "2025-26 autumn", "2025-26 Q2", "2025-26 H1"; "2025-26". In Welsh "hydref 2025-26": the name that the
/// period has in files stays what it is.
[[nodiscard]] std::string period_words(const Words& words, const ReturnPeriod& period);

}  // namespace makegood
