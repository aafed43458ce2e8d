#pragma once
// For tests of chasing returns: the small register of registers/fixture.h, whose schools return each term within 14 days,
// and a directory in which each of them answers in another way.

#include "registers/fixture.h"
#include "tasks/ask_fixture.h"
#include "tasks/records.h"
#include "tasks/registers.h"

namespace makegood::test {

inline const tasks::Actor kCouncil = access::first_coordinator();

/// Harbour Hill and Quay Lane (in Welsh) have somebody with the role, Ty Gwyn a post. Nobody watches yet.
struct ChaseBench : AskBench {
  ChaseBench() {
    auto& now = people.now;
    for (const auto& [id, name] : {std::pair{"harbour", "Harbour Hill School"}, {"gwyn", "Ty Gwyn"}, {"quay", "Quay Lane School"}})
      now.organisations.push_back({OrganisationId(id), name});
    now.posts.push_back({PostId("gwyn-head"), "Head teacher", OrganisationId("gwyn")});
    now.people.push_back({PersonId("h"), "", "harbour@schools.example"});
    now.people.push_back({PersonId("g"), "", "gwyn@schools.example"});
    now.people.push_back({PersonId("q"), "", "quay@schools.example", "cy"});
    now.holdings.push_back({PostId("gwyn-head"), PersonId("g")});
    for (const auto& [person, school] : {std::pair{"h", "harbour"}, {"q", "quay"}})
      now.grants.push_back({PersonId(person), {access::Role::contributor, "", school}, {}});
    take(kRegister, "incidents");
  }

  void take(const std::string& text, const std::string& name, const std::vector<std::string>& schools = {"harbour", "gwyn", "quay"}) {
    (void)tasks::define_register(w, kCouncil, text).value();
    if (auto done = tasks::open_register(w, kCouncil, {name, "Data protection officer", "DPIA-1", Day::parse("2023-01-01").value()}); !done) throw std::runtime_error(done.error().message);
    if (auto done = tasks::expect_returns(w, kCouncil, name, schools); !done) throw std::runtime_error(done.error().message);
  }
  /// Another register of the same shape.
  void take_another(const std::string& name, const std::string& title, const std::vector<std::string>& schools) {
    auto text = with_change(R"("name": "incidents", "title": "Incidents")", R"("name": ")" + name + R"(", "title": ")" + title + '"');
    take(text, name, schools);
  }

  void record(const std::string& school, const std::string& day) {
    const tasks::Actor head{"head", {{access::Role::contributor, "", school}}};
    const auto done = tasks::submit_record(w, &head, {"incidents", {{"school", school}, {"happened_on", day}, {"kind", "physical"}}, ""});
    if (!done || !done->faults.empty()) throw std::runtime_error("the record does not come in");
  }
  void nil(const std::string& school, const std::string& day) {
    const tasks::Actor head{"head", {{access::Role::contributor, "", school}}};
    if (auto done = tasks::say_nil(w, head, "incidents", school, Day::parse(day).value()); !done) throw std::runtime_error(done.error().message);
  }

  /// Letters that were put into the outbox since the last call: "ask harbour@schools.example", in order.
  std::vector<std::string> new_letters() {
    std::vector<std::string> all;
    for (const auto& letter : letters()) all.push_back(std::string(word(letter.letter.kind)) + " " + letter.letter.to);
    all.resize(all.size() - seen_);  // the newest come first
    seen_ += all.size();
    std::sort(all.begin(), all.end());
    return all;
  }
  /// How many entries of this kind there are.
  int entries_of(std::string_view kind) {
    int count = 0;
    const auto head = w.ledger.head().value();
    for (std::int64_t i = 1; i <= head.count; ++i) count += w.ledger.entry(i)->kind == kind ? 1 : 0;
    return count;
  }

 private:
  std::size_t seen_ = 0;
};

}  // namespace makegood::test
