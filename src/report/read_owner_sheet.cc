// An owner's sheet that comes back: each row judged by itself, the first fault naming it.

#include <algorithm>
#include <map>
#include <set>

#include "report/owner_sheet.h"
#include "report/owner_sheet_columns.h"

namespace makegood {
namespace {

constexpr std::size_t kLongestNarrative = 20'000;  // code points; the form behind the link takes as many

using Columns = std::map<SheetColumn, int>;  // by grid column

bool same_words(std::string_view a, std::string_view b) { return fold(a) == fold(b); }

// Lists keep their bullets: the words are somebody's own.
std::string words_in(const Cell& cell) {
  std::vector<std::string> lines;
  for (const auto& block : cell.blocks)
    lines.push_back(block.marker.empty() ? block.text : block.marker + " " + block.text);
  return join(lines, "\n");
}

std::string text_at(const Row& row, const Columns& columns, SheetColumn column) {
  const auto found = columns.find(column);
  if (found == columns.end()) return {};
  for (const auto& cell : row.cells)
    if (cell.column == found->second) return words_in(cell);
  return {};
}

/// Where our columns stand, by the headings of the row; all of them, or this is no table of ours.
std::optional<Columns> columns_of(const Row& header, std::span<const Words> languages) {
  Columns columns;
  for (const auto& cell : header.cells)
    for (const auto& column : kSheetColumns)
      if (std::any_of(languages.begin(), languages.end(), [&](const Words& words) { return same_words(words(column.heading), cell_text(cell)); }))
        columns.emplace(column.column, cell.column);
  return columns.size() == kSheetColumns.size() ? std::optional(columns) : std::nullopt;
}

const SheetAnswer* answer_from(std::string_view text, std::span<const Words> languages) {
  for (const auto& answer : kSheetAnswers)
    for (const auto& words : languages)
      if (same_words(words(answer.label), text)) return &answer;
  return nullptr;
}

struct Found {
  const OwnerSheet* sheet = nullptr;
  const SheetLine* line = nullptr;
};

Found find_line(std::string_view key, std::span<const OwnerSheet> sent) {
  const auto dot = key.find('.');
  if (dot == std::string_view::npos) return {};
  for (const auto& sheet : sent)
    if (sheet.token == key.substr(0, dot))
      for (const auto& line : sheet.lines)
        if (line.item.text == key.substr(dot + 1)) return {&sheet, &line};
  return {};
}

bool is_stale(const SheetLine& line, std::span<const ItemVersion> now) {
  const auto found = std::find_if(now.begin(), now.end(), [&](const ItemVersion& v) { return v.plan == line.plan && v.item == line.item; });
  return found == now.end() || found->version != line.version;
}

// The reader squeezes white space, and a date comes back as it is displayed.
bool reference_holds(const Row& row, const Columns& columns, const SheetLine& line) {
  const auto is = [&](SheetColumn column, std::string_view text) { return squeeze(text_at(row, columns, column)) == squeeze(text); };
  return same_words(text_at(row, columns, SheetColumn::title), line.title) && is(SheetColumn::ref, line.ref) &&
         is(SheetColumn::plan, line.plan_title) && is(SheetColumn::due, line.due ? line.due->iso() : "") &&
         same_words(text_at(row, columns, SheetColumn::when), line.when);
}

bool is_link(std::string_view text) { return text.starts_with("https://") || text.starts_with("http://"); }

std::size_t length_of(std::string_view text) {
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size(); ++length) static_cast<void>(next_code_point(text, at));
  return length;
}

/// Reads the open cells into `out`; the first fault among them, or `answered`.
RowFate read_answer(const Row& row, const Columns& columns, std::span<const Words> languages, SheetReturn& out) {
  const auto say = [&](std::string text, RowFate fate) {
    out.said = std::move(text);
    return fate;
  };
  const auto claim = text_at(row, columns, SheetColumn::claim), day = text_at(row, columns, SheetColumn::forecast);
  const auto shown = text_at(row, columns, SheetColumn::evidence_text), link = std::string(trim(text_at(row, columns, SheetColumn::evidence_link)));
  out.narrative = text_at(row, columns, SheetColumn::narrative);
  out.reason = text_at(row, columns, SheetColumn::reason);
  if (claim.empty() && day.empty() && shown.empty() && link.empty() && out.narrative.empty() && out.reason.empty()) return RowFate::silent;

  if (claim.empty()) return RowFate::no_claim;
  const auto* answer = answer_from(claim, languages);
  if (answer == nullptr) return say(claim, RowFate::unknown_claim);
  out.claim = answer->claim;
  out.no_change = answer->no_change;
  out.nil_return = answer->nil_return;
  if (!day.empty()) {
    const auto read = Day::parse(trim(day));
    const auto worded = read ? Timescale{} : read_timescale(day);
    if (!read && (!worded.due || !worded.findings.empty())) return say(day, RowFate::no_such_day);
    out.forecast = read ? *read : *worded.due;
  }
  const bool ends = out.claim == Claim::dropped || out.claim == Claim::paused;
  if (out.reason.empty() && (ends || out.forecast)) return RowFate::needs_reason;
  if (!link.empty() && !is_link(link)) return say(link, RowFate::bad_link);
  if (length_of(out.narrative) > kLongestNarrative) return RowFate::too_long;
  if (!shown.empty() || !link.empty()) {
    out.evidence = Evidence{};
    out.evidence->kind = link.empty() ? EvidenceKind::figure : EvidenceKind::link;
    out.evidence->text = shown;
    out.evidence->url = link;
  }
  out.said = out.narrative;
  return RowFate::answered;
}

/// Calls `use` with every row of every table that is ours.
template <class Use>
void each_row(const Document& document, std::span<const Words> languages, const Use& use) {
  for (const auto& block : document.blocks) {
    if (block.kind != BlockKind::table || block.rows.empty()) continue;
    const auto columns = columns_of(block.rows.front(), languages);
    if (!columns) continue;
    for (std::size_t n = 1; n < block.rows.size(); ++n) use(block.rows[n], *columns);
  }
}

const std::vector<Words>& all_languages() {
  static const std::vector<Words> kAll = {Words::for_language(Language::en), Words::for_language(Language::cy)};
  return kAll;
}

}  // namespace

std::string_view word(RowFate fate) {
  return std::find_if(kRowFates.begin(), kRowFates.end(), [&](const RowFateWord& row) { return row.fate == fate; })->code;
}

std::vector<std::string> sheet_tokens(const Document& document) {
  std::set<std::string> tokens;
  each_row(document, all_languages(), [&](const Row& row, const Columns& columns) {
    const auto key = text_at(row, columns, SheetColumn::key);
    if (const auto dot = key.find('.'); dot != std::string::npos) tokens.insert(key.substr(0, dot));
  });
  return {tokens.begin(), tokens.end()};
}

std::vector<SheetReturn> read_owner_sheet(const Document& document, std::span<const OwnerSheet> sent, std::span<const ItemVersion> now,
                                          std::span<const Words> languages) {
  std::vector<SheetReturn> all;
  std::set<std::string> seen;
  each_row(document, languages, [&](const Row& row, const Columns& columns) {
    SheetReturn out;
    out.row = row.position.row;
    out.sheet = row.position.sheet;
    const auto key = std::string(trim(text_at(row, columns, SheetColumn::key)));
    const auto answer = read_answer(row, columns, languages, out);
    const auto found = find_line(key, sent);
    if (found.line != nullptr) out.line = *found.line;
    if (answer == RowFate::silent) out.fate = RowFate::silent;
    else if (found.line == nullptr) out.fate = RowFate::another_sheet;
    else if (!seen.insert(key).second) out.fate = RowFate::repeated;
    else if (!reference_holds(row, columns, out.line)) out.fate = RowFate::reference_changed;
    else if (is_stale(out.line, now)) out.fate = RowFate::stale;
    else out.fate = answer;
    all.push_back(std::move(out));
  });
  return all;
}

}  // namespace makegood
