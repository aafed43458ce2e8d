// What everybody may see of records. What of a record is public depends on its answers, on what was moved out of them
// (care_topic.cc) and on the definition as it stands: so a record's row is made anew by whatever changes the first two,
// and all rows of a register by a new definition.

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "registers/published.h"
#include "registers/read_definition.h"
#include "store/record_rows.h"
#include "store/record_words.h"
#include "store/topic.h"

namespace makegood::store {
namespace {

// published_counts has a row for each register of which something may be public. The rowid of search_published is
// published_records.number.
constexpr const char* kCreate = R"sql(
CREATE TABLE published_records (
  number   INTEGER PRIMARY KEY,
  record   TEXT NOT NULL UNIQUE,
  register TEXT NOT NULL,
  happened TEXT NOT NULL,
  answers  TEXT NOT NULL,
  words    TEXT NOT NULL
);
CREATE INDEX published_records_in_order ON published_records (register, happened, record);
CREATE TABLE published_counts (
  register TEXT PRIMARY KEY,
  records  BIGINT NOT NULL
) WITHOUT ROWID;
CREATE VIRTUAL TABLE search_published USING fts5(register, words, content = '', tokenize = "unicode61 remove_diacritics 2");
)sql";

constexpr auto kTables = std::to_array<std::string_view>({"published_records", "published_counts", "search_published"});

constexpr auto kDumps = std::to_array<Dump>({
    {"published_records", "SELECT record, register, happened, answers, words FROM published_records ORDER BY record"},
    {"published_counts", "SELECT * FROM published_counts ORDER BY register"},
    {"search_published", "SELECT count(*) FROM search_published"},
});

/// Of a text that was read before, it is known: an import writes 100,000 records under one definition.
std::shared_ptr<const Definition> definition_in(const std::string& text) {
  thread_local std::string read;
  thread_local std::shared_ptr<const Definition> known;
  if (known != nullptr && text == read) return known;
  auto definition = definition_of(text);
  known = definition ? std::make_shared<const Definition>(std::move(*definition)) : nullptr;
  read = text;
  return known;
}

void count(Db& db, std::string_view register_name, int more) {
  run(db, "UPDATE published_counts SET records = records + $2 WHERE register = $1", register_name, more);
}

void withdraw(Db& db, std::string_view id) {
  std::int64_t number = 0;
  std::string register_name, words;
  if (Query q(db, "SELECT number, register, words FROM published_records WHERE record = $1", id); q.next())
    number = q.number(0), register_name = q.text(1), words = q.text(2);
  if (number == 0) return;
  run(db, "INSERT INTO search_published (search_published, rowid, register, words) VALUES ('delete', $1, $2, $3)", number, one_word(register_name), words);
  run(db, "DELETE FROM published_records WHERE number = $1", number);
  count(db, register_name, -1);
}

Result<void> publish(Db& db, const Definition& definition, std::string_view id) {
  std::string happened;
  std::optional<Answers> shown;
  {
    Query row(db, fmt::format("SELECT {} FROM records r LEFT JOIN protected_answers p ON p.id = r.id WHERE r.id = $1", kWholeRecord), id);
    if (!row.next()) return {};
    const auto record = record_from(row);
    if (!record) return tl::unexpected(record.error());
    if (record->emptied) return {};
    shown = public_answers(definition, *record);
    happened = row.text(12);
  }
  if (!shown) return {};
  const auto words = words_of_published(definition, *shown);
  run(db, "INSERT INTO published_records (record, register, happened, answers, words) VALUES ($1, $2, $3, $4, $5)", id, definition.name, happened,
      write_answers(*shown), words);
  run(db, "INSERT INTO search_published (rowid, register, words) SELECT number, $2, $3 FROM published_records WHERE record = $1", id,
      one_word(definition.name), words);
  count(db, definition.name, 1);
  return {};
}

/// The definition of the record's register, where something of it may be public.
std::shared_ptr<const Definition> publishes(Db& db, std::string_view id) {
  Query row(db, "SELECT d.text FROM records r JOIN published_counts c ON c.register = r.register JOIN registers d ON d.name = r.register WHERE r.id = $1", id);
  return row.next() ? definition_in(row.text(0)) : nullptr;
}

Result<void> record(Db& db, const Entry& entry, std::string_view) {
  withdraw(db, entry.subject);
  const auto definition = publishes(db, entry.subject);
  return definition == nullptr ? Result<void>() : publish(db, *definition, entry.subject);
}

std::vector<std::string> ids(Db& db, std::string_view sql, std::string_view register_name) {
  std::vector<std::string> all;
  for (Query q(db, sql, register_name); q.next();) all.push_back(q.text(0));
  return all;
}

// What cannot be read as a definition any more says of nothing that it is public.
Result<void> define(Db& db, const Entry& entry, std::string_view payload) {
  const auto name = entry.subject.substr(entry.subject.find(':') + 1);
  for (const auto& id : ids(db, "SELECT record FROM published_records WHERE register = $1", name)) withdraw(db, id);
  run(db, "DELETE FROM published_counts WHERE register = $1", name);
  const auto definition = definition_in(std::string(payload));
  if (definition == nullptr || !definition->public_when) return {};
  run(db, "INSERT INTO published_counts (register, records) VALUES ($1, 0)", name);
  for (const auto& id : ids(db, "SELECT id FROM records WHERE register = $1 ORDER BY number", name))
    if (auto done = publish(db, *definition, id); !done) return done;
  return {};
}

constexpr auto kProjections = std::to_array<Projection>({
    {"register.defined", define},
    {"record.recorded", record, true},
    {"record.changed", record, true},
    {"record.moved", record, true},
    {"record.emptied", record, true},
    {"record.objected", record},
    {"record.objection_lifted", record},
});

}  // namespace

const Topic kPublishedTopic = {"published", kCreate, kTables, kDumps, kProjections};

}  // namespace makegood::store
