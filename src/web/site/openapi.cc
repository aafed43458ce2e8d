#include "web/site/openapi.h"

#include <algorithm>

#include "web/site/api_operations.h"
#include "web/site/api_schemas.h"

namespace makegood::web {
namespace {

OrderedJson content(std::string_view type, std::string_view schema) { return {{std::string(type), {{"schema", schema_ref(schema)}}}}; }

OrderedJson path_parameters(std::string_view pattern) {
  auto list = OrderedJson::array();
  for (auto at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{', at + 1)) {
    const auto name = std::string(pattern.substr(at + 1, pattern.find('}', at) - at - 1));
    list.push_back({{"name", name}, {"in", "path"}, {"required", true}, {"schema", {{"type", "string"}}}});
  }
  return list;
}

OrderedJson parameter_json(const ApiParameter& parameter) {
  OrderedJson json = {{"name", std::string(parameter.name)}, {"in", std::string(parameter.in)}, {"description", std::string(parameter.words)}};
  if (parameter.required) json["required"] = true;
  json["schema"] = OrderedJson::parse(parameter.schema);
  return json;
}

OrderedJson answer_json(const ApiAnswer& answer) {
  OrderedJson json = {{"description", std::string(answer.words)}, {"content", content("application/json", answer.schema)}};
  if (answer.has_etag) json["headers"] = {{"ETag", {{"description", "The record's version, for If-Match"}, {"schema", {{"type", "string"}}}}}};
  return json;
}

OrderedJson responses_of(const ApiOperation& operation) {
  auto responses = OrderedJson::object();
  responses[std::to_string(operation.done.status)] = answer_json(operation.done);
  // A key that was sent before is answered with 200 and the same.
  if (operation.done.status == 201) responses["200"] = responses["201"];
  for (const auto& status : split(operation.refusals, ' ')) responses[status] = {{"$ref", "#/components/responses/" + status}};
  return responses;
}

OrderedJson operation_json(const RouteRow& row, const ApiOperation& operation) {
  OrderedJson json = {{"operationId", std::string(row.name)}, {"summary", std::string(operation.summary)}, {"description", std::string(operation.words)}};
  if (!row.options.bearer) json["security"] = OrderedJson::array({OrderedJson::object(), {{"token", OrderedJson::array()}}});
  auto parameters = path_parameters(row.pattern);
  for (const auto& parameter : operation.parameters) parameters.push_back(parameter_json(parameter));
  parameters.push_back({{"$ref", "#/components/parameters/language"}});
  json["parameters"] = std::move(parameters);
  if (!operation.body.empty()) json["requestBody"] = {{"required", true}, {"content", content("application/json", operation.body)}};
  json["responses"] = responses_of(operation);
  return json;
}

/// What every operation takes: in which language it is said what is wrong (problem.h).
OrderedJson shared_parameters() {
  return {{"language",
           {{"name", "Accept-Language"},
            {"in", "header"},
            {"description", "The language in which a refusal is said: en, or cy for Welsh. Names of fields and the title of a status stay as they are."},
            {"schema", {{"type", "string"}, {"default", "en"}}}}}};
}

OrderedJson header_json(std::string_view type, std::string_view words = {}) {
  OrderedJson json = {{"schema", {{"type", std::string(type)}}}};
  if (!words.empty()) json["description"] = std::string(words);
  return json;
}

/// Each refusal once, by its status.
OrderedJson refusals() {
  auto json = OrderedJson::object();
  for (int status = 400; status < 500; ++status)
    if (const auto words = refusal_words(status); !words.empty())
      json[std::to_string(status)] = {{"description", std::string(words)},
                                      {"headers", {{"Content-Language", header_json("string", "The language in which it is said: en, where it is not known in Welsh")},
                                                   {"Vary", header_json("string", "Accept-Language")}}},
                                      {"content", content("application/problem+json", "problem")}};
  json["401"]["headers"]["WWW-Authenticate"] = header_json("string");
  json["429"]["headers"]["Retry-After"] = header_json("integer");
  return json;
}

OrderedJson paths_of(const std::vector<RouteRow>& routes) {
  auto paths = OrderedJson::object();
  for (const auto& operation : api_operations()) {
    const auto row = std::find_if(routes.begin(), routes.end(), [&](const RouteRow& r) { return r.name == operation.route; });
    if (row != routes.end()) paths[std::string(row->pattern)][lower(name_of(row->method))] = operation_json(*row, operation);
  }
  return paths;
}

}  // namespace

OrderedJson openapi_document(const std::vector<RouteRow>& routes, const std::vector<std::shared_ptr<const KeptRegister>>& registers,
                             std::string_view base_url) {
  return {{"openapi", "3.1.0"},
          {"info", {{"title", "Registers"}, {"version", "1"}, {"description", "Records of registers for other systems. A token is for one register and one organisation, and is made at /desk/registers/NAME/tokens."}}},
          {"servers", OrderedJson::array({{{"url", base_url.empty() ? std::string("/") : std::string(base_url)}}})},
          {"security", OrderedJson::array({{{"token", OrderedJson::array()}}})},
          {"paths", paths_of(routes)},
          {"components",
           {{"securitySchemes", {{"token", {{"type", "http"}, {"scheme", "bearer"}}}}}, {"schemas", component_schemas(registers)}, {"parameters", shared_parameters()}, {"responses", refusals()}}}};
}

}  // namespace makegood::web
