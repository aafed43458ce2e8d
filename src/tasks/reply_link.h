#pragma once
// The link under which an owner replies: bound to one request, that is to a person and a cycle of a plan. It lasts
// until the cycle closes, may be opened as often as one likes, and is dead as soon as its request is revoked.
// Only the hash of its token is kept; each letter about a request has a token of its own, and all of them open it.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cycle/request.h"
#include "ledger/ledger_store.h"
#include "plan/plan_repository.h"

namespace makegood::tasks {

struct Workspace;

/// What is kept of a link.
struct ReplyLink {
  std::string hash;  ///< token_hash of its token
  RequestId request;
};

/// The word by which the ledger's store knows a link among a batch's errands.
inline constexpr std::string_view kReplyLinkErrand = "reply_link";

/// And by which it knows that a link has closed: what was typed under it and never sent goes, with the files that only
/// those drafts spoke of. Payload: the drafts' holder.
inline constexpr std::string_view kDraftsOverErrand = "drafts_over";

/// 256 random bits as 64 hex digits: what goes into the address /reply/TOKEN.
[[nodiscard]] std::string make_reply_token(const RandomBits& random);
[[nodiscard]] bool looks_like_reply_token(std::string_view token);

/// The link of a fresh token, as a batch takes it.
[[nodiscard]] Errand reply_link_errand(const RequestId& request, std::string_view token);
/// Refuses what is not one -> invalid_input.
[[nodiscard]] Result<ReplyLink> read_reply_link(std::string_view payload);

/// What stands behind a link that still opens.
struct OpenReply {
  Request request;
  Cycle cycle;                           ///< without its requests
  Person person;                         ///< who was asked
  std::shared_ptr<const Directory> directory;  ///< in which they stand
  std::string post_words;                ///< "Head of Housing, Aberllyn Council": of the first post asked for
  std::shared_ptr<const KeptPlan> kept;  ///< the plan as it stands
};

/// Looks behind a link without using it up. Refuses, in a sentence for whoever opened it: a token that is not whole
/// or not known -> not_found; a cycle that has closed, a request that was revoked, somebody who has left -> not_allowed.
[[nodiscard]] Result<OpenReply> find_reply(const Workspace& workspace, std::string_view token);

}  // namespace makegood::tasks
