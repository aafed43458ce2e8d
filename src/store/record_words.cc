#include "store/record_words.h"

#include "registers/record.h"

namespace makegood::store {
namespace {

// What was answered, without the names of the fields.
std::string words_in(const Answers& answers) {
  std::string words;
  for (const auto& [field, value] : answers) words += value + "\n";
  return words;
}

}  // namespace

void add_words(Db& db, std::int64_t number, const Answers& answers) {
  run(db, "INSERT INTO search_records (rowid, words) VALUES ($1, $2)", number, words_in(answers));
}

void drop_words(Db& db, std::int64_t number, std::string_view answers) {
  // What cannot be read has no words.
  run(db, "INSERT INTO search_records (search_records, rowid, words) VALUES ('delete', $1, $2)", number, words_in(read_answers(answers).value_or(Answers{})));
}

void replace_answers(Db& db, std::string_view record, const Answers& answers) {
  std::int64_t number = 0;
  if (Query row(db, "SELECT number, answers FROM records WHERE id = $1", record); row.next()) drop_words(db, number = row.number(0), row.text(1));
  if (number == 0) return;
  run(db, "UPDATE records SET answers = $2 WHERE number = $1", number, write_answers(answers));
  add_words(db, number, answers);
}

std::string one_word(std::string_view register_name) { return replace_all(std::string(register_name), "-", "\u00f8"); }

void leave_no_words(Db& db) {
  run(db, "INSERT INTO search_records (search_records) VALUES ('optimize')");
  run(db, "INSERT INTO search_published (search_published) VALUES ('optimize')");
}

}  // namespace makegood::store
