#pragma once
// What somebody has typed and not sent yet. It is kept until it is sent, in a table of its own: nothing
// of it is in the ledger, and nobody else reads it, unless somebody asks for it in law (item_file.h).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "progress/progress.h"

namespace makegood::tasks {

struct Workspace;

struct Draft {
  std::string holder;  ///< whose it is: "request ID" or "account NAME"
  ItemId item;
  std::vector<std::pair<std::string, std::string>> fields;  ///< as typed, faults and all
  std::vector<Evidence> evidence;  ///< pieces that are whole; files wait in the quarantine
  std::int64_t seen = 0;           ///< `said` of the item's last update when the form was opened
  std::string saved_at;            ///< UTC
};

class DraftRepository {
 public:
  DraftRepository() = default;
  DraftRepository(const DraftRepository&) = delete;
  DraftRepository& operator=(const DraftRepository&) = delete;
  virtual ~DraftRepository() = default;

  [[nodiscard]] virtual Result<void> save(const std::vector<Draft>& drafts) = 0;
  [[nodiscard]] virtual Result<std::vector<Draft>> of(std::string_view holder) = 0;
  [[nodiscard]] virtual Result<void> drop(std::string_view holder, const ItemId& item) = 0;
  /// Everybody's about the item, the last saved first: for whoever must disclose them, and for nobody else.
  [[nodiscard]] virtual Result<std::vector<Draft>> about(const ItemId& item) = 0;
};

[[nodiscard]] std::string holder_of_request(std::string_view request);
[[nodiscard]] std::string holder_of_account(std::string_view account);

/// Saved now, all of them.
[[nodiscard]] Result<void> save_drafts(const Workspace& workspace, std::vector<Draft> drafts);

[[nodiscard]] std::string write_draft_fields(const Draft& draft);
/// Refuses what is none -> invalid_input.
[[nodiscard]] Result<std::vector<std::pair<std::string, std::string>>> read_draft_fields(std::string_view json);

/// The word by which the ledger's store knows that a draft was sent, and goes.
inline constexpr std::string_view kDraftSentErrand = "draft_sent";
/// Payload of that errand: holder, line break, item.
[[nodiscard]] std::string draft_key(const Draft& draft);

}  // namespace makegood::tasks
