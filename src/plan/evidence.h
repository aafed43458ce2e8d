#pragma once
// What speaks for two items being the same: their wording first; then reference, theme,
// neighbours, owners and timescale, which lift a likeness but never stand for one.
//
//   confidence = likeness ^ (1 - support)        0 <= support <= 0.8
//
// How far references can be trusted is learnt from the items whose wording alone matches: where
// everything was renumbered, the same number means nothing.

#include "plan/pairing.h"
#include "plan/wording.h"

namespace makegood {

class Evidence {
 public:
  /// All of them must outlive it.
  Evidence(const Plan& current, const Plan& draft, const Wordings& wordings, const Pairing& pairing);

  /// Learns anew from the pairs that there are now.
  void learn();
  [[nodiscard]] double trust_in_references() const { return trust_; }
  /// `most`: the likeness that their wording can have at most; below 1 where others are worded the
  /// same, so that the rest of the evidence decides between them.
  [[nodiscard]] Match weigh(std::size_t o, std::size_t n, double most = 1.0) const;
  [[nodiscard]] bool same_theme(std::size_t o, std::size_t n) const;

 private:
  struct Support {
    double amount = 0;
    Match* match = nullptr;
    void add(bool holds, double share, MatchReason reason);
  };
  void add_reference(Support& support, std::size_t o, std::size_t n) const;
  void add_neighbours(Support& support, std::size_t o, std::size_t n) const;
  [[nodiscard]] bool near(std::size_t o, std::size_t n, int step) const;

  const Plan& current_;
  const Plan& draft_;
  const Wordings& wordings_;
  const Pairing& pairing_;
  ThemePairs themes_;
  double trust_ = 1;
};

}  // namespace makegood
