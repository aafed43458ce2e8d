#pragma once
// For tests: three schools, a register of incidents, and systems that speak to it with tokens.

#include <map>

#include "registers/answers_json.h"
#include "registers/fixture.h"
#include "tasks/api_tokens.h"
#include "tasks/registers.h"
#include "web/site/visitor.h"

namespace makegood::web {

struct Systems : Visitor {
  tasks::Actor council{"equality", {{access::Role::coordinator, "", ""}, {access::Role::publisher, "", ""}}};
  std::string harbour = school("Harbour Hill"), gwyn = school("Ty Gwyn");
  std::string secret;  ///< of whoever asks

  Systems() { furnish(); }
  explicit Systems(const std::filesystem::path& folder) : Visitor{test::Bench::in(folder)} { furnish(); }
  void furnish() {
    REQUIRE(tasks::define_register(bench.workspace, council, test::kRegister));
    REQUIRE(tasks::open_register(bench.workspace, council, {"incidents", "Data protection officer", "DPIA-1", *Day::parse("2023-06-01")}));
  }
  std::string school(const std::string& name) { return tasks::keep_organisation(bench.workspace, tasks::first_coordinator(), {{}, name}).value().text; }

  tasks::MadeToken token_for(const std::string& organisation, access::Role role = access::Role::contributor, bool read = true, bool write = true,
                             const std::string& until = "2024-06-14") {
    return tasks::make_api_token(bench.workspace, council, {"incidents", "School information system", organisation, role, read, write, *Day::parse(until)}).value();
  }

  Reply send(Method method, std::string_view path, const std::string& body = {}, const std::vector<Field>& headers = {}) {
    auto made = request(method, path);
    if (!secret.empty()) made.headers.set("Authorization", "Bearer " + secret);
    if (!body.empty()) made.headers.set("Content-Type", "application/json");
    for (const auto& header : headers) made.headers.set(header.name, header.value);
    made.body = body;
    return answer(app, made);
  }
  Reply read(std::string_view path) { return send(Method::get, path); }
  Reply report(const std::string& words, const std::string& key = {}, const std::string& school = "Harbour Hill") {
    const auto body = R"({"answers": {"school": ")" + school + R"(", "happened_on": "2023-06-01", "kind": "verbal", "words": ")" + words + R"(", "pupils": 2}})";
    return send(Method::post, "/api/v1/registers/incidents/records", body, key.empty() ? std::vector<Field>{} : std::vector<Field>{{"Idempotency-Key", key}});
  }
};

inline Json json_in(const Reply& reply) { return Json::parse(reply.body); }
inline std::string id_in(const Reply& reply) { return json_in(reply).at("id").get<std::string>(); }

}  // namespace makegood::web
