#pragma once
// The options of models: which columns are what.

#include <map>

#include "calc/method.h"
#include "statistics/design.h"

namespace makegood::calc {

/// "ethnicity=White,sex=M". Refuses a part without "=" or a column twice.
[[nodiscard]] Result<std::map<std::string, std::string, std::less<>>> references_of(const Options& options);

struct OaxacaColumns {
  std::string outcome, group;
  std::vector<std::string> by;
};
/// Refuses: an option that is not there, an empty or a repeated column.
[[nodiscard]] Result<OaxacaColumns> oaxaca_columns_of(const Options& options);

/// Columns of text, whatever they hold: a model decides what is a number.
[[nodiscard]] std::vector<Column> text_columns(const std::vector<std::string>& names);

}  // namespace makegood::calc
