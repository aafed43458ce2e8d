#pragma once
// All that somebody is asked for on one page: by the owner's one link, without an account, or signed in. The address of a
// link holds the key, so these pages are told to nobody.
//
//   GET  /reply/TOKEN         what is asked, and the form (POST: action = check or save; multipart)
//   GET  /reply/TOKEN/check   what will be sent (POST /reply/TOKEN/send sends it)
//   GET  /reply/TOKEN/sent    thank you
//   GET  /reply/TOKEN/questions/CHALLENGE   what the panel asked (reply_question.h)
//   GET  /my-items            signed in: in which plans; /my-items/SLUG has the same steps as /reply/TOKEN

#include "pages/answer_form.h"
#include "pages/panel_voice.h"
#include "pages/standing.h"

namespace makegood::pages {

/// What somebody else said meanwhile.
struct OtherWord {
  std::string who;     ///< a post in words
  Update update;
};

/// What the panel asked about an item, by a link or signed in.
struct ReplyQuestion {
  Challenge challenge;
  bool may_answer = false;
};

struct ReplyItem {
  Item item;
  std::string parent_title;        ///< of a commitment: the recommendation that it answers
  CalendarFact calendar;
  std::optional<OtherWord> last;   ///< the last word on it
  std::optional<Update> sent;      ///< what this link has sent about it
  std::vector<ShownEvidence> sent_evidence;
  std::vector<OtherWord> since;    ///< what others said since the form was opened
  std::optional<PanelVoice> panel;       ///< what the panel found, without steps to take and without what is held
  std::vector<ReplyQuestion> questions;  ///< open ones first
  bool begun = false;              ///< there is a draft: it will be sent
  AnswerForm form;                 ///< the draft's, or what was sent
  std::vector<ShownEvidence> evidence;
  std::vector<FieldFault> faults;
  std::int64_t last_said = 0;
};

struct ReplyPage {
  Url at;                    ///< of the form; those of its steps lie under it
  Url sheet;                 ///< of the same as a spreadsheet; none = there is none
  std::string who, plan_title, language = "en";
  std::optional<Day> closes; ///< none = there is time
  std::vector<ReplyItem> items;
  bool saved = false;        ///< the draft was just kept
  bool signed_in = false;    ///< without a link, and so without a letter to answer
  bool has_scanner = true;
  std::string contact;       ///< e-mail of who runs the plan; may be empty
  std::string refusal;       ///< of the last sending; empty = there was none
};

[[nodiscard]] Url reply_url(std::string_view token);
[[nodiscard]] Html reply_page(const ReplyPage& page, const Site& site);
/// What will be sent: the items that were begun.
[[nodiscard]] Html reply_check_page(const ReplyPage& page, const Site& site);
[[nodiscard]] Html reply_sent_page(const ReplyPage& page, const Site& site);

/// `/my-items`: what is mine to report on?
struct MyItemsPage {
  struct OfPlan {
    std::string slug, title, language = "en";
    int items = 0, begun = 0;
    std::optional<Day> closes;
  };
  std::vector<OfPlan> plans;
};
[[nodiscard]] Url my_items_url(std::string_view slug);
[[nodiscard]] Html my_items_page(const MyItemsPage& page, const Site& site);

/// A link that does not open: never known, or over.
enum class ReplyGone { unknown, over };
[[nodiscard]] Html reply_gone_page(ReplyGone why, std::string_view sentence, std::string_view contact, const Site& site);

}  // namespace makegood::pages
