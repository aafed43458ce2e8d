#include "codeframe/label.h"

#include <algorithm>
#include <array>
#include <map>

#include "codeframe/frame.h"
#include "codeframe/phrases.h"

namespace makegood::codes {
namespace {

constexpr std::size_t kMostWords = 24;

bool is_group(std::string_view target) { return group_of(target) == target; }

Meaning meaning_of_phrase(const Phrase& phrase) {
  // In the order of Role.
  constexpr std::array kSays = {Says::place,   Says::place,          Says::place,  Says::nation,
                                Says::nowhere, Says::collective,     Says::total,  Says::nothing,
                                Says::unknown, Says::not_applicable, Says::several};
  return {kSays.at(static_cast<std::size_t>(phrase.role)), phrase.target, phrase.note};
}

// What two readings of one label have in common.
Meaning shared(const Meaning& a, const Meaning& b) {
  if (a == b) return a;
  if (a.says == Says::unknown && b.says == Says::unknown) {
    if (a.target == b.target) return a;
    return {Says::unknown, "", "several kinds of unknown in one label"};
  }
  if (a.says == Says::place && b.says == Says::place) {
    if (a.target == b.target) return a;
    if (group_of(a.target) == group_of(b.target))
      return {Says::place, group_of(a.target), "the label covers more than one group of it"};
  }
  if (a.says == Says::nothing || b.says == Says::nothing) return {};
  return {Says::several, "", "the label covers groups that share no parent"};
}

// Chinese stood under Other in 2001, and DfE has it on top: a heading may say so without contradiction.
bool fits(std::string_view heading, std::string_view target) {
  return heading == group_of(target) || heading == target || (heading == "Other" && target == "ACH");
}

Meaning placed_under(const std::string& heading, const Meaning& inner) {
  if (inner.says == Says::unknown && heading == "Other")
    return inner;  // data.police.uk: "Other ethnic group - Not stated"
  if (inner.says == Says::unknown) return {Says::place, heading, "the label says no more"};
  if (inner.says == Says::total) return {Says::place, heading, "all of the group"};
  if (heading == "Mixed" && (inner.says == Says::place || inner.says == Says::several)) {
    if (group_of(inner.target) == "Mixed") return inner;
    return {Says::place, "Mixed", "the label names a background that is not a Mixed group of the frame"};
  }
  if (inner.says == Says::nowhere || inner.says == Says::nation)
    return {Says::place, heading, "a nationality or religion adds nothing"};
  if (inner.says != Says::place) return {};
  if (!fits(heading, inner.target)) return {Says::several, "", "the words contradict each other"};
  return is_group(inner.target) && !is_group(heading) ? Meaning{Says::place, heading, ""} : inner;
}

// Reads one label. Every run of words is read once and remembered: a label of headings alone ("mixed mixed
// mixed ...") would otherwise be read in as many ways as there are divisions of it.
class Reader {
 public:
  Meaning read(WordsView words);

 private:
  Meaning read_afresh(WordsView words);
  Meaning read_under(const std::string& heading, WordsView words);
  Meaning read_under_afresh(const std::string& heading, WordsView words);
  Meaning read_with_heading_first(WordsView words);
  Meaning read_with_heading_last(WordsView words);
  Meaning read_other_of_heading(WordsView words);
  Meaning read_after_nation(WordsView words);
  Meaning read_including(WordsView words);
  Meaning read_all(WordsView words);

  std::map<std::string, Meaning> read_already_, under_already_;
};

// Reads what stands between connectors, each part by `read_part`, and joins.
template <class ReadPart>
Meaning read_alternatives(WordsView words, ReadPart read_part) {
  if (std::none_of(words.begin(), words.end(), is_connector)) return {};
  std::vector<Meaning> parts;
  for (std::size_t from = 0; from <= words.size();) {
    std::size_t to = from;
    while (to < words.size() && !is_connector(words[to])) ++to;
    parts.push_back(read_part(words.subspan(from, to - from)));
    from = to + 1;
  }
  const auto nations =
      std::all_of(parts.begin(), parts.end(), [](const Meaning& part) { return part.says == Says::nation; });
  if (nations && parts.size() >= 3) return {Says::place, "WBR", "the nations listed are the census label"};
  auto all = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) all = shared(all, parts[i]);
  return all;
}

Meaning Reader::read_under(const std::string& heading, WordsView words) {
  const auto key = heading + ": " + phrase_of(words);
  if (const auto found = under_already_.find(key); found != under_already_.end()) return found->second;
  return under_already_[key] = read_under_afresh(heading, words);
}

Meaning Reader::read_under_afresh(const std::string& heading, WordsView words) {
  if (const auto* phrase = phrases().under(heading, words)) return meaning_of_phrase(*phrase);
  const auto alone = read(words);
  if (alone.says == Says::place || alone.says == Says::unknown || alone.says == Says::total) {
    const auto placed = placed_under(heading, alone);
    if (placed.says == Says::place || placed.says == Says::unknown) return placed;
  }
  const auto parts = read_alternatives(words, [&](WordsView part) { return read_under(heading, part); });
  if (parts.says == Says::place) return parts;
  return placed_under(heading, alone);
}

// How many words the heading takes at the front, passing over "or" between its words; 0 = it is not there.
std::size_t heading_at_front(const Words& heading, WordsView words) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < heading.size(); ++i) {
    if (i > 0 && at < words.size() && words[at] == "or" && heading[i] != "or") ++at;
    if (at >= words.size() || words[at] != heading[i]) return 0;
    ++at;
  }
  return at;
}

std::size_t heading_at_end(const Words& heading, WordsView words) {
  if (heading.size() >= words.size()) return 0;
  const auto tail = words.last(heading.size());
  return std::equal(tail.begin(), tail.end(), heading.begin()) ? heading.size() : 0;
}

Meaning Reader::read_with_heading_first(WordsView words) {
  for (const auto& heading : phrases().headings()) {
    const auto taken = heading_at_front(heading.words, words);
    if (taken == 0) continue;
    if (taken == words.size()) return {Says::place, heading.target, ""};
    const auto rest = words.subspan(taken);
    if (is_connector(rest.front())) continue;
    if (auto inner = read_under(heading.target, rest); inner.says != Says::nothing) return inner;
  }
  return {};
}

Meaning Reader::read_with_heading_last(WordsView words) {
  for (const auto& heading : phrases().headings()) {
    const auto taken = heading_at_end(heading.words, words);
    if (taken == 0 || is_connector(words[words.size() - taken - 1])) continue;
    if (auto inner = read_under(heading.target, words.first(words.size() - taken)); inner.says != Says::nothing)
      return inner;
  }
  return {};
}

// "Any other Black / African / Caribbean background", "Other mixed".
Meaning Reader::read_other_of_heading(WordsView words) {
  const auto skip = words.size() > 1 && words[0] == "any" ? 1U : 0U;
  if (words.size() < skip + 2 || (words[skip] != "other" && words[skip] != "others")) return {};
  const auto rest = words.subspan(skip + 1);
  for (const auto& heading : phrases().headings())
    if (heading_at_front(heading.words, rest) == rest.size()) {
      static const Words kOther{"other"};
      return heading.target == "ACH" ? Meaning{Says::place, "ACH", ""} : read_under(heading.target, kOther);
    }
  return {};
}

// "British Pakistani": the nation adds nothing to a group that is not White.
Meaning Reader::read_after_nation(WordsView words) {
  for (std::size_t taken = 1; taken <= 2 && taken < words.size(); ++taken) {
    const auto* nation = phrases().bare(words.first(taken));
    if (!nation || nation->role != Role::nation || is_connector(words[taken])) continue;
    const auto rest = read(words.subspan(taken));
    if (rest.says == Says::place && group_of(rest.target) != "White") return rest;
  }
  return {};
}

// "Other inc. Chinese" covers both; "Asian excluding Chinese" is part of Asian.
Meaning Reader::read_including(WordsView words) {
  const auto says = [](const std::string& word, std::string_view stem) {
    return word.starts_with(stem) && word.size() <= 9;
  };
  for (std::size_t at = 1; at + 1 < words.size(); ++at) {
    const bool in = words[at] == "inc" || says(words[at], "incl"), out = words[at] == "exc" || says(words[at], "excl");
    if (!in && !out) continue;
    const auto head = read(words.first(at)), tail = read(words.subspan(at + 1));
    if (head.says != Says::place || tail.says == Says::nothing) return head.says == Says::collective ? head : Meaning{};
    if (in) return shared(head, tail);
    return {Says::place, group_of(head.target), "part of the group is left out"};
  }
  return {};
}

// "All aged 16 and over" is a total; "All Asian" is Asian.
Meaning Reader::read_all(WordsView words) {
  if (words.size() < 2 || words.front() != "all") return {};
  if (auto rest = read(words.subspan(1)); rest.says != Says::nothing) return rest;
  const auto passes = [](const std::string& word) {
    return is_connector(word) || phrases().describes_population(word) ||
           word.find_first_not_of("0123456789") == std::string::npos;
  };
  if (!std::all_of(words.begin() + 1, words.end(), passes)) return {};
  return {Says::total, "", "total"};
}

Meaning Reader::read_afresh(WordsView words) {
  if (const auto* phrase = phrases().bare(words)) return meaning_of_phrase(*phrase);
  for (const auto step : {&Reader::read_other_of_heading, &Reader::read_including, &Reader::read_with_heading_first,
                          &Reader::read_with_heading_last, &Reader::read_after_nation, &Reader::read_all})
    if (auto meaning = (this->*step)(words); meaning.says != Says::nothing) return meaning;
  return read_alternatives(words, [this](WordsView part) { return read(part); });
}

Meaning Reader::read(WordsView words) {
  if (words.empty()) return {};
  const auto key = phrase_of(words);
  if (const auto found = read_already_.find(key); found != read_already_.end()) return found->second;
  return read_already_[key] = read_afresh(words);
}

}  // namespace

std::string group_of(std::string_view code_or_group) {
  return std::string(code_frame("ethnicity-2021")->top(code_or_group));
}

Meaning meaning_of(WordsView words) { return words.size() > kMostWords ? Meaning{} : Reader{}.read(words); }

std::string_view kind_of_unknown(std::string_view detail) {
  return detail == "declined" || detail == "no_answer" ? "not_stated" : "not_known";
}

}  // namespace makegood::codes
