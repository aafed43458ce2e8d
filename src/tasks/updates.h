#pragma once
// What owners say, and what becomes of it: sent, sent back with a question, approved, published.
//
//   auto reply = find_reply(workspace, token);
//   auto updates = answer_request(workspace, *reply, {{item, words, seen}});    // by link, no account
//   approve_update(workspace, coordinator, slug, {id, sequence}, {.public_summary = "..."});
//   publish_update(workspace, publisher, slug, {id, sequence});
//
// What was sent is never edited: an edit of what nobody has approved yet is another entry about the same update,
// a correction of what was approved is another update. Whoever answers second about an item is refused with
// conflict, and sees what the first one said (said_since) before sending again.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "progress/progress.h"
#include "tasks/people.h"
#include "tasks/reply_link.h"

namespace makegood::tasks {

struct Workspace;

/// What somebody says about an item. Of `words` only the answer counts: claim and reason, no change, nothing to
/// report, narrative, forecast and reason, evidence.
struct Said {
  ItemId item;
  Update words;
  std::int64_t seen = 0;  ///< `said` of the item's last update when the form was opened; 0 = there was none
};

/// By link: the request's items only; all or none. Its drafts go with it.
/// Refuses: an item that the request does not have -> not_found; words with faults -> invalid_input; somebody else
/// was first -> conflict; as find_reply() does.
[[nodiscard]] Result<std::vector<Update>> answer_request(const Workspace& workspace, const OpenReply& reply, const std::vector<Said>& said);
/// By a signed-in owner, about items whose owners' posts are theirs today and whose organisation their role covers.
/// Refuses others -> not_allowed.
[[nodiscard]] Result<std::vector<Update>> record_updates(const Workspace& workspace, const Actor& actor, std::string_view slug,
                                                         const std::vector<Said>& said);
/// Whether they may: it is theirs today, and their role covers it.
[[nodiscard]] bool may_report(const Actor& actor, const Plan& plan, const Directory& directory, const Item& item, Day today);
/// Written down by the coordinator for a post, or for somebody in words ("Youth forum").
struct OnBehalf {
  PostId post;
  std::string words;  ///< where no post is known
};
[[nodiscard]] Result<std::vector<Update>> record_on_behalf(const Workspace& workspace, const Actor& actor, std::string_view slug,
                                                           const OnBehalf& whose, const std::vector<Said>& said);

/// `said` of the last update about an item; 0 = none. What a form remembers.
[[nodiscard]] std::int64_t last_said(const Progress& progress, const ItemId& item);
/// What was said about it after `seen`, but in answer to another request than `request`.
[[nodiscard]] std::vector<const Update*> said_since(const Progress& progress, const ItemId& item, std::int64_t seen, std::string_view request = {});

/// An update as somebody saw it: an entry about it since -> conflict.
struct UpdateSeen {
  UpdateId id;
  std::int64_t sequence = 0;
};
/// Refuses: no question -> invalid_input; approved or published -> conflict. A letter goes to whoever was asked.
[[nodiscard]] Result<void> return_update(const Workspace& workspace, const Actor& actor, std::string_view slug, const UpdateSeen& seen,
                                         std::string_view question);

/// What the public may read. Empty summary = the narrative as written.
struct Approval {
  std::string public_summary;
  std::vector<Translation> translations;
  std::vector<EvidenceId> open;  ///< evidence that the public may see
  bool publish = false;          ///< at once; takes the right to publish too
};
/// Refuses: what was returned or published -> conflict; a translation without language -> invalid_input.
[[nodiscard]] Result<void> approve_update(const Workspace& workspace, const Actor& actor, std::string_view slug, const UpdateSeen& seen,
                                          const Approval& approval);
/// Refuses: what was not approved -> conflict.
[[nodiscard]] Result<void> publish_update(const Workspace& workspace, const Actor& actor, std::string_view slug, const UpdateSeen& seen);

}  // namespace makegood::tasks
