#pragma once
// The compiled catalogues, which the build puts into the program.

#include <string_view>

namespace makegood {

[[nodiscard]] std::string_view english_mo();
[[nodiscard]] std::string_view welsh_mo();
[[nodiscard]] std::string_view refusals_welsh_mo();

}  // namespace makegood
