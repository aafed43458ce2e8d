#include "calc/model_options.h"

#include <set>

namespace makegood::calc {

Result<std::map<std::string, std::string, std::less<>>> references_of(const Options& options) {
  std::map<std::string, std::string, std::less<>> out;
  if (!options.has("--reference")) return out;
  for (const auto& part : split(options.text("--reference"), ',')) {
    const auto equals = part.find('=');
    if (equals == std::string::npos || !out.emplace(trim(part.substr(0, equals)), trim(part.substr(equals + 1))).second)
      return refuse(Fault::invalid_input, "--reference takes a group for each variable, such as ethnicity=White,sex=M");
  }
  return out;
}

Result<OaxacaColumns> oaxaca_columns_of(const Options& options) {
  OaxacaColumns out{std::string(trim(options.text("--outcome"))), std::string(trim(options.text("--group"))), {}};
  for (const auto& name : split(options.text("--by"), ',')) out.by.emplace_back(trim(name));
  std::set<std::string> names{out.outcome, out.group};
  names.insert(out.by.begin(), out.by.end());
  if (names.size() == out.by.size() + 2 && !names.contains("")) return out;
  return refuse(Fault::invalid_input,
                "oaxaca needs --outcome, --group and --by, such as --outcome hourly --group group --by grade,tenure");
}

std::vector<Column> text_columns(const std::vector<std::string>& names) {
  std::vector<Column> columns;
  for (const auto& name : names) columns.push_back({name, Kind::text, false});
  return columns;
}

}  // namespace makegood::calc
