#include "store/answer_room.h"

#include "progress/json.h"

namespace makegood::store {
namespace {

using tasks::Draft;
using tasks::QuarantinedFile;

#define MAKEGOOD_FILE_COLUMNS "digest, media, size, state, said, tries, next_look"

ScanState scan_state_from(std::string_view text) {
  for (const auto& row : kScanStates)
    if (row.word == text) return row.code;
  return ScanState::waiting;  // what nobody knows nobody opens
}

QuarantinedFile file_from(const Query& row) {
  return {row.text(0), row.text(1), row.number(2), scan_state_from(row.text(3)), row.text(4), static_cast<int>(row.number(5)), row.number(6)};
}

#define MAKEGOOD_DRAFT_COLUMNS "holder, item, fields, evidence, seen, saved_at"

Result<Draft> draft_from(const Query& row) {
  Draft draft{row.text(0), ItemId(row.text(1)), {}, {}, row.number(4), row.text(5)};
  auto fields = tasks::read_draft_fields(row.text(2));
  if (!fields) return tl::unexpected(fields.error());
  auto evidence = read_evidence(row.text(3));
  if (!evidence) return tl::unexpected(evidence.error());
  draft.fields = std::move(*fields);
  draft.evidence = std::move(*evidence);
  return draft;
}

Result<std::vector<Draft>> drafts_from(Query& rows) {
  std::vector<Draft> drafts;
  while (rows.next()) {
    auto draft = draft_from(rows);
    if (!draft) return tl::unexpected(draft.error());
    drafts.push_back(std::move(*draft));
  }
  return drafts;
}

// One that was sent stays, and one that another draft speaks of: two people may have given the same file.
void let_file_go(Db& db, std::string_view digest) {
  run(db,
      "DELETE FROM quarantine WHERE digest = $1 AND bytes IS NOT NULL AND NOT EXISTS (SELECT 1 FROM attachments a WHERE a.digest = $1) "
      "AND NOT EXISTS (SELECT 1 FROM drafts d WHERE instr(d.evidence, $1) > 0)",
      digest);
}

}  // namespace

const char* const kAnswerStep = R"sql(
CREATE TABLE drafts (
  holder   TEXT NOT NULL,
  item     TEXT NOT NULL,
  fields   TEXT NOT NULL,
  evidence TEXT NOT NULL,
  seen     BIGINT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (holder, item)
);
CREATE INDEX drafts_by_item ON drafts (item);
CREATE TABLE quarantine (
  digest    TEXT PRIMARY KEY,
  media     TEXT NOT NULL,
  size      BIGINT NOT NULL,
  state     TEXT NOT NULL,
  said      TEXT NOT NULL,
  tries     BIGINT NOT NULL,
  next_look BIGINT NOT NULL,
  bytes     BLOB
);
CREATE INDEX quarantine_waiting ON quarantine (next_look) WHERE state = 'waiting';
)sql";

Result<void> drop_sent_draft(Db& db, std::string_view key) {
  const auto end = key.find('\n');
  if (end == std::string_view::npos) return refuse(Fault::invalid_input, "this names no draft");
  run(db, "DELETE FROM drafts WHERE holder = $1 AND item = $2", key.substr(0, end), key.substr(end + 1));
  return {};
}

Result<void> drop_drafts_of(Db& db, std::string_view holder) {
  std::vector<Evidence> pieces;
  for (Query q(db, "SELECT evidence FROM drafts WHERE holder = $1", holder); q.next();) {
    auto read = read_evidence(q.text(0));
    if (!read) return tl::unexpected(read.error());
    pieces.insert(pieces.end(), read->begin(), read->end());
  }
  run(db, "DELETE FROM drafts WHERE holder = $1", holder);
  for (const auto& piece : pieces)
    if (piece.kind == EvidenceKind::file) let_file_go(db, piece.digest);
  return {};
}

Result<void> hand_file_over(Db& db, std::string_view digest) {
  run(db, "UPDATE quarantine SET bytes = NULL WHERE digest = $1", digest);
  return {};
}

Result<void> DraftRoom::save(const std::vector<Draft>& drafts) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    for (const auto& draft : drafts)
      run(*lease, "INSERT OR REPLACE INTO drafts (" MAKEGOOD_DRAFT_COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6)",
          draft.holder, draft.item.text, tasks::write_draft_fields(draft), write_evidence(draft.evidence), draft.seen, draft.saved_at);
    tx.commit();
    return {};
  });
}

Result<std::vector<Draft>> DraftRoom::of(std::string_view holder) {
  return guarded([&]() -> Result<std::vector<Draft>> {
    auto lease = connections_.read();
    Query q(*lease, "SELECT " MAKEGOOD_DRAFT_COLUMNS " FROM drafts WHERE holder = $1 ORDER BY item", holder);
    return drafts_from(q);
  });
}

Result<void> DraftRoom::drop(std::string_view holder, const ItemId& item) {
  return guarded([&]() -> Result<void> {
    run(*connections_.write(), "DELETE FROM drafts WHERE holder = $1 AND item = $2", holder, item.text);
    return {};
  });
}

Result<std::vector<Draft>> DraftRoom::about(const ItemId& item) {
  return guarded([&]() -> Result<std::vector<Draft>> {
    auto lease = connections_.read();
    Query q(*lease, "SELECT " MAKEGOOD_DRAFT_COLUMNS " FROM drafts WHERE item = $1 ORDER BY saved_at DESC, holder", item.text);
    return drafts_from(q);
  });
}

Result<void> QuarantineRoom::keep(const QuarantinedFile& file, std::string_view bytes) {
  return guarded([&]() -> Result<void> {
    run(*connections_.write(),
        "INSERT INTO quarantine (" MAKEGOOD_FILE_COLUMNS ", bytes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (digest) DO "
        "UPDATE SET bytes = coalesce(quarantine.bytes, excluded.bytes)",
        file.digest, file.media, file.size, word(file.state), file.said, file.tries, file.next_look, Blob{bytes});
    return {};
  });
}

Result<QuarantinedFile> QuarantineRoom::find(std::string_view digest) {
  return guarded([&]() -> Result<QuarantinedFile> {
    auto lease = connections_.read();
    Query q(*lease, "SELECT " MAKEGOOD_FILE_COLUMNS " FROM quarantine WHERE digest = $1", digest);
    if (!q.next()) return refuse(Fault::not_found, "there is no such file");
    return file_from(q);
  });
}

Result<std::string> QuarantineRoom::bytes(std::string_view digest) {
  return guarded([&]() -> Result<std::string> {
    auto lease = connections_.read();
    Query q(*lease,
            "SELECT bytes FROM quarantine WHERE digest = $1 AND bytes IS NOT NULL UNION ALL "
            "SELECT bytes FROM attachments WHERE digest = $1 AND bytes IS NOT NULL LIMIT 1",
            digest);
    if (!q.next()) return refuse(Fault::not_found, "there is no such file, or it was erased");
    return q.text(0);
  });
}

Result<std::vector<QuarantinedFile>> QuarantineRoom::waiting(std::int64_t now, int limit) {
  return guarded([&]() -> Result<std::vector<QuarantinedFile>> {
    auto lease = connections_.read();
    std::vector<QuarantinedFile> files;
    for (Query q(*lease, "SELECT " MAKEGOOD_FILE_COLUMNS " FROM quarantine WHERE state = 'waiting' AND next_look <= $1 ORDER BY next_look, digest LIMIT $2",
                 now, limit);
         q.next();)
      files.push_back(file_from(q));
    return files;
  });
}

Result<void> QuarantineRoom::note(const QuarantinedFile& file) {
  return guarded([&]() -> Result<void> {
    run(*connections_.write(), "UPDATE quarantine SET state = $2, said = $3, tries = $4, next_look = $5 WHERE digest = $1", file.digest,
        word(file.state), file.said, file.tries, file.next_look);
    return {};
  });
}

Result<void> QuarantineRoom::let_go(std::string_view digest) {
  return guarded([&]() -> Result<void> {
    let_file_go(*connections_.write(), digest);
    return {};
  });
}

}  // namespace makegood::store
