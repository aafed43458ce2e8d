// A search among records has two ways, by the words and by the order of the list: both find the same.
#include <doctest/doctest.h>

#include <vector>

#include "store/record_rows.h"
#include "store/record_words.h"
#include "store/schema.h"

namespace makegood::store {
namespace record_rows_test {

struct Kept {
  const char *id, *register_name, *organisation, *happened, *words;
};

constexpr Kept kRecords[] = {
    {"a", "visits", "Harbour Hill", "2023-06-01", "playground fence"},
    {"b", "visits", "Harbour Hill", "2023-07-01", "fence mended"},
    {"c", "visits", "Elm Road", "2023-05-01", "nothing to report"},
    {"d", "visits", "Elm Road", "2023-06-15", "fencing lessons"},
    {"e", "meetings", "Elm Road", "2023-06-16", "the fence was discussed"},
};

void keep(Db& db, const Kept& one) {
  const Answers answers = {{"note", one.words}};
  run(db,
      "INSERT INTO records (id, register, organisation, state, happened, recorded, entered, closed, version, emptied, key, reason, answers, sequence) "
      "VALUES ($1, $2, $3, 'open', $4, $4, $4, '', 1, 0, '', '', $5, 1)",
      one.id, one.register_name, one.organisation, one.happened, write_answers(answers));
  add_words(db, last_row(db), answers);
}

std::string found(Db& db, const RecordQuery& query, int few) {
  std::string ids;
  select_records(db, kOpenRecord, where_of(db, query, few), " ORDER BY r.happened DESC, r.id DESC", [&](const Query& row) { return ids += row.text(0), true; });
  return ids;
}

RecordQuery query(const char* words, const char* organisation = "", const char* after = "") {
  RecordQuery query;
  query.register_name = "visits";
  query.reach.all = true;
  query.words = words;
  query.organisation = organisation;
  query.after = after;
  return query;
}

TEST_CASE("records are found by their words, whichever way is the sooner") {
  Db db(":memory:", Access::create, nullptr);
  REQUIRE(migrate(db));
  remake_derived(db);
  for (const auto& one : kRecords) keep(db, one);
  struct Row {
    const char* what;
    RecordQuery query;
    const char* ids;
  };
  const std::vector<Row> rows = {
      {"one word", query("mended"), "b"},
      {"the beginning of several, in the order of the list", query("fenc"), "bda"},
      {"two words", query("fence playground"), "a"},
      {"no such word", query("swimming"), ""},
      {"no words: all", query(""), "bdac"},
      {"of one organisation", query("fenc", "Elm Road"), "d"},
      {"from a mark on", query("fenc", "", "2023-06-15 d"), "a"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    CHECK(found(db, row.query, 100) == row.ids);
    CHECK(found(db, row.query, 0) == row.ids);
  }
}

}  // namespace record_rows_test
}  // namespace makegood::store
