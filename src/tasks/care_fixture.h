#pragma once
// For tests: the register of registers/fixture.h, open, with records, and those who look after it.

#include <doctest/doctest.h>

#include "faults/fixture.h"
#include "registers/fixture.h"
#include "tasks/record_care.h"
#include "tasks/records.h"
#include "tasks/registers.h"

namespace makegood::test {

struct CareBench {
  const tasks::Actor council{"equality", {{access::Role::coordinator, "", ""}, {access::Role::publisher, "", ""}}};
  const tasks::Actor school{"harbour-hill", {{access::Role::contributor, "", "Harbour Hill"}}};
  const tasks::Actor other{"ty-gwyn", {{access::Role::contributor, "", "Ty Gwyn"}}};
  const tasks::Actor analyst{"analyst", {{access::Role::analyst, "", ""}}};
  const tasks::Actor monitoring{"legal@aberllyn.example", {{access::Role::monitoring_officer, "", ""}}};
  const tasks::Actor machine{"operator", {{access::Role::system_operator, "", ""}}};
  Bench bench;
  const tasks::Workspace& w = bench.workspace;

  CareBench() : bench(Bench::in_memory()) { open(); }
  CareBench(const std::filesystem::path& folder, store::Faults* faults) : bench(Bench::in(folder, faults)) { open(); }
  void open() {
    REQUIRE(tasks::define_register(w, council, kRegister));
    REQUIRE(tasks::open_register(w, council, {"incidents", "Data protection officer", "DPIA-1", *Day::parse("2023-06-01")}));
  }
  static Answers incident(std::string_view school, std::string_view words = "a word of hate") {
    return {{"school", std::string(school)}, {"happened_on", "2015-01-10"}, {"kind", "verbal"}, {"words", std::string(words)}, {"ethnicity", "Indian"}};
  }
  RecordId sent(Answers answers) {
    const auto& who = makegood::answer(answers, "school") == "Ty Gwyn" ? other : school;
    auto done = tasks::submit_record(w, &who, {"incidents", std::move(answers), ""});
    REQUIRE(done);
    REQUIRE(done->faults.empty());
    return done->id;
  }
  std::int64_t last(const RecordId& id) { return w.ledger.last_about(id.text).value(); }
  /// Through its states to the end, today.
  void close(const RecordId& id) {
    REQUIRE(tasks::change_record(w, council, {.id = id, .answers = {{"reviewer", "Deputy head"}}, .reason = "", .move_to = "reviewed", .seen = last(id)})->faults.empty());
    REQUIRE(tasks::change_record(w, council, {.id = id, .answers = {{"outcome", "Apology"}}, .reason = "", .move_to = "closed", .seen = last(id)})->faults.empty());
  }
  void pass_years(int years) { bench.clock.seconds += years * 366LL * 24 * 60 * 60; }
  tasks::CareStep step(const RecordId& id) { return {"incidents", id, last(id)}; }
  /// The tables as they are, which must be what the ledger makes of them.
  std::string tables() {
    auto dump = bench.store->dump_derived().value();
    REQUIRE(w.ledger.rebuild());
    CHECK(bench.store->dump_derived().value() == dump);
    CHECK(w.ledger.verify()->fault.empty());
    return dump;
  }
};

}  // namespace makegood::test
