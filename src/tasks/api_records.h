#pragma once
// What another system does with records: the same steps as a person's, for the one register and organisation of its token.

#include <optional>
#include <string>
#include <string_view>

#include "registers/answers_json.h"
#include "tasks/api_tokens.h"
#include "tasks/records.h"

namespace makegood::tasks {

/// A record as it was sent. `key` names this sending: the same key again is the same record, whatever happened to the
/// first answer on its way; empty = each sending is another record. `body` is what the key stands for.
struct Sending {
  SentAnswers answers;
  std::string key, body;
};
struct Sent {
  RecordId id;
  std::vector<SentFault> faults;  ///< nothing was written where there are any
  bool already = false;           ///< this key had brought it in before
};
/// An organisation that is not named is the token's. Of two sendings of one key at once one record comes in, and both
/// are answered with it. Refuses: another organisation -> not_allowed; the key with another body -> invalid_input, at
/// "Idempotency-Key"; and as submit_record does.
[[nodiscard]] Result<Sent> send_record(const Workspace& workspace, const ApiCaller& caller, Sending sending);

struct Amending {
  RecordId id;
  SentAnswers answers;
  std::string reason, move_to;
  std::int64_t seen = 0;
};
struct Amended {
  std::vector<SentFault> faults;  ///< nothing was written where there are any
  bool stale = false;             ///< nothing was written: the record has changed since `seen`
};
/// Refuses as change_record does. A record of another register is not there.
[[nodiscard]] Result<Amended> amend_record(const Workspace& workspace, const ApiCaller& caller, Amending amending);

// Records as another system may use them: what records.h lists, counts and shows, but for those whose consent is not given.
// A page of a list may be shorter for it; `next` says whether there is more.
[[nodiscard]] Result<RecordList> list_used(const Workspace& workspace, const Actor& actor, const RecordQuery& query);
[[nodiscard]] Result<std::int64_t> count_used(const Workspace& workspace, const Actor& actor, const RecordQuery& query);
/// Refuses also one whose consent was taken back -> not_found.
[[nodiscard]] Result<SeenRecord> see_used(const Workspace& workspace, const Actor& actor, const RecordId& id);

/// "There was nothing." An organisation that is not named is the token's. The period that was spoken of.
[[nodiscard]] Result<ReturnPeriod> send_nil(const Workspace& workspace, const ApiCaller& caller, std::string_view organisation, Day within);

}  // namespace makegood::tasks
