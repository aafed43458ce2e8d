// An owner's sheet that comes back: each row judged by itself, the first fault naming it.

#include <algorithm>
#include <map>
#include <set>

#include "formats/sheet_grid.h"
#include "progress/answer.h"
#include "report/owner_sheet.h"
#include "report/owner_sheet_columns.h"

namespace makegood {
namespace {

using Columns = std::map<AnswerColumn, const Cell*>;  // the headings of the table

bool same_words(std::string_view a, std::string_view b) { return fold(a) == fold(b); }

// Lists keep their bullets: the words are somebody's own.
std::string words_in(const Cell& cell) {
  std::vector<std::string> lines;
  for (const auto& block : cell.blocks)
    lines.push_back(block.marker.empty() ? block.text : block.marker + " " + block.text);
  return join(lines, "\n");
}

std::string text_at(const Row& row, const Columns& columns, AnswerColumn column) {
  const auto found = columns.find(column);
  if (found == columns.end()) return {};
  for (const auto& cell : row.cells)
    if (cell.column == found->second->column) return words_in(cell);
  return {};
}

/// Where our columns stand, by the headings of the row; all of them, or this is no table of ours.
std::optional<Columns> columns_of(const Row& header, std::span<const Words> languages) {
  Columns columns;
  for (const auto& cell : header.cells)
    for (const auto& column : kAnswerColumns)
      if (std::any_of(languages.begin(), languages.end(), [&](const Words& words) { return same_words(words(column.heading), cell_text(cell)); }))
        columns.emplace(column.column, &cell);
  return columns.size() == kAnswerColumns.size() ? std::optional(columns) : std::nullopt;
}

const SheetAnswer* answer_from(std::string_view text, std::span<const Words> languages) {
  for (const auto& answer : kSheetAnswers)
    for (const auto& words : languages)
      if (same_words(words(answer.label), text)) return &answer;
  return nullptr;
}

const SheetLine* find_line(std::string_view key, std::span<const OwnerSheet> sent) {
  const auto dot = key.find('.');
  if (dot == std::string_view::npos) return nullptr;
  for (const auto& sheet : sent)
    if (sheet.token == key.substr(0, dot))
      for (const auto& line : sheet.lines)
        if (line.item.text == key.substr(dot + 1)) return &line;
  return nullptr;
}

const ItemVersion* version_of(const SheetLine& line, std::span<const ItemVersion> now) {
  const auto found = std::find_if(now.begin(), now.end(), [&](const ItemVersion& v) { return v.plan == line.plan && v.item == line.item; });
  return found == now.end() ? nullptr : &*found;
}

void point_at(SheetReturn& out, const Columns& columns, AnswerColumn column) {
  const auto row = std::find_if(kAnswerColumns.begin(), kAnswerColumns.end(), [&](const AnswerColumnRow& r) { return r.column == column; });
  out.heading = row->heading;
  const auto& heading = *columns.at(column);
  const int place = heading.blocks.empty() ? 0 : heading.blocks.front().position.column;
  if (place > 0) out.column = formats::column_name(place);
}

// The reader squeezes white space, and a date comes back as it is displayed.
std::optional<AnswerColumn> changed_reference(const Row& row, const Columns& columns, const SheetLine& line) {
  const auto is = [&](AnswerColumn column, std::string_view text) { return squeeze(text_at(row, columns, column)) == squeeze(text); };
  if (!is(AnswerColumn::plan, line.plan_title)) return AnswerColumn::plan;
  if (!is(AnswerColumn::ref, line.ref)) return AnswerColumn::ref;
  if (!same_words(text_at(row, columns, AnswerColumn::title), line.title)) return AnswerColumn::title;
  if (!same_words(text_at(row, columns, AnswerColumn::when), line.when)) return AnswerColumn::when;
  if (!is(AnswerColumn::due, line.due ? line.due->iso() : "")) return AnswerColumn::due;
  return std::nullopt;
}

/// The form behind the link and the sheet refuse the same answers: a fault's code is a row's fate.
struct FaultFate {
  std::string_view code;
  RowFate fate;
};
constexpr auto kFaultFates = std::to_array<FaultFate>({
    {"choose", RowFate::no_claim},
    {"reason", RowFate::needs_reason},
    {"because", RowFate::needs_reason},
    {"link", RowFate::bad_link},
    {"long", RowFate::too_long},
    {"long_reason", RowFate::too_long},
});

/// Which cell a fault of the form lies in: the sheet has one column for both reasons.
struct FaultColumn {
  std::string_view field;
  AnswerColumn column;
};
constexpr auto kFaultColumns = std::to_array<FaultColumn>({
    {"claim", AnswerColumn::claim},
    {"narrative", AnswerColumn::narrative},
    {"reason", AnswerColumn::reason},
    {"because", AnswerColumn::reason},
    {"link", AnswerColumn::evidence_link},
    {"shows", AnswerColumn::evidence_text},
});

struct CellFault {
  RowFate fate;
  AnswerColumn column;
};

std::optional<CellFault> first_fault(const std::vector<AnswerFault>& faults) {
  for (const auto& fault : faults)
    for (const auto& row : kFaultFates)
      for (const auto& place : kFaultColumns)
        if (row.code == fault.code && place.field == fault.field) return CellFault{row.fate, place.column};
  return std::nullopt;
}

/// "2027-03-31", or words that name one day and leave no doubt. Nothing where there is none.
std::optional<Day> day_named_in(std::string_view text) {
  if (const auto day = Day::parse(trim(text))) return *day;
  const auto worded = read_timescale(text);
  return worded.findings.empty() ? worded.due : std::nullopt;
}

/// What shows it is a link: a figure would need its source, and the sheet has no column for one.
std::vector<Evidence> evidence_in(std::string text, std::string link) {
  if (text.empty() && link.empty()) return {};
  Evidence evidence;
  evidence.kind = EvidenceKind::link;
  evidence.text = std::move(text);
  evidence.url = std::move(link);
  return {std::move(evidence)};
}

bool is_silent(const Row& row, const Columns& columns) {
  return std::all_of(kAnswerColumns.begin(), kAnswerColumns.end(),
                     [&](const AnswerColumnRow& column) { return !column.open || text_at(row, columns, column.column).empty(); });
}

/// Reads the open cells into `out`; the first fault among them, or nothing.
std::optional<CellFault> read_answer(const Row& row, const Columns& columns, std::span<const Words> languages, SheetReturn& out) {
  auto& words = out.words;
  if (const auto claim = text_at(row, columns, AnswerColumn::claim); !claim.empty()) {
    out.said = claim;
    const auto* answer = answer_from(claim, languages);
    if (answer == nullptr) return CellFault{RowFate::unknown_claim, AnswerColumn::claim};
    words.claim = answer->claim;
    words.no_change = answer->no_change;
    words.nil_return = answer->nil_return;
  }
  if (const auto day = text_at(row, columns, AnswerColumn::forecast); !day.empty()) {
    out.said = day;
    words.forecast = day_named_in(day);
    if (!words.forecast) return CellFault{RowFate::no_such_day, AnswerColumn::forecast};
  }
  words.narrative = out.said = text_at(row, columns, AnswerColumn::narrative);
  words.claim_reason = words.forecast_reason = text_at(row, columns, AnswerColumn::reason);
  words.evidence = evidence_in(text_at(row, columns, AnswerColumn::evidence_text),
                               std::string(trim(text_at(row, columns, AnswerColumn::evidence_link))));
  if (const auto fault = first_fault(faults_of(words, out.line.due))) return fault;
  if (words.evidence.empty()) return std::nullopt;
  const auto& evidence = words.evidence.front();
  const auto fault = first_fault(faults_of(evidence));
  if (fault) out.said = evidence.url.empty() ? evidence.text : evidence.url;
  return fault;
}

/// What becomes of a row that says something and whose key is known.
RowFate judge(const Row& row, const Columns& columns, std::span<const ItemVersion> now, const std::optional<CellFault>& fault, SheetReturn& out) {
  if (const auto changed = changed_reference(row, columns, out.line)) {
    point_at(out, columns, *changed);
    return RowFate::reference_changed;
  }
  const auto* version = version_of(out.line, now);
  const bool is_stale = version == nullptr || version->version != out.line.version;
  if (is_stale && version != nullptr && version->last != nullptr && says_the_same(out.words, *version->last)) return RowFate::recorded;
  if (is_stale) return RowFate::stale;
  if (!fault) return RowFate::answered;
  point_at(out, columns, fault->column);
  return fault->fate;
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
    const auto key = text_at(row, columns, AnswerColumn::key);
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
    const auto key = std::string(trim(text_at(row, columns, AnswerColumn::key)));
    const auto* line = find_line(key, sent);
    if (line != nullptr) out.line = *line;
    const auto fault = read_answer(row, columns, languages, out);
    if (is_silent(row, columns)) out.fate = RowFate::silent;
    else if (line == nullptr) out.fate = RowFate::another_sheet;
    else if (!seen.insert(key).second) out.fate = RowFate::repeated;
    else out.fate = judge(row, columns, now, fault, out);
    all.push_back(std::move(out));
  });
  return all;
}

}  // namespace makegood
