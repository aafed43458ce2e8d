#include "people/suggest.h"

#include <algorithm>
#include <optional>

#include "people/directory.h"

namespace makegood {
namespace {

constexpr double kWeightOfRank = 0.3;
constexpr double kOneLetterOff = 0.75;
constexpr double kOrganisationAlone = 0.8;  // it says where, not who
constexpr std::size_t kShortestMisspelt = 5;

constexpr auto kEmptyWords = std::to_array<std::string_view>({"a", "and", "at", "for", "in", "of", "on", "the", "to", "with"});
constexpr auto kRankWords = std::to_array<std::string_view>(
    {"adviser", "advisor", "assistant", "chief", "coordinator", "corporate", "director", "executive", "head", "lead", "leader", "manager",
     "member", "officer", "operational", "principal", "senior", "service", "services", "strategic", "team"});

bool is_in(const auto& words, std::string_view word) { return std::find(words.begin(), words.end(), word) != words.end(); }

double weight(std::string_view word) {
  if (is_in(kEmptyWords, word)) return 0.0;
  return is_in(kRankWords, word) ? kWeightOfRank : 1.0;
}

struct Words {
  std::vector<std::string> words;  // each once, those that weigh
  double weight = 0.0;
};

Words words_of(std::string_view name) {
  Words found;
  for (auto& word : split(fold(name), ' ')) {
    if (word.empty() || weight(word) == 0.0 || is_in(found.words, word)) continue;
    found.weight += weight(word);
    found.words.push_back(std::move(word));
  }
  return found;
}

// One letter more, less, or another; bytes stand for letters.
bool one_letter_off(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < kShortestMisspelt || b.size() - a.size() > 1) return false;
  const auto [from_a, from_b] = std::mismatch(a.begin(), a.end(), b.begin());
  const auto rest_a = a.substr(static_cast<std::size_t>(from_a - a.begin()));
  const auto rest_b = b.substr(static_cast<std::size_t>(from_b - b.begin()));
  if (rest_a.size() == rest_b.size()) return !rest_a.empty() && rest_a.substr(1) == rest_b.substr(1);
  return rest_a == rest_b.substr(1);
}

double in_common(const Words& a, const Words& b) {
  double shared = 0.0;
  for (const auto& word : a.words) {
    const bool same = is_in(b.words, word);
    const bool near = !same && std::any_of(b.words.begin(), b.words.end(), [&](const auto& other) { return one_letter_off(word, other); });
    shared += weight(word) * (same ? 1.0 : near ? kOneLetterOff : 0.0);
  }
  return shared;
}

double likeness(const Words& a, const Words& b) {
  const double all = a.weight + b.weight;
  if (all == 0.0) return 0.0;
  return (in_common(a, b) + in_common(b, a)) / all;
}

std::vector<Words> words_of_names(std::string_view name, const std::vector<std::string>& also_called) {
  std::vector<Words> names{words_of(name)};
  for (const auto& other : also_called) names.push_back(words_of(other));
  return names;
}

// What was written without the organisation's name, where all of that stands in it.
std::optional<Words> without_body(const Words& written, const Words& body) {
  Words rest;
  for (const auto& word : written.words) {
    if (is_in(body.words, word)) continue;
    rest.weight += weight(word);
    rest.words.push_back(word);
  }
  if (body.words.empty() || rest.words.size() + body.words.size() != written.words.size()) return std::nullopt;
  return rest;
}

// How like a post is to what was written, by the best of all that it may be called.
double likeness_of_post(const Directory& directory, const Post& post, const Words& written) {
  const auto titles = words_of_names(post.title, post.also_called);
  double best = 0.0;
  const auto compare = [&](const Words& name) {
    for (const auto& title : titles) best = std::max(best, likeness(name, title));
  };
  compare(written);
  const auto* organisation = find_organisation(directory, post.organisation);
  if (organisation == nullptr) return best;
  for (const auto& body : words_of_names(organisation->name, organisation->also_called)) {
    const auto rest = without_body(written, body);
    if (rest && rest->weight >= 1.0) compare(*rest);
    else best = std::max(best, kOrganisationAlone * likeness(written, body));
  }
  return best;
}

}  // namespace

double likeness_of_names(std::string_view a, std::string_view b) { return likeness(words_of(a), words_of(b)); }

std::vector<Suggestion> suggest_posts(const Directory& directory, std::string_view name, Day day) {
  const auto written = words_of(name);
  std::vector<Suggestion> found;
  for (const auto& post : directory.posts) {
    const double like = likeness_of_post(directory, post, written);
    const auto now = post_on(directory, post.id, day);
    const auto* standing = find_post(directory, now);
    if (like < kLeastLikeness || standing == nullptr || !standing->term.holds(day)) continue;
    const auto known = std::find_if(found.begin(), found.end(), [&](const Suggestion& s) { return s.post == now; });
    if (known == found.end()) {
      found.push_back({now, like});
    } else {
      known->likeness = std::max(known->likeness, like);
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Suggestion& a, const Suggestion& b) { return a.likeness > b.likeness; });
  if (found.size() > kMostSuggestions) found.resize(kMostSuggestions);
  return found;
}

}  // namespace makegood
