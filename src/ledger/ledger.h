#pragma once
// ledger: the one door for change. An append-only, hash-chained list of entries; every other
// table can be dropped and rebuilt from it.
//
//   Entry first = chain({"plan.released", "our-plan", "publisher", "{}"}, at, 1, kNoHash, random);
//   Entry next = chain(change, at, 2, first.hash, random);
//   ChainCheck check;
//   for (const Entry& entry : entries)
//     if (auto fault = check.add(entry); !fault.empty()) return fault;
//   check.head();                                  // the hash that an edition prints
//
// An entry's hash covers a salted digest of its payload, not the payload, so that a payload can
// be erased (data-protection law) with the chain still verifying; the erasure is an entry too.
// The bytes that are hashed are laid down in docs/reference/ledger.md.
// ledger must not know what the entries mean, nor where they are kept.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace makegood {

/// One thing that happened. `payload` is JSON; `erased` when it has been taken out.
struct Entry {
  std::int64_t sequence = 0;  ///< from 1, no gaps
  std::string at;             ///< UTC, "2023-06-14T09:30:00Z"
  std::string actor;          ///< post or account that did it; "system" otherwise
  std::string kind;           ///< "plan.adopted", "plan.released", "item.corrected", "payload.erased" ...
  std::string subject;        ///< what it is about: a plan's slug, an item's id
  std::string payload;        ///< empty when erased
  bool erased = false;
  std::string salt;           ///< 32 hex digits, random; empty when erased, or the payload could be guessed
  std::string digest;         ///< SHA-256 over salt and payload, hex
  std::string previous;       ///< the hash before; 64 zeros for the first
  std::string hash;
  bool operator==(const Entry&) const = default;
};

/// What is asked to be written; the ledger adds the rest.
struct Change {
  std::string kind, subject, actor, payload;
};

inline constexpr std::string_view kNoHash = "0000000000000000000000000000000000000000000000000000000000000000";
/// The kind of the entry that records an erasure; its subject is the erased entry's sequence in decimal.
inline constexpr std::string_view kPayloadErased = "payload.erased";

/// SHA-256, 64 lower-case hex digits.
[[nodiscard]] std::string sha256(std::string_view bytes);
/// SHA-256 over netstrings of "makegood-payload-1", salt and payload.
[[nodiscard]] std::string payload_digest(std::string_view salt, std::string_view payload);
/// SHA-256 over netstrings of "makegood-entry-1" and every field but payload, salt and hash.
[[nodiscard]] std::string entry_hash(const Entry& entry);

/// Fills in sequence, salt, digest, previous and hash.
[[nodiscard]] Entry chain(const Change& change, std::string_view at, std::int64_t sequence,
                          std::string_view previous_hash, const RandomBits& random);

/// One sentence naming what does not hold, or empty. An erased payload's digest is taken as it stands.
[[nodiscard]] std::string fault_of(const Entry& entry, std::int64_t expected_sequence, std::string_view previous_hash);

/// Checks a whole chain as it streams by: each entry on the one before, and that every payload
/// that is missing is accounted for by an erasure entry after it.
class ChainCheck {
 public:
  /// The fault of this entry, or empty. After a fault the rest cannot be trusted: stop.
  [[nodiscard]] std::string add(const Entry& entry);
  /// What only the end can tell: a payload that is missing without an erasure entry, or one that
  /// is there although an entry says that it was erased. Empty when all holds.
  [[nodiscard]] std::string finish() const;

  [[nodiscard]] std::int64_t count() const { return count_; }
  [[nodiscard]] const std::string& head() const { return head_; }

 private:
  struct Erasure {
    bool missing = false;   ///< the payload is not there
    bool recorded = false;  ///< an entry says that it was erased
  };
  std::int64_t count_ = 0;
  std::string head_{kNoHash};
  std::map<std::int64_t, Erasure> erasures_;
};

}  // namespace makegood
