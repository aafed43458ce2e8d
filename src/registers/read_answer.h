#pragma once
// One answer into its written form.

#include <optional>
#include <string>
#include <string_view>

#include "registers/answers.h"

namespace makegood::registers {

struct ReadAnswer {
  std::string value;
  std::optional<AnswerTrouble> trouble;
};

/// By the field's type: "31/03/2026" becomes "2026-03-31", "£1,250.00" "1250.00", "Yes" "true".
[[nodiscard]] ReadAnswer read_typed(const RegisterField& field, std::string_view text);

/// Length, bounds and the form of e-mail and links; `value` is in its written form.
[[nodiscard]] std::optional<RegisterFault> check_bounds(const RegisterField& field, std::string_view value);

}  // namespace makegood::registers
