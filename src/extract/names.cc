#include "extract/names.h"

#include <algorithm>

#include "base/base.h"
#include "extract/vocabulary.h"

namespace makegood::extraction {
namespace {

bool is_place_word(std::string_view word) {
  static const std::unordered_set<std::string_view> kSet = {"in", "across", "throughout", "within", "at", "from", "of", "for", "to", "around"};
  return kSet.contains(word);
}

bool ends_clause(std::string_view word) {
  const char last = word.empty() ? ' ' : word.back();
  return last == '.' || last == ',' || last == ';' || last == ':' || last == ')' || last == '?';
}

// Bodies that are named by one word.
bool stands_alone(std::string_view word) {
  static const std::unordered_set<std::string_view> kSet = {"police", "probation", "schools", "council", "councils", "governors",
      "employers", "businesses", "partners", "residents", "universities", "colleges", "charities", "libraries", "headteachers", "volunteers"};
  return kSet.contains(lower(bare(word)));
}

// "Eastfield University | Health Board", "City College | Hospitals Trust": one name, not two.
bool carries_on(std::string_view before, std::string_view word) {
  static const std::unordered_set<std::string_view> kHosts = {"university", "universities", "college", "teaching", "hospital", "hospitals"};
  static const std::unordered_set<std::string_view> kTails = {"health", "hospital", "hospitals", "teaching", "nhs", "foundation", "trust", "students", "students'"};
  return kHosts.contains(lower(bare(before))) && kTails.contains(lower(bare(word)));
}

std::string joined(const std::vector<std::string_view>& words, std::size_t from, std::size_t to) {
  std::string out;
  for (auto n = from; n < to; ++n) {
    if (n > from) out += ' ';
    out += words[n];
  }
  return out;
}

// A cell that plainly holds several names without anything between them.
bool runs_together(const std::vector<std::string_view>& words) {
  if (is_post_noun(words.back())) return false;
  for (std::size_t n = 0; n + 1 < words.size(); ++n) {
    const bool joins = words[n + 1] == "and" || words[n + 1] == "&";
    if (is_body_noun(words[n]) && !joins && words.size() > 2) return true;
    if (is_acronym(words[n]) && (n > 0 || words.size() > 2 || is_acronym(words[n + 1])) && !joins) return true;
  }
  return words.size() > 1 && is_acronym(words.back()) && !words.front().starts_with('(');
}

constexpr std::size_t kLongestName = 8;
constexpr std::size_t kLongestRun = 40;

}  // namespace

void Names::add_entry(std::string_view text) {
  const auto words = words_of(text);
  if (words.empty() || words.size() > 12) return;
  if (!runs_together(words)) alone_.insert(fold(text));
  for (std::size_t n = 0; n < words.size(); ++n) {
    if (!is_acronym(words[n])) continue;
    const bool beside = (n > 0 && is_acronym(words[n - 1])) || (n + 1 < words.size() && is_acronym(words[n + 1]));
    if (beside || ends_clause(words[n])) alone_.insert(fold(words[n]));
  }
}

void Names::add_prose(std::string_view text) {
  const auto words = words_of(text);
  std::size_t n = 0;
  while (n < words.size()) {
    const auto word = bare(words[n]);
    if (!starts_upper(word)) {
      if (starts_lower(word)) small_.insert(std::string(word));
      ++n;
      continue;
    }
    auto end = n + 1;
    while (end < words.size() && !ends_clause(words[end - 1]) && starts_upper(bare(words[end]))) ++end;
    const bool inside = n > 0 && starts_lower(words[n - 1]) && !ends_clause(words[n - 1]);
    const auto name = fold(joined(words, n, end));
    if (inside && is_place_word(words[n - 1])) places_.insert(name);
    else if (inside && end - n <= kLongestName) prose_.insert(name);
    n = end;
  }
}

bool Names::alone(std::string_view text) const { return alone_.contains(fold(text)); }

bool Names::in_prose(std::string_view text) const {
  const auto folded = fold(text);
  return prose_.contains(folded) && !places_.contains(folded);
}

bool Names::written_small(std::string_view word) const { return small_.contains(lower(bare(word))); }


// How much it speaks for words [from, to) being one name. A name that stands alone elsewhere is
// worth most; a body's last noun ("Trust") speaks for an end; such a noun inside speaks against.
double Names::worth(const std::vector<std::string_view>& words, std::size_t from, std::size_t to) const {
  const auto size = to - from;
  const auto last = words[to - 1];
  if (!starts_upper(bare(words[from]))) return -10;
  const auto text = joined(words, from, to);
  if (alone(text)) return 3 + 0.5 * static_cast<double>(size);
  double worth = from > 0 && carries_on(words[from - 1], words[from]) ? -3 : 0;
  for (auto n = from; n + 1 < to; ++n)
    if (is_body_noun(words[n]) && !carries_on(words[n], words[n + 1])) worth -= 1.5;
  for (auto n = from + 1; n < to; ++n)
    if (is_acronym(words[n])) worth -= 1;
  // An acronym in a sentence may be the first word of a longer name: that alone parts nothing.
  if (in_prose(text) && !(size == 1 && is_acronym(last))) return worth + 2;
  if (is_body_noun(last)) return worth + (size > 1 ? 2.0 : stands_alone(last) ? 1.5 : -2.0);
  if (size > 1) return worth;
  return is_acronym(last) ? 0 : -1.5;
}

std::vector<std::string> Names::come_apart(std::string_view text) const {
  const auto words = words_of(text);
  std::vector<std::string> out;
  if (words.size() < 2 || words.size() > kLongestRun) return {std::string(text)};
  constexpr double kCut = 0.75;
  std::vector<double> best(words.size() + 1, -1e9);
  std::vector<std::size_t> from(words.size() + 1, 0);
  best[0] = kCut;
  for (std::size_t to = 1; to <= words.size(); ++to)
    for (std::size_t start = 0; start < to; ++start) {
      if (to - start > kLongestName && start > 0) continue;
      const double value = best[start] - kCut + worth(words, start, to);
      if (value > best[to] + 1e-9) best[to] = value, from[to] = start;
    }
  for (auto to = words.size(); to > 0; to = from[to]) out.push_back(joined(words, from[to], to));
  std::reverse(out.begin(), out.end());
  return out;
}

bool Names::is_person(std::string_view text) const {
  const auto bracket = text.find(" (");
  if (bracket != std::string_view::npos && bracket > 0) text = text.substr(0, bracket);
  const auto words = words_of(text);
  if (words.size() < 2 || words.size() > 3) return false;
  std::size_t small = 0;
  for (const auto word : words) {
    if (!starts_upper(word) || word.size() < 2 || is_acronym(word)) return false;
    if (word.find_first_of("0123456789&:/()@,.") != std::string_view::npos) return false;
    if (is_post_noun(word) || is_rank_word(word) || is_body_noun(word) || is_unit_word(word) || is_doing_word(word) || is_month(word)) return false;
  }
  for (const auto word : words) small += written_small(word);
  return small < words.size();
}

}  // namespace makegood::extraction
