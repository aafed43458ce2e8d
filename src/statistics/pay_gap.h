#pragma once
// Pay gaps between groups of employees, and who is in each quarter of the pay order.

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "statistics/status.h"

namespace makegood {

/// What a group of that size may be used for.
/// Source: Government Equalities Office and Race Disparity Unit, Ethnicity pay reporting: guidance for employers
/// (2023).
enum class PayUse {
  publish,             ///< 50 and more
  internal,            ///< 20 to 49
  internal_with_care,  ///< 5 to 19
  too_few,             ///< below 5
};
[[nodiscard]] PayUse pay_use(std::size_t employees);
[[nodiscard]] std::string_view word(PayUse use);  ///< "publish", "internal", "internal_with_care", "too_few"

struct PayGap {
  Status status = Status::ok;
  Figure mean_reference, mean_group, median_reference, median_group;
  Figure mean_gap, median_gap;  ///< percent of the reference's pay; above 0: the group is paid less
};

/// Shape: hourly pay of the employees of the reference group and of another; any currency, the same in both.
/// Edge: nobody in either: undefined. A reference that is paid 0 on average: that gap is undefined.
/// Refuses, as its status: pay below 0.
/// Source: Equality Act 2010 (Gender Pay Gap Information) Regulations 2017, regulations 8 and 9.
[[nodiscard]] PayGap pay_gap(std::span<const double> reference, std::span<const double> group);

using InQuarters = std::array<double, 4>;  ///< lower, lower middle, upper middle, upper

/// How many of `employees` each quarter has: equal, and what is left over goes to the lower (one), to lower and upper
/// middle (two), to lower, lower middle and upper middle (three).
[[nodiscard]] std::array<std::size_t, 4> quarter_sizes(std::size_t employees);

/// How many of each group are in each quarter. `group_of[i]` (below `groups`) is the group of the employee paid
/// `pay[i]`. Employees with the same pay who fall into more than one quarter are shared among them in the proportion in
/// which the groups are paid that: the numbers may then be fractions. They sum to the quarter sizes and to the groups.
/// Source: the same Regulations, regulation 12.
[[nodiscard]] std::vector<InQuarters> pay_quarters(std::span<const double> pay, std::span<const std::size_t> group_of,
                                                   std::size_t groups);

}  // namespace makegood
