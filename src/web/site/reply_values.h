#pragma once
// What the pages behind a reply link are made of: the request, what was said before, and the draft.

#include "pages/reply_pages.h"
#include "web/site/handlers.h"

namespace makegood::web {

/// What somebody answers about, by a link or signed in.
struct Answering {
  std::shared_ptr<const KeptPlan> kept;
  std::vector<ItemId> items;
  std::string holder;                ///< of the drafts
  std::string request;               ///< empty = it answers none, and what was sent is not put right but followed by more
  std::shared_ptr<const Progress> progress;
  std::vector<tasks::Draft> drafts;  ///< about these items

  [[nodiscard]] const tasks::Draft* draft_of(const ItemId& item) const;
  /// What this request has sent about an item, as it stands.
  [[nodiscard]] const Update* sent_about(const ItemId& item) const;
};
/// The items of the form with all that is known about them; who, until when and where are for others to say.
[[nodiscard]] pages::ReplyPage answering_values(const App& app, const Answering& answering);
/// Whether every draft could be sent.
[[nodiscard]] bool is_whole(const Answering& answering);
/// The drafts as they are sent. What the form shows of other people's words is seen.
[[nodiscard]] std::vector<tasks::Said> said_in(const Answering& answering, const Request& request);

/// A link that opens, with everything around it.
struct OpenedReply {
  tasks::OpenReply open;
  Answering about;
};
/// The questions of the panel about the items of a form: open ones first.
using Questions = std::vector<pages::ReplyQuestion>;
void tell_questions(pages::ReplyPage& values, const Questions& questions);
/// Of the panel's questions behind a link, each with whether its holder may answer it.
[[nodiscard]] Questions questions_of(const App& app, const OpenedReply& opened);

[[nodiscard]] Result<OpenedReply> open_reply(const App& app, std::string_view token);

[[nodiscard]] pages::ReplyPage reply_values(const App& app, const OpenedReply& opened, std::string_view token);

/// Where the file of a piece of evidence is: under the item's page, with the suffix of what it is.
[[nodiscard]] html::Url evidence_url(std::string_view slug, const ItemId& item, const Evidence& evidence);
/// A piece of evidence as somebody may see it, with `file` where they may open it; none = it is not served yet.
[[nodiscard]] pages::ShownEvidence shown_evidence(const App& app, const Evidence& evidence, const html::Url& file, bool staff);
/// Who can be written to about a plan; empty where the sender was never set.
[[nodiscard]] std::string contact_of(const App& app);

/// The form comes with files. Ten million letters that were pasted come in, so that everything else that was typed can be shown again.
/// It is not heavy: fifty owners who answer in the last hour wait for a page's turn, and nobody's words are turned away.
inline constexpr RouteOptions kAnswers{.body = BodyKind::multipart, .max_body = kUploadBytes + kFormBytes, .max_text = 12U << 20U};

/// The page of a link that does not open, and why.
[[nodiscard]] Response reply_gone(const App& app, const Visit& who, const Refusal& refusal);
/// The link ended while its form was open: what was typed is shown, and only under a link that once was one.
[[nodiscard]] Response gone_while_typing(const App& app, const Visit& who, const std::vector<std::string>& typed, const Refusal& refusal);

// reply_question_handlers.cc
SiteHandler reply_question, answer_reply_question;

/// The form, item by item: what is to be kept as drafts, and what is at fault.
struct TakenForm {
  std::vector<tasks::Draft> drafts;
  std::vector<ItemId> dropped;  ///< drafts that say nothing any more
  std::vector<std::string> let_go;  ///< digests of files that were taken out
  std::vector<std::pair<ItemId, std::vector<pages::FieldFault>>> faults;
};
/// Files go into the quarantine. Refuses only where nothing could be kept at all.
[[nodiscard]] Result<TakenForm> take_form(const App& app, const Answering& answering, const Request& request);
/// A form that cannot be sent is kept all the same.
[[nodiscard]] Result<void> keep_form(const App& app, const Answering& answering, const TakenForm& taken);
[[nodiscard]] bool has_file_faults(const TakenForm& taken);
void tell_faults(pages::ReplyPage& values, const TakenForm& taken);

}  // namespace makegood::web
