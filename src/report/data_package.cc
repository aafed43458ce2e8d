// The description that goes with a plan's CSV: a Frictionless Data Package (specs.frictionlessdata.io).
#include "extract/own_fields.h"
#include "json/json.h"
#include "report/report.h"

namespace makegood {
namespace {

template <class Enum>
void add_words(OrderedJson& list, int count) {
  for (int n = 0; n < count; ++n)
    if (const auto text = word(static_cast<Enum>(n)); !text.empty()) list.push_back(std::string(text));
}

OrderedJson words_of(Field field) {
  OrderedJson list = OrderedJson::array();
  if (field == Field::kind) {
    add_words<ItemKind>(list, 5);
    for (const char* other : {"indicator", "theme", "plan", "setting"}) list.push_back(other);
  } else if (field == Field::response) add_words<Response>(list, 6);
  else if (field == Field::recurs) add_words<Recurrence>(list, 7);
  else if (field == Field::dates_from) add_words<DatesFrom>(list, 3);
  else if (field == Field::rule)
    for (const auto& rule : kRules) list.push_back(std::string(rule.code));
  return list;
}

const char* type_of(const FieldName& name) {
  if (name.field == Field::days) return "integer";
  if (name.form == FieldForm::date) return "date";
  return name.form == FieldForm::flag ? "boolean" : "string";
}

OrderedJson field_json(const FieldName& name) {
  auto meaning = std::string(name.meaning);
  if (name.form == FieldForm::list) meaning += "; several are separated by \"; \"";
  OrderedJson json = {{"name", std::string(name.code)}, {"title", std::string(name.heading)}, {"type", type_of(name)}, {"description", meaning}};
  if (name.form == FieldForm::flag) json["trueValues"] = {"yes"}, json["falseValues"] = {"no"};
  auto constraints = OrderedJson::object();
  if (name.field == Field::id || name.field == Field::kind || name.field == Field::title) constraints["required"] = true;
  if (name.field == Field::id) constraints["unique"] = true;
  if (auto words = words_of(name.field); !words.empty()) constraints["enum"] = std::move(words);
  if (!constraints.empty()) json["constraints"] = std::move(constraints);
  return json;
}

}  // namespace

std::string data_package_json(const Plan& plan) {
  OrderedJson fields = OrderedJson::array();
  for (const auto& name : kOwnFields) fields.push_back(field_json(name));
  const OrderedJson resource = {{"name", plan.slug},
                         {"path", plan.slug + ".csv"},
                         {"profile", "tabular-data-resource"},
                         {"title", plan.title},
                         {"description", "A row an item, in the plan's order; below them indicators, themes and the plan itself, told by \"kind\"."},
                         {"format", "csv"},
                         {"mediatype", "text/csv"},
                         {"encoding", "utf-8"},
                         {"dialect", {{"delimiter", ","}, {"lineTerminator", "\n"}, {"quoteChar", "\""}, {"doubleQuote", true}, {"header", true}}},
                         {"schema", {{"fields", fields}, {"missingValues", {""}}, {"primaryKey", "id"}}}};
  OrderedJson json = {{"profile", "tabular-data-package"}, {"name", plan.slug}, {"title", plan.title}};
  if (!plan.organisation.empty()) json["contributors"] = {{{"title", plan.organisation}, {"role", "publisher"}}};
  json["resources"] = {resource};
  return json.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

}  // namespace makegood
