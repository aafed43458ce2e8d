// funnel-proportion, funnel-ratio, funnel-rate.
#include "calc/answers.h"
#include "statistics/funnel.h"

namespace makegood::calc {
namespace {

// As UKHSA's published funnels have it: events of three years, pooled, and rates per 100,000.
constexpr double kPerHundredThousand = 100'000, kYearsPooled = 3;

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
  const double per = set.value_or(0, 2, *set.options().positive("--per", kPerHundredThousand));
  const double years = set.value_or(0, 3, *set.options().positive("--years", kYearsPooled));
  const auto got = funnel_rate(set.value(0, 0), set.value(0, 1), per, years);
  (out << got.lower_95 << got.upper_95 << got.lower_998 << got.upper_998).end(got.status);
}

}  // namespace makegood::calc
