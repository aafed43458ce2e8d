#pragma once
// A thin layer over SQLite: connections, transactions, cached statements, typed values. Every
// fault is thrown as SqlFault, which nobody outside this module ever sees.
//
//   Tx tx(db, Tx::Kind::write);
//   run(db, "INSERT INTO t(a, b) VALUES ($1, $2)", 7, "text");
//   for (Query q(db, "SELECT b FROM t WHERE a = $1", 7); q.next();) use(q.text(0));
//   tx.commit();

#include <atomic>
#include <cstdint>
#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/base.h"

struct sqlite3;
struct sqlite3_stmt;

namespace makegood::store {

class SqlFault : public std::exception {
 public:
  SqlFault(int code, std::string message) : code_(code), message_(std::move(message)) {}
  [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }
  [[nodiscard]] int code() const { return code_; }
  /// Full disk, I/O, busy -> unavailable; not a database, corrupt -> unreadable; what must be unique and is not -> conflict.
  [[nodiscard]] Refusal refusal() const;

 private:
  int code_;
  std::string message_;
};

/// Breaks the n-th statement step or commit of a store, to see what is left behind.
struct Faults {
  std::atomic<int> steps_left{0};  ///< the step that makes it 0 fails; 0 and below = none does
  int code = 13;                   ///< SQLITE_FULL
};

/// `copy` makes a file without a log beside it, for backups; `archive` opens one that nobody may change.
enum class Access { read, write, create, copy, archive };

class Db {
 public:
  Db(const std::string& path, Access access, Faults* faults);
  Db(const Db&) = delete;
  Db& operator=(const Db&) = delete;
  ~Db();

  /// One or more statements without values.
  void exec(const char* sql);
  [[nodiscard]] sqlite3* raw() const { return db_; }

 private:
  friend class Query;
  friend class Tx;
  sqlite3_stmt* take(std::string_view sql);
  void give_back(std::string_view sql, sqlite3_stmt* statement);
  void maybe_break();
  [[noreturn]] void fail(int code);

  sqlite3* db_ = nullptr;
  Faults* faults_ = nullptr;
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::unordered_map<std::string, sqlite3_stmt*, TextHash, std::equal_to<>> idle_;  ///< by their text; null while one runs
};

struct Blob {
  std::string_view bytes;
};

/// A running statement; $1, $2 ... are the values in order.
class Query {
 public:
  template <class... Values>
  Query(Db& db, std::string_view sql, const Values&... values) : db_(db), sql_(sql), statement_(db.take(sql)) {
    int index = 0;
    (bind(++index, values), ...);
  }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query() { db_.give_back(sql_, statement_); }

  /// The next row, or false at the end.
  bool next();
  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] std::string text(int column) const;  ///< also the bytes of a blob; empty for NULL
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] int columns() const;

 private:
  void bind(int index, std::int64_t value);
  void bind(int index, int value) { bind(index, static_cast<std::int64_t>(value)); }
  void bind(int index, bool value) { bind(index, static_cast<std::int64_t>(value ? 1 : 0)); }
  void bind(int index, std::string_view value);
  void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
  void bind(int index, const char* value) { bind(index, std::string_view(value)); }
  void bind(int index, const Blob& value);
  void check(int code);

  Db& db_;
  std::string_view sql_;
  sqlite3_stmt* statement_;
};

/// Runs a statement to its end; returns the number of rows it changed.
template <class... Values>
int run(Db& db, std::string_view sql, const Values&... values);
[[nodiscard]] int changed_rows(Db& db);
/// The number of the row that was inserted last.
[[nodiscard]] std::int64_t last_row(Db& db);

template <class... Values>
int run(Db& db, std::string_view sql, const Values&... values) {
  Query query(db, sql, values...);
  while (query.next()) {
  }
  return changed_rows(db);
}

/// Rolled back unless committed. One for reading that begins within another is part of that.
class Tx {
 public:
  enum class Kind { read, write };
  Tx(Db& db, Kind kind);
  Tx(const Tx&) = delete;
  Tx& operator=(const Tx&) = delete;
  ~Tx();
  void commit();

 private:
  Db& db_;
  bool done_ = false;
};

}  // namespace makegood::store
