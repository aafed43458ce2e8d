// A signed-in owner reports without a link.

#include <doctest/doctest.h>

#include "tasks/ask_fixture.h"
#include "web/site/app.h"
#include "web/site/visitor.h"

using namespace makegood;
using namespace makegood::web;
using Page = web::Response;

namespace my_items_test {

struct SignedIn {
  test::AskBench b;
  tasks::Workspace w = test::with(b.bench.workspace, b.people, b.bench.workspace.progress);
  App app{w, {}};
  std::vector<Item> items;
  std::string session, csrf, at = "/my-items/" + b.slug;

  SignedIn() {
    b.set_day("2023-04-01");
    items = w.plans.find(b.slug, View::live).value()->plan.items;
    sign_in({{access::Role::owner, "", "council"}});
  }
  void sign_in(std::vector<access::Grant> grants, std::string person = "p", std::string name = "people@exampleshire.example") {
    b.people.now.grants.clear();
    for (const auto& grant : grants) b.people.now.grants.push_back({PersonId(person), grant, {}});
    const auto in = tasks::sign_in(w, tasks::make_sign_in_link(w, {std::move(name), grants, person}).value()).value();
    session = in.token;
    csrf = in.session.csrf;
  }
  [[nodiscard]] web::Request request(Method method, std::string_view target) const {
    web::Request made;
    made.method = method;
    made.target = parse_target(target).value();
    if (!session.empty()) made.cookies.add("session", session);
    return made;
  }
  Page get(std::string_view target) { return answer(app, request(Method::get, target)); }
  Page post(std::string_view target, const std::vector<Field>& fields = {}) {
    auto made = request(Method::post, target);
    made.form.add("csrf", csrf);
    for (const auto& field : fields) made.form.add(field.name, field.value);
    return answer(app, made);
  }
  [[nodiscard]] std::string name(std::size_t item, const char* field) const { return items[item].id.text + "-" + field; }
  std::vector<Update> updates() { return w.progress.of_plan(b.slug).value()->updates; }
};


TEST_CASE("an owner signs in, sees what is theirs, and reports on it") {
  SignedIn s;
  const auto mine = s.get("/my-items");
  CHECK(says(mine, "2 items of yours are open."));
  CHECK(says(mine, s.at));
  const auto form = s.get(s.at);
  CHECK(says(form, "2 items are open to report on"));
  CHECK(says(form, "Publish the pay gap by ethnic group"));
  CHECK_FALSE(says(form, "Review the school curriculum"));
  const auto typed = s.post(s.at, {{s.name(0, "claim"), "complete"}, {s.name(0, "narrative"), "It is <out>."}, {s.name(2, "claim"), "complete"}, {"action", "check"}});
  CHECK(location(typed) == s.at + "/check");
  CHECK(says(s.get("/my-items"), "one answer is kept and not sent"));
  CHECK(says(s.get(location(typed)), "It is &lt;out&gt;."));
  const auto sent = s.post(s.at + "/send");
  CHECK(location(sent) == s.at + "/sent");
  CHECK(says(s.get(location(sent)), "Complete"));
  REQUIRE(s.updates().size() == 1);
  CHECK(s.updates()[0].speaker == Speaker::owner);
  CHECK(s.updates()[0].voice.post_words == "Head of People, Exampleshire Council");
  CHECK(s.updates()[0].request.empty());
  CHECK(s.post(s.at + "/send").status == 303);  // pressed twice
  CHECK(s.updates().size() == 1);
  CHECK(says(s.get("/my-items"), "One item of yours is open."));
  CHECK(says(s.get("/cy/my-items"), "Beth sydd i mi adrodd arno?"));
}

TEST_CASE("what is not whole is named and kept, and somebody else's words come before one's own are sent") {
  SignedIn s;
  const auto refused = s.post(s.at, {{s.name(0, "claim"), "dropped"}, {s.name(0, "narrative"), "We met twice."}, {s.name(0, "seen"), "0"}, {"action", "check"}});
  CHECK(refused.status == 422);
  CHECK(says(refused, "href=\"#" + s.name(0, "reason") + "\""));
  CHECK(says(s.get(s.at), "We met twice."));
  REQUIRE(s.post(s.at, {{s.name(0, "claim"), "at_risk"}, {s.name(0, "narrative"), "We met twice."}, {s.name(0, "seen"), "0"}, {"action", "check"}}).status == 303);
  Update theirs;
  theirs.claim = Claim::complete;
  theirs.narrative = "All of it is done.";
  REQUIRE(tasks::record_on_behalf(s.w, tasks::first_coordinator(), s.b.slug, {PostId("comms"), ""}, {{s.items[0].id, theirs, 0}}));
  const auto overtaken = s.post(s.at + "/send");
  CHECK(overtaken.status == 409);
  CHECK(says(overtaken, "All of it is done."));
  CHECK(says(overtaken, "We met twice."));
  const auto seen = std::to_string(tasks::last_said(*s.w.progress.of_plan(s.b.slug).value(), s.items[0].id));
  CHECK(s.post(s.at + "/send", {{s.name(0, "seen"), seen}}).status == 303);
  CHECK(s.updates().size() == 2);
}

TEST_CASE("who finds nothing to report on") {
  SignedIn s;
  s.sign_in({{access::Role::owner, "", "police"}});
  CHECK(says(s.get("/my-items"), "Nothing of yours is open."));
  CHECK(s.post(s.at, {{s.name(0, "claim"), "complete"}, {"action", "check"}}).status == 422);
  s.sign_in({{access::Role::owner, "another-plan", ""}});
  CHECK(s.get(s.at).status == 403);
  s.sign_in({{access::Role::coordinator, "", ""}}, "", "coordinator");  // nobody in the directory
  CHECK(s.get("/my-items").status == 403);
  s.session.clear();
  CHECK(location(s.get("/my-items")) == "/sign-in");
  CHECK(s.updates().empty());
}

}  // namespace my_items_test
