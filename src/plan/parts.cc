#include "plan/parts.h"

#include <algorithm>
#include <unordered_map>

namespace makegood {
namespace {

constexpr double kLeastCoverage = 0.7;   // of the whole, by all parts together
constexpr double kLeastContained = 0.6;  // of a part, in the whole
constexpr double kLeastNew = 0.12;       // of the whole, that no part before has
constexpr double kWhollyKept = 0.85;     // a whole that its partner covers so far was not split
constexpr std::size_t kFewestWords = 5;  // of a whole
constexpr std::size_t kMostPartsOfOneWord = 50;

using Places = std::vector<std::size_t>;

// One version's items, seen from the other: those without a partner may be parts.
struct Side {
  const std::vector<ItemWords>& items;
  std::vector<std::size_t> partner;
  std::vector<bool> left_out;  ///< gone already
};

struct Part {
  std::size_t item = 0;
  double shared = 0;
};

class Search {
 public:
  Search(const Wordings& w, const Side& wholes, const Side& parts) : w_(w), wholes_(wholes), parts_(parts), claimed_(parts.items.size()) {
    for (std::size_t p = 0; p < parts.items.size(); ++p)
      if (is_free(p))
        for (const auto word : telling_words(parts.items[p].title_words)) by_word_[word].push_back(p);
  }

  std::vector<Whole> find() {
    std::vector<Whole> found;
    if (by_word_.empty()) return found;
    for (std::size_t whole = 0; whole < wholes_.items.size(); ++whole) {
      if (wholes_.left_out[whole] || wholes_.items[whole].title_words.words.size() < kFewestWords) continue;
      auto candidate = parts_of(whole);
      if (candidate.parts.size() < 2 || candidate.coverage < kLeastCoverage) continue;
      for (const auto part : candidate.parts) claimed_[part] = true;
      found.push_back(std::move(candidate));
    }
    return found;
  }

 private:
  [[nodiscard]] bool is_free(std::size_t part) const { return parts_.partner[part] == Pairing::kNone && !parts_.left_out[part] && !claimed_[part]; }

  [[nodiscard]] std::vector<Part> free_parts(const WordSet& whole) const {
    Places places;
    for (const auto word : whole.words)
      if (const auto found = by_word_.find(word); found != by_word_.end() && found->second.size() <= kMostPartsOfOneWord)
        places.insert(places.end(), found->second.begin(), found->second.end());
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    std::vector<Part> parts;
    for (const auto place : places) {
      const auto& words = parts_.items[place].title_words;
      const double shared = shared_weight(w_, words, whole);
      if (is_free(place) && shared >= kLeastContained * words.weight) parts.push_back({place, shared});
    }
    std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.shared > b.shared; });
    return parts;
  }

  // The partner first, then whoever adds most of what is not covered yet.
  [[nodiscard]] Whole parts_of(std::size_t item) const {
    const auto& words = wholes_.items[item].title_words;
    Whole whole{item, {}, 0};
    WordSet covered;
    const auto take = [&](std::size_t part) {
      whole.parts.push_back(part);
      covered = united(w_, covered, parts_.items[part].title_words);
      whole.coverage = shared_weight(w_, covered, words) / words.weight;
    };
    if (const auto partner = wholes_.partner[item]; partner != Pairing::kNone) {
      take(partner);
      if (whole.coverage >= kWhollyKept) return whole;
    }
    for (const auto& part : free_parts(words)) {
      const auto with = united(w_, covered, parts_.items[part.item].title_words);
      if (shared_weight(w_, with, words) / words.weight - whole.coverage >= kLeastNew) take(part.item);
    }
    return whole;
  }

  const Wordings& w_;
  const Side& wholes_;
  const Side& parts_;
  std::vector<bool> claimed_;
  std::unordered_map<std::uint32_t, Places> by_word_;
};

Side old_side(const Plan& current, const Wordings& w, const Pairing& pairing) {
  Side side{w.old_items, {}, {}};
  for (std::size_t o = 0; o < pairing.old_items(); ++o) {
    side.partner.push_back(pairing.new_of(o));
    side.left_out.push_back(current.items[o].absent);
  }
  return side;
}

Side new_side(const Wordings& w, const Pairing& pairing) {
  Side side{w.new_items, {}, std::vector<bool>(pairing.new_items())};
  for (std::size_t n = 0; n < pairing.new_items(); ++n) side.partner.push_back(pairing.old_of(n));
  return side;
}

// The whole and its closest part are one item; how surely, their common words say.
void settle(Pairing& pairing, std::size_t o, std::size_t n, double coverage) {
  if (pairing.old_of(n) != o) pairing.pair(o, n, {coverage, {}, false});
  auto& match = pairing.match(n);
  std::erase(match.reasons, MatchReason::several_alike);
  match.confidence = std::max(match.confidence, coverage);
  match.reasons.push_back(MatchReason::shared_words);
}

}  // namespace

Parts find_parts(const Plan& current, const Wordings& w, Pairing& pairing) {
  Parts parts;
  parts.splits = Search(w, old_side(current, w, pairing), new_side(w, pairing)).find();
  for (const auto& split : parts.splits) settle(pairing, split.item, split.parts.front(), split.coverage);
  // A part of a split is spoken for: it is not at once what others were merged into.
  auto wholes = new_side(w, pairing);
  for (const auto& split : parts.splits)
    for (const auto part : split.parts) wholes.left_out[part] = true;
  parts.merges = Search(w, wholes, old_side(current, w, pairing)).find();
  for (const auto& merge : parts.merges) settle(pairing, merge.parts.front(), merge.item, merge.coverage);
  return parts;
}

}  // namespace makegood
