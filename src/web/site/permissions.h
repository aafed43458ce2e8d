#pragma once
// What a route asks for: nothing, a session, or the right to an action somewhere. Each is called as its action is.

#include <string_view>

#include "access/access.h"

namespace makegood::web {

inline constexpr std::string_view kPublic = "public", kSignedIn = "signed in";
inline constexpr std::string_view kAnswerChallenge = word(access::Action::answer_challenge);
inline constexpr std::string_view kApproveUpdate = word(access::Action::approve_update);
inline constexpr std::string_view kCommentFinding = word(access::Action::comment_finding);
inline constexpr std::string_view kCorrect = word(access::Action::correct);
inline constexpr std::string_view kEndSessions = word(access::Action::end_sessions);
inline constexpr std::string_view kErase = word(access::Action::erase);
inline constexpr std::string_view kExportRecords = word(access::Action::export_records);
inline constexpr std::string_view kExportRequests = word(access::Action::export_requests);
inline constexpr std::string_view kFindSubject = word(access::Action::find_subject);
inline constexpr std::string_view kFreezeEdition = word(access::Action::freeze_edition);
inline constexpr std::string_view kGrantRoles = word(access::Action::grant_roles);
inline constexpr std::string_view kHandleRecords = word(access::Action::handle_records);
inline constexpr std::string_view kHoldFinding = word(access::Action::hold_finding);
inline constexpr std::string_view kHoldPublication = word(access::Action::hold_publication);
inline constexpr std::string_view kHoldRecord = word(access::Action::hold_record);
inline constexpr std::string_view kImport = word(access::Action::import);
inline constexpr std::string_view kKeepRetention = word(access::Action::keep_retention);
inline constexpr std::string_view kManagePeople = word(access::Action::manage_people);
inline constexpr std::string_view kMatchOwners = word(access::Action::match_owners);
inline constexpr std::string_view kMoveStage = word(access::Action::move_stage);
inline constexpr std::string_view kOpenInEmergency = word(access::Action::open_in_emergency);
inline constexpr std::string_view kOpenRegister = word(access::Action::open_register);
inline constexpr std::string_view kPublishUpdate = word(access::Action::publish_update);
inline constexpr std::string_view kRaiseChallenge = word(access::Action::raise_challenge);
inline constexpr std::string_view kRateCriteria = word(access::Action::rate_criteria);
inline constexpr std::string_view kReadAccessLog = word(access::Action::read_access_log);
inline constexpr std::string_view kRecordFinding = word(access::Action::record_finding);
inline constexpr std::string_view kRecordForOthers = word(access::Action::record_for_others);
inline constexpr std::string_view kRecordObjection = word(access::Action::record_objection);
inline constexpr std::string_view kRecordUpdate = word(access::Action::record_update);
inline constexpr std::string_view kRedate = word(access::Action::redate);
inline constexpr std::string_view kRelease = word(access::Action::release);
inline constexpr std::string_view kRunCycle = word(access::Action::run_cycle);
inline constexpr std::string_view kSeeMail = word(access::Action::see_mail);
inline constexpr std::string_view kSeePeople = word(access::Action::see_people);
inline constexpr std::string_view kSeePrivate = word(access::Action::see_private);
inline constexpr std::string_view kSeeRecords = word(access::Action::see_records);
inline constexpr std::string_view kSetIndicator = word(access::Action::set_indicator);
inline constexpr std::string_view kSubmitRecord = word(access::Action::submit_record);

}  // namespace makegood::web
