#include "store/record_rows.h"

#include <fmt/format.h>

#include "store/search_words.h"

namespace makegood::store {
namespace {

std::optional<Day> day_in(const Query& row, int column) {
  const auto day = Day::parse(row.text(column));
  return day ? std::optional(*day) : std::nullopt;
}

std::string json_list(const std::set<std::string>& values) {
  std::string list;
  for (const auto& value : values)
    list += fmt::format("{}\"{}\"", list.empty() ? "" : ",", replace_all(replace_all(value, "\\", "\\\\"), "\"", "\\\""));
  return "[" + list + "]";
}

}  // namespace

void note_last_entry(Db& db, std::string_view record, std::int64_t sequence) {
  run(db, "UPDATE records SET sequence = $2 WHERE id = $1", record, sequence);
}

Result<Record> record_from(const Query& row) {
  Record record;
  record.id = RecordId(row.text(0));
  record.register_name = row.text(1);
  record.organisation = row.text(2);
  record.state = row.text(3);
  record.recorded = day_in(row, 4).value_or(Day{});
  record.entered = day_in(row, 5).value_or(record.recorded);
  record.closed = day_in(row, 6);
  record.version = static_cast<int>(row.number(7));
  record.emptied = row.number(8) != 0;
  record.reason = row.text(9);
  auto answers = read_answers(row.text(10));
  if (!answers) return tl::unexpected(answers.error());
  record.answers = std::move(*answers);
  record.sequence = row.number(11);
  if (row.is_null(13)) return record;
  auto kept_apart = read_answers(row.text(13));
  if (!kept_apart) return tl::unexpected(kept_apart.error());
  record.answers.merge(*kept_apart);
  return record;
}

std::string mark_of(const Query& row) { return row.text(12) + " " + row.text(0); }

namespace {

// A condition that is not asked for still names its value, so that every statement takes the same eight.
void narrow(RecordWhere& where, std::size_t place, bool asked, std::string_view condition, std::string value) {
  where.sql += asked ? fmt::format(" AND {}", fmt::format(fmt::runtime(condition), place)) : fmt::format(" AND ${0} = ${0}", place);
  where.values[place - 1] = std::move(value);
}

// The register, whose records, in which state: what records and their counts have both.
RecordWhere where_in(std::string_view tables, const RecordQuery& query) {
  RecordWhere where;
  where.nothing = query.reach.nobody();
  where.sql = fmt::format(" FROM {} WHERE r.register = $1", tables);
  where.values[0] = query.register_name;
  const auto& reach = query.reach;
  const bool one = reach.organisations.size() == 1;
  narrow(where, 2, !reach.all, one ? "r.organisation = ${}" : "r.organisation IN (SELECT value FROM json_each(${}))",
         one ? *reach.organisations.begin() : json_list(reach.organisations));
  narrow(where, 3, !query.state.empty(), "r.state = ${}", query.state);
  narrow(where, 4, !query.organisation.empty(), "r.organisation = ${}", query.organisation);
  return where;
}

void narrow_rest(RecordWhere& where, const RecordQuery& query) {
  narrow(where, 5, query.from.has_value(), "r.happened >= ${}", query.from ? query.from->iso() : "");
  narrow(where, 6, query.until.has_value(), "r.happened <= ${}", query.until ? query.until->iso() : "");
  narrow(where, 7, !match_of(query.words).empty(), "r.number IN (SELECT rowid FROM search_records WHERE search_records MATCH ${})", match_of(query.words));
  narrow(where, 8, !query.after.empty(), "(r.happened, r.id) < (substr(${0}, 1, 10), substr(${0}, 12))", query.after);
}

RecordWhere where_in_order(const RecordQuery& query) {
  auto where = where_in("records r LEFT JOIN protected_answers p ON p.id = r.id", query);
  narrow_rest(where, query);
  return where;
}

// CROSS: what was found comes first, whatever the planner thinks of it.
RecordWhere where_of_found(const RecordQuery& query) {
  auto where = where_in("(SELECT rowid AS number FROM search_records WHERE search_records MATCH $7) f CROSS JOIN records r ON r.number = f.number "
                        "LEFT JOIN protected_answers p ON p.id = r.id", query);
  auto rest = query;
  rest.words.clear();
  narrow_rest(where, rest);
  where.values[6] = match_of(query.words);
  return where;
}

bool finds_few(Db& db, const RecordQuery& query, int few) {
  const auto match = match_of(query.words);
  if (match.empty()) return false;
  Query q(db, "SELECT count(*) FROM (SELECT 1 FROM search_records WHERE search_records MATCH $1 LIMIT $2)", match, few);
  return q.next() && q.number(0) < few;
}

}  // namespace

RecordWhere where_of(Db& db, const RecordQuery& query, int few) { return finds_few(db, query, few) ? where_of_found(query) : where_in_order(query); }

std::optional<RecordWhere> where_of_counts(const RecordQuery& query) {
  if (query.from || query.until || !match_of(query.words).empty() || !query.after.empty()) return std::nullopt;
  auto where = where_in("record_counts r", query);
  narrow_rest(where, query);
  return where;
}

}  // namespace makegood::store
