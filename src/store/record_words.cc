#include "store/record_words.h"

#include "registers/record.h"

namespace makegood::store {
namespace {

// What was answered, without the names of the fields; what cannot be read has no words.
std::string words_in(std::string_view answers) {
  const auto read = read_answers(answers);
  std::string words;
  if (read)
    for (const auto& [field, value] : *read) words += value + "\n";
  return words;
}

constexpr const char* kRow = "SELECT number, answers FROM records WHERE id = $1";

}  // namespace

void add_words_of(Db& db, std::string_view record) {
  if (Query row(db, kRow, record); row.next()) run(db, "INSERT INTO search_records (rowid, words) VALUES ($1, $2)", row.number(0), words_in(row.text(1)));
}

void drop_words_of(Db& db, std::string_view record) {
  if (Query row(db, kRow, record); row.next())
    run(db, "INSERT INTO search_records (search_records, rowid, words) VALUES ('delete', $1, $2)", row.number(0), words_in(row.text(1)));
}

void replace_answers(Db& db, std::string_view record, std::string_view answers) {
  drop_words_of(db, record);
  run(db, "UPDATE records SET answers = $2 WHERE id = $1", record, answers);
  add_words_of(db, record);
}

std::string one_word(std::string_view register_name) { return replace_all(std::string(register_name), "-", "\u00f8"); }

void leave_no_words(Db& db) {
  run(db, "INSERT INTO search_records (search_records) VALUES ('optimize')");
  run(db, "INSERT INTO search_published (search_published) VALUES ('optimize')");
}

}  // namespace makegood::store
