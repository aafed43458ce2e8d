#pragma once
// For tests: a workspace whose directory is what the test says.

#include "faults/fixture.h"

namespace makegood::test {

class KnownPeople final : public PeopleRepository {
 public:
  Directory known;
  Result<std::shared_ptr<const Directory>> directory() override { return std::make_shared<const Directory>(known); }
};

struct PeopleBench {
  Bench bench = Bench::in_memory();
  KnownPeople people;
  tasks::Workspace workspace = with(bench.workspace, people, bench.workspace.progress);

  /// Somebody with these roles in every plan.
  void add(std::string id, std::string email, const std::vector<access::Role>& roles) {
    known().people.push_back({.id = PersonId(id), .name = "Head of " + id, .email = std::move(email)});
    for (const auto role : roles) known().grants.push_back({PersonId(id), {role, "", ""}, {}});
  }
  Directory& known() { return people.known; }
  void pass(std::int64_t seconds) { bench.clock.seconds += seconds; }
};

}  // namespace makegood::test
