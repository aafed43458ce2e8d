#include "formats/pdf_tags.h"

#include <algorithm>
#include <string_view>

#include "formats/pdf_rules.h"

namespace makegood::formats {
namespace {

constexpr double kEnough = 0.95;     // of a page's words
constexpr double kTableWords = 0.1;  // of a page's words in ruled tables: then the tree must know of one

using Marks = std::set<std::pair<int, int>>;

void collect(const PdfElement& element, bool in_table, Marks& all, std::set<int>& pages_with_tables) {
  in_table = in_table || element.role == "Table";
  for (const auto& mark : element.content) {
    all.insert(mark);
    if (in_table) pages_with_tables.insert(mark.first);
  }
  for (const auto& kid : element.kids) collect(kid, in_table, all, pages_with_tables);
}

bool has_ruled_table(const PdfPage& page) {
  std::size_t inside = 0;
  for (const auto& table : ruled_tables(page.rules)) {
    if (table.open || table.grid.columns() < 2 || table.grid.rows() < 2) continue;
    inside += static_cast<std::size_t>(std::count_if(page.words.begin(), page.words.end(), [&](const PdfWord& word) {
      return table.grid.box().holds(word.box.middle_x(), word.box.middle_y());
    }));
  }
  return static_cast<double>(inside) > kTableWords * static_cast<double>(page.words.size());
}

bool covers(const Marks& marks, const PdfPage& page) {
  std::size_t known = 0, all = 0;
  for (const auto& word : page.words) {
    if (word.mcid == kArtefact) continue;
    ++all;
    if (word.mcid >= 0 && marks.contains({page.number, word.mcid})) ++known;
  }
  return all > 0 && static_cast<double>(known) >= kEnough * static_cast<double>(all);
}

}  // namespace

TaggedWords::TaggedWords(const PdfFile& file) : file_(file) {
  Marks marks;
  std::set<int> pages_with_tables;
  for (const auto& element : file.structure) collect(element, false, marks, pages_with_tables);
  for (const auto& page : file.pages) {
    if (!covers(marks, page) || believed_.contains(page.number)) continue;
    if (!pages_with_tables.contains(page.number) && has_ruled_table(page)) continue;
    believed_.insert(page.number);
    pages_.emplace(page.words.data(), &page);
    for (const auto& word : page.words) {
      if (word.mcid >= 0 && marks.contains({page.number, word.mcid}))
        words_[{page.number, word.mcid}].push_back(&word);
      else
        unmarked_[page.number].push_back(&word);
    }
  }
}

PdfWords TaggedWords::take(const PdfElement& element) {
  PdfWords words;
  take_into(element, true, words);
  return words;
}

PdfWords TaggedWords::take_own(const PdfElement& element) {
  PdfWords words;
  take_into(element, false, words);
  return words;
}

void TaggedWords::take_into(const PdfElement& element, bool below, PdfWords& words) {
  for (const auto& mark : element.content) {
    const auto found = words_.find(mark);
    if (found == words_.end()) continue;
    words.insert(words.end(), found->second.begin(), found->second.end());
    words_.erase(found);
  }
  if (!below) return;
  for (const auto& kid : element.kids) take_into(kid, true, words);
}

PdfWords TaggedWords::left_over(const PdfPage& page) const {
  PdfWords words;
  if (const auto found = unmarked_.find(page.number); found != unmarked_.end()) words = found->second;
  for (auto mark = words_.lower_bound({page.number, 0}); mark != words_.end() && mark->first.first == page.number;
       ++mark)
    words.insert(words.end(), mark->second.begin(), mark->second.end());
  return words;
}

const PdfPage& TaggedWords::page_of(const PdfWord& word) const { return *pages_.lower_bound(&word)->second; }

bool is_block(const PdfElement& element) {
  static const std::set<std::string_view> kBlocks = {
      "P",    "H",     "H1",    "H2",       "H3",         "H4",  "H5",    "H6",    "Title", "L",       "LI",
      "Lbl",  "LBody", "Table", "TR",       "TH",         "TD",  "THead", "TBody", "TFoot", "Caption", "Div",
      "Sect", "Part",  "Art",   "Document", "BlockQuote", "TOC", "TOCI",  "Index", "Note",  "Figure",  "Form"};
  return kBlocks.contains(element.role);
}

bool has_blocks(const PdfElement& element) {
  return std::any_of(element.kids.begin(), element.kids.end(),
                     [](const PdfElement& kid) { return is_block(kid) || has_blocks(kid); });
}

}  // namespace makegood::formats
