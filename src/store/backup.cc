#include "store/backup.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include "store/connections.h"
#include "store/ledger_room.h"
#include "store/store.h"

namespace makegood::store {
namespace fs = std::filesystem;
namespace {

void copy_pages(Db& from, Db& to) {
  auto* backup = sqlite3_backup_init(to.raw(), "main", from.raw(), "main");
  if (backup == nullptr) throw SqlFault(sqlite3_extended_errcode(to.raw()), sqlite3_errmsg(to.raw()));
  // All pages in one step: one view of the database, however much is written meanwhile.
  const int step = sqlite3_backup_step(backup, -1);
  const int finish = sqlite3_backup_finish(backup);
  if (step != SQLITE_DONE) throw SqlFault(step, "the copy stopped");
  if (finish != SQLITE_OK) throw SqlFault(finish, "the copy did not finish");
}

Result<LedgerHead> check_copy(Db& db) {
  if (Query q(db, "PRAGMA integrity_check(1)"); !q.next() || q.text(0) != "ok")
    return refuse(Fault::invalid_input, "the file is damaged");
  if (!Query(db, "SELECT 1 FROM sqlite_master WHERE name = 'schema_version'").next() ||
      !Query(db, "SELECT 1 FROM sqlite_master WHERE name = 'entries'").next())
    return refuse(Fault::invalid_input, "this is not a Makegood database");
  const auto report = verify(db);
  if (!report.fault.empty()) return refuse(Fault::invalid_input, "the ledger does not hold: " + report.fault);
  return report.head;
}

// Nothing is safe before the disk has it: the file, and the folder that knows its name.
Result<void> onto_disk(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (!synced) return refuse(Fault::unavailable, "it could not be written to the disk", path.string());
  return {};
}

Result<LedgerHead> copy_to_part(Db& from, const fs::path& part) {
  Db to(part.string(), Access::copy, nullptr);
  copy_pages(from, to);
  // The copy says of itself that it has a log beside it; a backup is one file.
  if (Query q(to, "PRAGMA journal_mode = DELETE"); q.next()) {
  }
  return check_copy(to);
}

fs::path folder_of(const fs::path& file) { return file.has_parent_path() ? file.parent_path() : fs::path("."); }

}  // namespace

Result<LedgerHead> copy_checked(Db& from, const fs::path& to) {
  std::error_code error;
  if (fs::exists(to, error)) return refuse(Fault::conflict, "this file is there already", to.string());
  auto part = to;
  part += ".part";
  fs::remove(part, error);
  auto head = guarded([&] { return copy_to_part(from, part); });
  auto kept = head ? onto_disk(part) : Result<void>{};
  if (head && kept) {
    fs::rename(part, to, error);
    kept = error ? Result<void>(refuse(Fault::unavailable, error.message(), to.string())) : onto_disk(folder_of(to));
  }
  if (!head || !kept) {
    fs::remove(part, error);
    auto refusal = head ? kept.error() : head.error();
    if (refusal.where.empty()) refusal.where = to.string();
    return tl::unexpected(std::move(refusal));
  }
  return head;
}

Result<LedgerHead> restore(const fs::path& file, const fs::path& folder) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return refuse(Fault::not_found, "there is no such file", file.string());
  const bool made = !fs::exists(folder, error);
  if (!made && !fs::is_empty(folder, error))
    return refuse(Fault::conflict, "the folder is not empty: nothing is overwritten", folder.string());
  if (made) fs::create_directories(folder, error);
  if (error) return refuse(Fault::unavailable, "the folder cannot be made: " + error.message(), folder.string());
  fs::permissions(folder, fs::perms::owner_all, error);

  auto head = guarded([&]() -> Result<LedgerHead> {
    Db from(file.string(), Access::archive, nullptr);
    return copy_checked(from, folder / "makegood.db");
  });
  if (!head) {
    if (made) fs::remove(folder, error);
    auto refusal = head.error();
    refusal.where = file.string();
    return tl::unexpected(std::move(refusal));
  }
  return head;
}

}  // namespace makegood::store
