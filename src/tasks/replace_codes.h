#pragma once
// A new telephone: the codes of another app take the place of those that are set up.

#include "tasks/sessions.h"

namespace makegood::tasks {

/// As confirm_codes does where no codes are set up yet. Where they are, `proof` is a code of theirs or a recovery code:
/// whoever finds a browser signed in must not put their own telephone in the place of its owner's. Every other session
/// of the owner ends. Who came by the operator's link, having lost both, needs none.
/// Refuses: a wrong code of the new app -> not_allowed, "code"; a wrong proof -> not_allowed, "proof"; nothing was
/// begun -> not_found. A recovery code is used up only where the new app's code was right.
[[nodiscard]] Result<std::vector<std::string>> replace_codes(const Workspace& workspace, const Session& session, std::string_view typed, std::string_view proof);

}  // namespace makegood::tasks
