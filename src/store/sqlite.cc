#include "store/sqlite.h"

#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

namespace makegood::store {
namespace {

std::string sentence_of(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL: return "the disk is full: nothing was changed";
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "the database is busy: try again";
    case SQLITE_READONLY: return "the database cannot be written to";
    case SQLITE_CANTOPEN: return "the database cannot be opened";
    case SQLITE_NOTADB: return "this is not a Makegood database";
    case SQLITE_CORRUPT: return "the database is damaged: restore a backup";
    case SQLITE_TOOBIG: return "this is larger than the database can hold";
    case SQLITE_CONSTRAINT: return "somebody else was first with the same: look at it again";
    case SQLITE_NOMEM: return "there is not enough memory";
    default: return "the disk could not be read or written: nothing was changed";
  }
}

Fault fault_of(int code) {
  switch (code & 0xff) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: return Fault::unreadable;
    case SQLITE_TOOBIG: return Fault::too_large;
    case SQLITE_CONSTRAINT: return Fault::conflict;
    default: return Fault::unavailable;
  }
}

int flags_of(Access access) {
  const bool creates = access == Access::create || access == Access::copy;
  // A reader of a file with a log writes to the shared memory beside it.
  const int mode = creates                      ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                   : access == Access::archive ? SQLITE_OPEN_READONLY
                                               : SQLITE_OPEN_READWRITE;
  return mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
}

// SQLite takes "$1" for a name, with a place to be looked up, and "?1" for the place itself.
std::string with_numbers(std::string_view sql) {
  std::string numbered(sql);
  for (std::size_t i = 0; i + 1 < numbered.size(); ++i)
    if (numbered[i] == '$' && numbered[i + 1] >= '0' && numbered[i + 1] <= '9') numbered[i] = '?';
  return numbered;
}

constexpr const char* kSettings =
    "PRAGMA busy_timeout = 5000;"
    "PRAGMA foreign_keys = ON;"
    "PRAGMA trusted_schema = OFF;"
    "PRAGMA cell_size_check = ON;"
    "PRAGMA secure_delete = ON;"
    "PRAGMA temp_store = MEMORY;"
    "PRAGMA synchronous = FULL;";

// Pages that each entry touches stand in the log many times and go into the file once: the longer the log may grow
// (8,000 pages are 32 MB), the fewer of the waits for that. A large import writes all over the indexes: in the usual
// 2 MB their pages would go out and come back.
constexpr const char* kWriterSettings =
    "PRAGMA journal_mode = WAL;"
    "PRAGMA wal_autocheckpoint = 8000;"
    "PRAGMA cache_size = -65536;";

}  // namespace

Refusal SqlFault::refusal() const { return {fault_of(code_), sentence_of(code_), {}}; }

Db::Db(const std::string& path, Access access, Faults* faults) : faults_(faults) {
  const int code = sqlite3_open_v2(path.c_str(), &db_, flags_of(access), nullptr);
  try {
    if (code != SQLITE_OK) fail(code);
    sqlite3_db_config(db_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    exec(kSettings);
    if (access == Access::read) exec("PRAGMA query_only = ON;");
    if (access == Access::write || access == Access::create) exec(kWriterSettings);
  } catch (const SqlFault&) {
    sqlite3_close_v2(db_);
    throw;
  }
}

Db::~Db() {
  for (const auto& [sql, statement] : idle_) sqlite3_finalize(statement);
  sqlite3_close_v2(db_);
}

void Db::fail(int code) {
  throw SqlFault(code, fmt::format("{} ({})", db_ == nullptr ? "no database" : sqlite3_errmsg(db_), code));
}

void Db::maybe_break() {
  if (faults_ != nullptr && faults_->steps_left > 0 && --faults_->steps_left == 0)
    throw SqlFault(faults_->code, "a fault put there by a test");
}

void Db::exec(const char* sql) {
  maybe_break();
  if (const int code = sqlite3_exec(db_, sql, nullptr, nullptr, nullptr); code != SQLITE_OK) fail(code);
}

sqlite3_stmt* Db::take(std::string_view sql) {
  if (const auto found = idle_.find(sql); found != idle_.end() && found->second != nullptr) return std::exchange(found->second, nullptr);
  sqlite3_stmt* statement = nullptr;
  const auto numbered = with_numbers(sql);
  const int code = sqlite3_prepare_v3(db_, numbered.data(), static_cast<int>(numbered.size()), SQLITE_PREPARE_PERSISTENT,
                                      &statement, nullptr);
  if (code != SQLITE_OK) fail(code);
  return statement;
}

void Db::give_back(std::string_view sql, sqlite3_stmt* statement) {
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  const auto found = idle_.find(sql);
  if (found == idle_.end())
    idle_.emplace(std::string(sql), statement);
  else if (found->second == nullptr)
    found->second = statement;
  else
    sqlite3_finalize(statement);
}

void Query::check(int code) {
  if (code == SQLITE_OK) return;
  db_.give_back(sql_, statement_);  // the constructor did not finish, so the destructor will not run
  db_.fail(code);
}

void Query::bind(int index, std::int64_t value) { check(sqlite3_bind_int64(statement_, index, value)); }

void Query::bind(int index, std::string_view value) {
  check(sqlite3_bind_text64(statement_, index, value.data() == nullptr ? "" : value.data(), value.size(),
                            SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Query::bind(int index, const Blob& value) {
  check(sqlite3_bind_blob64(statement_, index, value.bytes.data() == nullptr ? "" : value.bytes.data(),
                            value.bytes.size(), SQLITE_TRANSIENT));
}

bool Query::next() {
  db_.maybe_break();
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) db_.fail(code);
  return false;
}

std::int64_t Query::number(int column) const { return sqlite3_column_int64(statement_, column); }

std::string Query::text(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return bytes == nullptr ? std::string{} : std::string(bytes, size);
}

bool Query::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
int Query::columns() const { return sqlite3_column_count(statement_); }

int changed_rows(Db& db) { return sqlite3_changes(db.raw()); }

std::int64_t last_row(Db& db) { return sqlite3_last_insert_rowid(db.raw()); }

Tx::Tx(Db& db, Kind kind) : db_(db) {
  done_ = kind == Kind::read && sqlite3_get_autocommit(db_.raw()) == 0;
  if (!done_) run(db_, kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Tx::~Tx() {
  // After some faults SQLite has rolled back by itself. A fault put there by a test must not
  // keep this from happening, so it goes around the layer.
  if (done_ || sqlite3_get_autocommit(db_.raw()) != 0) return;
  try {
    auto* rollback = db_.take("ROLLBACK");
    sqlite3_step(rollback);
    db_.give_back("ROLLBACK", rollback);
  } catch (const SqlFault&) {
    sqlite3_exec(db_.raw(), "ROLLBACK", nullptr, nullptr, nullptr);  // no memory to keep the statement in
  }
}

void Tx::commit() {
  run(db_, "COMMIT");
  done_ = true;
}

}  // namespace makegood::store
