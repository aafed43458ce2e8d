#pragma once
// For tests: somebody who visits the application without a socket between.

#include <doctest/doctest.h>

#include "faults/fixture.h"
#include "web/site/app.h"

namespace makegood::web {

using Reply = web::Response;  // the plan has a Response too

struct Visitor {
  test::Bench bench = test::Bench::in_memory();
  App app{bench.workspace, {}};
  std::string token, csrf;
  std::string bearer;  ///< of another system: sent to addresses for programs

  void sign_in(const tasks::Actor& actor = tasks::first_coordinator()) {
    const auto link = tasks::make_sign_in_link(bench.workspace, actor).value();
    const auto signed_in = tasks::sign_in(bench.workspace, link).value();
    token = signed_in.token;
    csrf = signed_in.session.csrf;
  }

  [[nodiscard]] Request request(Method method, std::string_view target) const {
    Request made;
    made.method = method;
    made.target = parse_target(target).value();
    if (!token.empty()) made.cookies.add("session", token);
    if (!bearer.empty() && target.starts_with("/api/")) made.headers.set("Authorization", "Bearer " + bearer);
    return made;
  }
  Reply get(std::string_view target) { return answer(app, request(Method::get, target)); }
  Reply post(std::string_view target, std::vector<Field> fields = {}) {
    auto made = request(Method::post, target);
    made.form.add("csrf", csrf);
    for (auto& field : fields) made.form.add(field.name, field.value);
    return answer(app, made);
  }
};

inline std::string location(const Reply& response) { return std::string(response.headers.value("Location")); }
inline bool says(const Reply& response, std::string_view words) { return response.body.find(words) != std::string::npos; }

inline UploadedFile upload(std::string name, std::string_view bytes) {
  auto spool = std::make_shared<Spool>();
  REQUIRE(spool->append(bytes));
  return {"file", std::move(name), "text/markdown", spool};
}

}  // namespace makegood::web
