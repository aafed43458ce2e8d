#pragma once
// Registers that come with the program (catalogue/registers), and the days on which offices are closed.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace makegood {

struct ShippedRegister {
  std::string_view name;
  std::string_view text;  ///< the definition's file
};

/// In the order of their names.
[[nodiscard]] const std::vector<ShippedRegister>& shipped_registers();
/// Empty where there is none of that name.
[[nodiscard]] std::string_view shipped_register(std::string_view name);

/// `days` working days after `from` (which does not count): neither Saturday, Sunday nor a bank holiday of
/// England and Wales. Holidays are known from 2020 to 2028 (catalogue/bank-holidays.csv); beyond, weekends count alone.
[[nodiscard]] Day plus_working_days(Day from, int days);

}  // namespace makegood
