#pragma once
// A definition that changes while records are there: what would be left without a place, and what is written anew.
//
// An entry of a record keeps apart what is protected, and says its key, its day and whose it is, all by the definition of
// its time. Where the changed one says any of these otherwise, each record that differs is entered again by the new one,
// in the same step: what becomes protected is then in no list and no search.

#include <string>
#include <vector>

#include "ledger/ledger_store.h"
#include "registers/registers.h"
#include "tasks/people.h"

namespace makegood::tasks {

struct Workspace;

/// "Kind has no choice "verbal" any more (2: k3v9x2m7qa, ...)", one a reason, in no more than 20 ids each and without
/// an answer that is protected. Empty = every record has its place.
/// A record has none where an answer's field, its choice or the record's state is gone, where the changed field does not take
/// the answer or does not ask for it any more, or where two records would have one key or one value that is to be unique.
[[nodiscard]] Result<std::vector<std::string>> left_without_a_place(const Workspace& workspace, const Definition& before, const Definition& next);

/// The entries by which records come under `next`; `expectations` gets what was seen of them.
[[nodiscard]] Result<std::vector<Change>> entered_again(const Workspace& workspace, const Actor& actor, const Definition& before, const Definition& next,
                                                        std::vector<Expectation>& expectations);

}  // namespace makegood::tasks
