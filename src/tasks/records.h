#pragma once
// One record: it comes in, is looked at, changed and moved on.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/ledger_store.h"
#include "registers/registers.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// What somebody sends in. `once` is made with the form: the same form sent twice is one record.
struct Submission {
  std::string register_name;
  Answers answers;
  std::string once;
  std::function<std::vector<Errand>(const RecordId&)> errands = {};  ///< what is kept with the record, or not at all
  bool anonymous = false;  ///< where the register leaves it to the sender; without a choice, what the register says
  std::string receipt = {};  ///< made with the form, so that a form sent twice is answered alike; empty = one is made
  std::string holder = {};   ///< whose begun form this was (form_repository.h): it goes; empty = nobody's
};
struct Submitted {
  RecordId id;                      ///< a number to quote
  std::string receipt = {};         ///< where the register gives receipts: shown once, only its hash is kept (receipts.h)
  std::vector<RegisterFault> faults;  ///< nothing was written where there are any
  bool already = false;             ///< this form was sent before
};

/// Whoever may submit; without an account (`actor` null) where the register is open to anybody.
/// Refuses: not open yet -> conflict; somebody else's organisation -> not_allowed.
[[nodiscard]] Result<Submitted> submit_record(const Workspace& workspace, const Actor* actor, Submission submission);

/// A record as the actor may see it; the look is written down where it holds anything protected.
/// `deciding` leaves monitoring data out. Refuses one that they may not see -> not_found, as if it were not there.
struct SeenRecord {
  Record record;                ///< without hidden answers
  std::vector<std::string> hidden;  ///< names of fields that have an answer which is not shown
  std::vector<std::string> moves;   ///< states to which the actor may move it
  bool may_change = false;
  bool in_confidence = false;   ///< the sender is not for the actor to know: fields that say so are hidden
  std::optional<Day> due;       ///< by when it is to leave its state
  std::optional<LegalHold> hold;         ///< it must not be emptied
  std::optional<Objection> objection;    ///< to the use of monitoring data, which is not among the answers
  std::vector<EmergencyLook> emergencies;  ///< looks of people whose role does not reach it, newest first
  std::optional<std::int64_t> until;     ///< the actor has it open in an emergency, until then (seconds since 1970)
};
[[nodiscard]] Result<SeenRecord> see_record(const Workspace& workspace, const Actor& actor, const RecordId& id, bool deciding);

[[nodiscard]] Result<RecordList> list_records(const Workspace& workspace, const Actor& actor, RecordQuery query);
[[nodiscard]] Result<std::int64_t> count_records(const Workspace& workspace, const Actor& actor, RecordQuery query);

/// Puts answers in the place of those that are there; fields that are not given stay. `seen` = the sequence of the
/// record that the writer saw. Refuses a later one -> conflict.
struct Changing {
  RecordId id;
  Answers answers;
  std::string reason, move_to;  ///< empty = it stays in its state
  std::int64_t seen = 0;
};
struct Changed {
  std::vector<RegisterFault> faults;  ///< nothing was written where there are any
};
[[nodiscard]] Result<Changed> change_record(const Workspace& workspace, const Actor& actor, const Changing& changing);

/// Takes out of a record what identifies somebody, everywhere: in the tables and in every entry about it. The chain
/// holds, and counts by fields that are kept stay. Refuses: no reason -> invalid_input; emptied before, or a legal hold
/// -> conflict.
[[nodiscard]] Result<void> empty_record(const Workspace& workspace, const Actor& actor, const RecordId& id, std::string_view reason);

/// Records of a register that are past their retention and not emptied yet.
[[nodiscard]] Result<std::vector<RecordId>> past_retention(const Workspace& workspace, const Actor& actor, std::string_view register_name);

/// What everybody may see: of records whose condition holds, the fields that are public. Empty where nothing of the
/// register is. Refuses: no such register -> not_found.
[[nodiscard]] Result<PublishedList> public_records(const Workspace& workspace, const PublishedQuery& query);

/// What one organisation says about a period: that there was nothing.
[[nodiscard]] Result<void> say_nil(const Workspace& workspace, const Actor& actor, std::string_view register_name, std::string_view organisation, Day within);
struct ReturnRow {
  ReturnCount count;
  std::string organisation;  ///< its name
  ReturnStanding standing = ReturnStanding::not_due;
};
struct ReturnsSeen {
  ReturnPeriod period;
  std::vector<ReturnRow> rows;  ///< expected ones, and others that returned
  Completeness completeness;    ///< of the expected ones
};
/// How each organisation that the actor may see stands in the period of a day. Refuses a register without returns -> invalid_input.
[[nodiscard]] Result<ReturnsSeen> returns_for(const Workspace& workspace, const Actor& actor, std::string_view register_name, Day within);

}  // namespace makegood::tasks
