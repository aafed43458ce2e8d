#pragma once
// The panel's questions: asked with a day by which an answer is wanted, and answered once, by a coordinator, by an owner
// who is signed in, or by the owner's one link. One table says who may: whoever holds a link stands there as the
// owner or contributor of the item that it asks about, in the organisation of the post that was asked.
//
//   auto asked = raise_challenge(workspace, scrutineer, {slug, item}, "Which groups are missing?", due);
//   for (const Challenge* one : questions_behind(*reply, progress)) show(*one);
//   answer_challenge_by_link(workspace, *reply, asked->id, "The two smallest.");

#include <vector>

#include "progress/progress.h"
#include "tasks/people.h"
#include "tasks/reply_link.h"
#include "tasks/share.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// Asks a question about an item, to be answered by a day. Letters go to those who may answer it (challenge_letters.h).
/// Refuses: no question, a day before today -> invalid_input.
[[nodiscard]] Result<Challenge> raise_challenge(const Workspace& workspace, const Actor& actor, const HomeItem& item,
                                                std::string_view question, Day answer_due);

/// Whether the actor may answer for this item: a coordinator of the plan, or an owner for their organisation's.
[[nodiscard]] Result<void> may_answer(const Workspace& workspace, const Actor& actor, const HomeItem& item);
/// Refuses: no words -> invalid_input; answered already -> conflict; no such challenge -> not_found.
[[nodiscard]] Result<Challenge> answer_challenge(const Workspace& workspace, const Actor& actor, const HomeItem& item,
                                                 const ChallengeId& challenge, std::string_view answer);

/// What was asked about the link's items: what waits for an answer, then what was answered since the cycle opened.
[[nodiscard]] std::vector<const Challenge*> questions_behind(const OpenReply& reply, const Progress& progress);
/// Whether whoever holds the link may answer for the item. Refuses: not an item of the link -> not_found; one to which they
/// only contribute -> not_allowed.
[[nodiscard]] Result<void> may_answer_by_link(const OpenReply& reply, const ItemId& item, Day today);
/// Refuses as answer_challenge() does; a challenge to an item that the link does not ask about -> not_found.
[[nodiscard]] Result<Challenge> answer_challenge_by_link(const Workspace& workspace, const OpenReply& reply, const ChallengeId& challenge,
                                                         std::string_view answer);

}  // namespace makegood::tasks
