// Sheets as they come back: each row judged against what was sent and what is known today.

#include <algorithm>

#include "formats/formats.h"
#include "tasks/sheets.h"
#include "tasks/updates.h"
#include "tasks/wanted.h"
#include "tasks/workspace.h"

namespace makegood::tasks {
namespace {

const std::vector<Words>& languages() {
  static const std::vector<Words> kAll = {Words::for_language(Language::en), Words::for_language(Language::cy)};
  return kAll;
}

Result<Document> read_workbook(std::string_view bytes) {
  ReadOptions options;
  options.max_bytes = kLargestSheet;
  options.max_rows = kMostSheetRows;
  options.max_text = 16 * kLargestSheet;
  auto document = read_document(bytes, "sheet.xlsx", options);
  if (!document) return document;
  if (document->format != "xlsx" && document->format != "ods")
    return refuse(Fault::invalid_input, "this is no workbook: send back the Excel file that you got, saved as Excel");
  return document;
}

Result<std::vector<OwnerSheet>> sheets_in(const Workspace& w, const Document& document) {
  std::vector<OwnerSheet> sent;
  for (const auto& token : sheet_tokens(document)) {
    auto sheet = w.sheets.sent_as(token);
    if (!sheet) return tl::unexpected(sheet.error());
    if (*sheet) sent.push_back(std::move(**sheet));
  }
  return sent;
}

/// What is known of the items that the sheets ask about. `kept` keeps alive what the versions point into.
struct KnownItems {
  std::vector<std::shared_ptr<const Progress>> kept;
  std::vector<ItemVersion> versions;
};

const Update* last_about(const Progress& progress, const ItemId& item) {
  const Update* last = nullptr;
  for (const auto& update : progress.updates)
    if (update.item == item && (last == nullptr || update.said > last->said)) last = &update;
  return last;
}

Result<void> add_known(const Workspace& w, const OwnerSheet& sheet, KnownItems& known) {
  for (const auto& line : sheet.lines) {
    // Before what was said is read: what comes in between makes the row stale, and never the other way round.
    const auto version = w.ledger.last_about(line.item.text);
    if (!version) return tl::unexpected(version.error());
    auto progress = w.progress.of_plan(line.plan);
    if (!progress) return tl::unexpected(progress.error());
    known.versions.push_back({line.plan, line.item, *version, last_about(**progress, line.item)});
    if (known.kept.empty() || known.kept.back() != *progress) known.kept.push_back(std::move(*progress));
  }
  return {};
}

/// Refuses: not whose item it is.
using IsTheirs = std::function<Result<bool>(const SheetLine&)>;

Result<std::vector<SheetReturn>> read_rows(const Workspace& w, std::string_view bytes, const IsTheirs& is_theirs) {
  const auto document = read_workbook(bytes);
  if (!document) return tl::unexpected(document.error());
  const auto sent = sheets_in(w, *document);
  if (!sent) return tl::unexpected(sent.error());
  KnownItems known;
  for (const auto& sheet : *sent)
    if (auto added = add_known(w, sheet, known); !added) return tl::unexpected(added.error());
  auto rows = read_owner_sheet(*document, *sent, known.versions, languages());
  if (rows.empty()) return refuse(Fault::invalid_input, "this workbook has no rows of a sheet that was sent from here: send back the file that you got");
  for (auto& row : rows) {
    if (row.line.item.empty() || row.fate == RowFate::silent) continue;
    const auto theirs = is_theirs(row.line);
    if (!theirs) return tl::unexpected(theirs.error());
    if (*theirs) continue;
    row.fate = RowFate::not_yours;
    row.line = {};
    row.words = {};
  }
  return rows;
}

Result<std::vector<SheetReturn>> read_desk_rows(const Workspace& w, const Actor& actor, std::string_view bytes) {
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  const auto today = w.clock.now().today;
  return read_rows(w, bytes, [&](const SheetLine& line) -> Result<bool> {
    const auto kept = w.plans.find(line.plan, View::live);
    if (!kept) return tl::unexpected(kept.error());
    const auto* item = find_item((*kept)->plan, line.item);
    const auto scope = item == nullptr ? ItemScope{line.plan, {}} : scope_of_item(**directory, (*kept)->plan, *item, today);
    return may(actor, Action::record_for_others, scope.view());
  });
}

Result<void> may_take(const Actor& actor) {
  if (may_somewhere(actor, Action::record_for_others)) return {};
  return require(actor, Action::record_for_others);
}

/// Whether it was recorded: false where somebody was first in this moment.
Result<bool> record_row(const Workspace& w, const Actor& actor, const SheetReturn& row) {
  const auto progress = w.progress.of_plan(row.line.plan);
  if (!progress) return tl::unexpected(progress.error());
  Said said{row.line.item, row.words, last_said(**progress, row.line.item)};
  for (auto& evidence : said.words.evidence) evidence.id = make_id<EvidenceTag>(w.random);
  const auto recorded = record_on_behalf(w, actor, row.line.plan, {row.line.post, {}}, {said});
  if (recorded) return true;
  if (recorded.error().fault == Fault::conflict) return false;
  return tl::unexpected(recorded.error());
}

}  // namespace

Result<std::vector<SheetReturn>> read_reply_sheet(const Workspace& w, const OpenReply& reply, std::string_view bytes) {
  return read_rows(w, bytes, [&](const SheetLine& line) -> Result<bool> {
    return line.plan == reply.request.plan &&
           std::any_of(reply.request.items.begin(), reply.request.items.end(), [&](const AskedItem& asked) { return asked.item == line.item; });
  });
}

Result<std::string> keep_returned_sheet(const Workspace& w, const Actor& actor, const GivenSheet& given) {
  if (auto allowed = may_take(actor); !allowed) return tl::unexpected(allowed.error());
  if (const auto rows = read_desk_rows(w, actor, given.bytes); !rows) return tl::unexpected(rows.error());
  ReturnedSheet sheet{make_id_text(w.random) + make_id_text(w.random), account_of(actor), given.name, w.clock.now().utc(), given.bytes};
  if (auto kept = w.sheets.keep_returned(sheet); !kept) return tl::unexpected(kept.error());
  return sheet.id;
}

Result<std::vector<SheetReturn>> read_returned_sheet(const Workspace& w, const Actor& actor, std::string_view id) {
  if (auto allowed = may_take(actor); !allowed) return tl::unexpected(allowed.error());
  const auto sheet = w.sheets.returned(id, account_of(actor));
  if (!sheet) return tl::unexpected(sheet.error());
  return read_desk_rows(w, actor, sheet->bytes);
}

Result<int> record_returned_sheet(const Workspace& w, const Actor& actor, std::string_view id) {
  const auto rows = read_returned_sheet(w, actor, id);
  if (!rows) return tl::unexpected(rows.error());
  int count = 0;
  for (const auto& row : *rows) {
    if (row.fate != RowFate::answered) continue;
    const auto recorded = record_row(w, actor, row);
    if (!recorded) return tl::unexpected(recorded.error());
    count += *recorded ? 1 : 0;
  }
  return count;
}

}  // namespace makegood::tasks
