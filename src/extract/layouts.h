#pragma once
// The tables of a document by their headers: all runs of rows under the same header are read
// alike, with the columns that a person named taken first.

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "extract/reading.h"
#include "extract/rows.h"
#include "extract/tables.h"

namespace makegood::extraction {

struct KnownTable {
  std::string key;
  Layout layout;
  Habit habit;
  Position first;
  int runs = 0;
  std::vector<const GridRow*> rows;  ///< of all its runs; as long as the pieces live
  bool left_out = false;             ///< a person said that it is no part of the plan
};

class Layouts {
 public:
  Layouts(const std::vector<Piece>& pieces, const TimescaleSettings& settings, const GivenReading& given);

  [[nodiscard]] const KnownTable& of(const Segment& segment) const;
  [[nodiscard]] const std::deque<KnownTable>& all() const { return tables_; }  ///< in the order of the document

 private:
  std::deque<KnownTable> tables_;  // stays where it is: records point at layouts
  std::map<std::string, std::size_t> by_key_;
};

[[nodiscard]] std::vector<ReadTable> read_tables(const Layouts& layouts);

}  // namespace makegood::extraction
