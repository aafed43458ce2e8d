#include "systems/framework.h"

#include <fstream>
#include <iterator>

#include "faults/fixture.h"
#include "tasks/assessments.h"
#include "tasks/import.h"

namespace makegood::systems {
namespace {

struct Assessing {
  test::Bench bench = test::Bench::in_memory();
  const tasks::Workspace& w = bench.workspace;
  tasks::Actor coordinator = tasks::first_coordinator();
  std::string slug;
  Faults faults;

  void must(bool holds, std::string sentence) {
    if (!holds) faults.push_back(std::move(sentence));
  }
  void must(const Result<void>& done, const std::string& step) {
    if (!done) faults.push_back(step + ": " + done.error().line());
  }
  [[nodiscard]] framework::Assessment now() const { return tasks::see_assessment(w, coordinator, slug)->assessment; }
  void rate(const Item& criterion, const std::string& level, const std::string& assessor) {
    must(tasks::rate_criterion(w, coordinator, slug, {criterion.id, level, "Seen in the minutes", "", assessor}), assessor + " cannot rate " + criterion.ref);
  }
};

std::string bytes_of(const std::string& name) {
  std::ifstream in("catalogue/frameworks/" + name + ".json", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The plan in force with the framework's criteria.
bool bring_in(Assessing& a, const std::string& name) {
  const auto bytes = bytes_of(name);
  auto plan = tasks::read_plan_document({bytes, name + ".json"});
  if (!plan) return a.faults.push_back("is no plan: " + plan.error().line()), false;
  const auto proposal = tasks::propose_import(a.w, a.coordinator, {bytes, name + ".json"}, std::move(*plan), {.slug = name});
  if (!proposal) return a.faults.push_back("is not taken: " + proposal.error().line()), false;
  const auto accepted = tasks::accept_import(a.w, a.coordinator, proposal->id, {.release = true});
  if (!accepted) return a.faults.push_back("is not accepted: " + accepted.error().line()), false;
  a.slug = accepted->slug;
  return true;
}

/// The codes of the lowest and the highest level that can be reached.
std::pair<std::string, std::string> ends_of(const framework::Framework& framework) {
  std::pair<std::string, std::string> ends;
  for (const auto& level : framework.levels)
    if (framework.rank(level.code)) (ends.first.empty() ? ends.first : ends.second) = level.code;
  return ends;
}

}  // namespace

Faults check_framework(const std::string& name) {
  Assessing a;
  if (!bring_in(a, name)) return a.faults;
  const auto kept = *a.w.plans.find(a.slug, View::live);
  const auto criteria = framework::criteria(kept->plan);
  if (criteria.size() < 2 || !a.now().framework) return a.faults.push_back("has no criteria, or no levels"), a.faults;
  const auto [low, high] = ends_of(*a.now().framework);
  const auto& first = *criteria[0];

  a.must(tasks::open_round(a.w, a.coordinator, a.slug, {.name = "2026"}), "a round cannot be opened");
  a.rate(first, high, "Head of Equality");
  a.rate(first, low, "Race Council Wales");
  a.must(framework::differences(a.now(), "2026", kept->plan).size() == 1, "two who differ are not told");
  a.must(!tasks::close_round(a.w, a.coordinator, a.slug), "a round closes over a difference");
  a.must(tasks::agree_level(a.w, a.coordinator, a.slug, {first.id, low, "After a talk", "", ""}, a.now().sequence), "they cannot agree");
  a.must(framework::gaps(a.now(), "2026", kept->plan).size() == criteria.size(), "a criterion below the aim is no gap");
  a.must(tasks::serve_criterion(a.w, a.coordinator, a.slug, {first.id, a.slug, criteria[1]->id.text, "", false}), "no action can be tied to it");
  a.must(framework::gaps(a.now(), "2026", kept->plan).size() == criteria.size() - 1, "an action closes no gap");
  a.must(tasks::close_round(a.w, a.coordinator, a.slug), "the round cannot be closed");
  a.must(tasks::open_round(a.w, a.coordinator, a.slug, {.name = "2027"}), "a second round cannot be opened");
  a.rate(first, high, "Race Council Wales");
  a.must(framework::movement_of(a.now(), "2027", first.id) == framework::Movement::up, "what has moved is not told");
  return a.faults;
}

}  // namespace makegood::systems
