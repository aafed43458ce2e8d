#pragma once
// A method bound to a file's header: which column of the file each input is.

#include "calc/calc.h"

namespace makegood::calc {

struct Binding {
  static constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

  std::vector<Column> inputs;
  std::vector<std::string> outputs;  ///< without the status
  std::vector<std::size_t> places;   ///< of each input in the file; kAbsent for optional ones
  std::size_t confidence = kAbsent;  ///< index into `inputs`

  /// One row's declared cells, read. `numbers` and `texts` have `inputs.size()` places.
  void read(const std::vector<std::string_view>& cells, std::span<Number> numbers, std::span<std::string_view> texts) const;
};

/// Refuses: a column that is missing or there twice, options that make no sense.
[[nodiscard]] Result<Binding> bind(const Method& method, const std::vector<std::string>& header, const Options& options);

}  // namespace makegood::calc
