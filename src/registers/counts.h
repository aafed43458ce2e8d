#pragma once
// Counts of records by coded fields: the dataset that a register offers to its analysts.
//
//   RecordCounts counts(definition, {"service", "ethnicity"});
//   for (const Record& record : records) counts.take(record);
//   counts.rows();      // each combination that occurs, and how many records have it
//   counts.records();   // how many there are; a record with several values of a field counts for each of them above
//
// Nothing here protects small counts: what it gives is for people who may see the records.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "registers/coded_values.h"
#include "registers/periods.h"

namespace makegood::registers {

/// Whether the register holds anything about people: then its counts are for analysts and handlers only.
[[nodiscard]] bool about_people(const Definition& definition);

struct CountRow {
  std::vector<std::string> values;  ///< of each field: a code, "unmapped", or empty = not stated
  std::int64_t records = 0;
  std::int64_t of = 0;              ///< records with the same values of all fields but the last
  bool operator==(const CountRow&) const = default;
};

/// One count of a series: the same values in one period.
struct SeriesRow {
  std::vector<std::string> values;
  ReturnPeriod period;
  std::int64_t records = 0;
};

class RecordCounts {
 public:
  /// `definition` must outlive it and have the fields.
  RecordCounts(const Definition& definition, const std::vector<std::string>& by);
  void take(const Record& record);

  [[nodiscard]] std::int64_t records() const { return records_; }
  [[nodiscard]] std::vector<CountRow> rows() const;  ///< in the order of their values
  /// Every series over every period that has ended by `today`, from that of the first record on; 0 where there is none.
  [[nodiscard]] std::vector<SeriesRow> series(Every every, Day today) const;

 private:
  const Definition* definition_;
  std::vector<CodedValues> by_;
  std::map<std::vector<std::string>, std::map<Day, std::int64_t>> counts_;
  std::map<std::vector<std::string>, std::int64_t> shared_;  ///< by all values but the last; each record once
  std::int64_t records_ = 0;
};

/// As CSV cells with a header: the fields, then `events` and `n`, as `makegood calc proportion` reads them.
/// What is not stated says so in words.
[[nodiscard]] std::vector<std::vector<std::string>> count_cells(const std::vector<std::string>& by, const std::vector<CountRow>& rows);
/// The same over time: the fields, then `series`, `t` and `y`, as `makegood calc spc` reads them; t is a period's first day.
[[nodiscard]] std::vector<std::vector<std::string>> series_cells(const std::vector<std::string>& by, const std::vector<SeriesRow>& rows);
inline constexpr std::string_view kNotStated = "not stated";

}  // namespace makegood::registers
