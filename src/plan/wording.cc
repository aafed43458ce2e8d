#include "plan/wording.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <unordered_map>

namespace makegood {
namespace {

constexpr double kDetailShare = 0.25;
constexpr double kNearlySame = 0.85;        // of a word with another ending, or one letter off
constexpr std::size_t kMostNearWords = 16;  // of either wording; more differing words are no slips
constexpr double kSmallestCrowd = 50;       // below this many items no word is called common

using Words = std::vector<std::string>;

struct RawItem {
  Words title, detail;
};

Words distinct_words(const std::string& folded) {
  auto words = split(folded, ' ');
  std::erase(words, "");
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// In how many items of one plan each word stands.
using Uses = std::unordered_map<std::string, std::uint32_t>;

Uses uses_in(const std::vector<RawItem>& items) {
  Uses uses;
  for (const auto& item : items) {
    for (const auto& word : item.title) ++uses[word];
    for (const auto& word : item.detail)
      if (!std::binary_search(item.title.begin(), item.title.end(), word)) ++uses[word];
  }
  return uses;
}

// The greater of both plans: a word that the newer plan has no longer is not rarer for it.
void join_uses(Uses& into, const Uses& from) {
  for (const auto& [word, n] : from) into[word] = std::max(into[word], n);
}

std::unordered_map<std::string, std::uint32_t> number_words(Wordings& wordings, const Uses& uses, double items) {
  std::vector<std::pair<std::uint32_t, std::string>> by_use;
  for (const auto& [word, n] : uses) by_use.emplace_back(n, word);
  std::sort(by_use.begin(), by_use.end());
  std::unordered_map<std::string, std::uint32_t> numbers;
  const double crowd = std::max(items, kSmallestCrowd);
  for (const auto& [n, word] : by_use) {
    numbers.emplace(word, static_cast<std::uint32_t>(wordings.words.size()));
    wordings.words.push_back(word);
    wordings.weights.push_back(0.1 + std::log(crowd / n));
  }
  return numbers;
}

std::vector<RawItem> raw_items(const Plan& plan, std::vector<ItemWords>& items) {
  std::vector<RawItem> raw;
  for (const auto& item : plan.items) {
    items.push_back({fold(item.title), lower(squeeze(item.ref)), {}, {}, {}});
    raw.push_back({distinct_words(items.back().title), distinct_words(fold(item.detail))});
  }
  return raw;
}

WordSet set_of(const Wordings& wordings, std::vector<std::uint32_t> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  WordSet set{std::move(words), 0};
  for (const auto word : set.words) set.weight += wordings.weights[word];
  return set;
}

bool one_letter_off(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1 || a.size() < 4) return false;
  std::size_t head = 0, tail = 0;
  while (head < a.size() && a[head] == b[head]) ++head;
  while (tail < a.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  const auto left = a.size() - head - tail;
  // One letter more, one letter other, or two neighbours swapped.
  return left <= 1 || (left == 2 && a.size() == b.size() && a[head] == b[head + 1] && a[head + 1] == b[head]);
}

bool nearly_same(std::string_view a, std::string_view b) {
  if (one_letter_off(a, b)) return true;
  const auto stem = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  return stem >= 5 && stem * 10 >= std::max(a.size(), b.size()) * 6;
}

struct Overlap {
  WordSet both, only_a, only_b;
};

Overlap overlap_of(const WordSet& a, const WordSet& b) {
  Overlap o;
  std::set_intersection(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(), std::back_inserter(o.both.words));
  std::set_difference(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(), std::back_inserter(o.only_a.words));
  std::set_difference(b.words.begin(), b.words.end(), a.words.begin(), a.words.end(), std::back_inserter(o.only_b.words));
  return o;
}

// What words that are nearly the same add to the shared weight.
double near_weight(const Wordings& w, const Overlap& o) {
  if (o.only_a.words.size() > kMostNearWords || o.only_b.words.size() > kMostNearWords) return 0;
  auto left = o.only_b.words;
  double weight = 0;
  for (const auto word : o.only_a.words) {
    const auto found = std::find_if(left.begin(), left.end(), [&](auto other) { return nearly_same(w.words[word], w.words[other]); });
    if (found == left.end()) continue;
    weight += kNearlySame * (w.weights[word] + w.weights[*found]) / 2;
    left.erase(found);
  }
  return weight;
}

double likeness_of_sets(const Wordings& w, const WordSet& a, const WordSet& b) {
  if (a.weight + b.weight <= 0) return 0;
  const auto o = overlap_of(a, b);
  double shared = near_weight(w, o);
  for (const auto word : o.both.words) shared += w.weights[word];
  return std::min(1.0, 2 * shared / (a.weight + b.weight));
}

}  // namespace

Wordings wordings_of(const Plan& current, const Plan& draft) {
  Wordings w;
  const auto old_raw = raw_items(current, w.old_items);
  const auto new_raw = raw_items(draft, w.new_items);
  auto uses = uses_in(old_raw);
  join_uses(uses, uses_in(new_raw));
  const auto numbers = number_words(w, uses, static_cast<double>(std::max(old_raw.size(), new_raw.size())));
  const auto fill = [&](std::vector<ItemWords>& items, const std::vector<RawItem>& raw) {
    const auto numbered = [&](const Words& words) {
      std::vector<std::uint32_t> list;
      for (const auto& word : words) list.push_back(numbers.at(word));
      return set_of(w, std::move(list));
    };
    for (std::size_t i = 0; i < items.size(); ++i) {
      items[i].title_words = numbered(raw[i].title);
      items[i].detail_words = numbered(raw[i].detail);
      items[i].all = united(w, items[i].title_words, items[i].detail_words);
    }
  };
  fill(w.old_items, old_raw);
  fill(w.new_items, new_raw);
  return w;
}

double likeness(const Wordings& w, const ItemWords& a, const ItemWords& b) {
  const bool same_title = a.title == b.title && !a.title.empty();
  const double title = same_title ? 1.0 : likeness_of_sets(w, a.title_words, b.title_words);
  if (a.detail_words.words.empty() || b.detail_words.words.empty()) return title;
  return (1 - kDetailShare) * title + kDetailShare * likeness_of_sets(w, a.detail_words, b.detail_words);
}

double shared_weight(const Wordings& w, const WordSet& a, const WordSet& b) {
  double weight = 0;
  auto y = b.words.begin();
  for (const auto word : a.words) {
    while (y != b.words.end() && *y < word) ++y;
    if (y != b.words.end() && *y == word) weight += w.weights[word];
  }
  return weight;
}

std::vector<std::uint32_t> telling_words(const WordSet& set) {
  const auto n = std::min(set.words.size(), set.words.size() / 2 + 1);
  return {set.words.begin(), set.words.begin() + static_cast<std::ptrdiff_t>(n)};
}

WordSet united(const Wordings& w, const WordSet& a, const WordSet& b) {
  auto words = a.words;
  words.insert(words.end(), b.words.begin(), b.words.end());
  return set_of(w, std::move(words));
}

}  // namespace makegood
