#include "formats/docx_numbering.h"

#include <algorithm>

#include "formats/markers.h"
#include "formats/xml.h"

namespace makegood::formats {
namespace {

std::string upper(std::string word) {
  for (auto& c : word)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return word;
}

std::string ordinal(int number) {
  const int tens = number % 100;
  const int ones = tens / 10 == 1 ? 0 : number % 10;
  return std::to_string(number) + (ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th");
}

// Bullets come from symbol fonts, or as the letter "o" of a typewriter face.
std::string bullet(const std::string& text) {
  if (text == "o") return "\xE2\x97\xA6";
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = next_code_point(text, at);
    out += utf8(c >= 0xF000 && c <= 0xF0FF ? bullet_of_symbol_font(c) : c);
  }
  return squeeze(out);
}

std::size_t clamp_level(int level) { return static_cast<std::size_t>(std::clamp(level, 0, kNumberLevels - 1)); }

}  // namespace

std::string number_in_format(int number, const std::string& format) {
  if (format == "lowerLetter") return letters(number);
  if (format == "upperLetter") return upper(letters(number));
  if (format == "lowerRoman") return roman(number);
  if (format == "upperRoman") return upper(roman(number));
  if (format == "ordinal") return ordinal(number);
  if (format == "decimalZero") return (number >= 0 && number < 10 ? "0" : "") + std::to_string(number);
  if (format == "none") return {};
  return std::to_string(number);
}

Numbering::Level Numbering::read_level(pugi::xml_node node) {
  Level level;
  level.start = number(value_of(node, "start"), 1);
  level.restart = number(value_of(node, "lvlRestart"), -1);
  level.legal = is_on(child(node, "isLgl"));
  level.text = valid_utf8(value_of(node, "lvlText"));
  level.style = value_of(node, "pStyle");
  const std::string format = value_of(node, "numFmt");
  if (!format.empty()) level.format = format;
  return level;
}

void Numbering::read_levels(pugi::xml_node parent, Levels& levels) {
  for (auto node = parent.first_child(); node; node = node.next_sibling())
    if (local_name(node) == "lvl") levels[clamp_level(number(attribute(node, "ilvl"), 0))] = read_level(node);
}

Numbering::Numbering(pugi::xml_node root) {
  std::map<int, Levels> abstract;
  std::map<std::string, int> by_style;
  std::map<int, std::string> linked;
  for (auto node = root.first_child(); node; node = node.next_sibling()) {
    if (local_name(node) != "abstractNum") continue;
    const int id = number(attribute(node, "abstractNumId"), -1);
    read_levels(node, abstract[id]);
    const std::string own = value_of(node, "styleLink");
    const std::string other = value_of(node, "numStyleLink");
    if (!own.empty()) by_style[own] = id;
    if (!other.empty()) linked[id] = other;
  }
  for (auto node = root.first_child(); node; node = node.next_sibling()) {
    if (local_name(node) != "num") continue;
    List list;
    list.counters = number(value_of(node, "abstractNumId"), -1);
    const auto link = linked.find(list.counters);
    if (link != linked.end() && by_style.contains(link->second)) list.counters = by_style[link->second];
    list.levels = abstract[list.counters];
    list.start_again.fill(-1);
    for (auto over = node.first_child(); over; over = over.next_sibling()) {
      if (local_name(over) != "lvlOverride") continue;
      const auto level = clamp_level(number(attribute(over, "ilvl"), 0));
      if (const auto own = child(over, "lvl")) list.levels[level] = read_level(own);
      list.start_again[level] = number(value_of(over, "startOverride"), -1);
    }
    lists_[number(attribute(node, "numId"), -1)] = std::move(list);
  }
}

int Numbering::level_of_style(int list, const std::string& id) const {
  const auto found = lists_.find(list);
  if (found == lists_.end() || id.empty()) return -1;
  for (int level = 0; level < kNumberLevels; ++level)
    if (found->second.levels[static_cast<std::size_t>(level)].style == id) return level;
  return -1;
}

std::string Numbering::next(int list_id, int level_number) {
  const auto found = lists_.find(list_id);
  if (found == lists_.end()) return {};
  const auto& list = found->second;
  const auto level = clamp_level(level_number);
  auto& counters = counters_[list.counters];
  if (list.start_again[level] >= 0 && restarted_.insert({list_id, level}).second) {
    counters.value[level] = list.start_again[level];
  } else if (!counters.started[level]) {
    counters.value[level] = list.levels[level].start;
  } else {
    ++counters.value[level];
  }
  counters.started[level] = true;
  for (std::size_t deeper = level + 1; deeper < kNumberLevels; ++deeper) {
    const int restart = list.levels[deeper].restart;
    if (restart < 0 || (restart > 0 && level < static_cast<std::size_t>(restart))) counters.started[deeper] = false;
  }
  return show(list, counters, level);
}

std::string Numbering::show(const List& list, const Counters& counters, std::size_t level) const {
  const auto& own = list.levels[level];
  if (own.format == "bullet") return bullet(own.text);
  std::string out;
  for (std::size_t i = 0; i < own.text.size(); ++i) {
    const bool placeholder = own.text[i] == '%' && i + 1 < own.text.size() && own.text[i + 1] >= '1' && own.text[i + 1] <= '9';
    if (!placeholder) {
      out += own.text[i];
      continue;
    }
    const auto which = static_cast<std::size_t>(own.text[++i] - '1');
    const int value = counters.started[which] ? counters.value[which] : list.levels[which].start;
    out += number_in_format(value, own.legal ? "decimal" : list.levels[which].format);
  }
  return squeeze(out);
}

}  // namespace makegood::formats
