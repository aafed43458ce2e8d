#include "tasks/reply_link.h"

#include "json/json.h"
#include "people/presence.h"
#include "tasks/sign_in.h"
#include "tasks/workspace.h"

namespace makegood::tasks {
namespace {

/// Why a link that was once good opens nothing today; empty = it opens.
std::string closed_because(const Request& request, const Cycle& cycle, const Person* person, Day today) {
  if (request.revoked)
    return fmt::format("this link was taken back on {}: somebody else is asked now, or nobody is; write to whoever sent it if that is wrong",
                       request.revoked->in_words());
  if (!cycle.is_open(today))
    return fmt::format("the time for answers ended on {}: write to whoever sent this link, who can still take down what you have to say",
                       cycle.closes.in_words());
  if (person == nullptr || has_left(*person, today))
    return "this link belongs to somebody who has left the post: whoever holds it now gets a link of their own";
  return {};
}

}  // namespace

std::string make_reply_token(const RandomBits& random) {
  std::string token;
  for (int i = 0; i < 4; ++i) token += fmt::format("{:016x}", random());
  return token;
}

bool looks_like_reply_token(std::string_view token) {
  return token.size() == 64 && token.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Errand reply_link_errand(const RequestId& request, std::string_view token) {
  JsonObject o;
  o.text("hash", token_hash(token));
  o.text("request", request.text);
  return {std::string(kReplyLinkErrand), o.line()};
}

Result<ReplyLink> read_reply_link(std::string_view payload) {
  auto link = read_one<ReplyLink>(payload, [](JsonReader& r, const Json& json) {
    return ReplyLink{r.text(json, "hash"), RequestId(r.text(json, "request"))};
  });
  if (link && (link->hash.empty() || link->request.empty())) return refuse(Fault::invalid_input, "a reply link without its request");
  return link;
}

Result<OpenReply> find_reply(const Workspace& w, std::string_view token) {
  if (!looks_like_reply_token(token)) return refuse(Fault::not_found, "this link is not whole: copy all of it from the letter");
  const auto snapshot = w.ledger.snapshot();
  if (!snapshot) return tl::unexpected(snapshot.error());
  const auto linked = w.cycles.behind_link(token_hash(token));
  if (!linked) {
    if (linked.error().fault != Fault::not_found) return tl::unexpected(linked.error());
    return refuse(Fault::not_found, "this link is not known here: open it from the newest letter that you got");
  }
  const auto& [request, cycle] = *linked;
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  const auto* person = find_person(**directory, request->person);
  if (auto why = closed_because(*request, *cycle, person, w.clock.now().today); !why.empty())
    return refuse(Fault::not_allowed, std::move(why));
  auto kept = w.plans.find(request->plan, View::live);
  if (!kept) return tl::unexpected(kept.error());
  auto post = request->items.empty() ? std::string() : post_in_words(**directory, request->items.front().post, w.clock.now().today);
  return OpenReply{*request, *cycle, *person, *directory, std::move(post), std::move(*kept)};
}

}  // namespace makegood::tasks
