// Signing in leads back to the page that was asked for, and nowhere else.
#include "web/site/visitor.h"

using namespace makegood;
using namespace makegood::web;
using access::Role;

namespace return_path_test {

TEST_CASE("whoever was asked to sign in comes back to the page that they had asked for, and to no other") {
  const auto wanted_after = [](const Reply& reply) {
    for (const auto& field : reply.headers)
      if (field.name == "Set-Cookie" && field.value.starts_with("wanted=")) return field.value.substr(7, field.value.find(';') - 7);
    return std::string();
  };
  const auto come_back = [](std::string_view cookie, Role role, std::string_view prefix = "") {
    Visitor visitor;
    auto request = visitor.request(Method::post, std::string(prefix) + "/sign-in/" + tasks::make_sign_in_link(visitor.bench.workspace, {"somebody@aberllyn.example", {{role, "", ""}}}).value());
    request.cookies.add("wanted", std::string(cookie));
    const auto reply = answer(visitor.app, request);
    CHECK(reply.status == 303);
    return location(reply);
  };
  Visitor guest;
  CHECK(wanted_after(guest.get("/desk/people?q=Housing")) == "/desk/people?q=Housing");
  CHECK(wanted_after(guest.get("/cy/desk/people")) == "/desk/people");
  CHECK(wanted_after(guest.post("/desk/people/organisations/new")).empty());
  CHECK(wanted_after(guest.get("/sign-in")).empty());
  CHECK(wanted_after(guest.get("/desk/people?q=" + std::string(600, 'x'))).empty());

  CHECK(come_back("/desk/people?q=Housing", Role::coordinator) == "/desk/people?q=Housing");
  CHECK(come_back("/desk/people", Role::coordinator, "/cy") == "/cy/desk/people");
  for (const std::string_view elsewhere : {"//other.example", "/\\other.example", "https://other.example/desk", "other.example", "/%2f%2fother.example", "/desk/nowhere", "/sign-out", "/sign-in",
                                           "/desk/people/organisations/new/save", ""}) {
    CAPTURE(elsewhere);
    CHECK(come_back(elsewhere, Role::coordinator) == "/desk");
  }
  CHECK(come_back("/desk/people", Role::scrutineer) == "/panel");  // that page is not theirs
}

}  // namespace return_path_test
