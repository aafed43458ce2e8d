#include "extract/people.h"

#include <algorithm>
#include <array>

#include "extract/posts.h"
#include "extract/vocabulary.h"

namespace makegood::extraction {
namespace {

void add_unique(std::vector<std::string>& out, std::string_view text) {
  auto name = squeeze(text);
  while (!name.empty() && (name.back() == ',' || name.back() == ';' || name.back() == ':' || (name.back() == '.' && !name.ends_with("etc.")))) name.pop_back();
  while (!name.empty() && (name.front() == ',' || name.front() == ':' || name.front() == ' ')) name.erase(0, 1);
  for (const std::string_view dash : {" -", " \xE2\x80\x93", " \xE2\x80\x94"})  // "Head of Housing - with partners"
    if (name.ends_with(dash)) name.resize(name.size() - dash.size());
  if (name.find_first_not_of(" .-–/&") == std::string::npos) return;
  if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(std::move(name));
}

// "(but then widening to others ...)": a bracket that begins small and goes on is a remark.
std::string take_remarks(std::string text, std::vector<std::string>& remarks) {
  for (std::size_t from = text.find('('); from != std::string::npos; from = text.find('(', from + 1)) {
    const auto to = text.find(')', from);
    if (to == std::string::npos) break;
    const auto inside = std::string_view(text).substr(from + 1, to - from - 1);
    if (!starts_lower(inside) || words_of(inside).size() < 3) continue;
    remarks.emplace_back(inside);
    text.erase(from, to - from + 1);
    if (from > 0) --from;
  }
  return squeeze(text);
}

std::size_t find_outside_brackets(std::string_view text, std::string_view what, std::size_t from = 0) {
  int depth = 0;
  for (auto at = from; at < text.size(); ++at) {
    if (text[at] == '(') ++depth;
    if (text[at] == ')') --depth;
    if (depth <= 0 && text.substr(at).starts_with(what)) return at;
  }
  return std::string_view::npos;
}

// "HR/OD Manager" is one post; "Legacy Group/Council" is two.
bool slash_parts(std::string_view left, std::string_view right) {
  if (left.empty() || right.empty()) return true;
  const bool spaced = left.back() == ' ' || right.front() == ' ';
  if (spaced) return true;
  const auto left_words = words_of(left);
  const auto right_words = words_of(right);
  if (left_words.empty() || right_words.empty()) return true;
  if (left_words.back().size() == 1) return false;  // "T/Inspector"
  return !(is_post_noun(right_words.back()) && !is_post_noun(left_words.back()) && !is_body_noun(left_words.back()));
}

std::vector<std::string> split_slashes(std::string_view text) {
  std::vector<std::string> out;
  std::size_t from = 0;
  for (auto at = find_outside_brackets(text, "/"); at != std::string_view::npos; at = find_outside_brackets(text, "/", at + 1)) {
    if (!slash_parts(text.substr(from, at - from), text.substr(at + 1))) continue;
    out.emplace_back(text.substr(from, at - from));
    from = at + 1;
  }
  out.emplace_back(text.substr(from));
  return out;
}

constexpr std::array<std::string_view, 12> kTogether = {" coordinating with ", " co-ordinating with ", " in coordination with ",
    " in partnership with ", " in conjunction with ", " in consultation with ", " in collaboration with ", " together with ",
    " working with ", " alongside ", " supported by ", " with "};

// "X coordinating with Y" -> "X", "Y".
std::vector<std::string> split_together(std::string text) {
  const auto small = lower(text);
  if (small.find("with ") == std::string::npos && small.find("alongside ") == std::string::npos && small.find(" by ") == std::string::npos) return {text};
  for (const auto phrase : kTogether) {
    const auto at = find_outside_brackets(small, phrase);
    if (at == std::string::npos || at == 0) continue;
    std::vector<std::string> out = {text.substr(0, at)};
    for (auto& rest : split_together(text.substr(at + phrase.size()))) out.push_back(std::move(rest));
    return out;
  }
  return {text};
}

void split_line(std::string_view line, const Names& names, People& people) {
  auto text = take_remarks(std::string(line), people.remarks);
  for (const auto& by_semicolon : split(text, ';'))
    for (const auto& by_slash : split_slashes(by_semicolon))
      for (auto part : split_together(squeeze(by_slash))) {
        const auto via = find_outside_brackets(lower(part), " via ");
        if (via != std::string::npos && via > 0) {
          people.remarks.push_back(part.substr(via + 1));
          part.resize(via);
        }
        const auto parted = part_names(part, names);
        people.unsure = people.unsure || parted.unsure;
        for (const auto& name : parted.names) add_unique(people.names, name);
      }
}

}  // namespace

std::vector<std::string> plain_entries(std::string_view line) {
  std::vector<std::string> out, remarks;
  const auto text = take_remarks(std::string(line), remarks);
  for (const auto& by_semicolon : split(text, ';'))
    for (const auto& by_slash : split_slashes(by_semicolon))
      for (const auto& part : split_together(squeeze(by_slash))) add_unique(out, part);
  return out;
}

// A line that does not stand for itself goes on in the next: "Head of", "Inclusion and Corporate".
People split_people(const Lines& cell, const Names& names) {
  People people;
  std::string open;
  for (const auto& line : cell) {
    const bool goes_on = !open.empty() && (is_cut_off(open) || starts_lower(line.text) || line.text.front() == '&' ||
                                           (line.joined && !is_complete_entry(open)) ||
                                           (!is_complete_entry(open) && is_complete_entry(line.text) && is_post_noun(words_of(line.text).back()) && !is_rank_word(words_of(line.text).front()) && line.text.front() != '('));
    if (goes_on && !(open.ends_with('/') || open.ends_with(';'))) {
      open += " " + line.text;
      continue;
    }
    if (!open.empty()) split_line(open, names, people);
    open = line.text;
  }
  if (!open.empty()) split_line(open, names, people);
  return people;
}

People split_people(std::string_view text, const Names& names) {
  Lines lines;
  for (const auto& piece : split(text, '\n')) {
    auto line = squeeze(piece);
    if (!line.empty()) lines.push_back({.text = std::move(line)});
  }
  return split_people(lines, names);
}

bool looks_like_people(std::string_view text) {
  const auto words = words_of(text);
  if (words.empty() || words.size() > 28 || text.size() > 220) return false;
  std::size_t capital = 0, small = 0;
  bool sign = false;
  for (const auto word : words) {
    const auto plain = bare(word);
    if (plain.empty() || is_joining_word(word) || plain == "&" || plain == "coordinating") continue;
    if (starts_upper(plain)) ++capital;
    else if (starts_lower(plain)) ++small;
    else return false;
    sign = sign || (is_post_noun(plain) && starts_upper(plain)) || is_body_noun(plain) || is_acronym(plain);
  }
  if (capital == 0 || small > capital) return false;
  const bool two_names = small == 0 && capital >= 2 && capital <= 4;
  return small * 3 <= capital ? sign || two_names || capital <= 3 : sign && words.size() <= 14;
}

bool is_complete_entry(std::string_view text) {
  while (text.ends_with(')')) {
    const auto bracket = text.rfind('(');
    if (bracket == std::string_view::npos) break;
    text = trim(text.substr(0, bracket));
  }
  const auto words = words_of(text);
  if (words.empty() || is_cut_off(text)) return false;
  if (is_post_noun(words.back()) || is_body_noun(words.back()) || is_acronym(words.back())) return true;
  if (words.size() > 2 && is_rank_word(words[0])) return true;
  // "Leisure": a unit; "Inclusion and Corporate": an adjective without its noun.
  const auto last = lower(bare(words.back()));
  static constexpr std::array<std::string_view, 14> kUnfinished = {"corporate", "strategic", "senior", "assistant", "principal", "social",
      "human", "community", "public", "mental", "environmental", "electoral", "cultural", "customer"};
  return std::find(kUnfinished.begin(), kUnfinished.end(), last) == kUnfinished.end();
}

std::vector<std::string> split_bodies(std::string_view text) {
  std::vector<std::string> out;
  auto plain = replace_all(std::string(text), " and ", "/");
  plain = replace_all(std::move(plain), " & ", "/");
  for (const char mark : {';', ',', '\n'}) std::replace(plain.begin(), plain.end(), mark, '/');
  for (const auto& part : split(plain, '/')) add_unique(out, part);
  return out;
}

}  // namespace makegood::extraction
