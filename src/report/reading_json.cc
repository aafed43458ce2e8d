#include <cmath>

#include "json/json.h"
#include "report/report.h"

namespace makegood {
namespace {

OrderedJson to_json(const ReadTable& table, const ReadColumn& column) {
  return {{"table", table.key},
          {"rows", table.rows},
          {"part_of_plan", table.is_plan},
          {"column", column.column},
          {"header", column.header},
          {"meaning", std::string(word(column.meaning))},
          {"given", column.given},
          {"confidence", std::round(column.confidence * 100) / 100},
          {"filled", column.filled},
          {"samples", column.samples}};
}

}  // namespace

std::string columns_json(const std::vector<ReadTable>& tables) {
  OrderedJson list = OrderedJson::array();
  for (const auto& table : tables)
    for (const auto& column : table.columns) list.push_back(to_json(table, column));
  return list.dump(2, ' ', false, OrderedJson::error_handler_t::replace);
}

}  // namespace makegood
