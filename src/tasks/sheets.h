#pragma once
// "Send me mine as Excel": sheets that were sent, and what comes back of them. What a sheet looks like and how it is
// read is report/owner_sheet.h; here it is kept until it comes back, judged against what is known today, and recorded.
//
//   auto sheet = sheet_for_post(workspace, coordinator, post, words);      // the same token while nothing changed
//   send(write_xlsx(owner_workbook(*sheet, words)));
//   ...
//   auto id = keep_returned_sheet(workspace, coordinator, {"back.xlsx", bytes});
//   const auto rows = read_returned_sheet(workspace, coordinator, *id);
//   for (const SheetReturn& row : *rows) show(row);
//   auto recorded = record_returned_sheet(workspace, coordinator, *id);    // row by row; twice records nothing twice
//
// A sheet is no entry of the ledger: it says nothing yet. What it was sent as is kept so that no cell has to be believed.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/owner_sheet.h"
#include "tasks/people.h"
#include "tasks/reply_link.h"

namespace makegood::tasks {

struct Workspace;

inline constexpr std::size_t kLargestSheet = 2'000'000;  ///< bytes of a workbook that comes back
inline constexpr std::size_t kMostSheetRows = 5'000;
inline constexpr int kSheetsOfOne = 20;                  ///< sheets kept for one holder, returned ones for one account

struct SentSheet {
  std::string holder;   ///< whom it was made for: "request ID", "post ID", "organisation ID"
  std::string sent_at;  ///< UTC
  OwnerSheet sheet;
};

/// A workbook as it came back to the desk, until it is crowded out by newer ones.
struct ReturnedSheet {
  std::string id, account, name, at, bytes;
};

class SheetRepository {
 public:
  SheetRepository() = default;
  SheetRepository(const SheetRepository&) = delete;
  SheetRepository& operator=(const SheetRepository&) = delete;
  virtual ~SheetRepository() = default;

  /// Of one holder's sheets the newest kSheetsOfOne stay.
  [[nodiscard]] virtual Result<void> keep_sent(const SentSheet& sheet) = 0;
  [[nodiscard]] virtual Result<std::optional<OwnerSheet>> newest_for(std::string_view holder) = 0;
  /// Nothing where no such sheet was sent.
  [[nodiscard]] virtual Result<std::optional<OwnerSheet>> sent_as(std::string_view token) = 0;

  /// Of one account's workbooks the newest kSheetsOfOne stay.
  [[nodiscard]] virtual Result<void> keep_returned(const ReturnedSheet& sheet) = 0;
  /// Refuses: there is none, or it is somebody else's -> not_found.
  [[nodiscard]] virtual Result<ReturnedSheet> returned(std::string_view id, std::string_view account) = 0;
};

/// All that the link asks about. Asked for again before anything changed it is the same sheet.
[[nodiscard]] Result<OwnerSheet> sheet_for_reply(const Workspace& workspace, const OpenReply& reply, const Words& words);
/// What is open of a post, or of the posts of an organisation, over all plans in which the actor may write answers down
/// for others. Refuses: not allowed anywhere -> not_allowed; no such post or organisation -> not_found; nothing is open
/// -> conflict.
[[nodiscard]] Result<OwnerSheet> sheet_for_post(const Workspace& workspace, const Actor& actor, const PostId& post, const Words& words);
[[nodiscard]] Result<OwnerSheet> sheet_for_organisation(const Workspace& workspace, const Actor& actor, const OrganisationId& organisation,
                                                        const Words& words);

/// Whom something can be asked of by sheet, over the plans and organisations that are the actor's: in plan order, each once.
struct SheetHolders {
  std::vector<OrganisationId> organisations;
  std::vector<PostId> posts;
};
[[nodiscard]] Result<SheetHolders> whose_sheets(const Workspace& workspace, const Actor& actor);

/// What a workbook says that came back by a link. Rows about what the link does not ask are `not_yours`. Records nothing.
/// Refuses, in one line: what is no workbook, or none of ours -> invalid_input, unreadable; too much -> too_large.
[[nodiscard]] Result<std::vector<SheetReturn>> read_reply_sheet(const Workspace& workspace, const OpenReply& reply, std::string_view bytes);

struct GivenSheet {
  std::string name, bytes;
};
/// Keeps a workbook that came back to the desk; its id. Refuses as read_reply_sheet() does.
[[nodiscard]] Result<std::string> keep_returned_sheet(const Workspace& workspace, const Actor& actor, const GivenSheet& given);
/// As it would be recorded now. Rows of plans and organisations that are not the actor's are `not_yours`.
[[nodiscard]] Result<std::vector<SheetReturn>> read_returned_sheet(const Workspace& workspace, const Actor& actor, std::string_view id);
/// Records the rows that are `answered`, each by itself, as written down for the post; how many. A row that somebody
/// overtook in this moment is left out, and stale when the sheet is read again.
[[nodiscard]] Result<int> record_returned_sheet(const Workspace& workspace, const Actor& actor, std::string_view id);

}  // namespace makegood::tasks
