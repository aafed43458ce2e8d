#pragma once
// Zip packages made in memory, the same bytes for the same parts.

#include <string>
#include <utility>
#include <vector>

namespace makegood::formats {

/// Name and contents, in the order in which they are to stand.
using PackageParts = std::vector<std::pair<std::string, std::string>>;

/// Every part is dated 1 January 1980, the first day that a zip can hold. Throws where memory ends.
[[nodiscard]] std::string package_of(const PackageParts& parts);

}  // namespace makegood::formats
