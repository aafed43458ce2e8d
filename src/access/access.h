#pragma once
// access: who may do what, in one table. Every page, command, import and spreadsheet asks it; a
// rule that is not a row here does not exist.
//
//   Actor actor{"housing@aberllyn.example", {{Role::scrutineer, "fair-work-plan", ""}}};
//   if (auto allowed = require(actor, Action::record_finding, {.plan = "fair-work-plan"}); !allowed)
//     return tl::unexpected(allowed.error());          // one sentence
//   for (const Permission& row : kPermissions) document(row);
//
// Nobody's role includes another's: a coordinator cannot record what the panel finds, and the
// panel cannot change a plan. access must not know how somebody signed in, nor what is kept.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace makegood::access {

enum class Role { coordinator, owner, contributor, scrutineer, analyst, publisher, monitoring_officer, system_operator, handler };

/// A role that somebody has: for one plan or all (empty), for one organisation's items or all.
struct Grant {
  Role role = Role::owner;
  std::string plan;          ///< slug; empty = every plan
  std::string organisation;  ///< id; empty = whoever owns the item
  auto operator<=>(const Grant&) const = default;
};

/// Who does something.
struct Actor {
  std::string name;   ///< a post or an account; goes into the ledger
  std::vector<Grant> grants;
  std::string person = {};  ///< id in the directory; empty for the operator of the machine and the first coordinator
};

/// What it is done to.
struct Scope {
  std::string_view plan = {};          ///< slug; empty = what belongs to no plan: only a grant for every plan covers it
  std::string_view organisation = {};  ///< id of the organisation that owns the item; empty = not known
};

enum class Action {
  see_private, import, correct, release, erase,
  manage_people, grant_roles, match_owners,
  run_cycle, record_update, record_for_others, approve_update, publish_update, see_evidence,
  record_finding, comment_finding, hold_finding, raise_challenge, answer_challenge,
  move_stage, redate, set_indicator,
  rate_criteria, run_assessment,
  freeze_edition, hold_publication,
  see_people, see_mail, read_access_log, end_sessions, export_requests,
  define_register, open_register, submit_record, see_records, handle_records, export_records,
  keep_retention, hold_record, record_objection, find_subject, open_in_emergency,
};

struct ActionWord {
  Action action;
  std::string_view word;  ///< the permission of a route
};
inline constexpr auto kActions = std::to_array<ActionWord>({
    {Action::see_private, "see_private"},
    {Action::import, "import"},
    {Action::correct, "correct"},
    {Action::release, "release"},
    {Action::erase, "erase"},
    {Action::manage_people, "manage_people"},
    {Action::grant_roles, "grant_roles"},
    {Action::match_owners, "match_owners"},
    {Action::run_cycle, "run_cycle"},
    {Action::record_update, "record_update"},
    {Action::record_for_others, "record_for_others"},
    {Action::approve_update, "approve_update"},
    {Action::publish_update, "publish_update"},
    {Action::see_evidence, "see_evidence"},
    {Action::record_finding, "record_finding"},
    {Action::comment_finding, "comment_finding"},
    {Action::hold_finding, "hold_finding"},
    {Action::raise_challenge, "raise_challenge"},
    {Action::answer_challenge, "answer_challenge"},
    {Action::move_stage, "move_stage"},
    {Action::redate, "redate"},
    {Action::set_indicator, "set_indicator"},
    {Action::rate_criteria, "rate_criteria"},
    {Action::run_assessment, "run_assessment"},
    {Action::freeze_edition, "freeze_edition"},
    {Action::hold_publication, "hold_publication"},
    {Action::see_people, "see_people"},
    {Action::see_mail, "see_mail"},
    {Action::read_access_log, "read_access_log"},
    {Action::end_sessions, "end_sessions"},
    {Action::export_requests, "export_requests"},
    {Action::define_register, "define_register"},
    {Action::open_register, "open_register"},
    {Action::submit_record, "submit_record"},
    {Action::see_records, "see_records"},
    {Action::handle_records, "handle_records"},
    {Action::export_records, "export_records"},
    {Action::keep_retention, "keep_retention"},
    {Action::hold_record, "hold_record"},
    {Action::record_objection, "record_objection"},
    {Action::find_subject, "find_subject"},
    {Action::open_in_emergency, "open_in_emergency"},
});

/// One row: somebody with this role may do this. An action has several rows where several roles may.
struct Permission {
  Action action;
  Role role;
  std::string_view sentence;  ///< what is refused to others: "you are not allowed to ..."
};

inline constexpr auto kPermissions = std::to_array<Permission>({
    {Action::see_private, Role::coordinator, "see plans that are not released"},
    {Action::see_private, Role::publisher, "see plans that are not released"},
    {Action::see_private, Role::scrutineer, "see plans that are not released"},
    {Action::see_private, Role::analyst, "see plans that are not released"},
    {Action::see_private, Role::monitoring_officer, "see plans that are not released"},
    {Action::import, Role::coordinator, "import a plan"},
    {Action::correct, Role::coordinator, "correct a plan"},
    {Action::correct, Role::publisher, "correct a plan"},
    {Action::release, Role::publisher, "release or withdraw a plan"},
    {Action::erase, Role::publisher, "erase a payload"},
    {Action::manage_people, Role::coordinator, "change the directory of people"},
    {Action::manage_people, Role::system_operator, "change the directory of people"},
    {Action::grant_roles, Role::coordinator, "give or take roles"},
    {Action::grant_roles, Role::system_operator, "give or take roles"},
    {Action::match_owners, Role::coordinator, "say which post a name in the plan means"},
    {Action::run_cycle, Role::coordinator, "ask owners for updates"},
    {Action::record_update, Role::owner, "report on this item"},
    {Action::record_update, Role::contributor, "report on this item"},
    {Action::record_for_others, Role::coordinator, "write down an answer for somebody else"},
    {Action::approve_update, Role::coordinator, "approve or return an update"},
    {Action::publish_update, Role::publisher, "publish an update"},
    {Action::see_evidence, Role::coordinator, "open evidence that is not public"},
    {Action::see_evidence, Role::publisher, "open evidence that is not public"},
    {Action::see_evidence, Role::scrutineer, "open evidence that is not public"},
    {Action::see_evidence, Role::monitoring_officer, "open evidence that is not public"},
    {Action::record_finding, Role::scrutineer, "record what the panel finds"},
    {Action::comment_finding, Role::coordinator, "comment on a finding"},
    {Action::hold_finding, Role::monitoring_officer, "hold a finding back"},
    {Action::raise_challenge, Role::scrutineer, "raise a challenge"},
    {Action::answer_challenge, Role::coordinator, "answer a challenge"},
    {Action::answer_challenge, Role::owner, "answer a challenge"},
    {Action::move_stage, Role::coordinator, "record a decision about an item"},
    {Action::redate, Role::coordinator, "move the date of an item"},
    {Action::set_indicator, Role::coordinator, "enter the value of an indicator"},
    {Action::set_indicator, Role::analyst, "enter the value of an indicator"},
    {Action::rate_criteria, Role::coordinator, "assess the criteria of a framework"},
    {Action::rate_criteria, Role::owner, "assess the criteria of a framework"},
    {Action::rate_criteria, Role::contributor, "assess the criteria of a framework"},
    {Action::rate_criteria, Role::scrutineer, "assess the criteria of a framework"},
    {Action::rate_criteria, Role::analyst, "assess the criteria of a framework"},
    {Action::run_assessment, Role::coordinator, "run the assessment of a framework"},
    {Action::freeze_edition, Role::publisher, "freeze an edition"},
    {Action::hold_publication, Role::publisher, "pause or resume publication"},
    {Action::hold_publication, Role::monitoring_officer, "pause or resume publication"},
    {Action::see_people, Role::coordinator, "see the directory of people"},
    {Action::see_people, Role::system_operator, "see the directory of people"},
    {Action::see_mail, Role::coordinator, "see the letters"},
    {Action::see_mail, Role::system_operator, "see the letters"},
    {Action::read_access_log, Role::system_operator, "read who looked at what"},
    {Action::read_access_log, Role::monitoring_officer, "read who looked at what"},
    {Action::end_sessions, Role::coordinator, "sign somebody else out"},
    {Action::end_sessions, Role::system_operator, "sign somebody else out"},
    {Action::export_requests, Role::coordinator, "export the file of an item"},
    {Action::export_requests, Role::monitoring_officer, "export the file of an item"},
    {Action::define_register, Role::coordinator, "set up a register"},
    {Action::open_register, Role::coordinator, "record that an impact assessment is approved"},
    {Action::open_register, Role::monitoring_officer, "record that an impact assessment is approved"},
    // What follows, a register narrows: to some of these roles, and to records of their own organisation.
    {Action::submit_record, Role::coordinator, "send in a record"},
    {Action::submit_record, Role::owner, "send in a record"},
    {Action::submit_record, Role::contributor, "send in a record"},
    {Action::submit_record, Role::scrutineer, "send in a record"},
    {Action::submit_record, Role::analyst, "send in a record"},
    {Action::submit_record, Role::handler, "send in a record"},
    {Action::see_records, Role::coordinator, "see the records of this register"},
    {Action::see_records, Role::owner, "see the records of this register"},
    {Action::see_records, Role::contributor, "see the records of this register"},
    {Action::see_records, Role::scrutineer, "see the records of this register"},
    {Action::see_records, Role::analyst, "see the records of this register"},
    {Action::see_records, Role::monitoring_officer, "see the records of this register"},
    {Action::see_records, Role::handler, "see the records of this register"},
    {Action::handle_records, Role::coordinator, "handle the records of this register"},
    {Action::handle_records, Role::contributor, "handle the records of this register"},
    {Action::handle_records, Role::scrutineer, "handle the records of this register"},
    {Action::handle_records, Role::monitoring_officer, "handle the records of this register"},
    {Action::handle_records, Role::handler, "handle the records of this register"},
    {Action::export_records, Role::coordinator, "take records out of this register"},
    {Action::export_records, Role::contributor, "take records out of this register"},
    {Action::export_records, Role::analyst, "take records out of this register"},
    {Action::export_records, Role::monitoring_officer, "take records out of this register"},
    {Action::export_records, Role::handler, "take records out of this register"},
    {Action::keep_retention, Role::coordinator, "empty records that are past their retention"},
    {Action::keep_retention, Role::monitoring_officer, "empty records that are past their retention"},
    {Action::hold_record, Role::coordinator, "keep a record from being emptied"},
    {Action::hold_record, Role::monitoring_officer, "keep a record from being emptied"},
    {Action::record_objection, Role::coordinator, "write down an objection to monitoring"},
    {Action::record_objection, Role::monitoring_officer, "write down an objection to monitoring"},
    {Action::record_objection, Role::handler, "write down an objection to monitoring"},
    {Action::find_subject, Role::monitoring_officer, "search all registers for a person"},
    // Where their own organisation is not the record's: docs/decisions/0017.
    {Action::open_in_emergency, Role::coordinator, "open a record in an emergency"},
    {Action::open_in_emergency, Role::contributor, "open a record in an emergency"},
    {Action::open_in_emergency, Role::handler, "open a record in an emergency"},
});

/// Whether one of the actor's grants has a row for the action and covers the scope.
[[nodiscard]] bool may(const Actor& actor, Action action, const Scope& scope = {});
/// Whether it may in some plan, whichever: for navigation and pages that then show what is covered.
[[nodiscard]] bool may_somewhere(const Actor& actor, Action action);
/// Whether it may for something in this plan: for the door of an address that names the plan, before it is known
/// whose item it is; and for seeing the plan, which shows the items of all.
[[nodiscard]] bool may_within(const Actor& actor, Action action, std::string_view plan);
/// Refuses with one sentence -> not_allowed.
[[nodiscard]] Result<void> require(const Actor& actor, Action action, const Scope& scope = {});
/// The same for something in this plan, whoever owns it: as may_within().
[[nodiscard]] Result<void> require_within(const Actor& actor, Action action, std::string_view plan);
/// The slugs for which it may; empty optional = all of them.
[[nodiscard]] std::optional<std::vector<std::string>> plans_for(const Actor& actor, Action action);

/// The person at the command line of the machine that holds the data. Not the panel's voice nor the
/// monitoring officer's: those are people's.
[[nodiscard]] Actor operator_of_the_machine();
/// The first account: coordinator, publisher and operator in one, until there is a directory.
[[nodiscard]] Actor first_coordinator();

[[nodiscard]] std::string_view word(Role role);      ///< "monitoring_officer"
/// "record_finding"; the permission of a route.
[[nodiscard]] constexpr std::string_view word(Action action) {
  for (const auto& row : kActions)
    if (row.action == action) return row.word;
  return {};
}
[[nodiscard]] std::optional<Role> role_from(std::string_view word);
[[nodiscard]] std::optional<Action> action_from(std::string_view word);
/// "coordinator publisher/fair-work-plan owner//org1": a role, its plan, its organisation. Unknown words are passed over.
[[nodiscard]] std::vector<Grant> grants_from(std::string_view words);
[[nodiscard]] std::string words_of(const std::vector<Grant>& grants);

}  // namespace makegood::access
