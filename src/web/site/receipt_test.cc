// Anonymous and confidential senders in the browser's terms.

#include "registers/open_fixture.h"
#include "registers/sender_fixture.h"
#include "tasks/records.h"
#include "tasks/registers.h"
#include "web/site/html_forms.h"
#include "web/site/visitor.h"

namespace makegood::web {
namespace receipt_test {

using access::Role;
using tasks::Actor;

struct Tips : Visitor {
  Actor council{"equality", {{Role::coordinator, "", ""}, {Role::publisher, "", ""}}};
  Actor handler{"handler@aberllyn.example", {{Role::handler, "", ""}}};
  Actor sender{"sender@aberllyn.example", {{Role::contributor, "", "Streets"}}};
  explicit Tips(const std::string& text = test::kTips) { REQUIRE(tasks::define_register(bench.workspace, council, text)); }

  std::vector<Field> last(const std::string& sent_as) {
    const auto form = get("/registers/tips/report").body;
    const auto value = [&](std::string_view name) {
      const auto at = form.find("name=\"" + std::string(name) + "\" value=\"");
      return at == std::string::npos ? std::string{} : form.substr(at + name.size() + 15, form.find('"', at + name.size() + 15) - at - name.size() - 15);
    };
    return {{"step", "check"}, {"go", "send"}, {"once", value("once")}, {"receipt", value("receipt")}, {"version", "1"}, {"told", "1"}, {"sent_as", sent_as},
            {"about", "A locked gate"}, {"name", "Head of Streets"}};
  }
  /// The receipt that a page shows.
  static std::string receipt_in(const Reply& page) {
    const auto at = page.body.find("<strong>");
    REQUIRE(at != std::string::npos);
    return page.body.substr(at + 8, 19);
  }
  std::string only_record() { return tasks::list_records(bench.workspace, handler, {.register_name = "tips"})->records.at(0).id.text; }
};

TEST_CASE("somebody sends without a name, and asks about it by a number that is in no address") {
  Tips t;
  const auto form = t.get("/registers/tips/report");
  CHECK(says(form, "Do you want to say who you are?"));
  CHECK(says(form, "Exit this page"));
  const auto fields = t.last("anonymous");
  const auto sent = t.post("/registers/tips/report", fields);
  REQUIRE(sent.status == 200);
  const auto receipt = t.receipt_in(sent);
  CHECK(says(sent, "Write the number down"));
  CHECK(t.receipt_in(t.post("/registers/tips/report", fields)) == receipt);  // pressed twice, or the page loaded again
  CHECK(says(t.get("/registers/tips"), "href=\"/registers/tips/receipt\""));  // the page with the number is long closed
  const auto nothing = t.get("/registers/tips/receipt");
  CHECK(nothing.status == 200);
  const auto seen = t.post("/registers/tips/receipt", {{"receipt", receipt}, {"go", "look"}});
  CHECK(says(seen, "State: New, since 14 June 2023."));
  CHECK_FALSE(says(seen, "A locked gate"));
  CHECK(std::string(seen.headers.value("Cache-Control")).find("no-store") != std::string::npos);
  const auto written = t.post("/registers/tips/receipt", {{"receipt", receipt}, {"go", "write"}, {"message", "The other gate, too"}, {"once", "m1"}});
  CHECK(says(written, "Your message has been sent"));
  CHECK(t.post("/registers/tips/receipt", {{"receipt", receipt}, {"go", "write"}, {"message", "The other gate, too"}, {"once", "m1"}}).status == 200);
  const auto wrong = t.post("/registers/tips/receipt", {{"receipt", "k3v9-x2m7-qa4t-9wfc"}, {"go", "look"}});
  CHECK(wrong.status == 404);
  CHECK(says(wrong, "href=\"#receipt\""));
  CHECK(says(wrong, "k3v9-x2m7-qa4t-9wfc"));
  const auto empty = t.post("/registers/tips/receipt", {{"receipt", receipt}, {"go", "write"}, {"message", " "}, {"once", "m2"}});
  CHECK(empty.status == 422);
  CHECK(says(empty, "href=\"#message\""));
  t.sign_in(t.handler);
  const auto record = t.get("/desk/registers/tips/records/" + t.only_record());
  CHECK(says(record, "The other gate, too"));
  CHECK_FALSE(says(record, "Head of Streets"));
  const auto to_sender = "/desk/registers/tips/records/" + t.only_record() + "/message";
  const auto too_long = t.post(to_sender, {{"message", std::string(16'001, 'x')}, {"once", "m3"}});
  CHECK(too_long.status == 422);
  CHECK(says(too_long, "xxxxxxxxxx"));  // what was typed stays
  CHECK(t.post(to_sender, {{"message", "Which one?"}, {"once", "m3"}}).status == 303);
  t.token.clear();
  CHECK(says(t.post("/registers/tips/receipt", {{"receipt", receipt}, {"go", "look"}}), "Which one?"));
}

TEST_CASE("nobody's account goes with a form without a name") {
  Tips t;
  t.sign_in(t.sender);
  REQUIRE(t.post("/registers/tips/report", t.last("anonymous")).status == 200);
  t.sign_in(t.handler);
  const auto record = t.get("/desk/registers/tips/records/" + t.only_record());
  CHECK_FALSE(says(record, "sender@"));
  CHECK(says(record, "anybody"));
}

TEST_CASE("a name in confidence is on the page of those who handle it, and on no other") {
  Tips t;
  t.sign_in(t.sender);
  REQUIRE(t.post("/registers/tips/report", t.last("confidential")).status == 200);
  t.sign_in(t.handler);
  const auto path = "/desk/registers/tips/records/" + t.only_record();
  CHECK(says(t.get(path), "Head of Streets"));
  CHECK(says(t.get(path), "sender@aberllyn.example"));
  t.sign_in(t.council);
  for (const auto& at : {path, std::string("/desk/registers/tips"), std::string("/desk/registers/tips?words=Streets")}) {
    CAPTURE(at);
    CHECK_FALSE(says(t.get(at), "Head of Streets"));
    CHECK_FALSE(says(t.get(at), "sender@"));
  }
  CHECK(says(t.get(path), "confidential"));
  CHECK(says(t.get("/desk/registers/tips?words=Streets"), "No records"));
  const auto out = t.post("/desk/registers/tips/export").body;
  CHECK(out.find("Head of Streets") == std::string::npos);
  CHECK(out.find("confidential") != std::string::npos);
}

TEST_CASE("whoever is to choose has to choose before they go on") {
  Tips t;
  const auto form = t.post("/registers/tips/report", {{"step", "what"}, {"go", "next"}, {"once", "k3v9x2m7qa"}, {"version", "1"}, {"told", "1"}, {"about", "A locked gate"}});
  CHECK(form.status == 422);
  CHECK(says(form, "href=\"#sent_as\""));
  CHECK(says(form, "A locked gate"));
  const auto next = t.post("/registers/tips/report", {{"step", "what"}, {"go", "next"}, {"once", "k3v9x2m7qa"}, {"version", "1"}, {"told", "1"}, {"about", "A locked gate"}, {"sent_as", "anonymous"}});
  CHECK(says(next, "Check your answers"));  // the page that asks who they are is not there
  CHECK_FALSE(says(next, "Your name"));
  const auto named = t.post("/registers/tips/report", {{"step", "what"}, {"go", "next"}, {"once", "k3v9x2m7qa"}, {"version", "1"}, {"told", "1"}, {"about", "A locked gate"}, {"sent_as", "confidential"}});
  CHECK(says(named, "Your name"));
}

TEST_CASE("a register without receipts has no page for them") {
  Tips t;
  REQUIRE(tasks::define_register(t.bench.workspace, t.council, test::kOpenRegister));
  t.sign_in(t.council);
  CHECK(t.get("/registers/site-visits/receipt").status == 404);
  CHECK(t.get("/registers/nothing/receipt").status == 404);
}

}  // namespace receipt_test
}  // namespace makegood::web
