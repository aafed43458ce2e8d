// Ties in the browser's terms: made on the record's page, shown on the item's.

#include "registers/open_fixture.h"
#include "registers/sender_fixture.h"
#include "tasks/records.h"
#include "tasks/registers.h"
#include "web/site/html_forms.h"
#include "web/site/visitor.h"

namespace makegood::web {
namespace record_ties_test {

using access::Role;
using tasks::Actor;

struct Ties : Visitor {
  Actor council{"equality", {{Role::coordinator, "", ""}, {Role::publisher, "", ""}}};
  Actor both{"both@aberllyn.example", {{Role::handler, "", ""}, {Role::coordinator, "", ""}}};
  Actor panel{"panel@aberllyn.example", {{Role::scrutineer, "", ""}}};
  std::string slug, item, path = "/desk/registers/tips/records/k3v9x2m7qa";
  Ties() {
    REQUIRE(tasks::define_register(bench.workspace, council, test::kTips));
    REQUIRE(tasks::define_register(bench.workspace, council, test::kOpenRegister));
    slug = test::adopt_small_plan(bench, true);
    const auto kept = bench.workspace.plans.find(slug, View::live).value();
    item = kept->plan.items.at(0).id.text;
    REQUIRE(tasks::submit_record(bench.workspace, nullptr, {.register_name = "tips", .answers = {{"about", "Pay is not published"}}, .once = "k3v9x2m7qa", .anonymous = true}));
    REQUIRE(tasks::submit_record(bench.workspace, &council, {.register_name = "site-visits", .answers = {{"site", "Depot"}, {"day", "2023-06-01"}}, .once = "m3v9x2m7qb"}));
  }
  std::string item_path() const { return "/plans/" + slug + "/items/" + item; }
  /// Presses the first button that says `what` ("tie" or "untie").
  Reply press(const Reply& page, std::string_view what) {
    for (const auto& form : forms_of(page.body)) {
      std::vector<Field> fields;
      bool is_it = false;
      for (const auto& field : form.fields) {
        is_it = is_it || (field.name == "do" && field.value == what);
        if (field.name != "csrf") fields.push_back({field.name, field.value});
      }
      if (is_it) return post(form.action, std::move(fields));
    }
    FAIL("no such button");
    return {};
  }
};

TEST_CASE("a handler ties a record to a promise, and both pages show it to those who may see both") {
  Ties t;
  t.sign_in(t.both);
  CHECK(says(t.get(t.path), "It is tied to nothing"));
  const auto found = t.get(t.path + "/ties?words=01.05");
  CHECK(says(found, "Publish the pay gap by ethnic group"));
  const auto tied = t.press(found, "tie");
  CHECK(location(tied) == t.path + "/ties?words=01.05");
  CHECK(says(t.get(location(tied)), "Nothing was found"));  // tied already
  CHECK(says(t.get(t.path), t.item_path()));
  CHECK(t.press(found, "tie").status == 303);  // pressed twice
  CHECK(t.bench.workspace.registers.ties_of(RecordId("k3v9x2m7qa"))->size() == 1);
  CHECK(says(t.get(t.item_path()), "Records tied to this"));
  CHECK(says(t.get(t.item_path()), "1 record"));
  t.sign_in(t.panel);
  CHECK_FALSE(says(t.get(t.item_path()), "Records tied to this"));
  t.token.clear();
  CHECK_FALSE(says(t.get(t.item_path()), "Records tied to this"));
  CHECK_FALSE(says(t.get(t.item_path() + ".json"), "k3v9x2m7qa"));
  t.sign_in(t.both);
  CHECK(t.press(t.get(t.path + "/ties"), "untie").status == 303);
  CHECK_FALSE(says(t.get(t.item_path()), "Records tied to this"));
}

TEST_CASE("a record is tied to one of another register, and each leads to the other") {
  Ties t;
  t.sign_in(t.both);
  t.press(t.get(t.path + "/ties?words=Depot"), "tie");
  CHECK(says(t.get(t.path), "/desk/registers/site-visits/records/m3v9x2m7qb"));
  const auto other = t.get("/desk/registers/site-visits/records/m3v9x2m7qb");
  CHECK(says(other, t.path));
  CHECK(says(t.get("/cy" + t.path), "Ynghlwm wrth"));
}

TEST_CASE("whoever only sees a record makes no ties") {
  Ties t;
  t.sign_in(t.council);
  CHECK(t.get(t.path).status == 200);
  CHECK_FALSE(says(t.get(t.path), "/ties"));
  CHECK(t.get(t.path + "/ties").status == 403);
  CHECK(t.post(t.path + "/ties", {{"to", "item"}, {"place", t.slug}, {"target", t.item}, {"do", "tie"}}).status == 403);
  t.sign_in(t.both);
  const auto wrong = t.post(t.path + "/ties", {{"to", "moon"}, {"place", t.slug}, {"target", t.item}, {"do", "tie"}});
  CHECK(wrong.status == 422);
}

}  // namespace record_ties_test
}  // namespace makegood::web
