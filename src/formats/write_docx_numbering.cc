#include "formats/write_docx_numbering.h"

#include <pugixml.hpp>

#include <algorithm>

#include "formats/docx_numbering.h"
#include "formats/write_docx_template.h"
#include "formats/write_docx_xml.h"

namespace makegood::formats {
namespace {

constexpr int kIndent = 397;           // 7 mm a level, in twentieths of a point
constexpr int kMostCounted = 9999;     // larger numbers are years and references
constexpr const char* kBullet = "bullet";
constexpr const char* kWords = "none";  // in its text, that is: no number

bool is_marker_digit(char c) { return c >= '0' && c <= '9'; }
bool is_marker_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The last run of characters for which `is` holds.
template <typename Is>
std::pair<std::size_t, std::size_t> last_run(const std::string& text, Is is) {
  auto end = text.size();
  while (end > 0 && !is(text[end - 1])) --end;
  auto from = end;
  while (from > 0 && is(text[from - 1])) --from;
  return {from, end};
}

// Which number `word` is in a format; 0 = none. Words are few, numbers small: it is looked for.
int value_in(const std::string& word, const char* format, int most) {
  for (int value = 1; value <= most; ++value)
    if (number_in_format(value, format) == word) return value;
  return 0;
}

// LibreOffice shows of a bullet no more than the first 16 bits.
bool is_one_sign(const std::string& marker) {
  std::size_t at = 0;
  return !marker.empty() && next_code_point(marker, at) <= 0xFFFF && at == marker.size();
}

// "%1" would stand for a number. A space of no width between keeps it text; readers drop it.
std::string literal(std::string text) { return replace_all(std::move(text), "%", "%\xE2\x80\x8B"); }

}  // namespace

std::string MarkerLists::shown(const Shape& shape, int value) {
  return shape.before + number_in_format(value, shape.format) + shape.after;
}

MarkerLists::Numbered MarkerLists::take_apart(const std::string& marker) {
  const auto made = [&](std::pair<std::size_t, std::size_t> run, const char* format, int value) {
    return Numbered{{marker.substr(0, run.first), format, marker.substr(run.second)}, value};
  };
  if (const auto digits = last_run(marker, is_marker_digit); digits.first < digits.second) {
    const auto word = marker.substr(digits.first, digits.second - digits.first);
    const int value = word.size() <= 4 ? std::stoi(word) : 0;
    if (value >= 1 && value <= kMostCounted && word[0] != '0') return made(digits, "decimal", value);
    if (value >= 1 && value <= 9 && word.size() == 2) return made(digits, "decimalZero", value);
    return {{marker, is_one_sign(marker) ? kBullet : kWords, {}}, 0};
  }
  const auto run = last_run(marker, is_marker_letter);
  const auto word = marker.substr(run.first, run.second - run.first);
  if (!word.empty() && word.size() <= 6) {
    const bool one_x = word != "v" && word != "x" && word != "V" && word != "X";  // alone, they are letters
    for (const auto* format : {"lowerRoman", "upperRoman"})
      if (const int value = one_x ? value_in(word, format, 39) : 0; value > 0) return made(run, format, value);
    for (const auto* format : {"lowerLetter", "upperLetter"})
      if (const int value = value_in(word, format, 26 * 6); value > 0) return made(run, format, value);
  }
  return {{marker, is_one_sign(marker) ? kBullet : kWords, {}}, 0};
}

int MarkerLists::id_of(const Shape& shape) {
  return shapes_.try_emplace(shape, static_cast<int>(shapes_.size())).first->second;
}

int MarkerLists::new_list(const Shape& shape, int level, int start) {
  lists_.push_back({id_of(shape), level, start});
  return static_cast<int>(lists_.size());
}

int MarkerLists::list_for(const std::string& marker, int level) {
  const auto at = static_cast<std::size_t>(std::clamp(level, 0, kNumberLevels - 1));
  open_.resize(at + 1);  // what was deeper has ended
  auto& open = open_[at];
  if (open && shown(open->shape, open->next) == marker) {
    ++open->next;
    return open->list;
  }
  const auto [shape, value] = take_apart(marker);
  if (value == 0) {
    open.reset();
    auto& list = bullets_[id_of(shape)];
    if (list == 0) list = new_list(shape, 0, 0);
    return list;
  }
  open = Open{shape, new_list(shape, static_cast<int>(at), value), value + 1};
  return open->list;
}

std::string MarkerLists::xml() const {
  pugi::xml_document document;
  auto root = add(document, "w:numbering", {{"xmlns:w", kWordNamespace}});
  std::vector<const Shape*> by_id(shapes_.size());
  for (const auto& [shape, id] : shapes_) by_id[static_cast<std::size_t>(id)] = &shape;
  for (std::size_t id = 0; id < by_id.size(); ++id) {
    const auto& shape = *by_id[id];
    auto abstract = add(root, "w:abstractNum", {{"w:abstractNumId", std::to_string(id)}});
    add_value(abstract, "w:multiLevelType", "hybridMultilevel");
    for (int level = 0; level < kNumberLevels; ++level) {
      auto node = add(abstract, "w:lvl", {{"w:ilvl", std::to_string(level)}});
      add_value(node, "w:start", 1);
      add_value(node, "w:numFmt", shape.format);
      const bool counts = shape.format != kBullet && shape.format != kWords;
      add_value(node, "w:lvlText", literal(shape.before) + (counts ? "%" + std::to_string(level + 1) : "") + literal(shape.after));
      add_value(node, "w:lvlJc", "left");
      add(add(node, "w:pPr"), "w:ind", {{"w:left", std::to_string(kIndent * (level + 1))}, {"w:hanging", std::to_string(kIndent)}});
    }
  }
  for (std::size_t n = 0; n < lists_.size(); ++n) {
    auto list = add(root, "w:num", {{"w:numId", std::to_string(n + 1)}});
    add_value(list, "w:abstractNumId", lists_[n].shape);
    if (lists_[n].start == 0) continue;
    auto over = add(list, "w:lvlOverride", {{"w:ilvl", std::to_string(lists_[n].level)}});
    add_value(over, "w:startOverride", lists_[n].start);
  }
  return xml_of(document);
}

}  // namespace makegood::formats
