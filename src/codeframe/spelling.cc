#include "codeframe/spelling.h"

#include <algorithm>
#include <array>

namespace makegood::codes {
namespace {

constexpr std::size_t kLongest = 24;  // no word of the catalogue is longer
constexpr std::size_t kShortest = 4;

std::size_t slips_allowed(std::size_t letters) { return letters < 8 ? 1 : 2; }

// A word of four letters may lack a letter; anything looser would make words of each other.
bool may_be(const std::string& word, const std::string& known) {
  return word.size() > kShortest ? known.size() >= kShortest : known.size() == word.size() + 1;
}

std::optional<std::string> nearest(const std::string& word, const std::set<std::string, std::less<>>& vocabulary) {
  if (word.size() < kShortest || word.size() > kLongest) return std::nullopt;
  auto best = slips_allowed(word.size()) + 1;
  std::optional<std::string> found;
  for (auto at = vocabulary.lower_bound(word.substr(0, 1)); at != vocabulary.end() && at->front() == word.front();
       ++at) {
    if (!may_be(word, *at)) continue;
    const auto slips = slips_between(word, *at, slips_allowed(word.size()));
    if (slips > best || slips > slips_allowed(word.size())) continue;
    found = slips < best ? std::optional(*at) : std::nullopt;  // two as near: nobody can say which
    best = slips;
  }
  return found;
}

std::optional<Words> parted(const std::string& word, const std::set<std::string, std::less<>>& vocabulary) {
  std::optional<Words> found;
  if (word.size() > 2 * kLongest) return found;
  for (std::size_t cut = kShortest; cut + kShortest <= word.size(); ++cut) {
    if (!vocabulary.contains(word.substr(0, cut)) || !vocabulary.contains(word.substr(cut))) continue;
    if (found) return std::nullopt;
    found = Words{word.substr(0, cut), word.substr(cut)};
  }
  return found;
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

Respelt respell(WordsView words, const std::set<std::string, std::less<>>& vocabulary) {
  Respelt out;
  for (const auto& word : words) {
    auto better = Words{word};
    if (!is_connector(word) && !vocabulary.contains(word)) {
      if (const auto two = parted(word, vocabulary))
        better = *two;
      else if (const auto one = nearest(word, vocabulary))
        better = {*one};
    }
    if (better != Words{word}) {
      if (!out.changes.empty()) out.changes += ", ";
      out.changes += "\"" + word + "\" as \"" + phrase_of(better) + "\"";
    }
    out.words.insert(out.words.end(), better.begin(), better.end());
  }
  return out;
}

}  // namespace makegood::codes
