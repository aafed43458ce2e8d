#pragma once
// The door to where the ledger is kept. Writing goes through `append` and nothing else: the
// entries and everything that is derived from them become visible together, or not at all.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/ledger.h"

namespace makegood {

/// Bytes that an entry speaks of by their SHA-256: an adopted document, a piece of evidence.
struct Attachment {
  std::string digest;  ///< sha256(bytes)
  std::string name;    ///< as the person's file was called
  std::string bytes;
};

/// What the writer had seen when it decided: the last entry about `subject` had this sequence
/// (0 = there was none). A later one means that somebody else was first.
struct Expectation {
  std::string subject;
  std::int64_t sequence = 0;
};

/// Something that has to be done because of what is written: it is kept with the entries, or
/// neither is. The ledger does not know what it is; the store hands it to whoever takes `kind`.
struct Errand {
  std::string kind;     ///< "letter"
  std::string payload;  ///< JSON, in the taker's own form
};

struct Batch {
  std::vector<Change> changes;
  std::vector<Expectation> expectations;
  std::vector<Attachment> attachments;  ///< kept once, however often they are given
  std::vector<Errand> errands;          ///< taken in the same transaction
  std::string at;                       ///< UTC, for all of them
};

struct LedgerHead {
  std::int64_t count = 0;
  std::string hash{kNoHash};
};

struct LedgerReport {
  LedgerHead head;    ///< up to the last entry that holds
  std::string fault;  ///< one sentence naming the first entry that does not hold; empty = all holds
};

struct Erasure {
  std::int64_t sequence = 0;        ///< the entry whose payload goes
  std::string actor, reason, at;
  std::optional<std::string> replacement;  ///< a payload to go on with, without what had to go
  std::string attachment;           ///< digest of bytes that go too; empty = none
};

/// While somebody holds it, whatever their thread reads is as it stood at one instant.
class Snapshot {
 public:
  Snapshot() = default;
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  virtual ~Snapshot() = default;
};

class LedgerStore {
 public:
  LedgerStore() = default;
  LedgerStore(const LedgerStore&) = delete;
  LedgerStore& operator=(const LedgerStore&) = delete;
  virtual ~LedgerStore() = default;

  /// All or nothing, durable when it returns.
  /// Refuses: an expectation that does not hold -> conflict; an errand that nobody takes ->
  /// invalid_input; full disk or a fault of it -> unavailable.
  [[nodiscard]] virtual Result<std::vector<Entry>> append(const Batch& batch) = 0;

  /// Several looks that must agree, or that are many: they also cost less than each by itself. For a few
  /// microseconds; others may wait for it. Edge: within another snapshot of the thread it adds nothing; what is held
  /// in memory may be newer than the snapshot, never older.
  /// Refuses: a fault of the disk -> unavailable. To write while it lasts is a mistake of ours and throws.
  [[nodiscard]] virtual Result<std::unique_ptr<Snapshot>> snapshot() = 0;

  [[nodiscard]] virtual Result<Entry> entry(std::int64_t sequence) = 0;
  /// The entries about one subject, oldest first.
  [[nodiscard]] virtual Result<std::vector<Entry>> about(std::string_view subject) = 0;
  /// The entries about a plan and its items, newest first, without those that only laid the items
  /// down when the plan was adopted; at most `limit`, before `before` (0 = from the newest).
  [[nodiscard]] virtual Result<std::vector<Entry>> within(std::string_view plan, int limit, std::int64_t before) = 0;
  /// The sequence of the last entry about it; 0 = none.
  [[nodiscard]] virtual Result<std::int64_t> last_about(std::string_view subject) = 0;
  [[nodiscard]] virtual Result<LedgerHead> head() = 0;
  /// Checks every entry, one at a time, in a single view of the database.
  [[nodiscard]] virtual Result<LedgerReport> verify() = 0;

  /// Takes a payload out, records that as an entry, and removes what was derived from it.
  /// Refuses: no such entry -> not_found; already erased, or itself an erasure -> conflict.
  [[nodiscard]] virtual Result<Entry> erase(const Erasure& erasure) = 0;
  /// Writes `before`, then takes all these payloads out, each with an entry that records it. The derived tables are
  /// brought up to date once, at the end. All or nothing, durable when it returns.
  /// Edge: where what comes later says all that was derived from an erased entry, the tables are not made anew.
  /// Refuses: as append() does for `before`, as erase() does for any of the others.
  [[nodiscard]] virtual Result<void> erase_all(const Batch& before, const std::vector<Erasure>& erasures) = 0;

  /// Drops and recreates every derived table.
  [[nodiscard]] virtual Result<void> rebuild() = 0;

  /// Refuses: no such attachment, or erased -> not_found.
  [[nodiscard]] virtual Result<Attachment> attachment(std::string_view digest) = 0;
};

}  // namespace makegood
