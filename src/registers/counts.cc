#include "registers/counts.h"

#include <algorithm>
#include <array>
#include <set>

namespace makegood::registers {
namespace {

using Cells = std::vector<std::string>;

std::string shown(const std::string& value) { return value.empty() ? std::string(kNotStated) : value; }

Cells shown(const Cells& values) {
  Cells cells;
  for (const auto& value : values) cells.push_back(shown(value));
  return cells;
}

Cells all_but_last(const Cells& values) { return values.empty() ? values : Cells(values.begin(), values.end() - 1); }

}  // namespace

bool about_people(const Definition& definition) {
  constexpr std::array kPeople{"pupils", "staff", "complainants", "public"};
  return std::any_of(definition.subjects.begin(), definition.subjects.end(),
                     [&](const std::string& subject) { return std::find(kPeople.begin(), kPeople.end(), subject) != kPeople.end(); });
}

RecordCounts::RecordCounts(const Definition& definition, const std::vector<std::string>& by) : definition_(&definition), by_(coded_values(definition, by)) {}

void RecordCounts::take(const Record& record) {
  ++records_;
  const auto day = happened_on(*definition_, record);
  std::set<Cells> shared;
  each_combination(by_, record, [&](const Cells& values) {
    ++counts_[values][day];
    shared.insert(all_but_last(values));
  });
  for (const auto& values : shared) ++shared_[values];
}

std::vector<CountRow> RecordCounts::rows() const {
  std::vector<CountRow> rows;
  for (const auto& [values, days] : counts_) {
    CountRow row{values, 0, shared_.at(all_but_last(values))};
    for (const auto& [day, records] : days) row.records += records;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<SeriesRow> RecordCounts::series(Every every, Day today) const {
  std::optional<Day> first;
  for (const auto& [values, days] : counts_) first = std::min(first.value_or(days.begin()->first), days.begin()->first);
  std::vector<SeriesRow> rows;
  if (!first) return rows;
  for (const auto& [values, days] : counts_)
    for (auto period = return_period(every, *first); period.until < today; period = return_period(every, period.until.plus_days(1))) {
      SeriesRow row{values, period, 0};
      for (auto day = days.lower_bound(period.from); day != days.end() && day->first <= period.until; ++day) row.records += day->second;
      rows.push_back(std::move(row));
    }
  return rows;
}

std::vector<Cells> count_cells(const std::vector<std::string>& by, const std::vector<CountRow>& rows) {
  std::vector<Cells> table{by};
  table[0].insert(table[0].end(), {"events", "n"});
  for (const auto& row : rows) {
    table.push_back(shown(row.values));
    table.back().insert(table.back().end(), {std::to_string(row.records), std::to_string(row.of)});
  }
  return table;
}

std::vector<Cells> series_cells(const std::vector<std::string>& by, const std::vector<SeriesRow>& rows) {
  std::vector<Cells> table{by};
  table[0].insert(table[0].end(), {"series", "t", "y"});
  for (const auto& row : rows) {
    table.push_back(shown(row.values));
    table.back().insert(table.back().end(), {join(shown(row.values), " / "), row.period.from.iso(), std::to_string(row.records)});
  }
  return table;
}

}  // namespace makegood::registers
