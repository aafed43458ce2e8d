#pragma once
// How sure an interval is to be. The normal quantile is worked out once, here.

#include <optional>

namespace makegood {

class Confidence {
 public:
  /// 95 %.
  Confidence() = default;
  /// Nothing unless 0 < level < 1.
  [[nodiscard]] static std::optional<Confidence> of(double level);

  [[nodiscard]] double level() const { return level_; }
  /// What is left on each side: 0.025 for 95 %.
  [[nodiscard]] double tail() const { return tail_; }
  /// The normal quantile of `1 - tail()`: 1.96 for 95 %.
  [[nodiscard]] double z() const { return z_; }

 private:
  double level_ = 0.95;
  double tail_ = 0.025;
  double z_ = 1.959963984540054;
};

}  // namespace makegood
