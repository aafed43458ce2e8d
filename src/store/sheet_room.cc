#include "store/sheet_room.h"

#include "store/steps.h"

namespace makegood::store {

const char* const kSheetStep = R"sql(
CREATE TABLE sent_sheets (
  number  INTEGER PRIMARY KEY AUTOINCREMENT,
  token   TEXT NOT NULL UNIQUE,
  holder  TEXT NOT NULL,
  sent_at TEXT NOT NULL,
  sheet   TEXT NOT NULL
);
CREATE INDEX sent_sheets_by_holder ON sent_sheets (holder, number);
CREATE TABLE returned_sheets (
  number  INTEGER PRIMARY KEY AUTOINCREMENT,
  id      TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL,
  name    TEXT NOT NULL,
  at      TEXT NOT NULL,
  bytes   BLOB NOT NULL
);
CREATE INDEX returned_sheets_by_account ON returned_sheets (account, number);
)sql";

namespace {

Result<std::optional<OwnerSheet>> sheet_from(Query& row) {
  if (!row.next()) return std::nullopt;
  auto sheet = read_sent_sheet(row.text(0));
  if (!sheet) return tl::unexpected(sheet.error());
  return std::optional(std::move(*sheet));
}

}  // namespace

Result<void> SheetRoom::keep_sent(const tasks::SentSheet& sent) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    run(*lease, "INSERT INTO sent_sheets (token, holder, sent_at, sheet) VALUES ($1, $2, $3, $4)", sent.sheet.token, sent.holder, sent.sent_at,
        write_owner_sheet(sent.sheet));
    run(*lease,
        "DELETE FROM sent_sheets WHERE holder = $1 AND number NOT IN "
        "(SELECT number FROM sent_sheets WHERE holder = $1 ORDER BY number DESC LIMIT $2)",
        sent.holder, tasks::kSheetsOfOne);
    tx.commit();
    return {};
  });
}

Result<std::optional<OwnerSheet>> SheetRoom::newest_for(std::string_view holder) {
  return guarded([&] {
    auto lease = connections_.read();
    Query q(*lease, "SELECT sheet FROM sent_sheets WHERE holder = $1 ORDER BY number DESC LIMIT 1", holder);
    return sheet_from(q);
  });
}

Result<std::optional<OwnerSheet>> SheetRoom::sent_as(std::string_view token) {
  return guarded([&] {
    auto lease = connections_.read();
    Query q(*lease, "SELECT sheet FROM sent_sheets WHERE token = $1", token);
    return sheet_from(q);
  });
}

Result<void> SheetRoom::keep_returned(const tasks::ReturnedSheet& sheet) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    run(*lease, "INSERT INTO returned_sheets (id, account, name, at, bytes) VALUES ($1, $2, $3, $4, $5)", sheet.id, sheet.account, sheet.name,
        sheet.at, Blob{sheet.bytes});
    run(*lease,
        "DELETE FROM returned_sheets WHERE account = $1 AND number NOT IN "
        "(SELECT number FROM returned_sheets WHERE account = $1 ORDER BY number DESC LIMIT $2)",
        sheet.account, tasks::kSheetsOfOne);
    tx.commit();
    return {};
  });
}

Result<tasks::ReturnedSheet> SheetRoom::returned(std::string_view id, std::string_view account) {
  return guarded([&]() -> Result<tasks::ReturnedSheet> {
    auto lease = connections_.read();
    Query q(*lease, "SELECT id, account, name, at, bytes FROM returned_sheets WHERE id = $1 AND account = $2", id, account);
    if (!q.next()) return refuse(Fault::not_found, "there is no such sheet, or it was sent back too long ago: send it again");
    return tasks::ReturnedSheet{q.text(0), q.text(1), q.text(2), q.text(3), q.text(4)};
  });
}

}  // namespace makegood::store
