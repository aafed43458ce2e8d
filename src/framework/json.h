#pragma once
// What the ledger's entries about an assessment say, read back. Each refuses what is not its own -> invalid_input.

#include "framework/framework.h"
#include "json/json.h"

namespace makegood::framework {

[[nodiscard]] Result<Round> read_round(std::string_view json);
[[nodiscard]] Result<Rating> read_rating(std::string_view json);
[[nodiscard]] Result<Agreement> read_agreement(std::string_view json);
[[nodiscard]] Result<Service> read_service(std::string_view json);

}  // namespace makegood::framework
