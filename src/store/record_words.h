#pragma once
// The words of records, so that a search among a million of them reads those that it finds. Only what stands in
// records.answers is indexed: never a protected answer, nor one that somebody has objected to.
//
// The index keeps no text of its own: to take a record out of it, it is told again what it was given. So every change
// of records.answers goes through here. The index is the table search_records, whose rowid is records.number.

#include <string_view>

#include "registers/answers.h"
#include "store/sqlite.h"

namespace makegood::store {

/// A record comes into the index with its unprotected answers, or goes out of it with their JSON as it stands in the table.
void add_words(Db& db, std::int64_t number, const Answers& answers);
void drop_words(Db& db, std::int64_t number, std::string_view answers);
/// Other unprotected answers for a record that stays. Nothing where there is no such record.
void replace_answers(Db& db, std::string_view record, const Answers& answers);

/// A register's name (lower case, figures, hyphens) as one word of an index, and no other's: a hyphen would part it.
[[nodiscard]] std::string one_word(std::string_view register_name);

/// After an erasure: what was taken out waits in the older parts of this index and of what is public (published_topic.cc)
/// until they are merged. Merges them.
void leave_no_words(Db& db);

}  // namespace makegood::store
