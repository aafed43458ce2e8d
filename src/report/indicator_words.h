#pragma once
// An indicator in words, the same on its page and in the committee's paper.

#include <string>
#include <string_view>

#include "progress/indicator.h"
#include "words/words.h"

namespace makegood {

/// "5.6%", "47", "12.5 days".
[[nodiscard]] std::string figure_words(const Words& words, double value, std::string_view unit);
/// "5.6% (provisional)"; "not available" where there is no figure.
[[nodiscard]] std::string value_words(const Words& words, const IndicatorValue& value, std::string_view unit);
/// "1 April 2023 to 31 March 2024"
[[nodiscard]] std::string period_words(const Words& words, const IndicatorValue& value);
/// "10% by 31 March 2027", "1 more each year (percentage points, where it is a share)"; empty = none was set.
[[nodiscard]] std::string target_words(const Words& words, const IndicatorTerms& terms);

}  // namespace makegood
