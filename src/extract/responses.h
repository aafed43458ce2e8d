#pragma once
// What a body answered to a recommendation, and states of approval, out of their sentences.

#include <string>
#include <string_view>

#include "plan/plan.h"

namespace makegood::extraction {

/// "Recommendation Accepted and Completed." -> accepted_and_completed; none where it does not say.
[[nodiscard]] Response read_response(std::string_view text);

/// The sentence of `text` that says that something is a draft, or hangs on an approval; or empty.
[[nodiscard]] std::string read_approval(std::string_view text);

/// The lead authorities in a bracket at the end: "... policing. (Police/Council)." Cuts it off.
[[nodiscard]] std::string take_lead_authority(std::string& text);

}  // namespace makegood::extraction
