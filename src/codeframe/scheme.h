#pragma once
// The code sets of agencies: catalogue/codeframes/schemes.csv.

#include <string>
#include <string_view>
#include <vector>

namespace makegood::codes {

struct SchemeCode {
  std::string scheme, raw;
  std::string target;   ///< code or group of ethnicity-2021
  std::string unknown;  ///< the detail, or "not_applicable"; empty for a group
  std::string note;
};

[[nodiscard]] const std::vector<std::string>& scheme_names();
[[nodiscard]] bool is_scheme(std::string_view name);

/// Null when the scheme has no such code. Case and what stands around the code ("(w1)") do not matter.
[[nodiscard]] const SchemeCode* scheme_code(std::string_view scheme, std::string_view raw);

/// The meaning of a code whose scheme nobody gave: only where every scheme that has it agrees, and never
/// for a lone letter or a figure ("A" is White British to the NHS, and Asian in many a spreadsheet).
[[nodiscard]] const SchemeCode* unmistakable_code(std::string_view raw);

}  // namespace makegood::codes
