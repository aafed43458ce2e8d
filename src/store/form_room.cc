#include "store/form_room.h"

#include "store/steps.h"

namespace makegood::store {

const char* const kFormStep = R"sql(
CREATE TABLE waiting_files (
  id       TEXT PRIMARY KEY,
  register TEXT NOT NULL,
  account  TEXT NOT NULL,
  name     TEXT NOT NULL,
  digest   TEXT NOT NULL,
  at       BIGINT NOT NULL,
  outcome  TEXT NOT NULL DEFAULT '',
  bytes    BLOB
);
CREATE INDEX waiting_files_by_account ON waiting_files (account, at);
CREATE TABLE begun_forms (
  holder    TEXT NOT NULL,
  once      TEXT NOT NULL,
  register  TEXT NOT NULL,
  version   BIGINT NOT NULL,
  answers   TEXT NOT NULL,
  step      TEXT NOT NULL,
  anonymous BIGINT NOT NULL,
  saved     BIGINT NOT NULL,
  PRIMARY KEY (holder, once)
);
CREATE INDEX begun_forms_by_age ON begun_forms (saved);
CREATE TABLE receipts (
  hash   TEXT PRIMARY KEY,
  record TEXT NOT NULL
);
)sql";

namespace {

/// The two halves of an errand's payload; both empty where it has not two.
std::pair<std::string_view, std::string_view> halves(std::string_view payload) {
  const auto end = payload.find('\n');
  if (end == std::string_view::npos) return {};
  return {payload.substr(0, end), payload.substr(end + 1)};
}

Result<tasks::BegunForm> form_from(const Query& row) {
  auto answers = read_answers(row.text(4));
  if (!answers) return tl::unexpected(answers.error());
  return tasks::BegunForm{row.text(0), row.text(1), row.text(2), static_cast<int>(row.number(3)), std::move(*answers), row.text(5), row.number(6) != 0, row.number(7)};
}

}  // namespace

Result<void> accept_file(Db& db, std::string_view payload) {
  const auto [id, outcome] = halves(payload);
  if (outcome.empty()) return refuse(Fault::invalid_input, "this names no file");
  if (run(db, "UPDATE waiting_files SET outcome = $2, bytes = NULL WHERE id = $1 AND outcome = ''", id, outcome) == 0)
    return refuse(Fault::conflict, "this file was accepted or thrown away in the meantime");
  return {};
}

Result<void> drop_sent_form(Db& db, std::string_view payload) {
  const auto [holder, once] = halves(payload);
  run(db, "DELETE FROM begun_forms WHERE holder = $1 AND once = $2", holder, once);
  return {};
}

Result<void> keep_receipt(Db& db, std::string_view payload) {
  const auto [hash, record] = halves(payload);
  if (record.empty()) return refuse(Fault::invalid_input, "this is no receipt");
  if (run(db, "INSERT OR IGNORE INTO receipts (hash, record) VALUES ($1, $2)", hash, record) == 0)
    return refuse(Fault::conflict, "this receipt was given for something else: open the form again");
  return {};
}

Result<void> FormRoom::keep_file(const tasks::WaitingFile& file) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    run(*lease, "INSERT INTO waiting_files (id, register, account, name, digest, at, bytes) VALUES ($1, $2, $3, $4, $5, $6, $7)", file.id, file.register_name,
        file.account, file.name, file.digest, file.at, Blob{file.bytes});
    run(*lease,
        "DELETE FROM waiting_files WHERE account = $1 AND id NOT IN "
        "(SELECT id FROM waiting_files WHERE account = $1 ORDER BY at DESC, rowid DESC LIMIT $2)",
        file.account, tasks::kFilesOfOne);
    tx.commit();
    return {};
  });
}

Result<tasks::WaitingFile> FormRoom::file(std::string_view id, std::string_view account) {
  return guarded([&]() -> Result<tasks::WaitingFile> {
    auto lease = connections_.read();
    Query q(*lease, "SELECT id, register, account, name, digest, at, outcome, bytes FROM waiting_files WHERE id = $1 AND account = $2", id, account);
    if (!q.next()) return refuse(Fault::not_found, "there is no such file, or it waited for more than a day: hand it in again");
    return tasks::WaitingFile{q.text(0), q.text(1), q.text(2), q.text(3), q.text(4), q.is_null(7) ? std::string{} : q.text(7), q.number(5), q.text(6)};
  });
}

Result<void> FormRoom::drop_file(std::string_view id, std::string_view account) {
  return guarded([&]() -> Result<void> {
    run(*connections_.write(), "DELETE FROM waiting_files WHERE id = $1 AND account = $2", id, account);
    return {};
  });
}

Result<void> FormRoom::save(const tasks::BegunForm& form) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    run(*lease,
        "INSERT OR REPLACE INTO begun_forms (holder, once, register, version, answers, step, anonymous, saved) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        form.holder, form.once, form.register_name, form.version, write_answers(form.answers), form.step, form.anonymous, form.saved);
    run(*lease,
        "DELETE FROM begun_forms WHERE holder = $1 AND once NOT IN "
        "(SELECT once FROM begun_forms WHERE holder = $1 ORDER BY saved DESC, rowid DESC LIMIT $2)",
        form.holder, tasks::kFormsOfOne);
    tx.commit();
    return {};
  });
}

Result<std::vector<tasks::BegunForm>> FormRoom::begun(std::string_view holder) {
  return guarded([&]() -> Result<std::vector<tasks::BegunForm>> {
    auto lease = connections_.read();
    std::vector<tasks::BegunForm> forms;
    for (Query q(*lease, "SELECT holder, once, register, version, answers, step, anonymous, saved FROM begun_forms WHERE holder = $1 ORDER BY saved DESC, rowid DESC",
                 holder);
         q.next();) {
      auto form = form_from(q);
      if (!form) return tl::unexpected(form.error());
      forms.push_back(std::move(*form));
    }
    return forms;
  });
}

Result<void> FormRoom::drop(std::string_view holder, std::string_view once) {
  return guarded([&]() -> Result<void> {
    run(*connections_.write(), "DELETE FROM begun_forms WHERE holder = $1 AND once = $2", holder, once);
    return {};
  });
}

Result<std::optional<RecordId>> FormRoom::record_with_receipt(std::string_view hash) {
  return guarded([&]() -> Result<std::optional<RecordId>> {
    auto lease = connections_.read();
    Query q(*lease, "SELECT record FROM receipts WHERE hash = $1", hash);
    if (!q.next()) return std::nullopt;
    return RecordId(q.text(0));
  });
}

Result<void> FormRoom::forget(std::int64_t now) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    run(*lease, "DELETE FROM waiting_files WHERE at <= $1", now - tasks::kFileSeconds);
    run(*lease, "DELETE FROM begun_forms WHERE saved <= $1", now - tasks::kFormSeconds);
    tx.commit();
    return {};
  });
}

}  // namespace makegood::store
