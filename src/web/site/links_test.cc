// Every link of every page that somebody comes to by links leads to a page that is there, and that they may open.
#include <deque>
#include <set>

#include "web/site/visitor.h"

using namespace makegood;
using namespace makegood::web;
using access::Role;

namespace links_test {

constexpr std::size_t kMostPages = 400;  // of one walk; a walk that is longer goes round in queries

// Addresses of this site within a page: without their fragments, Welsh and English alike; assets are another test's.
std::set<std::string> links_in(const std::string& body) {
  std::set<std::string> links;
  for (std::size_t at = body.find(" href=\"/"); at != std::string::npos; at = body.find(" href=\"/", at + 1)) {
    const auto from = at + 7;
    auto link = body.substr(from, body.find('"', from) - from);
    for (auto amp = link.find("&amp;"); amp != std::string::npos; amp = link.find("&amp;", amp)) link.replace(amp, 5, "&");
    link = link.substr(0, link.find('#'));
    if (!link.starts_with("/assets/")) links.insert(std::move(link));
  }
  return links;
}

// A link to a place in the page itself that has no such place.
std::vector<std::string> lost_places(const std::string& body) {
  std::vector<std::string> lost;
  for (std::size_t at = body.find(" href=\"#"); at != std::string::npos; at = body.find(" href=\"#", at + 1)) {
    const auto from = at + 8;
    const auto place = body.substr(from, body.find('"', from) - from);
    if (!place.empty() && body.find(" id=\"" + place + "\"") == std::string::npos) lost.push_back("#" + place);
  }
  return lost;
}

bool is_page(const Reply& reply) { return reply.headers.value("Content-Type").starts_with("text/html"); }

// A filter or an order of a list that was looked at without one is the same page again.
bool goes_round(const std::string& link) { return link.find('?') != std::string::npos && (link.find("sort=") != std::string::npos || link.find("page=") != std::string::npos); }

// "/plans/x/history -> /plans/x/follow: 404", for each that is dead; what asks a guest to sign in is not.
std::vector<std::string> dead_links(Visitor& visitor, std::vector<std::string> from) {
  std::vector<std::string> dead;
  std::deque<std::string> open(from.begin(), from.end());
  std::set<std::string> seen(from.begin(), from.end());
  while (!open.empty() && seen.size() < kMostPages) {
    const auto address = open.front();
    open.pop_front();
    const auto page = visitor.get(address);
    if (page.status != 200 || !is_page(page)) continue;
    for (const auto& place : lost_places(page.body)) dead.push_back(address + " -> " + place);
    for (const auto& link : links_in(page.body)) {
      if (!seen.insert(link).second || goes_round(link)) continue;
      const auto there = visitor.get(link);
      if (there.status >= 400) dead.push_back(address + " -> " + link + ": " + std::to_string(there.status));
      open.push_back(link);
    }
  }
  return dead;
}

Plan plan_with_criteria() {
  auto plan = test::small_draft();
  Item criterion;
  criterion.id = ItemId("9");
  criterion.ref = "C1";
  criterion.kind = ItemKind::criterion;
  criterion.title = "Leaders know the evidence";
  plan.items.push_back(criterion);
  return plan;
}

TEST_CASE("no page leads to one that is not there, or that whoever reads it may not open") {
  struct Row {
    const char* who;
    std::optional<Role> role;
    bool released;
  };
  const std::vector<Row> rows = {
      {"a guest, of a plan that is released", std::nullopt, true},
      {"a coordinator, of a plan that is private", Role::coordinator, false},
      {"a coordinator, of a plan that is released", Role::coordinator, true},
      {"a publisher, of a plan that is private", Role::publisher, false},
      {"a publisher, of a plan that is released", Role::publisher, true},
      {"the panel, of a plan that is private", Role::scrutineer, false},
      {"the panel, of a plan that is released", Role::scrutineer, true},
      {"an analyst", Role::analyst, false},
      {"a monitoring officer", Role::monitoring_officer, true},
      {"an owner with an account", Role::owner, true},
      {"an operator", Role::system_operator, true},
  };
  for (const auto& row : rows) {
    Visitor visitor;
    const auto actor = tasks::first_coordinator();
    const auto id = tasks::propose_import(visitor.bench.workspace, actor, {"the document", "plan.docx"}, plan_with_criteria()).value().id;
    const auto slug = tasks::accept_import(visitor.bench.workspace, actor, id, {row.released}).value().slug;
    std::vector<std::string> from = {"/", "/cy/", "/desk", "/my-items", "/panel"};
    if (!row.role) from = {"/", "/cy/"};
    if (row.role) {
      visitor.sign_in({"somebody@aberllyn.example", {{*row.role, "", ""}}});
      from.push_back("/plans/" + slug);
    }
    for (const auto& dead : dead_links(visitor, from)) {
      CAPTURE(std::string(row.who));
      CHECK(dead == "");
    }
  }
}

}  // namespace links_test
