#include "extract/prose_shapes.h"

#include <algorithm>
#include <set>

#include "base/base.h"
#include "extract/parts.h"
#include "extract/vocabulary.h"

namespace makegood::extraction {
namespace {

// A heading and what stands under it; `to` is the next heading.
struct Chapter {
  std::size_t from, to;
};

std::vector<Chapter> chapters_in(const Lines& lines) {
  std::vector<Chapter> chapters;
  for (std::size_t n = 0; n < lines.size(); ++n) {
    if (chapters.empty() || lines[n].heading) chapters.push_back({n, n});
    chapters.back().to = n + 1;
  }
  return chapters;
}

struct Counted {
  int items = 0, doing = 0, with_fields = 0;
};

Counted count_in(const Lines& lines, const Chapter& chapter, Shape shape) {
  Counted counted;
  for (auto n = chapter.from; n < chapter.to; ++n) {
    if (shape_of(lines[n]) != shape) continue;
    ++counted.items;
    counted.doing += sounds_like_action(lines[n].text);
    counted.with_fields += has_inline_field(lines[n]) || (n + 1 < chapter.to && is_field_line(lines[n + 1]));
  }
  return counted;
}

bool is_list(Shape shape) { return shape == Shape::dotted || shape == Shape::number || shape == Shape::letter || shape == Shape::bullet; }

// The shape of the chapter's first list, when its lines are items.
Shape other_shape(const Lines& lines, const Chapter& chapter, bool with_fields) {
  for (const auto shape : {Shape::number, Shape::letter, Shape::bullet}) {
    const auto counted = count_in(lines, chapter, shape);
    if (counted.items == 0) continue;
    const bool items = with_fields ? counted.with_fields * 2 >= counted.items : counted.doing * 3 >= counted.items * 2;
    return items ? shape : Shape::none;
  }
  return Shape::none;
}

}  // namespace

bool read_named(std::string_view text, Named& out) {
  const auto words = words_of(text);
  if (words.size() < 2) return false;
  const auto first = lower(bare(words[0]));
  if (first == "recommendation") out.kind = ItemKind::recommendation;
  else if (first == "commitment" || first == "pledge") out.kind = ItemKind::commitment;
  else if (first == "action" || first == "milestone") out.kind = ItemKind::action;
  else return false;
  const auto ref = bare(words[1]);
  if (ref.empty() || ref.find_first_not_of("0123456789.abcdefABCDEFR") != std::string_view::npos || ref.find_first_of("0123456789") == std::string_view::npos) return false;
  out.ref = std::string(ref);
  auto rest = text.substr(static_cast<std::size_t>(words[1].data() + words[1].size() - text.data()));
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == ':' || rest.front() == '-' || rest.front() == '.')) rest.remove_prefix(1);
  if (rest.starts_with("– ")) rest.remove_prefix(std::string_view("– ").size());
  out.rest = rest;
  return true;
}

bool is_field_line(const Line& line) {
  const auto part = label_in(line.text).part;
  return part == Part::owner || part == Part::timescale || part == Part::partner || part == Part::status;
}

bool has_inline_field(const Line& line) {
  const auto parts = split_parts({line});
  return std::any_of(parts.begin(), parts.end(), [](const Labelled& part) { return part.part == Part::owner || part.part == Part::timescale; });
}

Shape shape_of(const Line& line) {
  Named named;
  if (read_named(line.text, named)) return Shape::named;
  if (line.heading || is_field_line(line)) return Shape::none;
  if (!line.listed) {
    const auto label = label_in(line.text);
    return label.part == Part::title && !label.rest.empty() ? Shape::labelled : Shape::none;
  }
  if (!is_ordered(line.marker)) return line.level == 0 ? Shape::bullet : Shape::none;
  const auto label = label_of(line.marker);
  if (label.find('.') != std::string::npos) return Shape::dotted;
  return label[0] >= '0' && label[0] <= '9' ? Shape::number : Shape::letter;
}

bool sounds_like_action(std::string_view text) {
  const auto words = words_of(text);
  if (words.size() < 3) return false;
  if (is_doing_word(words[0])) return true;
  for (std::size_t n = 1; n < words.size() && n < 9; ++n)
    if (words[n] == "will" || words[n] == "should" || words[n] == "must" || words[n] == "shall") return true;
  return false;
}

std::vector<Shape> other_lists(const Lines& lines, Shape shape, bool with_fields) {
  std::vector<Shape> others(lines.size(), Shape::none);
  if (!is_list(shape)) return others;
  std::set<int> ranks;
  std::vector<Chapter> without;
  for (const auto& chapter : chapters_in(lines)) {
    const auto& head = lines[chapter.from];
    if (count_in(lines, chapter, shape).items > 0) ranks.insert(head.level);
    else if (head.heading && !is_general_heading(head.text)) without.push_back(chapter);
  }
  for (const auto& chapter : without) {
    if (!ranks.contains(lines[chapter.from].level)) continue;
    const auto other = other_shape(lines, chapter, with_fields);
    for (auto n = chapter.from; other != Shape::none && n < chapter.to; ++n)
      if (shape_of(lines[n]) == other) others[n] = other;
  }
  return others;
}

}  // namespace makegood::extraction
