// funnel-proportion, funnel-ratio, funnel-rate.
#include "calc/answers.h"
#include "statistics/funnel.h"

namespace makegood::calc {
namespace {

Cells& operator<<(Cells& out, const FunnelRateLine& line) { return out.put(line.population).put(line.rate); }

}  // namespace

void funnel_proportion_answer(const Set& set, Cells& out) {
  const auto got = funnel_proportion(set.value(0, 0), set.value(0, 1));
  out.put(got.at_95).put(got.at_998).end(got.status);
}

void funnel_ratio_answer(const Set& set, Cells& out) {
  const auto got = funnel_ratio(set.value(0, 0));
  out.put(got.at_95).put(got.at_998).end(got.status);
}

void funnel_rate_answer(const Set& set, Cells& out) {
  const auto& options = set.options();
  const auto got = funnel_rate(set.value(0, 0), set.value(0, 1), *options.positive("--per", 100'000), *options.positive("--years", 1));
  (out << got.lower_95 << got.upper_95 << got.lower_998 << got.upper_998).end(got.status);
}

}  // namespace makegood::calc
