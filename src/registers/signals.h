#pragma once
// Signals: what in a register is worth watching, worked out from its records and a day. Nothing is remembered: the same
// records on the same day raise the same signals.
//
//   SignalWatch watch(definition, today);
//   for (const Record& record : records) watch.take(record);       // in any order
//   watch.returned(period, counts);                                // of whom returns are expected, where there are any
//   for (const RaisedSignal& one : watch.raised()) tell(one);
//
// **rise.** The last period that has ended (that of the register's returns, else a quarter; with `days`, the last stretch
// of so many days, counted from a fixed day, so that each stretch is looked at once) against the eight before it, for each
// combination of the values of `by`. A register that is younger than three whole periods has no usual yet. The question
// is: if nothing had changed, how likely are so many or more? Given all records of the combination, those of the last
// period are binomial: so few earlier records make a cautious test, and none at all a possible one. Records come in
// clusters, so the scatter of the earlier periods, pooled over the combinations, divides the counts where it is above 1.
// Many combinations are asked at once: their chances are adjusted (Benjamini and Hochberg), and a signal is raised below
// 0.05 with three records or more. Where nothing has changed, at most one period in twenty raises anything at all; a
// simulation in the test counts fewer. What it cannot know: a rise may be better recording, and terms differ by season.
//
// **overdue**, **missing**: records past a day, the longest first. A record in a final state, or erased, is nobody's to act on. With
// `by`, only the newest record of each of its values counts: a review that was done again is not late.
//
// **silence**: a return of the last period whose day is past that was not made; without returns, a value of `by` that had
// records and has had none for so many days.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "registers/periods.h"
#include "registers/record.h"

namespace makegood::registers {

/// A record that should have moved, or been filled in, by a day that is past.
struct LateRecord {
  RecordId id;
  Day due;
  bool operator==(const LateRecord&) const = default;
};

struct RaisedSignal {
  std::string name;                 ///< of the signal in the definition
  std::vector<std::string> values;  ///< of its `by`, in order; silence about a return: the organisation's id
  Day from, until;                  ///< rise and returns: the period; other silence: the last record, and by when there was to be another
  std::int64_t records = 0;         ///< in the period, or how many are late
  double usual = 0;                 ///< rise: what as long a time had before
  double chance = 0;                ///< rise: of so many or more, adjusted
  std::vector<LateRecord> late;     ///< overdue and missing: at most kMostLate of them, the longest first
};
inline constexpr std::size_t kMostLate = 100;

/// One signal of a definition at work.
class Watch;

class SignalWatch {
 public:
  /// `definition` must outlive it.
  SignalWatch(const Definition& definition, Day today);
  SignalWatch(const SignalWatch&) = delete;
  SignalWatch& operator=(const SignalWatch&) = delete;
  ~SignalWatch();

  void take(const Record& record);
  void returned(const ReturnPeriod& period, const std::vector<ReturnCount>& counts);
  /// In the order of the definition; the surest rise and the longest silence first.
  [[nodiscard]] std::vector<RaisedSignal> raised() const;

 private:
  std::vector<std::unique_ptr<Watch>> watches_;
};

/// The newest period whose returns should all be in by `today`.
[[nodiscard]] ReturnPeriod returns_due(const Returns& returns, Day today);

/// The stretches that a signal of a rise looks at: the last that has ended, then those before it, newest first.
[[nodiscard]] std::vector<ReturnPeriod> stretches_of(const Definition& definition, const Signal& signal, Day today);

}  // namespace makegood::registers
