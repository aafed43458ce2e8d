#pragma once
// For tests: a council in which every route has something to stand on, and the routes' addresses in it.
// A route with a parameter that is not named here is attacked with "x" in its place; name it to be
// attacked where it matters.

#include <map>

#include "assets/assets.h"
#include "registers/group_fixture.h"
#include "registers/open_fixture.h"
#include "tasks/api_tokens.h"
#include "tasks/ask.h"
#include "tasks/circulate.h"
#include "tasks/sheet_fixture.h"
#include "web/site/html_forms.h"
#include "web/site/visitor.h"

namespace makegood::web {

struct AttackWorld : Visitor {
  std::string slug, item, import;
  std::map<std::string, std::string> parameters;  ///< of routes: a real one of each kind

  AttackWorld() { furnish(); }
  explicit AttackWorld(const std::filesystem::path& folder) : Visitor{test::Bench::in(folder)} { furnish(); }

  void furnish() {
    slug = test::adopt_small_plan(bench, true);
    item = bench.workspace.plans.find(slug, View::live).value()->plan.items[0].id.text;
    auto next = test::small_draft();
    next.items[0].title = "Publish the pay gap by ethnic group and grade";
    import = tasks::propose_import(bench.workspace, tasks::first_coordinator(), {"another document", "next.docx"}, next).value().id.text;
    parameters = {{"slug", slug}, {"id", item}, {"import", import}, {"version", std::string(assets_version())}, {"file", "makegood.css"}, {"versions", "2023..2024"}};
    furnish_directory();
    furnish_cycle();
    furnish_sheet();
    furnish_register();
    furnish_paper();
    sign_in();
  }

  /// A post with its holder, who owns the first item.
  void furnish_directory() {
    const auto& w = bench.workspace;
    const auto actor = tasks::first_coordinator();
    const auto organisation = tasks::keep_organisation(w, actor, {{}, "Exampleshire Council"}).value();
    const auto post = tasks::keep_post(w, actor, {{}, "Head of People", organisation}).value();
    const auto person = tasks::keep_person(w, actor, {{}, "", "people@exampleshire.example"}).value();
    REQUIRE(tasks::hold_post(w, actor, {post, person}));
    parameters.insert({{"organisation", organisation.text}, {"post", post.text}, {"person", person.text}});
  }

  /// They were asked, and have answered with a file; the panel asks them something.
  void furnish_cycle() {
    const auto& w = bench.workspace;
    REQUIRE(tasks::ask_for_updates(w, tasks::first_coordinator(), {slug}));
    const auto letter = w.outbox.list({}, 1).value().at(0).id;
    const auto text = w.outbox.find(letter)->letter.text;
    const auto reply = text.substr(text.find("/reply/") + 7, 64);
    const auto open = tasks::find_reply(w, reply).value();
    tasks::Said said{ItemId(item), {}};
    said.words.claim = Claim::on_track;
    said.words.narrative = "The method is agreed.";
    said.words.evidence = {tasks::receive_file(w, {"minutes.pdf", "What was decided"}, "%PDF-1.7\nminutes").value()};
    const auto sent = tasks::answer_request(w, open, {said}).value().at(0);
    const auto asked = tasks::raise_challenge(w, {"panel@aberllyn.example", {{access::Role::scrutineer, "", ""}}}, {slug, said.item}, "Which groups?", *Day::parse("2024-06-14")).value();
    parameters.insert({"challenge", asked.id.text});
    parameters.insert({{"letter", letter}, {"reply", reply}, {"request", open.request.id.text}, {"update", sent.id.text}, {"evidence", sent.evidence.at(0).id.text}});
  }

  /// A register with a record.
  void furnish_register() {
    const auto& w = bench.workspace;
    const auto actor = tasks::first_coordinator();
    REQUIRE(tasks::define_register(w, actor, test::kOpenRegister));
    const auto record = tasks::submit_record(w, &actor, {"site-visits", {{"site", "Harbour"}, {"day", "2023-06-01"}}, ""}).value();
    parameters.insert({{"register", "site-visits"}, {"record", record.id.text}});
    const auto made = tasks::make_api_token(w, actor, {"site-visits", "Another system", "", access::Role::contributor, true, true, *Day::parse("2024-06-14")}).value();
    bearer = made.secret;
    parameters.insert({"apitoken", made.token.id.text});
  }

  /// A paper that went round, with a link of one member.
  void furnish_paper() {
    const auto& w = bench.workspace;
    const auto actor = tasks::first_coordinator();
    for (const auto* text : {&test::kPanels, &test::kSeats, &test::kPapers}) REQUIRE(tasks::define_register(w, actor, *text));
    REQUIRE(tasks::submit_record(w, &actor, {"panels", {{"short", "PANEL"}, {"called", "Panel"}}, ""}));
    const auto seat = tasks::submit_record(w, &actor, {"seats", {{"panel", "PANEL"}, {"number", "M1"}, {"begins", "2023-01-01"}, {"mail", "m1@exampleshire.example"}}, ""}).value().id;
    REQUIRE(tasks::change_record(w, actor, {.id = seat, .answers = {}, .reason = "", .move_to = "serving", .seen = w.registers.record(seat)->sequence}));
    REQUIRE(tasks::circulate(w, actor, {.register_name = "rounds", .group = "PANEL", .paper = "Terms", .version = "1", .due = *Day::parse("2024-06-14"), .posts = {}, .note = {}, .file_name = {},
                                        .file_bytes = {}, .once = {}}));
    const auto letters = w.outbox.list({}, 50).value();
    for (const auto& one : letters)
      if (one.letter.to == "m1@exampleshire.example") {
        const auto text = w.outbox.find(one.id)->letter.text;
        parameters.insert({"paper", text.substr(text.find("/agree/") + 7, 64)});
      }
    REQUIRE(parameters.contains("paper"));
  }

  /// A spreadsheet of what the post is asked, which came back.
  void furnish_sheet() {
    const auto& w = bench.workspace;
    const auto coordinator = tasks::first_coordinator();
    const auto sent = tasks::sheet_for_post(w, coordinator, PostId(parameters.at("post")), Words::for_language(Language::en)).value();
    const auto back = test::sheet_with(sent, {{0, AnswerColumn::claim, std::string("On track")}, {1, AnswerColumn::claim, std::string("\"><script>alert(1)</script>")}});
    parameters.insert({"sheet", tasks::keep_returned_sheet(w, coordinator, {"back.xlsx", back}).value()});
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
    if (parameter == "id" && pattern.starts_with("/desk/mail/")) return parameters.at("letter");
    if (parameter == "token" && pattern.starts_with("/agree/")) return parameters.at("paper");
    if (parameter == "token" && pattern.starts_with("/reply/")) return parameters.at("reply");
    if (parameter == "token") return tasks::make_sign_in_link(bench.workspace, tasks::first_coordinator()).value();
    const auto found = parameters.find(parameter);
    return found == parameters.end() ? "x" : found->second;
  }
};

}  // namespace makegood::web
