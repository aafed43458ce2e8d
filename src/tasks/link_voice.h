#pragma once
// Whose voice it is that speaks by a link: the post that was asked, as it stands on that day.

#include "tasks/reply_link.h"

namespace makegood::tasks {

/// How whoever holds the link is called in the ledger: by the first post that was asked; never by name or address.
[[nodiscard]] std::string actor_of_link(const OpenReply& reply);

/// Edge: where the directory knows no such post, the words by which the plan names it.
[[nodiscard]] Voice voice_behind_link(const OpenReply& reply, const AskedItem& asked, Day today);

}  // namespace makegood::tasks
