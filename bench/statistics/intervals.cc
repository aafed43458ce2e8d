// Intervals per second of the library on one core. Prints "name,per_second"; the inputs are those of
// intervals.R, made by the same plain generator.
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <vector>

#include "statistics/statistics.h"

using namespace makegood;

namespace {

struct Share {
  double events = 0, n = 0;
};

std::vector<Share> shares(std::size_t count) {
  std::vector<Share> made;
  std::uint64_t state = 1;
  const auto below = [&](std::uint64_t limit) { return static_cast<double>((state = state * 16807 % 2147483647) % limit); };
  while (made.size() < count) {
    const double n = 1 + below(1000);
    made.push_back({below(static_cast<std::uint64_t>(n) + 1), n});
  }
  return made;
}

// Of processor time: others may have the processor as well.
double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double sink = 0;  // what is computed must be used, or it is not computed

void use(const Limits& limits) { sink += limits.lower.value_or(0) + limits.upper.value_or(0); }

template <class F>
void measure(const char* name, const std::vector<Share>& rows, F interval) {
  double best = 0;
  for (int round = 0; round < 5; ++round) {
    const double began = seconds();
    for (const auto& row : rows) interval(row);
    const double took = seconds() - began;
    best = std::max(best, static_cast<double>(rows.size()) / took);
  }
  std::printf("%s,%.0f\n", name, best);
}

// Wilson's limits of all rows in one call, as R's vectorised form has them.
void measure_many_at_once(const std::vector<Share>& rows, const Confidence& confidence) {
  std::vector<double> events, n, lower(rows.size()), upper(rows.size());
  for (const auto& row : rows) events.push_back(row.events), n.push_back(row.n);
  double best = 0;
  for (int round = 0; round < 20; ++round) {
    const double began = seconds();
    wilson(events, n, confidence, lower, upper);
    const double took = seconds() - began;
    best = std::max(best, static_cast<double>(rows.size()) / took);
    sink += lower[static_cast<std::size_t>(round)] + upper.back();
  }
  std::printf("wilson,%.0f\n", best);
}

}  // namespace

int main() {
  const Confidence sure;
  const auto many = shares(200'000), some = shares(5'000);
  measure_many_at_once(many, sure);
  measure("wilson, one by one", many, [&](const Share& s) { use(wilson(s.events, s.n, sure)); });
  measure("clopper-pearson", many, [&](const Share& s) { use(clopper_pearson(s.events, s.n, sure)); });
  measure("exact poisson", many, [&](const Share& s) { use(exact_count(s.events, sure)); });
  measure("byar", many, [&](const Share& s) { use(byars_count(s.events, sure)); });
  measure("rate ratio, exact", some, [&](const Share& s) { use(rate_ratio(s.events, s.n, s.n - s.events, s.n, sure).exact); });
  measure("fisher", some, [&](const Share& s) { sink += fisher_test(FixedMargins(s.events, s.n, s.n / 2 > s.events ? s.events : 0, s.n)).p; });
  measure("conditional odds", some, [&](const Share& s) { use(conditional_odds(FixedMargins(s.events, s.n, s.events, s.n), sure).limits); });
  return sink == 1 ? 1 : 0;
}
