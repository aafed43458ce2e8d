// --column "Lead=owner": what a person says about a column, in one word.

#include <algorithm>

#include <fmt/format.h>

#include "cli/command.h"

namespace makegood::cli {
namespace {

std::string meanings() {
  std::vector<std::string> words;
  for (std::size_t n = 0; n < kColumnRoles; ++n) words.emplace_back(word(static_cast<ColumnRole>(n)));
  return join(words, ", ");
}

Result<GivenColumn> column_from(const std::string& text) {
  const auto equals = text.rfind('=');
  if (equals == std::string::npos || fold(text.substr(0, equals)).empty())
    return refuse(Fault::invalid_input, fmt::format("--column takes HEADER=MEANING, such as \"Lead=owner\", not \"{}\"", shorten(text, 60)));
  const auto meaning = column_role_from(trim(std::string_view(text).substr(equals + 1)));
  if (!meaning)
    return refuse(Fault::invalid_input, fmt::format("\"{}\" is not a meaning of a column: {}", shorten(text.substr(equals + 1), 40), meanings()));
  return GivenColumn{"", 0, std::string(trim(std::string_view(text).substr(0, equals))), *meaning};
}

bool has_column(const std::vector<ReadTable>& tables, const std::string& header) {
  for (const auto& table : tables)
    for (const auto& column : table.columns)
      if (fold(column.header) == fold(header)) return true;
  return false;
}

}  // namespace

Result<GivenReading> given_reading(const Arguments& arguments) {
  GivenReading given;
  for (const auto& text : arguments.all("--column")) {
    auto column = column_from(text);
    if (!column) return tl::unexpected(column.error());
    given.columns.push_back(std::move(*column));
  }
  return given;
}

Result<void> all_found(const GivenReading& given, const std::vector<ReadTable>& tables) {
  for (const auto& column : given.columns)
    if (!has_column(tables, column.header))
      return refuse(Fault::invalid_input, fmt::format("no column of this document is headed \"{}\"", shorten(column.header, 60)));
  return {};
}

}  // namespace makegood::cli
