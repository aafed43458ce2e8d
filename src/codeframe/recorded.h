#pragma once
// One recorded value in any frame: ethnicity by its schemes and labels, everything else by the frame's own words.

#include "codeframe/ethnicity.h"

namespace makegood {

/// Whether `code_recorded` can code into the frame.
[[nodiscard]] Result<void> check_frame(std::string_view frame);

/// As `code_ethnicity`; for another frame the code, and what it belongs to where that is not itself.
/// The unknowns ("prefer not to say", "not asked", a blank) are the same in every frame.
/// Refuses: an unknown frame; a scheme that is not of the frame -> Fault::invalid_input.
[[nodiscard]] Result<CodedEthnicity> code_recorded(std::string_view scheme, std::string_view raw,
                                                   std::string_view frame);

}  // namespace makegood
