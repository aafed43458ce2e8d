#include "store/ledger_room.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "store/entries.h"
#include "store/errands.h"
#include "store/project.h"
#include "store/record_words.h"
#include "tasks/payload.h"

namespace makegood::store {
namespace {

LedgerHead head_of(Db& db) {
  Query q(db, "SELECT sequence, hash FROM entries ORDER BY sequence DESC LIMIT 1");
  return q.next() ? LedgerHead{q.number(0), q.text(1)} : LedgerHead{};
}

std::int64_t last_entry_about(Db& db, std::string_view subject) {
  Query q(db, "SELECT max(sequence) FROM entries WHERE subject = $1", subject);
  return q.next() ? q.number(0) : 0;
}

Result<Entry> entry_at(Db& db, std::int64_t sequence) {
  Query q(db, "SELECT " MAKEGOOD_ENTRY_COLUMNS " FROM entries WHERE sequence = $1", sequence);
  if (!q.next()) return refuse(Fault::not_found, fmt::format("there is no entry {}", sequence));
  return entry_from(q);
}

Entry add_entry(Db& db, const Change& change, std::string_view at, const RandomBits& random) {
  const auto head = head_of(db);
  auto entry = chain(change, at, head.count + 1, head.hash, random);
  run(db,
      "INSERT INTO entries (sequence, at, actor, kind, subject, payload, salt, digest, previous, hash) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      entry.sequence, entry.at, entry.actor, entry.kind, entry.subject, entry.payload, entry.salt, entry.digest,
      entry.previous, entry.hash);
  return entry;
}

void keep_attachment(Db& db, const Attachment& attachment) {
  // Bytes that were erased come back when somebody gives the same file again.
  run(db,
      "INSERT INTO attachments (digest, name, bytes) VALUES ($1, $2, $3) ON CONFLICT (digest) DO UPDATE SET "
      "bytes = excluded.bytes WHERE attachments.bytes IS NULL",
      attachment.digest, attachment.name, Blob{attachment.bytes});
}

std::string attachment_fault(Db& db) {
  for (Query q(db, "SELECT digest, bytes FROM attachments WHERE bytes IS NOT NULL ORDER BY digest"); q.next();)
    if (sha256(q.text(1)) != q.text(0)) return fmt::format("document {}: its bytes were altered", q.text(0));
  return {};
}

Result<std::vector<Entry>> write_batch(Db& db, const Batch& batch, const RandomBits& random) {
  for (const auto& expected : batch.expectations)
    if (last_entry_about(db, expected.subject) != expected.sequence)
      return refuse(Fault::conflict, "somebody else changed this first: look at it again");
  for (const auto& attachment : batch.attachments) keep_attachment(db, attachment);
  std::vector<Entry> entries;
  for (const auto& change : batch.changes) {
    entries.push_back(add_entry(db, change, batch.at, random));
    if (auto done = project(db, entries.back(), entries.back().payload); !done) return tl::unexpected(done.error());
  }
  for (const auto& errand : batch.errands)
    if (auto done = take_errand(db, errand); !done) return tl::unexpected(done.error());
  return entries;
}

// Pages that were freed are overwritten, but the log may still hold them: empty it. The erasure
// is committed by now, so a fault or a reader in the way only leaves that to the next checkpoint.
void empty_log(Db& db) {
  try {
    for (int attempt = 0; attempt < 3; ++attempt) {
      Query q(db, "PRAGMA wal_checkpoint(TRUNCATE)");
      if (!q.next() || q.number(0) == 0) return;
    }
  } catch (const SqlFault&) {
    return;
  }
}

/// Takes the payload out and records it; what was derived from it is left as it is.
Result<Entry> take_out(Db& db, const Erasure& erasure, const RandomBits& random, Entry* erased = nullptr) {
  const auto old = entry_at(db, erasure.sequence);
  if (!old) return old;
  if (old->erased) return refuse(Fault::conflict, fmt::format("entry {} was erased before", erasure.sequence));
  if (old->kind == kPayloadErased) return refuse(Fault::conflict, "an erasure is not itself erased");

  run(db, "UPDATE entries SET payload = NULL, salt = NULL WHERE sequence = $1", erasure.sequence);
  if (!erasure.attachment.empty() && run(db, "UPDATE attachments SET bytes = NULL WHERE digest = $1 AND bytes IS NOT NULL", erasure.attachment) == 0)
    return refuse(Fault::not_found, "there is no such document");

  tasks::Payload payload;
  payload.reason = erasure.reason;
  payload.replacement = erasure.replacement.value_or("");
  payload.attachment = erasure.attachment;
  if (erased != nullptr) *erased = *old;
  return add_entry(db, {std::string(kPayloadErased), std::to_string(erasure.sequence), erasure.actor,
                        tasks::write_payload(payload)},
                   erasure.at, random);
}

Result<Entry> erase_in(Db& db, const Erasure& erasure, const RandomBits& random) {
  auto entry = take_out(db, erasure, random);
  if (!entry) return entry;
  if (auto done = rebuild(db); !done) return tl::unexpected(done.error());
  return entry;
}

/// Whether something of this entry may still stand in the derived tables: asked when all erasures are done.
bool leaves_traces(Db& db, const Entry& erased) {
  std::set<std::string> later;
  for (Query q(db, "SELECT kind FROM entries WHERE subject = $1 AND sequence > $2 AND payload IS NOT NULL", erased.subject, erased.sequence); q.next();)
    later.insert(q.text(0));
  return !settled_by(erased.kind, later);
}

Result<void> erase_all_in(Db& db, const Batch& before, const std::vector<Erasure>& erasures, const RandomBits& random) {
  if (auto written = write_batch(db, before, random); !written) return tl::unexpected(written.error());
  std::vector<Entry> erased;
  bool anew = false;
  for (const auto& erasure : erasures) {
    Entry old;
    if (auto entry = take_out(db, erasure, random, &old); !entry) return tl::unexpected(entry.error());
    anew = anew || erasure.replacement || !erasure.attachment.empty();
    old.payload.clear();
    erased.push_back(std::move(old));
  }
  anew = anew || std::any_of(erased.begin(), erased.end(), [&](const Entry& entry) { return leaves_traces(db, entry); });
  if (anew) return rebuild(db);
  leave_no_words(db);
  return {};
}

}  // namespace

Entry entry_from(const Query& row) {
  Entry entry;
  entry.sequence = row.number(0);
  entry.at = row.text(1);
  entry.actor = row.text(2);
  entry.kind = row.text(3);
  entry.subject = row.text(4);
  entry.payload = row.text(5);
  entry.erased = row.is_null(5);
  entry.salt = row.text(6);
  entry.digest = row.text(7);
  entry.previous = row.text(8);
  entry.hash = row.text(9);
  return entry;
}

LedgerReport verify(Db& db) {
  ChainCheck check;
  LedgerReport report;
  for (Query q(db, kSelectEntries); report.fault.empty() && q.next();) report.fault = check.add(entry_from(q));
  if (report.fault.empty()) report.fault = check.finish();
  if (report.fault.empty()) report.fault = attachment_fault(db);
  report.head = {check.count(), check.head()};
  return report;
}

LedgerRoom::LedgerRoom(Connections& connections, RandomBits random, std::function<void()> forget)
    : connections_(connections),
      random_(std::move(random)),
      forget_(std::move(forget)),
      together_(connections, [this](Db& db, const Batch& batch) { return write_batch(db, batch, random_); }) {}

Result<std::vector<Entry>> LedgerRoom::append(const Batch& batch) { return together_.append(batch); }

Result<std::unique_ptr<Snapshot>> LedgerRoom::snapshot() {
  return guarded([&]() -> Result<std::unique_ptr<Snapshot>> { return std::make_unique<Pin>(connections_); });
}

Result<Entry> LedgerRoom::entry(std::int64_t sequence) {
  return guarded([&] { return entry_at(*connections_.read(), sequence); });
}

Result<std::vector<Entry>> LedgerRoom::about(std::string_view subject) {
  return guarded([&]() -> Result<std::vector<Entry>> {
    auto lease = connections_.read();
    std::vector<Entry> entries;
    for (Query q(*lease, "SELECT " MAKEGOOD_ENTRY_COLUMNS " FROM entries WHERE subject = $1 ORDER BY sequence", subject);
         q.next();)
      entries.push_back(entry_from(q));
    return entries;
  });
}

Result<std::vector<Entry>> LedgerRoom::within(std::string_view plan, int limit, std::int64_t before) {
  return guarded([&]() -> Result<std::vector<Entry>> {
    auto lease = connections_.read();
    std::vector<Entry> entries;
    for (Query q(*lease,
                 "SELECT " MAKEGOOD_ENTRY_COLUMNS
                 " FROM entries WHERE (subject = $1 OR subject IN (SELECT item FROM plan_items WHERE view = 'live' "
                 "AND slug = $1)) AND kind <> 'item.adopted' AND ($3 = 0 OR sequence < $3) "
                 "ORDER BY sequence DESC LIMIT $2",
                 plan, limit, before);
         q.next();)
      entries.push_back(entry_from(q));
    return entries;
  });
}

Result<std::int64_t> LedgerRoom::last_about(std::string_view subject) {
  return guarded([&]() -> Result<std::int64_t> { return last_entry_about(*connections_.glance(), subject); });
}

Result<LedgerHead> LedgerRoom::head() {
  return guarded([&]() -> Result<LedgerHead> { return head_of(*connections_.glance()); });
}

Result<LedgerReport> LedgerRoom::verify() {
  return guarded([&]() -> Result<LedgerReport> {
    auto lease = connections_.read();
    Tx tx(*lease, Tx::Kind::read);
    return store::verify(*lease);
  });
}

Result<Entry> LedgerRoom::erase(const Erasure& erasure) {
  return guarded([&]() -> Result<Entry> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    auto entry = erase_in(*lease, erasure, random_);
    if (!entry) return entry;
    tx.commit();
    forget_();
    empty_log(*lease);
    return entry;
  });
}

Result<void> LedgerRoom::erase_all(const Batch& before, const std::vector<Erasure>& erasures) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    if (auto done = erase_all_in(*lease, before, erasures, random_); !done) return done;
    tx.commit();
    forget_();
    empty_log(*lease);
    return {};
  });
}

Result<void> LedgerRoom::rebuild() {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    if (auto done = store::rebuild(*lease); !done) return done;
    tx.commit();
    return {};
  });
}

Result<Attachment> LedgerRoom::attachment(std::string_view digest) {
  return guarded([&]() -> Result<Attachment> {
    auto lease = connections_.read();
    Query q(*lease, "SELECT digest, name, bytes FROM attachments WHERE digest = $1 AND bytes IS NOT NULL", digest);
    if (!q.next()) return refuse(Fault::not_found, "there is no such document, or it was erased");
    return Attachment{q.text(0), q.text(1), q.text(2)};
  });
}

}  // namespace makegood::store
