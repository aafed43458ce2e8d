#pragma once
// Drafts and files in quarantine as tables: kept, and never derived, because no entry tells of them.

#include "store/connections.h"
#include "tasks/drafts.h"
#include "tasks/quarantine.h"

namespace makegood::store {

extern const char* const kAnswerStep;

/// In the caller's transaction: what was sent is a draft no longer.
[[nodiscard]] Result<void> drop_sent_draft(Db& db, std::string_view key);
/// Nobody can send these any more: they go, with the files that only they spoke of.
[[nodiscard]] Result<void> drop_drafts_of(Db& db, std::string_view holder);
/// The bytes are an attachment of the ledger now.
[[nodiscard]] Result<void> hand_file_over(Db& db, std::string_view digest);

class DraftRoom final : public tasks::DraftRepository {
 public:
  explicit DraftRoom(Connections& connections) : connections_(connections) {}

  Result<void> save(const std::vector<tasks::Draft>& drafts) override;
  Result<std::vector<tasks::Draft>> of(std::string_view holder) override;
  Result<void> drop(std::string_view holder, const ItemId& item) override;
  Result<std::vector<tasks::Draft>> about(const ItemId& item) override;

 private:
  Connections& connections_;
};

class QuarantineRoom final : public tasks::QuarantineRepository {
 public:
  explicit QuarantineRoom(Connections& connections) : connections_(connections) {}

  Result<void> keep(const tasks::QuarantinedFile& file, std::string_view bytes) override;
  Result<tasks::QuarantinedFile> find(std::string_view digest) override;
  Result<std::string> bytes(std::string_view digest) override;
  Result<std::vector<tasks::QuarantinedFile>> waiting(std::int64_t now, int limit) override;
  Result<void> note(const tasks::QuarantinedFile& file) override;
  Result<void> let_go(std::string_view digest) override;

 private:
  Connections& connections_;
};

}  // namespace makegood::store
