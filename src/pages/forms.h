#pragma once
// What the forms send: the one place where field names and actions are written down. Every form
// also sends `csrf`. Buttons of one form send `decision` or `action`.
//
//   POST /desk/import                           file (multipart), as_of ("" or a year), slug (of the plan that it is a newer version of; "" = from the title)
//   POST /desk/import/ID/settle                 item ("" = the plan), code, ordinal, decision (confirm, set_dates,
//                                               no_date, split_owners, leave), and with set_dates: due-day, due-month,
//                                               due-year; with split_owners: owners (one a line)
//   POST /desk/import/ID/match                  verdict (same, apart, gone), draft, current; with gone: reason,
//                                               successor, note
//   POST /desk/import/ID/undo-match             nothing: takes the last step back
//   POST /desk/import/ID/undo                   nothing: takes the last step back
//   POST /desk/import/ID/accept, .../discard    nothing
//   POST /desk/import/ID/items/N                the fields of an item
//   POST /desk/import/ID/items/N/remove         nothing: it is no item
//   POST /desk/import/ID/columns                table (its key), column-1, column-2 ... (a meaning), left_out (yes)
//   POST /desk/import/ID/add                    block, row (0 = a paragraph), page and show of the source page
//   POST /desk/import/ID/plan                   part, id, text, theme, unit, remove (yes)
//   POST /desk/plans/SLUG/release               nothing
//   POST /desk/plans/SLUG/settle                as the import's: questions that concern the release
//   POST /desk/plans/SLUG/withdraw              reason
//   POST /desk/plans/SLUG/items/ID/correct      the fields of an item, and reason
//   POST /desk/plans/SLUG/items/ID/share        place (SLUG or SLUG/THEME of another plan), reason
//   POST /desk/plans/SLUG/items/ID/unshare      plan, reason
//   POST /sign-in                               email
//   POST /sign-in/password                      email, password
//   POST /sign-in/council                       nothing: the proxy's header says who
//   POST /sign-in/TOKEN                         code, where one is asked for
//   POST /sign-out                              nothing
//   POST /account/password                      current, chosen
//   POST /account/codes/begin                   nothing
//   POST /account/codes, .../codes/off, /account/recovery-codes   code
//   POST /account/sessions/end                  session ("" = all others)
//   POST /desk/sessions/end                     account
//   POST /desk/cycle/SLUG/ask, .../close        nothing
//   POST /desk/cycle/SLUG/schedule              frequency, dates (one a line), opens_days, opens_edge, open_days, reminders, escalates,
//                                               escalates_to, officer, lock_days
//   POST /desk/cycle/SLUG/meeting               an answer for each item: see meeting_page.h (multipart)
//   POST /desk/cycle/SLUG/requests/ID/remind    nothing
//   POST /desk/cycle/SLUG/requests/ID/revoke    reason
//   POST /my-items/SLUG, .../send               as /reply/TOKEN: see answer_form.h (multipart)
//   POST /reply/TOKEN/sheet, /desk/sheets       sheet (multipart)
//   POST /desk/sheets/ID/accept                 nothing
//   POST /desk/mail/ID/send-again               nothing
//   POST /plans/SLUG/follow                     about (plan, theme:ID, owner:NAME, item:ID), email
//   POST /follow/confirm/TOKEN                  nothing
//   POST /follow/stop/TOKEN                     one (a subscription, "" = all); List-Unsubscribe from mail programs
//
// The fields of an item: title, ref, kind, theme (an id), owners, partners, lead_authority (one a
// line), timescale (as written), start-day, start-month, start-year, due-day, due-month, due-year,
// detail, progress, status_raw, approval, response, and of a plan in force dates (mistake, agreed). Read them with item_form_from, which keeps what was typed for the form to
// show again, and corrections_from, which says what changed.

#include <optional>
#include <string>
#include <vector>

#include "pages/links.h"
#include "plan/plan.h"

namespace makegood::pages {

/// Three fields as they were typed.
struct DateFields {
  std::string day, month, year;
  bool operator==(const DateFields&) const = default;
  [[nodiscard]] bool empty() const { return day.empty() && month.empty() && year.empty(); }
};
[[nodiscard]] DateFields date_fields(const std::optional<Day>& day);
/// Nothing when all three are empty. Refuses: a day that the calendar does not have -> invalid_input.
[[nodiscard]] Result<std::optional<Day>> day_from(const DateFields& fields);
/// NAME-day, NAME-month and NAME-year.
[[nodiscard]] DateFields date_fields_from(const QueryPairs& pairs, std::string_view name);

/// The value of a field, or empty.
[[nodiscard]] std::string field(const QueryPairs& pairs, std::string_view name);
/// Lines without white space at their ends, empty ones left out.
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);

/// A form of one item as it was typed.
struct ItemForm {
  std::string title, ref, kind, theme, owners, partners, lead_authority, timescale, detail, progress, response, reason;
  std::string status_raw, approval;
  DateFields start, due;
  bool agreed = false;  ///< the due date was moved by agreement: not a mistake, so it shows as slipped
  bool operator==(const ItemForm&) const = default;
};
[[nodiscard]] ItemForm item_form(const Item& item);
[[nodiscard]] ItemForm item_form_from(const QueryPairs& pairs);

/// A field at fault: its name and the catalogue key of the sentence.
struct FieldFault {
  std::string field, message;
  bool operator==(const FieldFault&) const = default;
};
/// What cannot be accepted as it was typed: no title, a date that is none, a start after the due date,
/// and, where `needs_reason`, no reason.
[[nodiscard]] std::vector<FieldFault> faults_of(const ItemForm& form, bool needs_reason);

/// One correction for each field that differs from the item, in an order in which they can be
/// applied one after the other. Only for a form without faults.
[[nodiscard]] std::vector<Correction> corrections_from(const Item& item, const ItemForm& form);

/// The settlement that a question's form asks for.
/// Refuses: an unknown decision, a date that is none, set_dates without one -> invalid_input.
[[nodiscard]] Result<Settlement> settlement_from(const QueryPairs& pairs);

}  // namespace makegood::pages
