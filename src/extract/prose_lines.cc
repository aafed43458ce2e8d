#include "extract/prose_lines.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/base.h"
#include "extract/parts.h"
#include "extract/vocabulary.h"

namespace makegood::extraction {
namespace {

constexpr std::size_t kLongestLoneLabel = 40;

Part lone_label(const Line& line) {
  if (line.listed || line.text.empty() || line.text.size() > kLongestLoneLabel) return Part::none;
  if (line.text.find(':') < line.text.size() - 1) return Part::none;
  return label_in(line.text.back() == ':' ? line.text : line.text + ":").part;
}

bool is_who_or_when(Part part) { return part == Part::owner || part == Part::timescale; }

// What a list is for, from the line above it.
bool announces_deeds(std::string_view text) {
  static constexpr std::array<std::string_view, 16> kVerbs = {"resolves", "resolve", "resolved", "agrees", "agree", "will", "commits", "commit",
      "committed", "pledges", "pledge", "calls", "asks", "recommends", "recommend", "undertakes"};
  const auto words = words_of(text);
  return std::any_of(words.begin(), words.end(), [](std::string_view word) {
    return std::find(kVerbs.begin(), kVerbs.end(), lower(bare(word))) != kVerbs.end();
  });
}

bool leads_in(const Line& line) { return !line.listed && !line.text.empty() && (line.text.back() == ':' || line.heading || line.bold); }

struct List {
  std::size_t lead = 0, from = 0, to = 0;
};

std::vector<List> lists_in(const Lines& lines) {
  std::vector<List> lists;
  for (std::size_t n = 0; n + 1 < lines.size(); ++n) {
    if (!leads_in(lines[n]) || !lines[n + 1].listed) continue;
    List list{n, n + 1, n + 1};
    while (list.to < lines.size() && lines[list.to].listed) ++list.to;
    lists.push_back(list);
  }
  return lists;
}

bool does_little(const Lines& lines, const List& list) {
  std::size_t doing = 0;
  for (auto n = list.from; n < list.to; ++n) {
    const auto words = words_of(lines[n].text);
    doing += !words.empty() && is_doing_word(words[0]);
  }
  return doing * 2 < list.to - list.from;
}

}  // namespace

void join_lone_labels(Lines& lines) {
  const auto said = std::count_if(lines.begin(), lines.end(), [](const Line& line) { return is_who_or_when(lone_label(line)); });
  if (said < 2) return;
  Lines out;
  for (std::size_t n = 0; n < lines.size(); ++n) {
    const bool named = lone_label(lines[n]) != Part::none && n + 1 < lines.size() && !lines[n + 1].heading && lone_label(lines[n + 1]) == Part::none &&
                       label_in(lines[n + 1].text).part == Part::none;
    if (!named) {
      out.push_back(std::move(lines[n]));
      continue;
    }
    auto line = lines[n + 1];
    line.text = lines[n].text + (lines[n].text.back() == ':' ? " " : ": ") + line.text;
    line.marker.clear();
    line.listed = line.bold = line.underlined = false;
    out.push_back(std::move(line));
    ++n;
  }
  lines = std::move(out);
}

void leave_out_notes(Lines& lines) {
  const auto lists = lists_in(lines);
  if (std::none_of(lists.begin(), lists.end(), [&](const List& list) { return announces_deeds(lines[list.lead].text); })) return;
  std::vector<bool> out(lines.size(), false);
  for (const auto& list : lists)
    if (lines[list.lead].text.back() == ':' && !announces_deeds(lines[list.lead].text) && does_little(lines, list))
      for (auto n = list.from; n < list.to; ++n) out[n] = true;
  Lines kept;
  for (std::size_t n = 0; n < lines.size(); ++n)
    if (!out[n]) kept.push_back(std::move(lines[n]));
  lines = std::move(kept);
}

}  // namespace makegood::extraction
