#pragma once
// From one frame to another. A bridge says where the two do not mean the same people: a series that
// crosses it has a break there, and is drawn with one.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace makegood {

struct Bridge {
  std::string frame, code, to_frame;
  std::string target;  ///< a code or a group of `to_frame`; empty where nothing there corresponds
  bool breaks = false;
  std::string note;  ///< what changed, in words
};

[[nodiscard]] std::span<const Bridge> bridges();
/// Null where the catalogue has no bridge for the code.
[[nodiscard]] const Bridge* bridge(std::string_view frame, std::string_view code, std::string_view to_frame);

/// What somebody means by "ethnic minorities". No figure may use the words without naming one of these.
struct CollectiveTerm {
  std::string definition;  ///< "all-but-white-british"
  std::string label;
  std::vector<std::string> members;  ///< groups and codes of ethnicity-2021
};
[[nodiscard]] std::span<const CollectiveTerm> collective_terms();

/// Whether a group or code of ethnicity-2021 is counted under the definition.
/// Edge: false for a group that the definition divides (White, where Irish is in and British is not).
[[nodiscard]] bool counted_in(const CollectiveTerm& term, std::string_view code_or_group);

}  // namespace makegood
