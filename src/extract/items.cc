#include "extract/items.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/base.h"
#include "extract/findings.h"
#include "extract/lists.h"
#include "extract/parts.h"
#include "extract/people.h"
#include "extract/responses.h"
#include "extract/vocabulary.h"

namespace makegood::extraction {
namespace {

constexpr std::size_t kMostSharedText = 4U << 20U;

void append(Lines& to, const Lines& from) { to.insert(to.end(), from.begin(), from.end()); }

void add_links(Item& item, const Lines& lines) {
  for (const auto& line : lines)
    for (const auto& link : line.links)
      if (std::find(item.evidence.begin(), item.evidence.end(), link) == item.evidence.end()) item.evidence.push_back(link);
}

void add_text(std::string& to, const std::string& text) {
  if (text.empty()) return;
  if (!to.empty()) to += '\n';
  to += text;
}

// Columns that nobody has a place for ("Resources", "Issue") are kept, under their own names.
void add_other_columns(const Record& record, Lines& detail) {
  for (std::size_t n = 0; n < record.cells.size(); ++n) {
    if (record.layout->role(n) != Role::none || record.cells[n].empty()) continue;
    auto lines = record.cells[n];
    const auto& header = n < record.layout->columns.size() ? record.layout->columns[n].header : std::string();
    if (!header.empty()) lines[0].text = header + ": " + lines[0].text;
    append(detail, lines);
  }
}

// Cells of a shifted row repeat what belongs elsewhere: the title as owner, the detail as status.
bool drop_repeats(Lines& cell, const std::string& other) {
  if (cell.empty() || other.empty() || fold(text_of(cell)) != fold(other)) return false;
  cell.clear();
  return true;
}

// Whether the lines that stand for names say something instead.
bool is_prose(const Lines& cell) {
  const auto text = text_of(cell);
  return words_of(text).size() > 14 && !looks_like_people(text) && is_ended(text);
}

}  // namespace

std::string title_text(const Lines& lines) {
  auto text = squeeze(replace_all(text_of(lines), " • ", " "));
  for (int n = 0; n < 2; ++n) {
    const auto marked = take_marker(text);
    if (marked.marker.empty()) break;
    text = std::string(marked.rest);
  }
  return text;
}

std::string unit_of(std::string_view indicator) {
  const auto folded = " " + fold(indicator) + " ";
  const bool percent = indicator.find('%') != std::string_view::npos || folded.find(" percent") != std::string::npos ||
                       folded.find(" per cent") != std::string::npos || folded.find(" proportion ") != std::string::npos || folded.find(" share of ") != std::string::npos;
  bool count = false;
  for (const std::string_view word : {" number ", " numbers ", " count ", " how many ", " applicants ", " attendees ", " participants ", " attendance ", " total "})
    count = count || folded.find(word) != std::string::npos;
  if (percent && count && (folded.find(" percentage number ") != std::string::npos || folded.find(" number percentage ") != std::string::npos || folded.find(" or number ") != std::string::npos || folded.find(" and number ") != std::string::npos)) return "percent-or-count";
  return percent ? "percent" : count ? "count" : "";
}

void add_parts(Fields& fields, const Lines& lines) {
  Part last = Part::none;
  for (const auto& [part, text] : split_parts(lines)) {
    switch (part) {
      case Part::response: append(fields.response, text); break;
      case Part::commitments: append(fields.commitments, text); break;
      case Part::owner: append(fields.owner, text); break;
      case Part::partner: append(fields.partner, text); break;
      case Part::timescale: append(fields.timescale, text); break;
      case Part::status: append(fields.status, text); break;
      case Part::measure: append(fields.measure, text); break;
      case Part::detail: case Part::title: case Part::ref: append(fields.detail, text); break;
      case Part::none: append(last == Part::none ? fields.detail : fields.progress, text); break;
      default: append(fields.progress, text);
    }
    last = part;
  }
}

ItemBuilder::ItemBuilder(Plan& plan, const Names& names, Headings& headings) : plan_(plan), names_(names), headings_(headings) {}

Item& ItemBuilder::add(Item item) {
  item.id = ItemId(std::to_string(plan_.items.size() + 1));
  plan_.items.push_back(std::move(item));
  return plan_.items.back();
}

void ItemBuilder::note(const Lines& lines, const ItemId& item) {
  for (const auto& line : lines) taken_.push_back({line.at, item});
}

void ItemBuilder::fill_people(Item& item, const Lines& owners, const Lines& partners) {
  auto owned = split_people(owners, names_);
  item.owners = std::move(owned.names);
  auto with = split_people(partners, names_);
  item.partners = std::move(with.names);
  for (const auto& remark : owned.remarks) add_text(item.detail, remark);
  for (const auto& remark : with.remarks) add_text(item.detail, remark);
  if (owned.unsure || with.unsure) {
    item.findings.push_back(finding("names_run_together", item.source));
    item.confidence = std::min(item.confidence, 0.7);
  }
}

void ItemBuilder::fill_time(Item& item, const Lines& due, const Lines& start) {
  auto text = text_of(due);
  if (!start.empty()) text = text.empty() ? text_of(start) + " onwards" : text_of(start) + " - " + text;
  if (start.empty()) {
    item.timescale_raw = text;
  } else {  // nothing that the document does not say
    item.timescale_raw = due.empty() ? text_of(start) : text;
  }
  if (text.empty()) return;
  item.timescale = read_timescale(text, plan_.settings);
  for (const auto& found : item.timescale.findings) item.findings.push_back({found.code, found.message, item.source.in_words()});
  item.confidence = std::min(item.confidence, item.timescale.confidence);
}

void ItemBuilder::fill_text(Item& item, Fields& fields) {
  add_text(item.detail, lines_text(fields.detail));
  add_text(item.detail, lines_text(fields.measure));
  if (!fields.response.empty()) {
    const auto& said = fields.response[0].text;
    item.response = read_response(said);
    if (item.status_raw.empty()) item.status_raw = said;
    if (fields.response.size() > 1) fields.progress.insert(fields.progress.begin(), fields.response.begin() + 1, fields.response.end());
  }
  add_text(item.status_raw, text_of(fields.status));
  add_text(item.progress, lines_text(fields.progress));
  item.approval = read_approval(item.progress);
  if (item.approval.empty()) item.approval = read_approval(item.detail);
  add_links(item, fields.progress);
  add_links(item, fields.detail);
}

void ItemBuilder::add_commitments(std::size_t parent, const Lines& lines) {
  for (const auto& entry : commitment_lines(lines)) {
    Item child;
    child.kind = ItemKind::commitment;
    child.parent = plan_.items[parent].id;
    child.theme = plan_.items[parent].theme;
    child.approval = plan_.items[parent].approval;
    child.title = title_text(entry);
    if (child.title.empty()) continue;
    child.source = entry[0].at;
    child.source_text = text_of(entry);
    child.confidence = entry[0].listed ? plan_.items[parent].confidence : 0.7;
    add_links(child, entry);
    add(std::move(child));
  }
}

void ItemBuilder::add_indicators(const Record& record, const ThemeId& theme) {
  for (std::size_t n = 0; n < record.cells.size(); ++n) {
    if (record.layout->role(n) != Role::measure) continue;
    const auto header = fold(record.layout->columns[n].header);
    const bool named = header.find("kpi") != std::string::npos || header.find("indicator") != std::string::npos;
    for (const auto& line : record.cells[n]) {
      const auto unit = unit_of(line.text);
      if (!named && unit.empty()) continue;
      plan_.indicators.push_back({IndicatorId(std::to_string(plan_.indicators.size() + 1)), theme, line.text, unit, line.at});
    }
  }
}

// Under a heading, a theme column makes its cells the heading's children.
ThemeId ItemBuilder::theme_of(const Record& record, ThemeId& above) {
  above = headings_.theme(record.heading, plan_);
  const auto named = record.lines(Role::theme);
  const auto title = title_text(named);
  return title.empty() ? above : headings_.inner_theme(above, title, named[0].at, plan_);
}

void ItemBuilder::build(const Record& record, std::size_t number) {
  item_of_record_.resize(std::max(item_of_record_.size(), number + 1));
  auto title = record.lines(Role::title);
  auto detail = record.lines(Role::detail);
  Fields fields;
  add_parts(fields, record.body);
  // Labels inside the title's own cell: what follows the first of them is no title.
  const auto inside = split_parts(title);
  if (inside.size() > 1) {
    title = inside[0].lines;
    Lines rest;
    for (std::size_t n = 1; n < inside.size(); ++n) {
      if (inside[n].part == Part::title && title.empty()) title = inside[n].lines;
      else if (inside[n].part == Part::commitments) append(fields.commitments, inside[n].lines);
      else if (inside[n].part == Part::response) append(fields.response, inside[n].lines);
      else if (inside[n].part == Part::owner) append(fields.owner, inside[n].lines);
      else if (inside[n].part == Part::timescale) append(fields.timescale, inside[n].lines);
      else if (inside[n].part == Part::partner) append(fields.partner, inside[n].lines);
      else append(fields.detail, inside[n].lines);
    }
    if (title.empty()) title = record.lines(Role::title);
  }
  if (record.parent >= 0 || title.empty()) std::swap(title, detail);
  auto owners = record.lines(Role::owner), partners = record.lines(Role::partner), status = record.lines(Role::status);
  append(owners, fields.owner);
  append(partners, fields.partner);
  std::vector<std::string> findings = record.findings;
  const auto title_words = title_text(title), detail_words = text_of(detail);
  bool shifted = drop_repeats(owners, title_words);
  shifted = drop_repeats(status, detail_words) || shifted;
  shifted = drop_repeats(owners, detail_words) || shifted;
  if (is_prose(owners)) {
    append(detail, owners);
    owners.clear();
    shifted = true;
  }
  if (shifted) findings.emplace_back("shifted_cells");

  ThemeId above;
  const auto theme = theme_of(record, above);
  const auto ref = text_of(record.lines(Role::ref));
  Item common;
  common.kind = record.parent >= 0 ? ItemKind::sub_action : record.layout->kind;
  common.source = record.at;
  common.confidence = record.layout->confidence * (record.inherited ? 0.9 : 1.0) * (record.joined ? 0.95 : 1.0);
  if (shifted) common.confidence = std::min(common.confidence, 0.4);
  for (const auto& code : findings) common.findings.push_back(finding(code, record.at));
  add_text(common.status_raw, text_of(status));
  for (const auto& line : record.lines(Role::progress)) fields.progress.push_back(line);
  for (const auto& line : record.lines(Role::measure)) fields.measure.push_back(line);
  for (const auto& line : record.lines(Role::response)) fields.response.push_back(line);
  if (record.parent >= 0 && static_cast<std::size_t>(record.parent) < item_of_record_.size()) common.parent = ItemId(item_of_record_[static_cast<std::size_t>(record.parent)]);
  auto due = record.lines(Role::timescale);
  append(due, fields.timescale);
  fill_people(common, owners, partners);
  fill_time(common, due, record.lines(Role::start));
  common.lead_authority = split_bodies(text_of(record.lines(Role::lead_authority)));

  add_other_columns(record, detail);

  auto entries = list_entries(title, record.layout->lists || !ref.empty(), record.layout->lists);
  const bool listed = entries.size() > 1;
  if (!listed) entries = {{title, "", ""}};
  fields.detail.insert(fields.detail.begin(), detail.begin(), detail.end());
  // What hangs on the row is said with each of its items, unless that would swell the plan.
  const bool shared = (lines_text(fields.detail).size() + lines_text(fields.progress).size()) * entries.size() < kMostSharedText;
  for (std::size_t n = 0; n < entries.size(); ++n) {
    const auto& entry = entries[n];
    Item item = common;
    item.title = title_text(entry.lines);
    item.source_text = text_of(entry.lines);
    if (item.title.empty()) continue;
    if (!entry.lines.empty() && entry.lines[0].at.row != 0) item.source = entry.lines[0].at;
    add_links(item, entry.lines);
    item.theme = entry.heading.empty() ? theme : headings_.inner_theme(theme, entry.heading, item.source, plan_);
    const auto lead = leading_label(entry.lines);
    if (listed && !ref.empty()) item.ref = ref + "." + entry.label;
    else if (!ref.empty()) item.ref = ref;
    else item.ref = listed && leading_label(entry.lines).empty() ? "" : listed ? entry.label : lead;
    if (n == 0 || (listed && shared)) {
      auto copy = fields;
      if (n > 0) copy.commitments.clear();
      fill_text(item, copy);
    }
    add(std::move(item));
    if (n == 0) {
      item_of_record_[number] = plan_.items.back().id.text;
      taken_.push_back({record.at, plan_.items.back().id});
      for (const auto& cell : record.cells) note(cell, plan_.items.back().id);
      note(record.body, plan_.items.back().id);
    }
    if (n == 0 && !fields.commitments.empty()) add_commitments(plan_.items.size() - 1, fields.commitments);
  }
  add_indicators(record, theme);
}

void ItemBuilder::build_loose(const Lines& title, const Fields& given, const std::string& ref, ItemKind kind, int heading, const Position& at) {
  auto fields = given;
  Item item;
  item.kind = kind;
  item.ref = ref;
  item.source = at;
  item.title = title_text(title);
  item.source_text = text_of(title);
  if (item.title.empty()) return;
  item.confidence = fields.owner.empty() && fields.timescale.empty() ? 0.7 : 0.85;
  item.theme = headings_.theme(heading, plan_);
  add_links(item, title);
  fill_people(item, fields.owner, fields.partner);
  fill_time(item, fields.timescale, {});
  fill_text(item, fields);
  const auto& id = add(std::move(item)).id;
  for (const auto* lines : {&title, &given.owner, &given.partner, &given.timescale, &given.status, &given.response, &given.progress,
                            &given.commitments, &given.detail, &given.measure})
    note(*lines, id);
  if (!fields.commitments.empty()) add_commitments(plan_.items.size() - 1, fields.commitments);
}

}  // namespace makegood::extraction
