#include "tasks/given_json.h"

#include "tasks/text_member.h"


namespace makegood::tasks {
namespace {

std::string on_one_line(const OrderedJson& json) { return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace); }

OrderedJson list_of(const OrderedJson& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_array() ? *found : OrderedJson::array();
}

Result<GivenColumn> column_of(const OrderedJson& json) {
  const auto meaning = column_role_from(text_of(json, "meaning"));
  if (!meaning) return refuse(Fault::invalid_input, "a column was given a meaning that is not known");
  const auto number = json.find("column");
  const int column = number != json.end() && number->is_number_integer() ? number->get<int>() : 0;
  return GivenColumn{text_of(json, "table"), column, text_of(json, "header"), *meaning};
}

}  // namespace

std::string write_given(const GivenReading& given) {
  OrderedJson json = OrderedJson::object();
  for (const auto& column : given.columns)
    json["columns"].push_back({{"table", column.table}, {"column", column.column}, {"header", column.header}, {"meaning", std::string(word(column.meaning))}});
  if (!given.left_out.empty()) json["left_out"] = given.left_out;
  return on_one_line(json);
}

std::string write_lost(const std::vector<LostStep>& lost) {
  OrderedJson json = OrderedJson::array();
  for (const auto& step : lost) json.push_back({{"what", step.what}, {"title", step.title}, {"field", step.field}});
  return on_one_line(json);
}

Result<GivenReading> read_given(std::string_view text) {
  const auto json = OrderedJson::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object()) return refuse(Fault::invalid_input, "what was said about columns is a JSON object");
  GivenReading given;
  for (const auto& one : list_of(json, "columns")) {
    auto column = column_of(one);
    if (!column) return tl::unexpected(column.error());
    given.columns.push_back(std::move(*column));
  }
  for (const auto& key : list_of(json, "left_out"))
    if (key.is_string()) given.left_out.push_back(key.get<std::string>());
  return given;
}

Result<std::vector<LostStep>> read_lost(std::string_view text) {
  const auto json = OrderedJson::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_array()) return refuse(Fault::invalid_input, "lost steps are a JSON array");
  std::vector<LostStep> lost;
  for (const auto& one : json) lost.push_back({text_of(one, "what"), text_of(one, "title"), text_of(one, "field")});
  return lost;
}

}  // namespace makegood::tasks
