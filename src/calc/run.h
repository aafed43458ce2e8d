#pragma once
// The two ways of running a method: row by row in chunks, and by sets with the file in memory.

#include "calc/binding.h"

namespace makegood::calc {

struct Job {
  const Method& method;
  const DelimitedText& file;
  const Survey& survey;
  const Binding& binding;
  const Request& request;
  const Sink& sink;
};

[[nodiscard]] Tally run_rows(const Job& job);
[[nodiscard]] Tally run_sets(const Job& job);

/// The row as it came, as the beginning of an output row: no line end, no comma after it.
void append_row(std::string& out, const CsvScanner& row, char delimiter);

}  // namespace makegood::calc
