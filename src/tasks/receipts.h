#pragma once
// A number by which somebody who did not say who they are can ask how it stands, and say more. Whoever holds it learns
// the state and what was written to them; what the record says only while it is theirs to mend (own_amendments.h). Only its
// hash is kept.

#include <string>
#include <string_view>
#include <vector>

#include "registers/registers.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// 16 letters and figures that are not taken for one another, in fours: "k3v9-x2m7-qa4t-9wfc". 78 bits of chance.
[[nodiscard]] std::string make_receipt(const RandomBits& random);
/// As make_receipt() writes it, from what somebody typed: capitals, spaces and hyphens do not matter. Empty = it is none.
[[nodiscard]] std::string receipt_from(std::string_view typed);

/// The record that a receipt is for, whole: whoever asks shows what its sender may see.
/// Refuses: no such receipt in this register -> not_found.
[[nodiscard]] Result<Record> record_with_receipt(const Workspace& workspace, std::string_view register_name, std::string_view receipt);

struct SeenByReceipt {
  RecordId id;
  std::string state;    ///< name; empty where the register has no states
  Day recorded, entered;
  std::vector<RecordMessage> messages;
};
/// Refuses: no such receipt in this register -> not_found.
[[nodiscard]] Result<SeenByReceipt> look_at_receipt(const Workspace& workspace, std::string_view register_name, std::string_view receipt);

/// What the sender adds; nobody is named in its entry. The same `once` twice is one message.
/// Refuses: as above; nothing written, or more than kLongestMessage, a record that was erased -> invalid_input, conflict.
[[nodiscard]] Result<void> add_message(const Workspace& workspace, std::string_view register_name, std::string_view receipt, RecordMessage message);

/// A handler's word to whoever sent it. Refuses as add_message(); a record that they do not handle -> not_found.
[[nodiscard]] Result<void> write_to_sender(const Workspace& workspace, const Actor& actor, const RecordId& id, RecordMessage message);
/// For those who handle the record; others get none, since a sender may write who they are.
[[nodiscard]] Result<std::vector<RecordMessage>> messages_for(const Workspace& workspace, const Actor& actor, const RecordId& id);

}  // namespace makegood::tasks
