#pragma once
// What the pages behind a reply link are made of: the request, what was said before, and the draft.

#include "pages/reply_pages.h"
#include "web/site/handlers.h"

namespace makegood::web {

/// A link that opens, with everything around it.
struct OpenedReply {
  tasks::OpenReply open;
  std::shared_ptr<const Progress> progress;
  std::vector<tasks::Draft> drafts;

  [[nodiscard]] const tasks::Draft* draft_of(const ItemId& item) const;
  /// What this link has sent about an item, as it stands.
  [[nodiscard]] const Update* sent_about(const ItemId& item) const;
};
[[nodiscard]] Result<OpenedReply> open_reply(const App& app, std::string_view token);

[[nodiscard]] pages::ReplyPage reply_values(const App& app, const OpenedReply& opened, std::string_view token);

/// A piece of evidence as somebody may see it: `base` is the item's page, under which files are served; none = not served.
[[nodiscard]] pages::ShownEvidence shown_evidence(const App& app, const Evidence& evidence, const html::Url& file);
/// Who can be written to about a plan; empty where the sender was never set.
[[nodiscard]] std::string contact_of(const App& app);

/// A form of a request, item by item: what is to be kept as drafts, and what is at fault.
struct TakenForm {
  std::vector<tasks::Draft> drafts;
  std::vector<ItemId> dropped;  ///< drafts that say nothing any more
  std::vector<std::string> let_go;  ///< digests of files that were taken out
  std::vector<std::pair<ItemId, std::vector<pages::FieldFault>>> faults;
};
/// Files go into the quarantine. Refuses only where nothing could be kept at all.
[[nodiscard]] Result<TakenForm> take_form(const App& app, const OpenedReply& opened, const Request& request);

}  // namespace makegood::web
