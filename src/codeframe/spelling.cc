#include "codeframe/spelling.h"

#include <algorithm>
#include <array>

namespace makegood::codes {
namespace {

constexpr std::size_t kLongest = 24;  // no word of the catalogue is longer
constexpr std::size_t kShortest = 4;

constexpr std::size_t kMostWays = 32;

std::size_t slips_allowed(const std::string& word, const std::string& known) {
  return word.size() >= 8 && word.front() == known.front() ? 2 : 1;
}

// A word of four letters may lack a letter; anything looser would make words of each other.
bool may_be(const std::string& word, const std::string& known) {
  return word.size() > kShortest ? known.size() >= kShortest : known.size() == word.size() + 1;
}

std::vector<Words> nearest(const std::string& word, const std::set<std::string, std::less<>>& vocabulary) {
  std::vector<Words> found;
  if (word.size() < kShortest || word.size() > kLongest) return found;
  std::size_t best = 2;
  for (const auto& known : vocabulary) {
    const auto allowed = slips_allowed(word, known);
    if (!may_be(word, known)) continue;
    const auto slips = slips_between(word, known, allowed);
    if (slips > allowed || slips > best) continue;
    if (slips < best) found.clear();
    best = slips;
    found.push_back({known});
  }
  return found;
}

std::vector<Words> parted(const std::string& word, const std::set<std::string, std::less<>>& vocabulary) {
  constexpr std::size_t kShortestPart = 3;
  std::vector<Words> found;
  if (word.size() > 2 * kLongest) return found;
  for (std::size_t cut = kShortestPart; cut + kShortestPart <= word.size(); ++cut)
    if (vocabulary.contains(word.substr(0, cut)) && vocabulary.contains(word.substr(cut)))
      found.push_back({word.substr(0, cut), word.substr(cut)});
  return found;
}

// What a word may have been meant to be: itself when it is known.
std::vector<Words> meant_by(const std::string& word, const std::set<std::string, std::less<>>& vocabulary) {
  const bool figure = word.find_first_not_of("0123456789") == std::string::npos;
  if (is_connector(word) || figure || vocabulary.contains(word)) return {Words{word}};
  auto ways = parted(word, vocabulary);
  return ways.empty() ? nearest(word, vocabulary) : ways;
}

}  // namespace

std::size_t slips_between(std::string_view a, std::string_view b, std::size_t limit) {
  const auto longer = std::max(a.size(), b.size());
  if (longer > kLongest || longer - std::min(a.size(), b.size()) > limit) return limit + 1;
  std::array<std::array<std::size_t, kLongest + 1>, kLongest + 1> cost{};
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const auto wrong = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, wrong});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  return std::min(cost[a.size()][b.size()], limit + 1);
}

std::vector<Respelt> respellings(WordsView words, const std::set<std::string, std::less<>>& vocabulary) {
  std::vector<Respelt> ways(1);
  for (const auto& word : words) {
    const auto meant = meant_by(word, vocabulary);
    std::vector<Respelt> longer;
    for (const auto& way : ways)
      for (const auto& one : meant) {
        auto& next = longer.emplace_back(way);
        next.words.insert(next.words.end(), one.begin(), one.end());
        if (one == Words{word}) continue;
        if (!next.changes.empty()) next.changes += ", ";
        next.changes += "\"" + word + "\" as \"" + phrase_of(one) + "\"";
      }
    if (longer.empty() || longer.size() > kMostWays) return {};
    ways = std::move(longer);
  }
  return ways.front().changes.empty() ? std::vector<Respelt>{} : ways;
}

}  // namespace makegood::codes
