#pragma once
// Pieces that several pages share. Words before colour; text of a plan is marked with its
// language, so that a Welsh page says truthfully which words are English.

#include <string>
#include <string_view>

#include "pages/item_model.h"
#include "pages/site.h"

namespace makegood::pages {

using html::Html;

/// Text of a plan, marked with the language that the plan is in.
[[nodiscard]] Html quoted(std::string_view language, std::string_view text);
/// The same, a paragraph a line.
[[nodiscard]] Html quoted_lines(std::string_view language, std::string_view text);
/// A heading's worth of an item's text: its first sentence or line, at most about 140 letters,
/// cut between words.
[[nodiscard]] std::string headline(std::string_view text);
[[nodiscard]] bool is_cut(std::string_view text);  ///< headline(text) is not the whole of it

[[nodiscard]] std::string kind_words(const Site& site, ItemKind kind);
/// "31 recommendations and 50 commitments"
[[nodiscard]] std::string kinds_words(const Site& site, const std::vector<KindCount>& kinds);
[[nodiscard]] std::string standing_words(const Site& site, Standing standing);
/// "Overdue by 12 days", "Due in 5 days", "No date", "Complete".
[[nodiscard]] std::string status_words(const Site& site, const CalendarFact& fact);
[[nodiscard]] std::string rule_words(const Site& site, Rule rule);    ///< without days: for filters and keys
[[nodiscard]] std::string rule_meaning(const Site& site, Rule rule);  ///< one sentence
[[nodiscard]] Html status_tag(const Site& site, const CalendarFact& fact);

/// "3 of 31 are past their date ..." as sentences.
[[nodiscard]] std::string answer_words(const Site& site, const PlanAnswer& answer);

/// A list of items that is a table where there is room and cards where there is not.
struct ItemTable {
  std::string caption;
  std::string slug, language;
  const std::vector<ItemRow>* rows = nullptr;
  const PlanQuery* query = nullptr;  ///< with it the headings sort
};
[[nodiscard]] Html item_table(const Site& site, const ItemTable& table);

/// Names as written, a line each; "Not named in the plan" where there is none.
[[nodiscard]] Html names(const Site& site, std::string_view language, const std::vector<std::string>& names);

/// "Vacant since 2 May 2023"; nothing where the post is held.
[[nodiscard]] Html vacancy(const Site& site, const Contact& contact);
/// "until 31 March 2026: Old Council; until 31 March 2020: Older Council"
[[nodiscard]] Html formerly(const Site& site, const std::vector<FormerName>& names);
/// What has become of an owner since the plan named it: "Now Head of Housing, New Council (until 31 March 2026: Old
/// Council)", vacant, ended. Nothing where all is as it was.
[[nodiscard]] Html owner_note(const Site& site, const Contact& contact);
/// Each in a line of its own; `named`: with the name that the plan writes, where several stand beside an item.
[[nodiscard]] Html owner_notes(const Site& site, std::string_view language, const std::vector<Contact>& noted, bool named);

/// <time> with the date in words.
[[nodiscard]] Html day(const Site& site, Day day);
/// A ledger's UTC time as a date and, after it, the time of day.
[[nodiscard]] Html moment(const Site& site, std::string_view utc);
/// What an entry of the ledger says happened, by its kind.
[[nodiscard]] std::string event_words(const Site& site, const std::string& kind);
/// Dated entries of a history, newest first, as a list.
[[nodiscard]] Html history_list(const Site& site, const std::vector<HistoryLine>& lines, std::string_view slug,
                                std::string_view language);

/// "page 7, row 3" in the reader's language, as far as it is known.
[[nodiscard]] std::string position_words(const Site& site, const Position& position);

/// The hidden field that every form carries.
[[nodiscard]] Html csrf_field(const Site& site);

/// <h2> and a small paragraph in GOV.UK classes.
[[nodiscard]] Html heading_m(std::string_view text, std::string_view id = {});
[[nodiscard]] Html body_text(std::string_view text);
[[nodiscard]] Html link_to(const Url& url, std::string_view text);

}  // namespace makegood::pages
