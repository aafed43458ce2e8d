#pragma once
// The letter with a link to sign in with.

#include <string_view>

#include "tasks/sign_in.h"

namespace makegood::tasks {

/// Mails a link to this address where the directory knows it, in the person's language; does nothing where it
/// does not, and says the same. Somebody is sent five within an hour, then fewer (throttle.h): those that
/// were sent still work, so that nobody is kept out by another who asks in their name.
/// Refuses only what is nobody's fault: a full disk -> unavailable.
[[nodiscard]] Result<void> mail_sign_in_link(const Workspace& workspace, std::string_view address, const Caller& caller);

}  // namespace makegood::tasks
