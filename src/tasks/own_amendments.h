#pragma once
// Whoever sent a record in mends it, while it is still theirs to mend: in its first state, or in one that the definition
// calls open to its sender. Nothing comes of it but a change of the record, after the same checks as when it came in.
//
//   auto own = own_record(workspace, actor, "incidents", id);        // a form with its answers filled in
//   amend_own_record(workspace, actor, "incidents", id, {answers, own->seen, "Both estates were asked"});
//
// Signed in, a record is one's own by its first entry, or by being of an organisation whose records one may send in. Where
// a register gives receipts it is nobody's but the sender's: a colleague has no more right to it than anybody else.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "registers/registers.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

struct OwnRecord {
  std::shared_ptr<const KeptRegister> kept;
  Definition asked;      ///< the register without what is not for this reader, or was objected to
  Answers answers;       ///< to what is asked; those of handlers are not among them
  std::string question;  ///< that came with the sending-back; empty = none did, or it is asked by receipt
  std::vector<RecordMessage> messages;  ///< by receipt only
  std::int64_t seen = 0; ///< the last entry about the record
};

/// Refuses: not theirs, or not in this register -> not_found; gone on or erased -> conflict, saying where it stands.
/// A look at protected answers is written down.
[[nodiscard]] Result<OwnRecord> own_record(const Workspace& workspace, const Actor& actor, std::string_view register_name, const RecordId& id);
/// By the number that its sender was given. Refuses also what everybody can see by now -> conflict.
[[nodiscard]] Result<OwnRecord> own_record(const Workspace& workspace, std::string_view register_name, std::string_view receipt);

/// Whether there is such a form: for a link to it. Looks at nothing that is protected.
[[nodiscard]] bool is_own_record(const Workspace& workspace, const Actor& actor, const RecordId& id);
[[nodiscard]] bool is_own_record(const Workspace& workspace, std::string_view register_name, std::string_view receipt);

struct OwnChange {
  Answers answers;         ///< to everything that is asked: what is not there is emptied
  std::int64_t seen = 0;   ///< as OwnRecord has it
  std::string reply = {};  ///< to the question, for the history
};
struct OwnChanged {
  std::vector<RegisterFault> faults;  ///< nothing was written where there are any
};
/// Refuses as above, and: a later entry than `seen` that leaves other answers -> conflict; another organisation's than one
/// may send in -> not_allowed; a key that another record has -> conflict. What is so already is not written again.
[[nodiscard]] Result<OwnChanged> amend_own_record(const Workspace& workspace, const Actor& actor, std::string_view register_name, const RecordId& id, const OwnChange& amending);
/// Nobody is named in the entry.
[[nodiscard]] Result<OwnChanged> amend_own_record(const Workspace& workspace, std::string_view register_name, std::string_view receipt, const OwnChange& amending);

}  // namespace makegood::tasks
