// A register's file in the browser's terms: handed in, looked at, accepted once; templates and exports.

#include "formats/csv.h"
#include "formats/formats.h"
#include "registers/fixture.h"
#include "tasks/registers.h"
#include "web/site/html_forms.h"
#include "web/site/visitor.h"

namespace makegood::web {
namespace register_import_test {

using access::Role;
using tasks::Actor;

const std::string kExtract = "Establishment,Date,What happened,Ethnic group,Teacher\n"
                             "Harbour Hill,2023-05-01,physical,Indian,x\n"
                             "Harbour Hill,2023-05-02,physical,Martian,y\n"
                             "Harbour Hill,2023-02-31,physical,Indian,=1+1\n";

struct School : Visitor {
  Actor council{"equality", {{Role::coordinator, "", ""}, {Role::publisher, "", ""}}};
  Actor head = head_of("Harbour Hill"), other = head_of("Ty Gwyn");
  Actor analyst{"analyst", {{Role::analyst, "", ""}}};
  School() {
    REQUIRE(tasks::define_register(bench.workspace, council, test::kRegister));
    REQUIRE(tasks::open_register(bench.workspace, council, {"incidents", "Data protection officer", "DPIA-1", *Day::parse("2023-06-01")}));
  }
  Actor head_of(const std::string& school) {
    return {fold(school), {{Role::contributor, "", tasks::keep_organisation(bench.workspace, tasks::first_coordinator(), {{}, school}).value().text}}};
  }
  Reply hand_in(const std::string& bytes, const std::string& name = "extract.csv", const std::string& organisation = "") {
    auto made = request(Method::post, "/registers/incidents/import");
    made.form.add("csrf", csrf);
    if (!organisation.empty()) made.form.add("organisation", organisation);
    made.files.push_back(upload(name, bytes));
    return answer(app, made);
  }
  /// The form of a page with this end of its action, as a browser sends it.
  Reply press(const Reply& page, std::string_view action) {
    for (const auto& form : forms_of(page.body)) {
      if (!form.action.ends_with(action)) continue;
      std::vector<Field> fields;
      for (const auto& field : form.fields)
        if (field.name != "csrf") fields.push_back({field.name, field.value});
      return post(form.action, std::move(fields));
    }
    FAIL("no such form");
    return {};
  }
  std::int64_t records() { return tasks::count_records(bench.workspace, council, {.register_name = "incidents"}).value(); }
};

TEST_CASE("an extract is looked at, and brought in when somebody says yes to what they saw") {
  School s;
  s.sign_in(s.head);
  CHECK(says(s.get("/registers/incidents/import"), "Which file do you want to bring in?"));
  const auto handed = s.hand_in(kExtract);
  REQUIRE(handed.status == 303);
  const auto shown = s.get(location(handed));
  CHECK(says(shown, "What would this file do?"));
  CHECK(says(shown, "Nothing has been written yet"));
  CHECK(says(shown, "must be a real date"));
  CHECK(says(shown, "Establishment"));
  CHECK(says(shown, "One heading was not understood"));
  CHECK(says(shown, "Teacher"));
  CHECK(says(shown, "Martian"));
  CHECK(says(shown, "Accept 2 rows and leave out 1"));
  CHECK(s.records() == 0);
  const auto faults = s.get(location(handed) + "/faults");
  CHECK(faults.body == "row,column,reason\n4,Date,\"Date must be a real date, such as 2026-03-31: 2023-02-31\"\n");
  const auto done = s.press(shown, "/accept");
  CHECK(done.status == 303);
  CHECK(s.records() == 2);
  CHECK(location(s.press(shown, "/accept")) == location(done));  // pressed twice, or back and pressed again
  CHECK(s.records() == 2);
  CHECK(says(s.get(location(done)), "The file has been brought in"));
  CHECK(s.get(location(done) + "/faults").body == "row,column,reason\n");
}

TEST_CASE("what is accepted is what was shown") {
  School s;
  s.sign_in(s.head);
  const auto first = location(s.hand_in(kExtract));
  const auto refused = s.post(first + "/accept", {{"decision", "without_faulty"}, {"digest", "of another file"}});
  CHECK(refused.status == 409);
  CHECK(says(refused, "not the file that was shown"));
  CHECK(says(refused, "What would this file do?"));
  CHECK(s.post(first + "/accept", {{"decision", "all"}, {"digest", sha256(kExtract)}}).status == 409);  // with a row at fault
  CHECK(s.records() == 0);
}

TEST_CASE("a file is nobody else's, and goes when it is thrown away") {
  School s;
  s.sign_in(s.head);
  const auto path = location(s.hand_in(kExtract));
  const auto shown = s.get(path);
  s.sign_in(s.other);
  CHECK(s.get(path).status == 404);
  CHECK(s.get(path + "/faults").status == 404);
  CHECK(s.post(path + "/accept", {{"decision", "without_faulty"}, {"digest", sha256(kExtract)}}).status == 404);
  CHECK(s.post(path + "/cancel").status == 303);
  s.sign_in(s.analyst);
  CHECK(s.get("/registers/incidents/import").status == 403);
  CHECK(s.hand_in(kExtract).status == 403);
  s.sign_in(s.head);
  CHECK(s.get(path).status == 200);
  CHECK(s.press(shown, "/cancel").status == 303);
  CHECK(s.get(path).status == 404);
  CHECK(s.records() == 0);
}

TEST_CASE("a file that is no file of this register is refused on the page that asks for it") {
  School s;
  s.sign_in(s.head);
  const auto wrong = s.hand_in("School,Date\nHarbour Hill,2023-05-01\n");
  CHECK(wrong.status == 422);
  CHECK(says(wrong, "o column is for"));
  CHECK(says(wrong, "href=\"#file\""));
  CHECK(s.hand_in("", "").status == 422);
}

TEST_CASE("200 faults are on a page, and all of them in the file") {
  School s;
  s.sign_in(s.head);
  std::string file = "School,Date,What happened\n";
  for (int i = 0; i < 450; ++i) file += "Harbour Hill,never,physical\n";
  const auto path = location(s.hand_in(file));
  const auto first = s.get(path), last = s.get(path + "?page=3"), beyond = s.get(path + "?page=99");
  CHECK(says(first, "450 faults"));
  CHECK(says(first, ">201<"));
  CHECK_FALSE(says(first, ">202<"));
  CHECK(says(last, ">451<"));
  CHECK(says(beyond, ">451<"));
  CHECK(says(first, "There is no row to bring in"));
  const auto all = s.get(path + "/faults").body;
  CHECK(std::count(all.begin(), all.end(), '\n') == 451);
}

TEST_CASE("an empty file can be had by those who may fill it in, and comes back through the import") {
  School s;
  CHECK(s.get("/registers/incidents/template.xlsx").status == 404);
  s.sign_in(s.head);
  const auto csv = s.get("/registers/incidents/template.csv");
  CHECK(csv.body == "School,Date,What happened,What was said,How many pupils,Ethnic group,Reported by,Reviewed by,Outcome\n");
  CHECK(s.get("/registers/incidents/template").status == 404);
  const auto book = s.get("/registers/incidents/template.xlsx");
  CHECK(book.status == 200);
  CHECK(s.hand_in(book.body, "template.xlsx").status == 422);  // nothing was filled in
  const auto filled = location(s.hand_in(csv.body + "Harbour Hill,2023-05-01,Somebody was hurt,,3,,,,\n"));
  CHECK(says(s.get(filled), "Accept: bring in 1 row<"));
}

TEST_CASE("records are taken out as Excel as they are as CSV, and come back through the import") {
  School s;
  s.sign_in(s.head);
  s.press(s.get(location(s.hand_in(kExtract))), "/accept");
  s.sign_in(s.analyst);
  const auto csv = s.post("/desk/registers/incidents/export").body;
  const auto book = s.post("/desk/registers/incidents/export", {{"format", "xlsx"}});
  CHECK(std::string(book.headers.value("Content-Type")).find("spreadsheetml") != std::string::npos);
  const auto document = read_document(book.body, "incidents.xlsx");
  REQUIRE(document);
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : document->blocks.at(0).rows) {
    rows.emplace_back(9);
    for (const auto& cell : row.cells) rows.back().at(static_cast<std::size_t>(cell.column)) = cell_text(cell);
  }
  CHECK(write_csv(rows) == csv);
}

TEST_CASE("whose a file is that does not say so is chosen on the page, among those within reach") {
  School s;
  const std::string unsigned_file = "Date,What happened\n2023-05-01,physical\n";
  s.sign_in(s.head);
  CHECK_FALSE(says(s.get("/registers/incidents/import"), "name=\"organisation\""));  // there is one
  s.sign_in(s.council);
  const auto question = s.get("/registers/incidents/import");
  const auto harbour = s.head.grants[0].organisation, gwyn = s.other.grants[0].organisation;
  CHECK(says(question, "value=\"" + harbour + "\""));
  CHECK(says(question, "value=\"" + gwyn + "\""));
  const auto nobodys = s.hand_in(unsigned_file);
  CHECK(nobodys.status == 422);  // a column that every record needs
  const auto handed = s.hand_in(unsigned_file, "extract.csv", harbour);
  REQUIRE(handed.status == 303);
  const auto shown = s.get(location(handed));
  CHECK(says(shown, "Where a row does not say whose it is:"));
  CHECK(says(shown, "Harbour Hill"));
  REQUIRE(s.press(shown, "/accept").status == 303);
  const auto list = tasks::list_records(s.bench.workspace, s.head, {.register_name = "incidents"}).value();
  REQUIRE(list.records.size() == 1);
  CHECK(list.records[0].organisation == harbour);
  s.sign_in(s.head);
  const auto others = s.hand_in(unsigned_file, "extract.csv", gwyn);
  REQUIRE(others.status == 303);
  CHECK(says(s.get(location(others)), "is not your own organisation"));
  CHECK(says(s.get(location(others)), "What would this file do?"));
}

}  // namespace register_import_test
}  // namespace makegood::web
