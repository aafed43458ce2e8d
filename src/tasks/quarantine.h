#pragma once
// Files that people send as evidence. Until the scanner has passed one nobody may open it. Before the
// update that it belongs to is sent, its bytes are here; with the update they go into the ledger's
// attachments, and only the scanner's word stays.
//
//   auto piece = receive_file(workspace, {"minutes.pdf", "What was decided"}, bytes);   // into the quarantine
//   scan_waiting(workspace, 20);                                                          // the server, now and then
//   auto file = find_evidence_file(workspace, piece->digest);                              // state and bytes

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/ledger_store.h"
#include "progress/progress.h"

namespace makegood::tasks {

struct Workspace;

struct QuarantinedFile {
  std::string digest, media;
  std::int64_t size = 0;
  ScanState state = ScanState::waiting;
  std::string said;             ///< the scanner's words about an infected one, or why it could not look
  int tries = 0;
  std::int64_t next_look = 0;   ///< seconds since 1970: not before
};

class QuarantineRepository {
 public:
  QuarantineRepository() = default;
  QuarantineRepository(const QuarantineRepository&) = delete;
  QuarantineRepository& operator=(const QuarantineRepository&) = delete;
  virtual ~QuarantineRepository() = default;

  /// The same bytes again change nothing: what the scanner said of them holds.
  [[nodiscard]] virtual Result<void> keep(const QuarantinedFile& file, std::string_view bytes) = 0;
  /// Refuses: no such file -> not_found.
  [[nodiscard]] virtual Result<QuarantinedFile> find(std::string_view digest) = 0;
  /// From here, or from the ledger's attachments. Refuses: in neither -> not_found.
  [[nodiscard]] virtual Result<std::string> bytes(std::string_view digest) = 0;
  /// Those that wait and are due, the longest first.
  [[nodiscard]] virtual Result<std::vector<QuarantinedFile>> waiting(std::int64_t now, int limit) = 0;
  [[nodiscard]] virtual Result<void> note(const QuarantinedFile& file) = 0;
  /// Removes one that was never sent with an update.
  [[nodiscard]] virtual Result<void> let_go(std::string_view digest) = 0;
};

struct ReceivedFile {
  std::string name;  ///< as the person's file was called
  std::string text;  ///< what it shows; may be empty
};
/// Sniffs, digests and keeps it. Refuses: nothing in it -> invalid_input; over kLargestEvidence -> too_large.
[[nodiscard]] Result<Evidence> receive_file(const Workspace& workspace, const ReceivedFile& file, std::string_view bytes);

/// What may be done with a file now: `no_scanner` where none is configured and none has looked.
[[nodiscard]] Result<QuarantinedFile> find_evidence_file(const Workspace& workspace, std::string_view digest);

/// Has the scanner look at the files that wait; without one nothing happens. Returns how many were settled. One
/// that the scanner could not look at waits a minute, then two, at most an hour.
[[nodiscard]] Result<int> scan_waiting(const Workspace& workspace, int limit);

/// The word by which the ledger's store knows that a file goes from the quarantine into an update.
inline constexpr std::string_view kFileSentErrand = "file_sent";

}  // namespace makegood::tasks
