#pragma once
// The panel's questions under the owner's link: beside the items that they are about, and each on a page of its own on
// which it is answered.
//
//   GET, POST /reply/TOKEN/questions/CHALLENGE     (POST: text)

#include "pages/panel_voice.h"
#include "pages/reply_pages.h"

namespace makegood::pages {

struct ReplyQuestionPage {
  Url at, back;                ///< of this form, and of all that is asked by the link
  std::string who, plan_title, language = "en";
  Item item;
  Challenge challenge;
  bool may_answer = false;     ///< whoever only contributes to the item may not
  Day closes;                  ///< the link's last day
  bool just_answered = false;  ///< by whoever looks
  int others_open = 0;         ///< how many other questions wait
  std::string text;            ///< as typed
  std::vector<FieldFault> faults;
  std::string refusal, contact;
};
[[nodiscard]] Url reply_question_url(std::string_view token, const ChallengeId& challenge);
[[nodiscard]] Html reply_question_page(const ReplyQuestionPage& page, const Site& site);

/// The button that keeps what was typed about the items and leads to a question has this value of "action", before the id.
inline constexpr std::string_view kToQuestion = "question-";
/// Which question a form's "action" leads to; empty = to none.
[[nodiscard]] ChallengeId question_of_action(std::string_view action);

/// Above all items: of how many the panel asks something, each with a way there.
[[nodiscard]] Html questions_notice(const Site& site, const ReplyPage& page);
/// Beside an item, inside the form of all items.
[[nodiscard]] Html item_questions(const Site& site, const ReplyItem& item);
[[nodiscard]] int open_questions(const ReplyPage& page);

}  // namespace makegood::pages
