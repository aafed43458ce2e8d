// The desk leads to every page that somebody's role opens, and to no other.
#include <algorithm>

#include "pages/desk_places.h"
#include "web/site/visitor.h"

using namespace makegood;
using namespace makegood::web;
using access::Role;

namespace desk_places_test {

constexpr std::array kRoles = {Role::coordinator, Role::owner, Role::contributor, Role::scrutineer, Role::analyst, Role::publisher, Role::monitoring_officer, Role::system_operator, Role::handler};

bool leads_to(const Reply& page, const html::Url& url) { return says(page, "href=\"" + url.text() + "\""); }

/// Pages that are reached otherwise.
bool has_another_way(std::string_view path) {
  return path == "/desk" || path == "/desk/import"  // the button at its head
         || path == "/desk/people/import"           // from the directory
         || path == "/desk/reports/file";           // from the report that was chosen
}

TEST_CASE("whoever signs in is met by a desk, and each of its links opens") {
  for (const auto role : kRoles) {
    CAPTURE(access::word(role));
    Visitor visitor;
    test::adopt_small_plan(visitor.bench);
    visitor.sign_in({"somebody@aberllyn.example", {{role, "", ""}}});
    const auto desk = visitor.get("/desk");
    REQUIRE(desk.status == 200);
    for (const auto& place : pages::kDeskPlaces) {
      CAPTURE(place.url.view());
      CHECK(leads_to(desk, place.url) == (visitor.get(place.url.view()).status != 403));
    }
  }
}

TEST_CASE("somebody without a role is shown the registers alone, and nothing of the plans that are kept") {
  Visitor visitor;
  test::adopt_small_plan(visitor.bench);
  visitor.sign_in({"somebody@aberllyn.example", {}});
  const auto desk = visitor.get("/desk");
  CHECK(desk.status == 200);
  CHECK(leads_to(desk, "/desk/registers"));
  CHECK_FALSE(leads_to(desk, "/desk/import"));
  CHECK_FALSE(says(desk, "fair-work-plan"));
}

TEST_CASE("the way back leads around what a role does not open") {
  Visitor visitor;
  const auto above = [&](Role role) {
    visitor.sign_in({"somebody@aberllyn.example", {{role, "", ""}}});
    const auto page = visitor.get("/desk/emergencies");
    REQUIRE(page.status == 200);
    return leads_to(page, "/desk/data-protection");
  };
  CHECK(above(Role::monitoring_officer));
  CHECK_FALSE(above(Role::system_operator));
}

TEST_CASE("whoever publishes reads what owners sent; the panel does not") {
  Visitor visitor;
  test::adopt_small_plan(visitor.bench);
  visitor.sign_in({"publisher@aberllyn.example", {{Role::publisher, "", ""}}});
  CHECK(visitor.get("/desk/updates").status == 200);
  visitor.sign_in({"panel@aberllyn.example", {{Role::scrutineer, "", ""}}});
  CHECK(visitor.get("/desk/updates").status == 403);
}

TEST_CASE("no page of the desk is without a way to it") {
  for (const auto& row : router().table().rows()) {
    const auto path = row.pattern;
    const bool is_of_the_desk = path.starts_with("/desk") || path.starts_with("/panel") || path.starts_with("/my-items");
    if (row.method != Method::get || !is_of_the_desk || path.find('{') != std::string_view::npos || has_another_way(path)) continue;
    CAPTURE(path);
    CHECK(std::any_of(pages::kDeskPlaces.begin(), pages::kDeskPlaces.end(), [&](const auto& place) { return place.url.view() == path; }));
  }
}

}  // namespace desk_places_test
