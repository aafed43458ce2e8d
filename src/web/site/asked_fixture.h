#pragma once
// For tests: a plan in force about which owners were asked, and who opens their links.

#include <doctest/doctest.h>

#include "tasks/ask.h"
#include "tasks/ask_fixture.h"
#include "web/site/app.h"
#include "web/site/visitor.h"

namespace makegood::web {

using Page = web::Response;  // the plan has a Response too

// Two posts were asked by letter about the first two items of a plan in force; nobody was about the third.
struct Asked {
  test::AskBench b;
  tasks::Workspace w = test::with(b.bench.workspace, b.people, b.bench.workspace.progress);
  App app{w, {}};
  std::vector<Item> items;
  std::string link, other_link, session, csrf;

  Asked() {
    b.set_day("2023-04-01");
    REQUIRE(tasks::ask_for_updates(w, tasks::first_coordinator(), {b.slug}));
    items = w.plans.find(b.slug, View::live).value()->plan.items;
    link = b.token_to("people@exampleshire.example");
    other_link = b.token_to("comms@exampleshire.example");
  }

  [[nodiscard]] web::Request request(Method method, std::string_view target) const {
    web::Request made;
    made.method = method;
    made.target = parse_target(target).value();
    if (!session.empty()) made.cookies.add("session", session);
    return made;
  }
  Page get(std::string_view target) { return answer(app, request(Method::get, target)); }
  Page post(std::string_view target, const std::vector<Field>& fields, std::vector<UploadedFile> files = {}) {
    auto made = request(Method::post, target);
    if (!csrf.empty()) made.form.add("csrf", csrf);
    for (const auto& field : fields) made.form.add(field.name, field.value);
    made.files = std::move(files);
    return answer(app, made);
  }
  void sign_in(const tasks::Actor& actor = tasks::first_coordinator()) {
    const auto token = tasks::make_sign_in_link(w, actor).value();
    const auto in = tasks::sign_in(w, token).value();
    session = in.token;
    csrf = in.session.csrf;
  }
  [[nodiscard]] std::string name(std::size_t item, const char* field) const { return items[item].id.text + "-" + field; }
  Page type(std::vector<Field> fields, std::vector<UploadedFile> files = {}, const char* action = "check") {
    fields.push_back({"action", action});
    return post("/reply/" + link, fields, std::move(files));
  }
  Page send(const std::string& token) { return post("/reply/" + token + "/send", {}); }
  std::shared_ptr<const Progress> progress() { return w.progress.of_plan(b.slug).value(); }
  /// The first item's answer, sent.
  void report(const char* claim) {
    type({{name(0, "claim"), claim}, {name(0, "narrative"), "It is done."}});
    REQUIRE(send(link).status == 303);
  }
};

}  // namespace makegood::web
