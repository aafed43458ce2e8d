// One table decides everything: each action leads to something that asks for it, which lets every role in that has a row
// and turns every other away, on whichever way in.
#include <algorithm>
#include <functional>

#include "registers/open_fixture.h"
#include "tasks/assessments.h"
#include "tasks/api_tokens.h"
#include "tasks/ask.h"
#include "tasks/chase_returns.h"
#include "tasks/emergency.h"
#include "tasks/indicators.h"
#include "tasks/item_file.h"
#include "tasks/letters.h"
#include "tasks/publication.h"
#include "tasks/register_monitor.h"
#include "tasks/record_care.h"
#include "tasks/reports.h"
#include "tasks/retention.h"
#include "tasks/stages.h"
#include "tasks/subject_access.h"
#include "tasks/tell_signals.h"
#include "tasks/updates.h"
#include "web/site/asked_fixture.h"
#include "web/site/visitor.h"

using namespace makegood;
using namespace makegood::web;
using access::Action;
using access::Grant;
using access::kPermissions;
using access::Role;
using tasks::Actor;

namespace permissions_test {

constexpr std::string_view kPlan = "fair-work-plan", kRegister = "site-visits";
constexpr std::array kRoles = {Role::coordinator, Role::owner, Role::contributor, Role::scrutineer, Role::analyst, Role::publisher, Role::monitoring_officer, Role::system_operator, Role::handler};

struct House : Visitor {
  std::string slug = test::adopt_small_plan(bench);
  const tasks::Workspace& w = bench.workspace;
  ItemId item = w.plans.find(kPlan, View::live).value()->plan.items[0].id;
  PersonId person = tasks::keep_person(w, tasks::first_coordinator(), {{}, "", "people@aberllyn.example"}).value();
  EvidenceId evidence = sent_with_a_file();
  RecordId record = first_record();

  RecordId first_record() {
    REQUIRE(tasks::define_register(w, tasks::first_coordinator(), test::kOpenRegister));
    const auto actor = tasks::first_coordinator();
    return tasks::submit_record(w, &actor, {std::string(kRegister), {{"site", "Harbour"}, {"day", "2023-06-01"}}, ""}).value().id;
  }

  // The page behind the door: turned away there, or not. A file that nobody has made public is not even known to
  // whoever may not open it.
  Result<void> page(const Actor& actor, std::string_view path) {
    sign_in(actor);
    const auto status = get(path).status;
    if (status == 403 || status == 404) return refuse(Fault::not_allowed, "turned away");
    CHECK(status == 200);
    return {};
  }
  EvidenceId sent_with_a_file() {
    tasks::Said said{item, {}};
    said.words.claim = Claim::on_track;
    said.words.narrative = "The method is agreed.";
    said.words.evidence = {tasks::receive_file(w, {"minutes.pdf", "What was decided"}, "%PDF-1.7\nminutes").value()};
    return tasks::record_on_behalf(w, tasks::first_coordinator(), kPlan, {.post = {}, .words = "Staff network"}, {said}).value().at(0).evidence.at(0).id;
  }
};

template <class T>
Result<void> outcome(const Result<T>& result) {
  if (!result) return tl::unexpected(result.error());
  return {};
}

struct Guarded {
  Action action;
  const char* what;
  std::function<Result<void>(House&, const Actor&)> call;
  bool of_a_plan = true;  ///< a role for the plan is enough
};

const std::vector<Guarded>& guarded() {
  static const std::vector<Guarded> kGuarded = {
      {Action::see_private, "a plan that is not released", [](House&, const Actor& a) -> Result<void> {
         if (tasks::view_for(&a, kPlan) == View::released) return refuse(Fault::not_allowed, "not seen");
         return {};
       }},
      {Action::import, "propose_import", [](House& h, const Actor& a) { return outcome(tasks::propose_import(h.w, a, {"new", "new.docx"}, test::small_draft())); }},
      {Action::correct, "correct_item", [](House& h, const Actor& a) { return outcome(tasks::correct_item(h.w, a, kPlan, {h.item, ItemField::ref, {"9"}, "why"})); }},
      {Action::release, "release_plan", [](House& h, const Actor& a) { return tasks::release_plan(h.w, a, kPlan); }},
      {Action::erase, "erase_payload", [](House& h, const Actor& a) { return tasks::erase_payload(h.w, a, 1, "asked"); }, false},
      {Action::manage_people, "keep_post", [](House& h, const Actor& a) { return outcome(tasks::keep_post(h.w, a, {{}, "Clerk"})); }, false},
      {Action::manage_people, "a spreadsheet", [](House& h, const Actor& a) { return outcome(tasks::import_directory(h.w, a, {"post\nClerk\n", "d.csv"})); }, false},
      {Action::grant_roles, "grant_role", [](House& h, const Actor& a) { return tasks::grant_role(h.w, a, {h.person, {Role::analyst, std::string(kPlan), ""}, {}}); }},
      {Action::grant_roles, "make_api_token", [](House& h, const Actor& a) {
         return outcome(tasks::make_api_token(h.w, a, {std::string(kRegister), "Another system", "", Role::contributor, true, true, *Day::parse("2024-01-01")}));
       }, false},
      {Action::grant_roles, "the tokens of a register", [](House& h, const Actor& a) { return h.page(a, "/desk/registers/" + std::string(kRegister) + "/tokens"); }, false},
      {Action::match_owners, "match_owners", [](House& h, const Actor& a) { return tasks::match_owners(h.w, a, kPlan, {{"", "Head of People", PostId()}}); }},
      {Action::run_cycle, "ask_for_updates", [](House& h, const Actor& a) { return outcome(tasks::ask_for_updates(h.w, a, {std::string(kPlan)})); }},
      {Action::run_cycle, "chase_returns", [](House& h, const Actor& a) { return outcome(tasks::chase_returns(h.w, a)); }, false},
      {Action::run_cycle, "tell_signals", [](House& h, const Actor& a) { return outcome(tasks::tell_signals(h.w, a)); }, false},
      {Action::run_cycle, "set_monitor", [](House& h, const Actor& a) { return tasks::set_monitor(h.w, a, kRegister, ""); }, false},
      {Action::record_update, "record_updates", [](House& h, const Actor& a) { return outcome(tasks::record_updates(h.w, a, kPlan, {})); }},
      {Action::record_for_others, "record_on_behalf", [](House& h, const Actor& a) { return outcome(tasks::record_on_behalf(h.w, a, kPlan, {}, {})); }},
      {Action::approve_update, "return_update", [](House& h, const Actor& a) { return tasks::return_update(h.w, a, kPlan, {UpdateId("u"), 0}, "when?"); }},
      {Action::publish_update, "publish_update", [](House& h, const Actor& a) { return tasks::publish_update(h.w, a, kPlan, {UpdateId("u"), 0}); }},
      {Action::move_stage, "record_stage", [](House& h, const Actor& a) { return tasks::record_stage(h.w, a, kPlan, {}); }},
      {Action::set_indicator, "describe_indicator", [](House& h, const Actor& a) { return outcome(tasks::describe_indicator(h.w, a, {.plan = std::string(kPlan)}, 0)); }},
      {Action::rate_criteria, "see_assessment", [](House& h, const Actor& a) { return outcome(tasks::see_assessment(h.w, a, kPlan)); }},
      {Action::rate_criteria, "rate_criterion", [](House& h, const Actor& a) { return tasks::rate_criterion(h.w, a, kPlan, {h.item, "met", "why", "", ""}); }},
      {Action::run_assessment, "open_round", [](House& h, const Actor& a) { return tasks::open_round(h.w, a, kPlan, {.name = "2026"}); }},
      {Action::run_assessment, "close_round", [](House& h, const Actor& a) { return tasks::close_round(h.w, a, kPlan); }},
      {Action::run_assessment, "agree_level", [](House& h, const Actor& a) { return tasks::agree_level(h.w, a, kPlan, {h.item, "met", "why", "", ""}, 0); }},
      {Action::run_assessment, "serve_criterion", [](House& h, const Actor& a) { return tasks::serve_criterion(h.w, a, kPlan, {h.item, "", "", "why", false}); }},
      {Action::export_requests, "find_item_file", [](House& h, const Actor& a) { return outcome(tasks::find_item_file(h.w, a, kPlan, h.item)); }},
      {Action::correct, "change_many_items", [](House& h, const Actor& a) { return outcome(tasks::change_many_items(h.w, a, kPlan, {}, ManyChange{.owners = {"Clerk"}, .reason = "why"})); }},
      {Action::redate, "redate", [](House& h, const Actor& a) { return outcome(tasks::redate(h.w, a, kPlan, {}, Day::parse("2030-01-31").value(), "why")); }},
      {Action::record_finding, "record_finding", [](House& h, const Actor& a) { return outcome(tasks::record_finding(h.w, a, {kPlan, h.item}, {}, 0)); }},
      {Action::comment_finding, "comment_finding", [](House& h, const Actor& a) { return outcome(tasks::comment_finding(h.w, a, {kPlan, h.item}, FindingId("f"), "so")); }},
      {Action::hold_finding, "hold_finding", [](House& h, const Actor& a) { return outcome(tasks::hold_finding(h.w, a, {kPlan, h.item}, FindingId("f"), "law")); }},
      {Action::hold_finding, "free_finding", [](House& h, const Actor& a) { return outcome(tasks::free_finding(h.w, a, {kPlan, h.item}, FindingId("f"))); }},
      {Action::raise_challenge, "raise_challenge", [](House& h, const Actor& a) { return outcome(tasks::raise_challenge(h.w, a, {kPlan, h.item}, "why?", Day::parse("2030-01-31").value())); }},
      {Action::answer_challenge, "answer_challenge", [](House& h, const Actor& a) { return outcome(tasks::answer_challenge(h.w, a, {kPlan, h.item}, ChallengeId("c"), "so")); }},
      {Action::freeze_edition, "freeze_edition", [](House& h, const Actor& a) { return outcome(tasks::freeze_edition(h.w, a, kPlan, {})); }},
      {Action::hold_publication, "hold_publication", [](House& h, const Actor& a) { return outcome(tasks::hold_publication(h.w, a, {})); }, false},
      {Action::see_mail, "list_letters", [](House& h, const Actor& a) { return outcome(tasks::list_letters(h.w, a, std::nullopt)); }, false},
      {Action::end_sessions, "all_sessions", [](House& h, const Actor& a) { return outcome(tasks::all_sessions(h.w, a)); }, false},
      {Action::see_people, "the directory", [](House& h, const Actor& a) { return h.page(a, "/desk/people"); }, false},
      {Action::see_evidence, "a file that is not public", [](House& h, const Actor& a) { return h.page(a, "/plans/" + std::string(kPlan) + "/items/" + h.item.text + "/evidence/" + h.evidence.text); }},
      {Action::read_access_log, "the log of who looked", [](House& h, const Actor& a) { return h.page(a, "/desk/access-log"); }, false},
      {Action::define_register, "define_register", [](House& h, const Actor& a) { return outcome(tasks::define_register(h.w, a, test::kOpenRegister)); }, false},
      {Action::open_register, "open_register", [](House& h, const Actor& a) { return tasks::open_register(h.w, a, {std::string(kRegister), "Officer", "DPIA-1", *Day::parse("2023-06-01")}); }, false},
      {Action::submit_record, "submit_record", [](House& h, const Actor& a) { return outcome(tasks::submit_record(h.w, &a, {std::string(kRegister), {{"site", "Harbour"}, {"day", "2023-06-02"}}, ""})); }, false},
      {Action::see_records, "list_records", [](House& h, const Actor& a) { return outcome(tasks::list_records(h.w, a, {.register_name = std::string(kRegister)})); }, false},
      {Action::see_records, "a record's page", [](House& h, const Actor& a) { return h.page(a, "/desk/registers/" + std::string(kRegister) + "/records/" + h.record.text); }, false},
      {Action::handle_records, "change_record", [](House& h, const Actor& a) -> Result<void> {
         const auto done = tasks::change_record(h.w, a, {.id = h.record, .answers = {}, .reason = "", .move_to = "done", .seen = 0});
         // A record that somebody may not handle is not there for them.
         if (!done && done.error().fault == Fault::not_found) return refuse(Fault::not_allowed, done.error().message);
         return outcome(done);
       }, false},
      {Action::keep_retention, "preview_retention", [](House& h, const Actor& a) { return outcome(tasks::preview_retention(h.w, a, kRegister)); }, false},
      {Action::keep_retention, "the page of it", [](House& h, const Actor& a) { return h.page(a, "/desk/data-protection"); }, false},
      {Action::hold_record, "hold_record", [](House& h, const Actor& a) { return tasks::hold_record(h.w, a, {std::string(kRegister), h.record, 0}, "a claim"); }, false},
      {Action::record_objection, "record_objection", [](House& h, const Actor& a) {
         return tasks::record_objection(h.w, a, {std::string(kRegister), h.record, 0}, *Day::parse("2023-06-01"), ObjectionWay::letter);
       }, false},
      {Action::find_subject, "find_subject", [](House& h, const Actor& a) { return outcome(tasks::find_subject(h.w, a, {"harbour", "a request"})); }, false},
      {Action::find_subject, "its page", [](House& h, const Actor& a) { return h.page(a, "/desk/subject-access"); }, false},
      {Action::open_in_emergency, "open_in_emergency", [](House& h, const Actor& a) { return outcome(tasks::open_in_emergency(h.w, a, {std::string(kRegister), h.record, "why", 60})); }, false},
      {Action::export_records, "export_records", [](House& h, const Actor& a) { return outcome(tasks::export_records(h.w, a, kRegister)); }, false},
  };
  return kGuarded;
}

bool has_row(Action action, Role role) {
  return std::any_of(kPermissions.begin(), kPermissions.end(), [&](const access::Permission& p) { return p.action == action && p.role == role; });
}

bool turned_away(const Guarded& guard, const std::vector<Grant>& grants) {
  House house;
  const auto done = guard.call(house, {"somebody", grants});
  return !done && done.error().fault == Fault::not_allowed;
}

TEST_CASE("every action of the table leads to something that asks for it") {
  for (const auto& row : kPermissions) {
    CAPTURE(std::string(word(row.action)));
    CHECK(std::any_of(guarded().begin(), guarded().end(), [&](const Guarded& g) { return g.action == row.action; }));
  }
}

TEST_CASE("whoever has a row may, and nobody else") {
  for (const auto& guard : guarded())
    for (const auto role : kRoles) {
      CAPTURE(guard.what);
      CAPTURE(std::string(word(role)));
      CHECK(turned_away(guard, {{role, "", ""}}) == !has_row(guard.action, role));
    }
}

TEST_CASE("a role for one plan counts in that plan, and in no other") {
  for (const auto& guard : guarded()) {
    CAPTURE(guard.what);
    const auto row = std::find_if(kPermissions.begin(), kPermissions.end(), [&](const access::Permission& p) { return p.action == guard.action; });
    CHECK(turned_away(guard, {{row->role, std::string(kPlan), ""}}) == !guard.of_a_plan);
    CHECK(turned_away(guard, {{row->role, "another-plan", ""}}));
  }
}

TEST_CASE("behind an owner's link the same table decides who answers the panel") {
  struct Row {
    const char* name;
    std::string token;
    Role role;
  };
  Asked a;
  const auto item = a.items[0].id;
  const auto id = tasks::raise_challenge(a.w, {"panel", {{Role::scrutineer, "", ""}}}, {a.b.slug, item}, "Which groups?", *Day::parse("2023-04-20")).value().id;
  const std::vector<Row> rows = {{"who contributes", a.other_link, Role::contributor}, {"who is accountable", a.link, Role::owner}};
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const auto sent = a.post("/reply/" + row.token + "/questions/" + id.text, {{"text", "All of them."}});
    CHECK(sent.status == (has_row(Action::answer_challenge, row.role) ? 303 : 403));
  }
}

TEST_CASE("every permission of a route is public, a session, or an action of the table") {
  for (const auto& route : router().table().rows()) {
    CAPTURE(std::string(route.pattern));
    CHECK((route.permission == "public" || route.permission == "signed in" || access::action_from(route.permission).has_value()));
  }
}

TEST_CASE("whoever signs in comes to a page that opens") {
  for (const auto role : kRoles) {
    CAPTURE(std::string(word(role)));
    House house;
    const Actor actor{"somebody", {{role, "", ""}}};
    const auto link = tasks::make_sign_in_link(house.w, actor).value();
    const auto came = house.post("/sign-in/" + link);
    CHECK(came.status == 303);
    house.sign_in(actor);
    CHECK(house.get(came.headers.value("Location")).status == 200);
  }
}

}  // namespace permissions_test
