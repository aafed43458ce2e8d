#include "statistics/wres.h"

#include <algorithm>

#include "statistics/policy.h"

namespace makegood {
namespace {

using statistics::figure;

Status fault_of(double base, double outcome) {
  if (base < 0 || outcome < 0) return Status::negative;
  if (outcome > base) return Status::events_exceed_n;
  return base > 0 ? Status::ok : Status::zero_denominator;
}

// A contradiction weighs more than a base of nobody.
Status worse(Status a, Status b) { return is_contradiction(a) || b == Status::ok ? a : b; }

}  // namespace

RelativeLikelihood relative_likelihood(double indicator, double white_base, double white_outcome, double bme_base,
                                       double bme_outcome) {
  RelativeLikelihood out;
  const auto found = std::find_if(kWresIndicators.begin(), kWresIndicators.end(), [&](const WresIndicator& one) {
    return static_cast<double>(one.number) == indicator;
  });
  if (found == kWresIndicators.end()) {
    out.status = Status::out_of_range;
    return out;
  }
  out.orientation = found->white_over_bme ? "White/BME" : "BME/White";
  const auto white_fault = fault_of(white_base, white_outcome), bme_fault = fault_of(bme_base, bme_outcome);
  if (white_fault == Status::ok) out.white = figure(white_outcome / white_base);
  if (bme_fault == Status::ok) out.bme = figure(bme_outcome / bme_base);
  out.status = worse(white_fault, bme_fault);
  if (out.status != Status::ok) return out;
  const double above = found->white_over_bme ? *out.white : *out.bme,
               below = found->white_over_bme ? *out.bme : *out.white;
  if (below > 0) out.relative = figure(above / below);
  if (!out.relative) out.status = Status::undefined;
  return out;
}

}  // namespace makegood
