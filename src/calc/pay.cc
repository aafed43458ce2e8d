// calc pay-gap: gaps against a reference group, or with --quarters who is where in the pay order.
#include <map>
#include <set>

#include "calc/answers.h"
#include "statistics/pay_gap.h"

namespace makegood::calc {
namespace {

enum PayColumn : std::size_t { kSet, kEmployee, kGroup, kHourly };

std::string_view reference_of(const Options& options) {
  return options.has("--reference") ? options.text("--reference") : "White";
}

// An employee who is there twice would be paid twice.
bool repeats_employee(const Set& set) {
  std::set<std::string_view> seen;
  for (std::size_t row = 0; row < set.size(); ++row)
    if (const auto employee = set.text(row, kEmployee); !employee.empty() && !seen.insert(employee).second) return true;
  return false;
}

Status fault_of(const Set& set) {
  if (repeats_employee(set)) return Status::repeated;
  for (std::size_t row = 0; row < set.size(); ++row) {
    if (set.text(row, kGroup).empty()) return Status::missing;
    if (set.value(row, kHourly) < 0) return Status::negative;
  }
  return Status::ok;
}

std::map<std::string_view, std::vector<double>> pay_by_group(const Set& set) {
  std::map<std::string_view, std::vector<double>> pay;
  for (std::size_t row = 0; row < set.size(); ++row) pay[set.text(row, kGroup)].push_back(set.value(row, kHourly));
  return pay;
}

void put_gaps(const Set& set, Cells& out) {
  auto pay = pay_by_group(set);
  const auto reference = pay[reference_of(set.options())];
  pay.erase(reference_of(set.options()));
  if (pay.empty()) return out.end(Status::undefined);
  for (const auto& [group, hourly] : pay) {
    const auto gap = pay_gap(reference, hourly);
    out.text(group).put(static_cast<double>(reference.size())).put(static_cast<double>(hourly.size()));
    out.put(gap.mean_reference)
        .put(gap.mean_group)
        .put(gap.median_reference)
        .put(gap.median_group)
        .put(gap.mean_gap)
        .put(gap.median_gap);
    out.text(word(pay_use(std::min(reference.size(), hourly.size())))).end(gap.status);
  }
}

void put_quarters(const Set& set, Cells& out) {
  std::map<std::string_view, std::size_t> groups;
  for (std::size_t row = 0; row < set.size(); ++row) groups.emplace(set.text(row, kGroup), 0);
  std::size_t next = 0;
  for (auto& [group, place] : groups) place = next++;
  std::vector<std::size_t> group_of;
  for (std::size_t row = 0; row < set.size(); ++row) group_of.push_back(groups[set.text(row, kGroup)]);
  const auto counts = pay_quarters(set.column(kHourly), group_of, groups.size());
  const auto sizes = quarter_sizes(set.size());
  for (const auto& [group, place] : groups) {
    out.text(group);
    for (const double count : counts[place]) out.put(count);
    for (std::size_t quarter = 0; quarter < sizes.size(); ++quarter)
      out.put(sizes[quarter] > 0 ? Figure(counts[place][quarter] * 100 / static_cast<double>(sizes[quarter]))
                                 : Figure());
    out.end(sizes.back() > 0 ? Status::ok : Status::undefined);
  }
}

}  // namespace

void pay_gap_answer(const Set& set, Cells& out) {
  if (const auto fault = fault_of(set); fault != Status::ok) return out.end(fault);
  if (set.options().has("--quarters"))
    put_quarters(set, out);
  else
    put_gaps(set, out);
}

Result<Fit> pay_gap_fit(const Options& options) {
  Fit fit;
  if (options.has("--quarters"))
    fit.outputs = {"group",     "lower_n",          "lower_middle_n",   "upper_middle_n", "upper_n",
                   "lower_pct", "lower_middle_pct", "upper_middle_pct", "upper_pct"};
  return fit;
}

}  // namespace makegood::calc
