// More in a period than usual. The rule is explained in signals.h.

#include <algorithm>
#include <array>

#include "registers/coded_values.h"
#include "registers/watch.h"
#include "statistics/adjust.h"
#include "statistics/more_than_before.h"

namespace makegood::registers {
namespace {

constexpr std::size_t kBefore = 8;        // periods that say what is usual
constexpr std::size_t kFewestBefore = 3;  // of them that the register must have seen whole
constexpr double kFewestRecords = 3;      // one or two are no rise
constexpr double kFalseAlarms = 0.05;

using Values = std::vector<std::string>;
/// How many in each stretch, the last first.
using Counts = std::array<double, kBefore + 1>;

int days_of(const ReturnPeriod& period) { return days_between(period.from, period.until) + 1; }

class Rise final : public Watch {
 public:
  Rise(const Definition& definition, const Signal& signal, Day today)
      : Watch(definition, signal, today), by_(coded_values(definition, signal.by)), stretches_(stretches_of(definition, signal, today)) {}

  void take(const Record& record) override {
    const auto day = happened_on(definition(), record);
    first_ = std::min(first_.value_or(day), day);
    const auto stretch = std::find_if(stretches_.begin(), stretches_.end(), [&](const ReturnPeriod& p) { return day >= p.from && day <= p.until; });
    if (stretch == stretches_.end()) return;
    each_combination(by_, record, [&](const Values& values) {
      // What is not stated is no group of its own.
      if (std::find(values.begin(), values.end(), std::string{}) == values.end()) counts_[values][static_cast<std::size_t>(stretch - stretches_.begin())] += 1;
    });
  }

  void raise(std::vector<RaisedSignal>& into) const override {
    const auto before = whole_before();
    if (before < kFewestBefore) return;
    std::vector<double> times;
    for (std::size_t i = 1; i <= before; ++i) times.push_back(days_of(stretches_[i]));
    const double dispersion = dispersion_over(times), time = days_of(stretches_.front());
    std::vector<RaisedSignal> asked;
    std::vector<double> chances;
    for (const auto& [values, counts] : counts_) {
      double earlier = 0, earlier_time = 0;
      for (std::size_t i = 0; i < before; ++i) earlier += counts[i + 1], earlier_time += times[i];
      chances.push_back(more_than_before(counts[0], time, earlier, earlier_time, dispersion).value_or(1));
      asked.push_back({.name = signal().name, .values = values, .from = stretches_[0].from, .until = stretches_[0].until,
                       .records = static_cast<std::int64_t>(counts[0]), .usual = earlier * time / earlier_time, .late = {}});
    }
    const auto adjusted = adjust(chances);
    std::vector<RaisedSignal> raised;
    for (std::size_t i = 0; i < asked.size(); ++i) {
      asked[i].chance = adjusted[i].bh.value_or(1);
      if (asked[i].chance <= kFalseAlarms && static_cast<double>(asked[i].records) >= kFewestRecords) raised.push_back(std::move(asked[i]));
    }
    std::stable_sort(raised.begin(), raised.end(), [](const RaisedSignal& a, const RaisedSignal& b) { return a.chance < b.chance; });
    std::move(raised.begin(), raised.end(), std::back_inserter(into));
  }

 private:
  /// Earlier stretches that began when the register had begun: in those before, nothing could come in.
  [[nodiscard]] std::size_t whole_before() const {
    std::size_t whole = 0;
    while (first_ && whole + 1 < stretches_.size() && stretches_[whole + 1].until > *first_) ++whole;
    // The one in which it began is not whole, unless it began on its first day or close to it.
    if (whole > 0 && stretches_[whole].from.plus_days(days_of(stretches_[whole]) / 4) < *first_) --whole;
    return whole;
  }

  [[nodiscard]] double dispersion_over(const std::vector<double>& times) const {
    Scatter all;
    for (const auto& [values, counts] : counts_) {
      const auto one = scatter_of({counts.data() + 1, times.size()}, times);
      all.squares += one.squares;
      all.freedom += one.freedom;
    }
    return all.freedom == 0 ? 1 : std::max(1.0, all.squares / all.freedom);
  }

  std::vector<CodedValues> by_;
  std::vector<ReturnPeriod> stretches_;
  std::map<Values, Counts> counts_;
  std::optional<Day> first_;
};

/// Stretches of `days` days, counted from the first day of 1970.
std::vector<ReturnPeriod> stretches_of_days(int days, Day today) {
  const int since = days_between(Day{}, today);
  auto from = Day{}.plus_days(since - since % days - days);
  std::vector<ReturnPeriod> stretches;
  for (std::size_t i = 0; i <= kBefore; ++i, from = from.plus_days(-days)) stretches.push_back({from.iso(), from, from.plus_days(days - 1)});
  return stretches;
}

}  // namespace

std::vector<ReturnPeriod> stretches_of(const Definition& definition, const Signal& signal, Day today) {
  if (signal.days) return stretches_of_days(std::max(1, *signal.days), today);
  const auto every = definition.returns ? definition.returns->every : Every::quarter;
  std::vector<ReturnPeriod> stretches{period_before(every, return_period(every, today))};
  while (stretches.size() <= kBefore) stretches.push_back(period_before(every, stretches.back()));
  return stretches;
}

std::unique_ptr<Watch> rise_watch(const Definition& definition, const Signal& signal, Day today) { return std::make_unique<Rise>(definition, signal, today); }

}  // namespace makegood::registers
