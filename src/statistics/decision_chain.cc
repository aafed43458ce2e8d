#include "statistics/decision_chain.h"

#include <cmath>
#include <map>
#include <optional>

#include "statistics/policy.h"

namespace makegood {
namespace {

using statistics::figure;

class Chains {
 public:
  explicit Chains(std::span<const Link> links) : links_(links) {
    for (std::size_t i = 0; i < links.size(); ++i) places_[{links[i].group, links[i].stage}].push_back(i);
  }

  [[nodiscard]] const Link* at(std::string_view group, std::string_view stage) const {
    const auto found = places_.find({group, stage});
    return found == places_.end() ? nullptr : &links_[found->second.front()];
  }

  // The base of the first link of the chain that leads here; nothing where the chain goes round.
  [[nodiscard]] std::optional<double> population(const Link& link) const {
    const Link* first = &link;
    for (std::size_t steps = 0; steps <= links_.size(); ++steps) {
      const auto* before = at(first->group, first->base_stage);
      if (!before) return first->base;
      first = before;
    }
    return std::nullopt;
  }

  [[nodiscard]] Joint joint_of(const Link& link) const {
    const auto* before = at(link.group, link.base_stage);
    if (!before) return Joint::first;
    return before->events == link.base ? Joint::holds : Joint::broken;
  }

  [[nodiscard]] Status fault_of(const Link& link) const {
    if (std::isnan(link.events) || std::isnan(link.base)) return Status::missing;
    if (link.events < 0 || link.base < 0) return Status::negative;
    if (link.events > link.base) return Status::events_exceed_n;
    if (places_.at({link.group, link.stage}).size() > 1 || !population(link)) return Status::repeated;
    return link.base > 0 ? Status::ok : Status::zero_denominator;
  }

 private:
  std::span<const Link> links_;
  std::map<std::pair<std::string_view, std::string_view>, std::vector<std::size_t>> places_;
};

Figure rate(double events, double base) { return base > 0 ? figure(events / base) : Figure(); }
Figure ratio(const Figure& a, const Figure& b) { return a && b && *b > 0 ? figure(*a / *b) : Figure(); }

}  // namespace

std::string_view word(Joint joint) {
  switch (joint) {
    case Joint::first: return "first";
    case Joint::holds: return "holds";
    case Joint::broken: break;
  }
  return "broken";
}

std::vector<RelativeRate> relative_rates(std::span<const Link> links, std::string_view reference) {
  const Chains chains(links);
  std::vector<RelativeRate> out(links.size());
  for (std::size_t i = 0; i < links.size(); ++i) {
    const auto& link = links[i];
    auto& answer = out[i];
    answer.status = chains.fault_of(link);
    if (answer.status != Status::ok) continue;
    answer.joint = chains.joint_of(link);
    answer.rate_previous = rate(link.events, link.base);
    answer.rate_population = rate(link.events, *chains.population(link));
    const auto* same = chains.at(reference, link.stage);
    const auto faulty = same ? chains.fault_of(*same) : Status::missing_strata;
    if (!same || faulty != Status::ok) {
      answer.status = !same ? Status::missing_strata : Status::undefined;
      continue;
    }
    answer.index_previous = ratio(answer.rate_previous, rate(same->events, same->base));
    answer.index_population = ratio(answer.rate_population, rate(same->events, *chains.population(*same)));
    if (!answer.index_previous || !answer.index_population) answer.status = Status::undefined;
  }
  return out;
}

}  // namespace makegood
