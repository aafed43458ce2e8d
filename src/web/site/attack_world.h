#pragma once
// For tests: a council in which every route has something to stand on, and the routes' addresses in it.
// A route with a parameter that is not named here is attacked with "x" in its place; name it to be
// attacked where it matters.

#include <map>

#include "assets/assets.h"
#include "tasks/ask.h"
#include "tasks/sheet_fixture.h"
#include "web/site/html_forms.h"
#include "web/site/visitor.h"

namespace makegood::web {

struct AttackWorld : Visitor {
  std::string slug, item, import, organisation, post_id, reply_link, sheet;

  AttackWorld() { furnish(); }
  explicit AttackWorld(const std::filesystem::path& folder) : Visitor{test::Bench::in(folder)} { furnish(); }

  void furnish() {
    slug = test::adopt_small_plan(bench, true);
    item = bench.workspace.plans.find(slug, View::live).value()->plan.items[0].id.text;
    auto next = test::small_draft();
    next.items[0].title = "Publish the pay gap by ethnic group and grade";
    import = tasks::propose_import(bench.workspace, tasks::first_coordinator(), {"another document", "next.docx"}, next).value().id.text;
    ask_somebody();
    sign_in();
  }

  /// A post that is asked about an item, its link, and a spreadsheet of it that came back.
  void ask_somebody() {
    const auto& w = bench.workspace;
    const auto coordinator = tasks::first_coordinator();
    organisation = tasks::keep_organisation(w, coordinator, {{}, "Exampleshire Council"}).value().text;
    post_id = tasks::keep_post(w, coordinator, {{}, "Head of People", OrganisationId(organisation)}).value().text;
    const auto person = tasks::keep_person(w, coordinator, {{}, "", "people@exampleshire.example"}).value();
    REQUIRE(tasks::hold_post(w, coordinator, {PostId(post_id), person, {}}));
    REQUIRE(tasks::ask_for_updates(w, coordinator, {slug}));
    const auto letters = w.outbox.list({}, 10).value();
    const auto text = w.outbox.find(letters.front().id).value().letter.text;
    reply_link = text.substr(text.find("/reply/") + 7, 64);
    const auto sent = tasks::sheet_for_post(w, coordinator, PostId(post_id), Words::for_language(Language::en)).value();
    const auto back = test::sheet_with(sent, {{0, AnswerColumn::claim, std::string("On track")}, {1, AnswerColumn::claim, std::string("\"><script>alert(1)</script>")}});
    sheet = tasks::keep_returned_sheet(w, coordinator, {"back.xlsx", back}).value();
  }

  /// Signs in somebody else, who has these grants and is nobody in the directory.
  void sign_in_as(const std::vector<access::Grant>& grants) {
    const auto link = tasks::make_sign_in_link(bench.workspace, {"somebody@aberllyn.example", grants}).value();
    const auto signed_in = tasks::sign_in(bench.workspace, link).value();
    token = signed_in.token;
    csrf = signed_in.session.csrf;
  }

  /// The address of a route; `instead` stands for every parameter where it is given.
  [[nodiscard]] std::string address_of(std::string_view pattern, std::string_view instead = {}) {
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
      if (pattern[at] != '{') {
        out += pattern[at++];
        continue;
      }
      const auto end = pattern.find('}', at);
      out += instead.empty() ? value_of(pattern, std::string(pattern.substr(at + 1, end - at - 1))) : std::string(instead);
      at = end + 1;
    }
    return out;
  }

  /// Everything that is derived from the ledger, and how long it is: what an attack must not change.
  [[nodiscard]] std::string state() const {
    return std::to_string(bench.store->ledger().head().value().count) + "\n" + bench.store->dump_derived().value();
  }

 private:
  [[nodiscard]] std::string value_of(std::string_view pattern, const std::string& parameter) {
    if (parameter == "id" && pattern.starts_with("/desk/import/")) return "1";
    if (parameter == "token" && pattern.starts_with("/reply/")) return reply_link;
    if (parameter == "token") return tasks::make_sign_in_link(bench.workspace, tasks::first_coordinator()).value();
    const std::map<std::string, std::string> known = {
        {"slug", slug}, {"id", item}, {"import", import}, {"version", std::string(assets_version())}, {"file", "makegood.css"}, {"versions", "2023..2024"},
        {"organisation", organisation}, {"post", post_id}, {"sheet", sheet}};
    const auto found = known.find(parameter);
    return found == known.end() ? "x" : found->second;
  }
};

}  // namespace makegood::web
