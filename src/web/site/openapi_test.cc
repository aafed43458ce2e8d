// The OpenAPI document: whole, true to the routes, and with examples that would be taken.

#include <set>

#include "registers/shipped.h"
#include "web/site/api_operations.h"
#include "web/site/api_schemas.h"
#include "web/site/api_world.h"
#include "web/site/openapi.h"
#include "web/site/schema_check.h"

namespace makegood::web {
namespace openapi_test {

std::vector<std::shared_ptr<const KeptRegister>> shipped() {
  std::vector<std::shared_ptr<const KeptRegister>> all;
  for (const auto& one : shipped_registers()) all.push_back(std::make_shared<KeptRegister>(KeptRegister{definition_of(one.text).value(), std::string(one.text), {}, {}, 1}));
  return all;
}

OrderedJson document() { return openapi_document(router().table().rows(), shipped(), "https://plans.example.gov.uk"); }

/// Every reference of the document leads somewhere in it.
void check_references(const OrderedJson& whole, const OrderedJson& part) {
  if (part.is_object() && part.contains("$ref")) {
    const auto to = part.at("$ref").get<std::string>();
    CAPTURE(to);
    REQUIRE(to.starts_with("#/"));
    CHECK(whole.contains(OrderedJson::json_pointer(to.substr(1))));
  }
  for (const auto& below : part)
    if (below.is_structured()) check_references(whole, below);
}

TEST_CASE("every route for programs is in the document, and the other way round") {
  const auto whole = document();
  std::set<std::string> routes, told;
  for (const auto& row : router().table().rows())
    if (row.pattern.starts_with("/api/")) routes.insert(std::string(name_of(row.method)) + " " + std::string(row.pattern) + " " + std::string(row.name));
  const std::map<std::string, std::string> methods = {{"get", "GET"}, {"post", "POST"}, {"patch", "PATCH"}};
  for (const auto& [path, operations] : whole.at("paths").items())
    for (const auto& [method, operation] : operations.items()) told.insert(methods.at(method) + " " + path + " " + operation.at("operationId").get<std::string>());
  CHECK(routes.size() >= 7);
  CHECK(routes == told);
  for (const auto& row : router().table().rows()) CHECK(row.options.bearer == row.pattern.starts_with("/api/v1/"));
}

TEST_CASE("the document has what OpenAPI 3.1 asks for, and its references lead somewhere") {
  const auto whole = document();
  CHECK(whole.at("openapi") == "3.1.0");
  CHECK(whole.at("info").contains("title"));
  CHECK(whole.at("info").contains("version"));
  CHECK(whole.at("servers").at(0).at("url") == "https://plans.example.gov.uk");
  CHECK(whole.at("security") == OrderedJson::parse(R"([{"token": []}])"));
  CHECK(whole.at("components").at("securitySchemes").at("token") == OrderedJson::parse(R"({"type": "http", "scheme": "bearer"})"));
  check_references(whole, whole);
  std::set<std::string> ids;
  for (const auto& [path, operations] : whole.at("paths").items())
    for (const auto& [method, operation] : operations.items()) {
      CAPTURE(path);
      CAPTURE(method);
      CHECK(ids.insert(operation.at("operationId")).second);
      CHECK_FALSE(operation.at("responses").empty());
      std::set<std::string> parameters, headers;
      if (operation.contains("parameters"))
        for (const auto& named : operation.at("parameters")) {
          const auto& parameter = named.contains("$ref") ? whole.at(OrderedJson::json_pointer(named.at("$ref").get<std::string>().substr(1))) : named;
          if (parameter.at("in") == "header") headers.insert(parameter.at("name"));
          CHECK((parameter.contains("name") && parameter.contains("in") && parameter.contains("schema")));
          if (parameter.at("in") != "path") continue;
          parameters.insert(parameter.at("name"));
          CHECK(parameter.at("required") == true);
        }
      for (auto at = path.find('{'); at != std::string::npos; at = path.find('{', at + 1)) CHECK(parameters.erase(path.substr(at + 1, path.find('}', at) - at - 1)) == 1);
      CHECK(parameters.empty());
      CHECK(headers.contains("Accept-Language"));  // in which it is said what is wrong
      for (const auto& [status, response] : operation.at("responses").items()) CHECK((response.contains("$ref") || response.contains("description")));
      CHECK(whole.at("components").at("responses").at("422").at("headers").contains("Content-Language"));
      CHECK(operation.contains("requestBody") == (method != "get"));
    }
}

TEST_CASE("each example validates against its schema, and a shipped register's would be taken") {
  const auto whole = document();
  int examples = 0;
  for (const auto& [name, schema] : whole.at("components").at("schemas").items()) {
    CAPTURE(name);
    if (!schema.contains("examples")) continue;
    for (const auto& example : schema.at("examples")) {
      CHECK(test::schema_fault(whole, schema, example) == "");
      ++examples;
    }
  }
  CHECK(examples > 30);
  for (const auto& kept : shipped()) {
    CAPTURE(kept->definition.name);
    CHECK(whole.at("components").at("schemas").contains("answers-" + kept->definition.name));
    const auto example = answers_example(kept->definition);
    if (example.is_null()) continue;
    const auto sent = sent_answers(kept->definition, Json::parse(example.dump()), Moment::submitting);
    CHECK(sent.faults.empty());
    CHECK(check_sent(kept->definition, sent.answers, {}, Moment::submitting).empty());
  }
}

TEST_CASE("the check of schemas finds what does not fit") {
  const auto whole = document();
  const auto& schema = whole.at("components").at("schemas");
  CHECK(test::schema_fault(whole, schema.at("receipt"), OrderedJson::parse(R"({"id": 1, "etag": "x", "url": "x"})")) != "");
  CHECK(test::schema_fault(whole, schema.at("receipt"), OrderedJson::parse(R"({"id": "x"})")) != "");
  CHECK(test::schema_fault(whole, schema.at("records"), OrderedJson::parse(R"({"records": [{}], "next": null})")) != "");
  CHECK(test::schema_fault(whole, answers_schema(test::incidents()), OrderedJson::parse(R"({"happened_on": "2023-06-01", "kind": "shouting"})")) != "");
  CHECK(test::schema_fault(whole, answers_schema(test::incidents()), OrderedJson::parse(R"({"happened_on": "2023-06-01", "kind": "verbal", "pupils": 51})")) != "");
}

TEST_CASE("what is answered is what the document says, and it shows a register to whoever has its token") {
  Systems s;
  CHECK_FALSE(says(s.read("/api/openapi.json"), "answers-incidents"));
  s.secret = s.token_for(s.harbour, access::Role::coordinator).secret;
  const auto whole = OrderedJson::parse(s.read("/api/openapi.json").body);
  const auto& schemas = whole.at("components").at("schemas");
  REQUIRE(schemas.contains("answers-incidents"));
  s.secret = s.token_for(s.harbour).secret;
  const auto nothing = s.send(Method::post, "/api/v1/registers/incidents/nil-returns", "{}");
  const auto sent = s.report("a word of hate");
  const auto path = std::string(location(sent));
  const auto fault = [&](const char* schema, const Reply& reply) { return test::schema_fault(whole, schemas.at(schema), OrderedJson::parse(reply.body)); };
  CHECK(fault("receipt", sent) == "");
  CHECK(fault("record", s.read(path)) == "");
  CHECK(fault("records", s.read("/api/v1/registers/incidents/records?count=true&limit=1")) == "");
  CHECK(fault("definition", s.read("/api/v1/registers/incidents")) == "");
  CHECK(fault("period", nothing) == "");
  CHECK(fault("problem", s.send(Method::post, "/api/v1/registers/incidents/records", "{\"answers\": {}}")) == "");
  CHECK(fault("problem", s.read("/api/v1/registers/other")) == "");
  s.secret = "makegood_" + std::string(64, '0');
  CHECK(s.read("/api/openapi.json").status == 401);
}

}  // namespace openapi_test
}  // namespace makegood::web
