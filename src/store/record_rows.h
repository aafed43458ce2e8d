#pragma once
// The rows of records: which of them a RecordQuery means, and a row as a Record.

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "registers/register_repository.h"
#include "store/sqlite.h"

namespace makegood::store {

/// Columns of record_from(): with the protected answers of `p` beside those of `r`, or without them.
inline constexpr std::string_view kWholeRecord =
    "r.id, r.register, r.organisation, r.state, r.recorded, r.entered, r.closed, r.version, r.emptied, r.reason, r.answers, r.sequence, r.happened, p.answers";
inline constexpr std::string_view kOpenRecord =
    "r.id, r.register, r.organisation, r.state, r.recorded, r.entered, r.closed, r.version, r.emptied, r.reason, r.answers, r.sequence, r.happened, NULL";

/// An entry about a record that does not write it: whoever changes the record after this is to have seen it.
void note_last_entry(Db& db, std::string_view record, std::int64_t sequence);

[[nodiscard]] Result<Record> record_from(const Query& row);
/// The day in record_from()'s row, for the mark at which the next page begins.
[[nodiscard]] std::string mark_of(const Query& row);

/// FROM and WHERE of a query, and its eight values, $1 to $8. All of them stand in the text, so that
/// one statement is kept ready for each shape of query.
struct RecordWhere {
  std::string sql;
  std::array<std::string, 8> values;
  bool nothing = false;  ///< the reach is nobody's
};
/// Where fewer records than `few`, of all registers, have the query's words it begins with those; else records are read
/// in their own order.
[[nodiscard]] RecordWhere where_of(Db& db, const RecordQuery& query, int few = 20'000);
/// The same over record_counts, where nothing narrows the query that is not kept there.
[[nodiscard]] std::optional<RecordWhere> where_of_counts(const RecordQuery& query);

/// Runs "SELECT `columns` FROM ... WHERE ... `rest`" and calls `take(row)` until it says false.
template <class Take>
void select_records(Db& db, std::string_view columns, const RecordWhere& where, std::string_view rest, Take take) {
  const auto sql = std::string("SELECT ") + std::string(columns) + where.sql + std::string(rest);
  const auto& v = where.values;
  Query rows(db, sql, v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
  while (rows.next() && take(rows)) {
  }
}

}  // namespace makegood::store
