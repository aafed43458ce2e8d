#include "tasks/unsent_drafts.h"

#include <algorithm>

#include "json/json.h"
#include "tasks/held_file.h"
#include "tasks/voice.h"
#include "tasks/workspace.h"

namespace makegood::tasks {
namespace {

/// The post by which the request asked about the item, as it was called when it asked; what the plan names where the
/// directory knows none.
std::string asked_post(const Workspace& w, const Directory& directory, const RequestId& id, const ItemId& item) {
  const auto request = w.cycles.request(id);
  if (!request) return {};
  for (const auto& asked : request->items) {
    if (asked.item != item) continue;
    auto post = post_in_words(directory, asked.post, request->asked);
    return post.empty() ? asked.named : post;
  }
  return {};
}

std::string who_typed(const Workspace& w, const Directory& directory, const Draft& draft) {
  const std::string_view holder = draft.holder;
  if (const auto request = holder_of_request(""); holder.starts_with(request))
    return asked_post(w, directory, RequestId(std::string(holder.substr(request.size()))), draft.item);
  const std::string account(holder.substr(std::min(holder.size(), holder_of_account("").size())));
  auto post = post_of_account(directory, account, draft.saved_at);
  return post.empty() ? account : post;
}

OrderedJson draft_evidence_json(const Workspace& w, const Evidence& evidence) {
  JsonObject o;
  o.text("kind", word(evidence.kind));
  o.text("text", evidence.text);
  o.text("url", evidence.url);
  o.text("source", evidence.source);
  if (evidence.kind == EvidenceKind::quotation) o.always("consent", evidence.consent);
  if (evidence.kind != EvidenceKind::file) return o.take();
  o.text("name", evidence.name);
  o.always("size", evidence.size);
  const auto state = state_of_file(w, evidence);
  o.text("scan", state ? word(*state) : "gone");
  if (state && may_be_opened(*state, true)) o.text("file", name_in_package(kDraftFolder, evidence));
  return o.take();
}

OrderedJson unsent_json(const Workspace& w, const UnsentDraft& unsent) {
  JsonObject o;
  o.text("state", kNeverSent);
  o.text("by", unsent.who);
  o.text("saved_at", unsent.draft.saved_at);
  o.always("fields", json_list(unsent.draft.fields, [](const auto& field) { return OrderedJson{{"field", field.first}, {"text", field.second}}; }));
  o.always("evidence", json_list(unsent.draft.evidence, [&](const Evidence& evidence) { return draft_evidence_json(w, evidence); }));
  return o.take();
}

}  // namespace

Result<std::vector<UnsentDraft>> unsent_drafts(const Workspace& w, const ItemId& item) {
  auto drafts = w.drafts.about(item);
  if (!drafts) return tl::unexpected(drafts.error());
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  std::vector<UnsentDraft> unsent;
  for (auto& draft : *drafts) {
    auto who = who_typed(w, **directory, draft);
    unsent.push_back({std::move(who), std::move(draft)});
  }
  return unsent;
}

std::string unsent_drafts_json(const Workspace& w, const std::vector<UnsentDraft>& drafts) {
  return json_list(drafts, [&](const UnsentDraft& unsent) { return unsent_json(w, unsent); }).dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

}  // namespace makegood::tasks
