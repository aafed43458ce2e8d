#pragma once
// "Send me mine as Excel": what somebody is asked about as a workbook that comes back. What stands
// in the plan is locked, the answer is open, and a hidden key in each row says which sheet that was
// sent it belongs to. When it comes back each row is judged by itself: one that was tampered with, or
// about which something was said meanwhile, is refused with a sentence, and the others go on.
//
//   Result<std::string> bytes = write_xlsx(owner_workbook(sheet, words));
//   ...
//   for (const SheetReturn& row : read_owner_sheet(document, sent, today, languages)) show(row);
//
// The key is not secret and proves nothing: what was sent is kept, and compared.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "document/document.h"
#include "formats/workbook.h"
#include "progress/progress.h"
#include "words/words.h"

namespace makegood {

/// What is asked about one item, as it stood when the sheet was sent.
struct SheetLine {
  std::string plan, plan_title;  ///< slug and title
  ItemId item;
  std::string ref, title, when;  ///< `when` as the plan writes it
  std::optional<Day> due;
  std::string last_word;         ///< "On track, 14 March 2023", in the sheet's language; empty = none
  std::int64_t version = 0;      ///< the last entry about the item
  PostId post;                   ///< of whom it is asked; empty = of nobody whom the directory knows
  bool operator==(const SheetLine&) const = default;
};

struct OwnerSheet {
  std::string token;     ///< which sheet it is: letters and digits
  std::string who;       ///< whose it is: "Head of Housing, Aberllyn Council"
  Day sent;
  std::vector<SheetLine> lines;
  bool operator==(const OwnerSheet&) const = default;
};

[[nodiscard]] Workbook owner_workbook(const OwnerSheet& sheet, const Words& words);

/// What became of a row.
enum class RowFate {
  silent,              ///< nothing was written into it
  answered,
  recorded,            ///< the last word about the item says the very same: the sheet came twice
  another_sheet,       ///< its key is that of no sheet that was sent, or of a row that the sheet did not have
  repeated,            ///< a row above has the same key
  reference_changed,   ///< the words of the plan are not those that were sent
  stale,               ///< something was said about the item since
  not_yours,           ///< somebody else answers for the item: whoever takes the sheet says so
  unknown_claim,
  no_claim,            ///< words without saying where it stands
  no_such_day,
  needs_reason,        ///< dropped or paused, or a new date, without a reason
  bad_link,
  too_long,
};
struct RowFateWord {
  RowFate fate;
  std::string_view code;
};
inline constexpr auto kRowFates = std::to_array<RowFateWord>({
    {RowFate::silent, "silent"},
    {RowFate::answered, "answered"},
    {RowFate::recorded, "recorded"},
    {RowFate::another_sheet, "another_sheet"},
    {RowFate::repeated, "repeated"},
    {RowFate::reference_changed, "reference_changed"},
    {RowFate::stale, "stale"},
    {RowFate::not_yours, "not_yours"},
    {RowFate::unknown_claim, "unknown_claim"},
    {RowFate::no_claim, "no_claim"},
    {RowFate::no_such_day, "no_such_day"},
    {RowFate::needs_reason, "needs_reason"},
    {RowFate::bad_link, "bad_link"},
    {RowFate::too_long, "too_long"},
});
[[nodiscard]] std::string_view word(RowFate fate);

/// What a row says, read. `said` is kept as it was written even where the row is refused.
struct SheetReturn {
  int row = 0;             ///< as Excel counts
  std::string sheet;       ///< the worksheet's name
  std::string_view heading;  ///< catalogue key of the column at fault; empty = it is the row
  std::string column;      ///< "G", of the cell at fault; empty = it is the row
  RowFate fate = RowFate::silent;
  SheetLine line;          ///< what was sent; empty for another_sheet
  std::string said;        ///< the cell at fault, or the narrative
  Update words;            ///< the answer, as tasks record it; only what faults_of() of progress/answer.h looks at

  [[nodiscard]] bool refused() const { return fate != RowFate::silent && fate != RowFate::answered && fate != RowFate::recorded; }
};

/// The keys of a workbook that comes back: the tokens of the sheets that it is made of, each once.
[[nodiscard]] std::vector<std::string> sheet_tokens(const Document& document);

/// What is known about an item now: its last entry, and the last word about it.
struct ItemVersion {
  std::string plan;
  ItemId item;
  std::int64_t version = 0;
  const Update* last = nullptr;  ///< null = nothing was said
};

/// The rows in the order of the file. `sent` are the sheets that were sent under its tokens. Headings and
/// menus are understood in each of `languages`. Edge: a document without our headings gives no rows.
[[nodiscard]] std::vector<SheetReturn> read_owner_sheet(const Document& document, std::span<const OwnerSheet> sent,
                                                        std::span<const ItemVersion> now, std::span<const Words> languages);

/// As the table of sent sheets keeps it.
[[nodiscard]] std::string write_owner_sheet(const OwnerSheet& sheet);
/// Refuses what is none -> invalid_input.
[[nodiscard]] Result<OwnerSheet> read_sent_sheet(std::string_view json);

}  // namespace makegood
