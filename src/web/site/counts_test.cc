// No public route, feed or export gives counts about people. Every register that is shipped and about people is filled with
// records, and every address that there is in it is fetched without an account: it says what it said while the register was empty.

#include <re2/re2.h>

#include "registers/counts.h"
#include "tasks/registers.h"
#include "tasks/record_import.h"
#include "web/site/visitor.h"

namespace makegood::web {
namespace counts_test {

using access::Role;
using tasks::Actor;

constexpr int kRecords = 173;  // a number that stands on no page by itself

/// A value that the field takes.
std::string value_for(const Definition& definition, const RegisterField& field, int row) {
  const auto choices = choices_of(definition, field);
  if (!choices.empty()) return choices[static_cast<std::size_t>(row) % std::min<std::size_t>(2, choices.size())].code;
  const auto& least = field.constraints.minimum;
  switch (field.type) {
    case FieldType::integer:
    case FieldType::number: return least ? *least : "1";
    case FieldType::boolean: return "true";
    case FieldType::date: return "2023-03-01";
    case FieldType::yearmonth: return "2023-03";
    case FieldType::year: return "2023";
    case FieldType::string: break;
  }
  if (field.format == TextFormat::email) return "somebody@aberllyn.example";
  if (field.format == TextFormat::uri) return "https://aberllyn.example/page";
  return field.snap != Snap::none || field.refers == Refers::organisation ? "Harbour Hill" : "Zzyzx " + std::to_string(row);
}

tasks::FileTable rows_for(const Definition& definition) {
  tasks::FileTable table;
  for (const auto& field : definition.fields) table.header.push_back(field.name);
  for (int row = 0; row < kRecords; ++row) {
    tasks::FileRow made{static_cast<std::size_t>(row) + 2, {}};
    for (const auto& field : definition.fields) made.cells.push_back(field.constraints.pattern.empty() ? value_for(definition, field, row) : "");
    table.rows.push_back(std::move(made));
  }
  return table;
}

/// What a page says, without what differs each time that it is made.
std::string steady(const Reply& reply) {
  auto body = reply.body;
  RE2::GlobalReplace(&body, "name=\"(once|csrf|receipt)\" value=\"[^\"]*\"", "");
  return std::to_string(reply.status) + "\n" + body;
}

/// Every address of the table that is fetched, with this register in it.
std::vector<std::string> addresses(const std::string& name) {
  std::vector<std::string> all;
  for (const auto& row : router().table().rows()) {
    if (row.method != Method::get || row.pattern == "/verify") continue;  // which says how long the ledger is, whatever is in it
    std::string address(row.pattern);
    RE2::GlobalReplace(&address, "\\{register\\}", name);
    RE2::GlobalReplace(&address, "\\{[a-z_]+\\}", "k3v9x2m7qa");
    for (const auto& language : {"", "/cy"}) {
      all.push_back(language + address);
      for (const auto& suffix : split(row.options.data, ' '))
        if (!suffix.empty()) all.push_back(language + address + "." + suffix);
    }
  }
  for (const auto* query : {"?by=ethnicity", "?q=Zzyzx", "?words=Zzyzx"})
    for (const auto* address : {"/search", "/data", "/registers"}) all.push_back(std::string(address) + query);
  return all;
}

TEST_CASE("no address that a stranger may fetch says how many there are of whom") {
  int about = 0;
  for (const auto& shipped : shipped_registers()) {
    const auto definition = definition_of(shipped.text).value();
    if (!registers::about_people(definition)) continue;
    CAPTURE(shipped.name);
    ++about;
    Visitor v;
    const auto& w = v.bench.workspace;
    const auto council = tasks::first_coordinator();
    REQUIRE(tasks::define_register(w, council, shipped.text));
    if (definition.opens_with_dpia) REQUIRE(tasks::open_register(w, council, {definition.name, "Data protection officer", "DPIA-1", *Day::parse("2023-06-01")}));
    std::map<std::string, std::string> before;
    for (const auto& address : addresses(definition.name)) before[address] = steady(v.get(address));
    const auto done = tasks::import_records(w, tasks::operator_of_the_machine(), definition.name, rows_for(definition), {.rights = tasks::Rights::of_the_machine});
    REQUIRE(done);
    for (const auto& fault : done->faults) FAIL_CHECK(fault.column << ": " << fault.message);
    REQUIRE(done->fresh == kRecords);
    // What the register makes public of single records, with consent, is no count: only there may anything change.
    for (const auto& [address, said] : before) {
      CAPTURE(address);
      const auto after = steady(v.get(address));
      CHECK((after == said || (definition.public_when && address.find("/registers/") != std::string::npos)));
      CHECK_FALSE(RE2::PartialMatch(after, "\\b173\\b|\\b86\\b|\\b87\\b"));  // all, and each of two codes
    }
    // That the counts are there at all: an analyst has them.
    v.sign_in({"analyst", {{Role::analyst, "", ""}, {Role::handler, "", ""}}});
    CHECK(says(v.get("/desk/registers/" + definition.name + "/counts"), "173"));
  }
  CHECK(about >= 20);
}

TEST_CASE("counts about people are refused to other roles that see the records, by page and by file") {
  Visitor v;
  const auto text = shipped_register("complaints");
  REQUIRE(tasks::define_register(v.bench.workspace, tasks::first_coordinator(), text));
  v.sign_in({"equality", {{Role::coordinator, "", ""}}});
  CHECK(v.get("/desk/registers/complaints").status == 200);
  CHECK_FALSE(says(v.get("/desk/registers/complaints"), "/complaints/counts"));
  CHECK(v.get("/desk/registers/complaints/counts").status == 403);
  CHECK(v.get("/desk/registers/complaints/counts.csv").status == 403);
  CHECK(v.get("/desk/registers/complaints/signals").status == 200);
}

}  // namespace counts_test
}  // namespace makegood::web
