#pragma once
// Indicators 2, 3 and 4 of the NHS Workforce Race Equality Standard: how likely White staff are, compared with staff
// from ethnic minorities, to be appointed, disciplined, or trained.

#include <array>
#include <string_view>

#include "statistics/status.h"

namespace makegood {

struct WresIndicator {
  int number;
  std::string_view outcome;
  bool white_over_bme;  ///< which of the two likelihoods is on top: above 1 is worse for ethnic minorities in each
};

/// Source: NHS England, Workforce Race Equality Standard technical guidance (2023).
inline constexpr std::array kWresIndicators = {
    WresIndicator{2, "appointed from shortlisting", true},
    WresIndicator{3, "entering the formal disciplinary process", false},
    WresIndicator{4, "accessing non-mandatory training and development", true},
};

struct RelativeLikelihood {
  Status status = Status::ok;
  Figure white, bme;             ///< shares of those at the base
  Figure relative;               ///< as the indicator has it
  std::string_view orientation;  ///< "White/BME" or "BME/White"; empty for another indicator
};

/// Edge: nobody at a base: zero_denominator; a likelihood of 0 below the line: undefined.
/// Refuses, as its status: another indicator -> out_of_range; negative; events_exceed_n.
[[nodiscard]] RelativeLikelihood relative_likelihood(double indicator, double white_base, double white_outcome,
                                                     double bme_base, double bme_outcome);

}  // namespace makegood
