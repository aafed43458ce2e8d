#pragma once
// Records as rows of a file. Columns are named by a field's name, its title or a heading under which
// another system has it; what no field takes is told, never dropped in silence.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "registers/answers.h"

namespace makegood {

struct ColumnMap {
  std::vector<std::optional<std::size_t>> fields;  ///< by column: index into definition.fields
  std::vector<std::string> unknown;                ///< headings that no field takes
  std::vector<std::string> missing;                ///< required fields (by title) that no column has
  std::vector<std::string> twice;                  ///< fields (by title) that two columns claim
};

/// Case, punctuation and the script of spaces do not matter.
[[nodiscard]] ColumnMap map_columns(const Definition& definition, const std::vector<std::string>& header);

/// The cells of a row as answers; what the definition calls missing is nothing.
[[nodiscard]] Answers row_answers(const Definition& definition, const ColumnMap& columns, const std::vector<std::string>& cells);

/// The header of the template and of exports: the fields' names, which an import always knows again.
[[nodiscard]] std::vector<std::string> file_header(const Definition& definition);

}  // namespace makegood
