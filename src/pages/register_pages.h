#pragma once
// Registers as people meet them: a form page by page, a list, a record and its handling, who has returned.
// Everything on these pages comes from the register's definition.
//
//   GET  /registers                        what is recorded here, for everybody
//   GET  /registers/NAME                   one of them: what it is for, and what of it is public: words, after (.csv, .json
//                                          beside it, the same)
//   GET  /registers/NAME/report            the form (POST: every answer so far, step = the page they came from,
//                                          go = next, back, save, send or the page to go to, once, version, told,
//                                          sent_as = anonymous or confidential, kept = the token of the link back, receipt)
//   GET  /registers/NAME/report/begun      a form that was begun: form = its number; .../begun/TOKEN by its link
//   POST /registers/NAME/report/begun      form, kept: throws it away
//   GET  /registers/NAME/received/ID       the receipt
//   GET  /desk/registers                   the registers that somebody works with
//   GET  /desk/registers/NAME              its records: state, organisation, words, from, until (2026-03-31), after
//   GET  /desk/registers/NAME/records/ID   one record (POST: handler's fields, move_to, reason, seen)
//   POST /desk/registers/NAME/records/ID/erase   reason
//   GET  /desk/registers/NAME/returns      who has returned (POST: nil, by organisation and day)
//   POST /desk/registers/NAME/returns/ask  what is due today goes out; day = the one to come back to
//   POST /desk/registers/NAME/returns/ladder   reminders, escalates: when organisations are reminded; day
//   POST /desk/registers/NAME/open         approved_by, reference, approved_on-day, -month, -year

#include <optional>
#include <string>
#include <vector>

#include "pages/forms.h"
#include "pages/pieces.h"
#include "pages/record_sides.h"
#include "registers/form_upgrade.h"
#include "registers/registers.h"

namespace makegood::pages {

[[nodiscard]] Url registers_url();
[[nodiscard]] Url register_url(std::string_view name);
[[nodiscard]] Url report_url(std::string_view name);
[[nodiscard]] Url received_url(std::string_view name, const RecordId& id);
[[nodiscard]] Url desk_registers_url();
[[nodiscard]] Url desk_register_url(std::string_view name);
[[nodiscard]] Url record_url(std::string_view name, const RecordId& id);
[[nodiscard]] Url returns_url(std::string_view name);
[[nodiscard]] Url ask_returns_url(std::string_view name);
[[nodiscard]] Url return_ladder_url(std::string_view name);

/// What a form's pairs say, as typed: three boxes of a date become one text, ticks become one list.
[[nodiscard]] Answers answers_from(const Definition& definition, const QueryPairs& pairs);
/// Whether whoever handles a record fills this field in: what the definition says so of, and consent, which can be
/// taken back at any time.
[[nodiscard]] bool is_handlers(const Definition& definition, const RegisterField& field);

/// A form that somebody began.
struct BegunLine {
  std::string once;
  Day saved, until;
};

/// What a form has besides that mends what was sent in before (amendment_pages.h).
struct FormAmends {
  Url to;                               ///< where it is sent
  std::int64_t seen = 0;                ///< the last entry about the record that they saw
  std::string question;                 ///< why it was sent back; empty = nobody said
  std::vector<RecordMessage> messages;  ///< by receipt
  std::string reply;                    ///< as typed
  Answers theirs;                       ///< as the record stands, where somebody else wrote in it meanwhile
  std::optional<Day> kept = {};         ///< these changes were saved for later on that day
};

struct RegisterForm {
  const Definition* definition = nullptr;  ///< without the sender's fields where nobody is to be named
  std::string step;                        ///< a page's name, "" for the one without a name, or kCheck
  Answers answers;
  std::vector<RegisterFault> faults;         ///< of this step
  std::string once;                        ///< this form's number
  std::string refusal;                     ///< of the sending
  std::vector<std::string> organisations;  ///< to choose from; empty = typed
  int version = 0, told = 0;               ///< of the definition: when the form was begun, and of which the person has been told
  FormUpgrade upgrade;                     ///< what changed in between
  bool asks_who = false;                   ///< the sender chooses whether to be named
  std::string sent_as;                     ///< kAnonymous, kConfidential, or not said yet
  bool who_missing = false;
  std::string kept;                        ///< token of the link that leads back; empty = there is none
  std::string receipt;                     ///< for when it has been sent; empty = the register gives none
  std::optional<FormAmends> amends = {};   ///< empty = it is sent in for the first time
};
inline constexpr std::string_view kCheck = "check";
inline constexpr std::string_view kAnonymous = "anonymous", kConfidential = "confidential";

/// The names of the form's pages on which something is asked, given the answers; kCheck is the last.
[[nodiscard]] std::vector<std::string> steps_of(const Definition& definition, const Answers& answers);
/// Fields asked on a step of whoever submits.
[[nodiscard]] std::vector<const RegisterField*> asked_on(const Definition& definition, std::string_view step, const Answers& answers);

[[nodiscard]] Html register_form_page(const RegisterForm& form, const Site& site);
/// `is_own` = the reader may still change what they sent.
[[nodiscard]] Html register_received_page(const Definition& definition, const RecordId& id, const Site& site, bool is_own = false);

/// Forms that the visitor began, before another is begun.
[[nodiscard]] Html begun_forms_page(const Definition& definition, const std::vector<BegunLine>& begun, const Site& site);
struct SavedPage {
  const Definition* definition = nullptr;
  std::string once, kept;  ///< the token only where the form goes on by its link
  bool shows_link = false; ///< this once
  Day until;
};
[[nodiscard]] Html form_saved_page(const SavedPage& page, const Site& site);
[[nodiscard]] Url begun_url(std::string_view name, std::string_view once);
[[nodiscard]] Url begun_link_url(std::string_view name, std::string_view token);

/// A register in a list.
struct RegisterLine {
  const Definition* definition = nullptr;
  bool is_open = true, may_submit = false;
  std::optional<std::int64_t> records = {};  ///< empty = they are not for this viewer to see, which is not the same as none
};
[[nodiscard]] Html registers_page(const std::vector<RegisterLine>& lines, const Site& site);
/// `protects` = the reader sees what data protection asks of them.
[[nodiscard]] Html desk_registers_page(const std::vector<RegisterLine>& lines, const Site& site, bool protects = false);

/// What everybody may see of a record while its condition holds.
[[nodiscard]] std::vector<const RegisterField*> public_fields(const Definition& definition);

struct PublicRegister {
  const Definition* definition = nullptr;
  PublishedList list;       ///< one page of it
  bool may_submit = false;  ///< anybody, or this visitor
  std::string words = {};   ///< by which entries were looked for
  std::string after = {};   ///< where the page begins; empty = with the oldest
};
/// What is public of a register, or a file of it, found by words and from a place on.
[[nodiscard]] Url published_from(const Url& all, std::string_view words, std::string_view after);
[[nodiscard]] Html public_register_page(const PublicRegister& page, const Site& site);

struct DeskRegister {
  const KeptRegister* kept = nullptr;
  RecordQuery query;
  RecordList list;
  std::int64_t count = 0;
  std::vector<std::pair<std::string, std::string>> organisations = {};  ///< id and name of those whose records there may be; fewer than two = not asked
  std::optional<Completeness> returned;  ///< of the period that is shown, where the register has returns
  std::optional<ReturnPeriod> period;
  int period_records = 0;                ///< of that period: the count above is of what is listed
  bool may_submit = false, may_export = false, may_open = false, may_import = false, may_count = false;
  bool may_give_tokens = false;
  bool may_protect = false, may_open_in_emergency = false;  ///< sees what data protection asks; see protection_page.h, emergency_page.h
  Opening opening;                       ///< as typed
  std::string fault, refusal;            ///< of opening it
};
[[nodiscard]] Html desk_register_page(const DeskRegister& page, const Site& site);

struct RecordStep {
  std::string at, who, kind, reason;  ///< of one entry: UTC, post or account (empty = a sender in confidence), "moved", why
  std::string state;                  ///< to which it moved
};
struct RecordPage {
  const Definition* definition = nullptr;
  Record record;
  std::string organisation;
  std::vector<std::string> hidden, moves;
  std::optional<Day> due;
  bool may_change = false, may_erase = false;
  bool is_own = false;                  ///< the reader sent it, and may still change what they sent
  bool in_confidence = false;           ///< fields that say who sent it are hidden for that reason
  std::vector<TieLine> ties;
  std::vector<RecordMessage> messages;  ///< of the sender and to them
  std::string message_once, message;    ///< the number of the next one, and what was typed
  std::vector<RecordStep> story;
  Answers typed;                        ///< the handler's fields as they stand or were typed
  std::string move_to, reason, refusal, fault;
  std::vector<RegisterFault> faults;
  std::optional<LegalHold> hold;
  std::optional<Objection> objection;
  std::vector<EmergencyLook> emergencies;  ///< newest first; without their reasons
  std::string open_until;                  ///< UTC, where it is open to this reader in an emergency; empty = by their role
  bool may_protect = false;                ///< holds records, or writes objections down
  bool has_packs = false;                  ///< packs can be frozen for it (packs_page.h)
};
[[nodiscard]] Html record_page(const RecordPage& page, const Site& site);

struct ReturnLine {
  std::string organisation;
  ReturnStanding standing = ReturnStanding::not_due;
  int records = 0;
  bool may_say_nil = false, expected = true;
  std::optional<Day> asked, reminded, escalated;  ///< the first letter, the last reminder, when it was brought to who watches
  int reminders = 0;
  std::string why_not;                            ///< nobody could be asked: word(WhyNot)
};
/// The days on which organisations are reminded, as somebody sets them.
struct LadderForm {
  std::string reminders, escalates;  ///< as typed: "10 after opening, 7 before closing"
  int open_days = 0;                 ///< of each round
  std::string fault, refusal;        ///< the field, and why it was not taken
};
struct ReturnsPage {
  const Definition* definition = nullptr;
  ReturnPeriod period;
  std::vector<ReturnLine> lines;
  Completeness completeness;
  Day day;  ///< within the period
  bool may_ask = false;
  std::optional<int> letters;  ///< that were just put on their way
  std::optional<LadderForm> ladder = {};  ///< for whoever may set it
};
[[nodiscard]] Html returns_page(const ReturnsPage& page, const Site& site);

}  // namespace makegood::pages
