#pragma once
// For tests: a framework of three levels, a plan of four criteria, and an assessment that grows word by word.

#include <cassert>
#include <stdexcept>

#include "framework/framework.h"

namespace makegood::framework::fixture {

inline Framework ladder() {
  return {"ladder", {{"developing", "Developing", "Datblygu"}, {"achieving", "Achieving", "Cyflawni"}, {"excellent", "Excellent", "Rhagorol"},
                     {"not-assessed", "Not assessed", "Heb ei asesu"}, {"out-of-scope", "Not for this body", "Nid i'r corff hwn"}}, "year"};
}

inline Plan plan_of_criteria(int count) {
  Plan plan;
  plan.slug = "ladder-2026";
  plan.title = "Ladder";
  for (int n = 1; n <= count; ++n) {
    Item item;
    item.id = ItemId("c" + std::to_string(n));
    item.ref = "1." + std::to_string(n);
    item.kind = ItemKind::criterion;
    item.title = "Criterion " + std::to_string(n);
    plan.items.push_back(item);
  }
  return plan;
}

/// What entries would say, one after another.
struct Told {
  Assessment a;
  std::int64_t at = 0;

  Told() { told("framework.kept", write(ladder())); }
  void told(std::string_view kind, const std::string& payload) {
    if (!a.add(kind, payload, ++at)) throw std::runtime_error("an entry that is not one");
  }
  void open(const std::string& round, const std::string& aim = "") { told("assessment.opened", write(Round{round, aim, day("2026-01-05"), {}, {}})); }
  void close(const std::string& round) {
    auto closed = *a.round(round);
    closed.closed = day("2026-06-30");
    told("assessment.closed", write(closed));
  }
  void rate(const std::string& item, const std::string& assessor, const std::string& level) {
    told("criterion.rated", write(Rating{ItemId(item), a.open_round()->name, level, "Because of what was seen.", "", assessor, day("2026-02-01")}));
  }
  void agree(const std::string& item, const std::string& level) {
    told("criterion.agreed", write(Agreement{ItemId(item), a.open_round()->name, level, "After a talk.", "Head of Equality", day("2026-03-01")}));
  }
  static Day day(std::string_view iso) { return Day::parse(iso).value(); }
};

}  // namespace makegood::framework::fixture
