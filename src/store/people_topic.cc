// The directory: every noun of it in one table, as the ledger last said it.

#include <array>

#include "people/json.h"
#include "people/keep.h"
#include "store/topic.h"

namespace makegood::store {
namespace {

// `key` tells a noun from the others of its kind; `position` is the sequence of the first entry about it.
constexpr const char* kCreate = R"sql(
CREATE TABLE directory (
  kind     TEXT NOT NULL,
  key      TEXT NOT NULL,
  position BIGINT NOT NULL,
  sequence BIGINT NOT NULL,
  json     TEXT NOT NULL,
  PRIMARY KEY (kind, key)
);
CREATE INDEX directory_in_order ON directory (position);
CREATE INDEX directory_by_sequence ON directory (sequence);
)sql";

constexpr auto kTables = std::to_array<std::string_view>({"directory"});
constexpr auto kDumps = std::to_array<Dump>({{"directory", "SELECT * FROM directory ORDER BY position"}});

template <auto read>
Result<void> keep_noun(Db& db, const Entry& entry, std::string_view payload) {
  const auto noun = read(payload);
  if (!noun) return tl::unexpected(noun.error());
  run(db,
      "INSERT INTO directory (kind, key, position, sequence, json) VALUES ($1, $2, $3, $3, $4) ON CONFLICT (kind, key) "
      "DO UPDATE SET sequence = excluded.sequence, json = excluded.json",
      entry.kind, key_of(*noun), entry.sequence, payload);
  return {};
}

constexpr auto kProjections = std::to_array<Projection>({
    {"organisation.kept", keep_noun<read_organisation>},
    {"post.kept", keep_noun<read_post>},
    {"person.kept", keep_noun<read_person>},
    {"post.held", keep_noun<read_holding>},
    {"post.delegated", keep_noun<read_delegation>},
    {"owner.matched", keep_noun<read_owner_match>},
    {"role.granted", keep_noun<read_role_grant>},
});

}  // namespace

const Topic kPeopleTopic = {"people", kCreate, kTables, kDumps, kProjections};

}  // namespace makegood::store
