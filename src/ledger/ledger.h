#pragma once
// ledger: the one door for change. An append-only, hash-chained list of entries; every other
// table can be dropped and rebuilt from it.
//
// An entry's hash covers a salted digest of its payload, not the payload, so that a payload can
// be erased (data-protection law) with the chain still verifying; the erasure is an entry too.

#include <cstdint>
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
  std::string kind;           ///< "plan.imported", "plan.released", "item.corrected", "payload.erased" ...
  std::string subject;        ///< what it is about: a plan's slug, an item's id
  std::string payload;
  bool erased = false;
  std::string salt;           ///< 32 hex digits, random
  std::string digest;         ///< SHA-256 over salt and payload, hex
  std::string previous;       ///< the hash before; 64 zeros for the first
  std::string hash;
};

/// What is asked to be written; the ledger adds the rest.
struct Change {
  std::string kind, subject, actor, payload;
};

/// Fills in sequence, salt, digest, previous and hash.
[[nodiscard]] Entry chain(const Change& change, std::string_view at, std::int64_t sequence,
                          std::string_view previous_hash, const RandomBits& random);

/// One sentence naming what does not hold, or empty. An erased payload's digest is taken as it stands.
[[nodiscard]] std::string fault_of(const Entry& entry, std::int64_t expected_sequence, std::string_view previous_hash);

inline constexpr std::string_view kNoHash = "0000000000000000000000000000000000000000000000000000000000000000";

}  // namespace makegood
