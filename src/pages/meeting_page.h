#pragma once
// `/desk/cycle/SLUG/meeting`: what does everybody say? All that is open, by owner, on one page, for one person who writes
// down what a meeting hears.
//
//   POST /desk/cycle/SLUG/meeting   of each item, after its id and a hyphen: claim (a claim's word, no_change,
//                                   nothing_to_report; "" = nothing was said), narrative, date-day, date-month,
//                                   date-year, reason (of the claim and of the date), seen, and where nobody is named, whose

#include "pages/reply_pages.h"

namespace makegood::pages {

struct MeetingItem {
  Item item;
  CalendarFact calendar;
  std::optional<OtherWord> last;   ///< the last word on it
  AnswerForm form;
  std::string whose;               ///< as typed, where nobody is named
  std::vector<FieldFault> faults;
  std::string refusal;             ///< why it was not recorded; empty = it was not tried, or it was
  std::vector<OtherWord> since;    ///< what others said since the form was opened
  bool recorded = false;           ///< just now
};
struct MeetingPart {
  std::string who;                 ///< a post in words, or a name as the plan writes it; empty = nobody is named
  std::vector<MeetingItem> items;
};
struct MeetingPage {
  std::string slug, title, language = "en";
  std::vector<MeetingPart> parts;
  int recorded = 0;                ///< just now
  std::string refusal;             ///< of the whole form
};

[[nodiscard]] Url meeting_url(std::string_view slug);
/// From the pairs of one item without its prefix. The one reason is the claim's and the date's.
[[nodiscard]] AnswerForm meeting_form_from(const QueryPairs& pairs);
/// What the form says: a claim that needs no reason has none where the date has one.
[[nodiscard]] Update meeting_words(const AnswerForm& form);
/// As faults_of() of an answer; every fault of a reason names the one field.
[[nodiscard]] std::vector<FieldFault> meeting_faults(const AnswerForm& form, const Item& item);
[[nodiscard]] Html meeting_page(const MeetingPage& page, const Site& site);

}  // namespace makegood::pages
