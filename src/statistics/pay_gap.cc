#include "statistics/pay_gap.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "statistics/policy.h"

namespace makegood {
namespace {

using statistics::figure;

Figure mean_of(std::span<const double> values) {
  if (values.empty()) return {};
  long double sum = 0;
  for (const double value : values) sum += value;
  return figure(static_cast<double>(sum / static_cast<long double>(values.size())));
}

Figure median_of(std::span<const double> values) {
  if (values.empty()) return {};
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  const auto half = sorted.size() / 2;
  return figure(sorted.size() % 2 == 1 ? sorted[half] : std::midpoint(sorted[half - 1], sorted[half]));
}

Figure gap(const Figure& reference, const Figure& group) {
  if (!reference || !group || *reference <= 0) return {};
  return figure((*reference - *group) / *reference * 100);
}

bool any_below_zero(std::span<const double> pay) {
  return std::any_of(pay.begin(), pay.end(), [](double value) { return value < 0; });
}

}  // namespace

PayUse pay_use(std::size_t employees) {
  if (employees >= 50) return PayUse::publish;
  if (employees >= 20) return PayUse::internal;
  return employees >= 5 ? PayUse::internal_with_care : PayUse::too_few;
}

std::string_view word(PayUse use) {
  static constexpr std::array<std::string_view, 4> kWords = {"publish", "internal", "internal_with_care", "too_few"};
  return kWords[static_cast<std::size_t>(use)];
}

PayGap pay_gap(std::span<const double> reference, std::span<const double> group) {
  PayGap out;
  if (any_below_zero(reference) || any_below_zero(group)) {
    out.status = Status::negative;
    return out;
  }
  out.mean_reference = mean_of(reference);
  out.mean_group = mean_of(group);
  out.median_reference = median_of(reference);
  out.median_group = median_of(group);
  out.mean_gap = gap(out.mean_reference, out.mean_group);
  out.median_gap = gap(out.median_reference, out.median_group);
  if (!out.mean_gap || !out.median_gap) out.status = Status::undefined;
  return out;
}

std::array<std::size_t, 4> quarter_sizes(std::size_t employees) {
  const auto each = employees / 4, over = employees % 4;
  return {each + (over >= 1 ? 1 : 0), each + (over == 3 ? 1 : 0), each + (over >= 2 ? 1 : 0), each};
}

std::vector<InQuarters> pay_quarters(std::span<const double> pay, std::span<const std::size_t> group_of,
                                     std::size_t groups) {
  std::vector<std::size_t> order(pay.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return pay[a] < pay[b]; });
  auto room = quarter_sizes(pay.size());
  std::vector<InQuarters> counts(groups, InQuarters{});
  std::size_t quarter = 0;
  for (std::size_t from = 0, to = 0; from < order.size(); from = to) {
    std::vector<double> of_group(groups, 0);  // among those with this pay
    for (; to < order.size() && pay[order[to]] == pay[order[from]]; ++to) of_group[group_of[order[to]]] += 1;
    const auto same = static_cast<double>(to - from);
    for (auto left = to - from; left > 0;) {
      while (room[quarter] == 0) ++quarter;
      const auto taken = std::min(left, room[quarter]);
      for (std::size_t g = 0; g < groups; ++g) counts[g][quarter] += of_group[g] * static_cast<double>(taken) / same;
      room[quarter] -= taken;
      left -= taken;
    }
  }
  return counts;
}

}  // namespace makegood
