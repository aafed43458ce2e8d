#include "store/schema.h"

#include <fmt/format.h>

#include "ledger/ledger.h"
#include "store/steps.h"
#include "store/topic.h"

namespace makegood::store {
namespace {

bool has_table(Db& db, std::string_view name) {
  return Query(db, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1", name).next();
}

Result<std::size_t> steps_done(Db& db) {
  if (!has_table(db, "schema_version")) {
    if (Query(db, "SELECT 1 FROM sqlite_master").next())
      return refuse(Fault::invalid_input, "this is a database of another program");
    db.exec("CREATE TABLE schema_version (version BIGINT PRIMARY KEY, digest TEXT NOT NULL)");
    return std::size_t{0};
  }
  std::size_t done = 0;
  for (Query q(db, "SELECT version, digest FROM schema_version ORDER BY version"); q.next(); ++done) {
    if (done >= schema_steps().size())
      return refuse(Fault::invalid_input, "the database was made by a newer version of Makegood: upgrade first");
    if (q.text(1) != sha256(schema_steps()[done]))
      return refuse(Fault::invalid_input, fmt::format("step {} of the database's schema is not this program's", done + 1));
  }
  return done;
}

// Where a definition changes, the tables are made anew when the file is next opened.
std::string digest_of_derived() {
  std::string all;
  for (const auto& topic : topics()) all += topic.create;
  return sha256(all);
}

}  // namespace

Result<void> migrate(Db& db) {
  Tx tx(db, Tx::Kind::write);
  const auto done = steps_done(db);
  if (!done) return tl::unexpected(done.error());
  for (std::size_t step = *done; step < schema_steps().size(); ++step) {
    db.exec(schema_steps()[step]);
    run(db, "INSERT INTO schema_version (version, digest) VALUES ($1, $2)", static_cast<std::int64_t>(step) + 1,
        sha256(schema_steps()[step]));
  }
  tx.commit();
  return {};
}

bool derived_is_current(Db& db) {
  Query q(db, "SELECT digest FROM derived_schema");
  return q.next() && q.text(0) == digest_of_derived();
}

void remake_derived(Db& db) {
  for (const auto& topic : topics()) {
    for (const auto table : topic.tables) db.exec(fmt::format("DROP TABLE IF EXISTS {}", table).c_str());
    db.exec(topic.create);
  }
  run(db, "DELETE FROM derived_schema");
  run(db, "INSERT INTO derived_schema (digest) VALUES ($1)", digest_of_derived());
}

std::string dump_derived(Db& db) {
  std::string out;
  for (const auto& topic : topics())
    for (const auto& [name, sql] : topic.dumps) {
      out += fmt::format("== {}\n", name);
      for (Query q(db, sql); q.next();) {
        for (int column = 0; column < q.columns(); ++column) out += (column == 0 ? "" : "\t") + q.text(column);
        out += "\n";
      }
    }
  return out;
}

}  // namespace makegood::store
