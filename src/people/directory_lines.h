#pragma once
// The cells of a directory's sheet, each looked at on its own. For directory_file.cc.

#include <array>
#include <string>
#include <vector>

#include "people/directory_file.h"

namespace makegood {

enum class DirectoryField { post, person, email, organisation, language };
inline constexpr std::size_t kDirectoryFields = kDirectoryColumns.size();

/// One row; texts are squeezed.
struct DirectoryLine {
  std::size_t number = 0;
  std::array<std::string, kDirectoryFields> cells;  ///< by DirectoryField; language is its code
  [[nodiscard]] const std::string& operator[](DirectoryField field) const { return cells[static_cast<std::size_t>(field)]; }
  [[nodiscard]] bool says_vacant() const { return (*this)[DirectoryField::person].empty() && (*this)[DirectoryField::email].empty(); }
};

struct DirectoryLines {
  std::vector<DirectoryLine> lines;
  std::array<std::string, kDirectoryFields> columns;  ///< as the sheet calls them; its own name where it has none
  std::vector<Refusal> faults;
  Findings findings;
};
[[nodiscard]] DirectoryLines read_directory_lines(const DirectorySheet& sheet);

/// "row 4, column \"E-mail\"".
[[nodiscard]] std::string place_in_sheet(const DirectoryLines& lines, std::size_t row, DirectoryField field);

}  // namespace makegood
