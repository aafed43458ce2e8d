#include "tasks/silences.h"

#include <algorithm>
#include <set>

#include "people/directory.h"

namespace makegood::tasks {
namespace {

std::string organisation_named(const Directory& directory, const PostId& post, Day day) {
  const auto* organisation = find_organisation(directory, organisation_of(directory, post, day));
  return organisation == nullptr ? std::string() : organisation->name;
}

bool is_of_period(const Cycle& cycle, const ReportSpec& spec, const ReportPeriod& period) {
  return cycle.id.text() == spec.period || period.holds(cycle.period.last);
}

/// Gathers silent items under their organisation, in the order in which they come.
class SilenceGathering {
 public:
  void add(const std::string& organisation, const ItemId& item, const std::optional<Day>& asked) {
    auto found = std::find_if(all_.begin(), all_.end(), [&](const Silence& s) { return s.organisation == organisation; });
    if (found == all_.end()) found = all_.insert(all_.end(), Silence{organisation, {}, asked});
    if (std::find(found->items.begin(), found->items.end(), item) == found->items.end()) found->items.push_back(item);
    if (asked) found->asked = asked;
  }
  [[nodiscard]] std::vector<Silence> take() { return std::move(all_); }

 private:
  std::vector<Silence> all_;
};

std::string asked_words(const Directory& directory, const AskedItem& asked, Day day) {
  auto organisation = organisation_named(directory, asked.post, day);
  return organisation.empty() ? asked.named : organisation;
}

// The last round of the period is looked at: whoever answered then is not silent.
std::vector<Silence> unanswered_requests(const std::vector<const Cycle*>& cycles, const Progress& progress, const Directory& directory, Day day) {
  SilenceGathering silent;
  for (const auto& request : cycles.back()->requests) {
    if (request.revoked) continue;
    const auto open = unanswered(request, progress);
    for (const auto& asked : request.items)
      if (std::find(open.begin(), open.end(), asked.item) != open.end()) silent.add(asked_words(directory, asked, day), asked.item, request.asked);
  }
  return silent.take();
}

bool is_done(const Item& item, const Standing& standing) {
  const bool claimed = standing.claim != nullptr && (standing.claim->claim == Claim::complete || standing.claim->claim == Claim::dropped);
  return claimed || item.dates().complete || item.response == Response::accepted_and_completed || item.response == Response::rejected;
}

std::string owner_words(const Plan& plan, const Item& item, const Directory& directory, Day day) {
  const auto names = answerable_names(plan, item);
  if (names.empty()) return {};
  for (const auto& post : posts_of(directory, plan.slug, names.front(), day))
    if (auto organisation = organisation_named(directory, post, day); !organisation.empty()) return organisation;
  return names.front();
}

std::vector<Silence> wordless_owners(const Plan& plan, const Progress& progress, const Directory& directory, const ReportSpec& spec,
                                     const ReportPeriod& period, Day day) {
  std::set<std::string_view> spoken;
  for (const auto& update : progress.updates)
    if (update.state != UpdateState::returned && (period.holds(update.day) || (!update.cycle.empty() && update.cycle == spec.period)))
      spoken.insert(update.item.text);
  const auto standings = standings_of(progress, plan.items);
  SilenceGathering silent;
  for (std::size_t n = 0; n < plan.items.size(); ++n) {
    const auto& item = plan.items[n];
    if (!item.absent && !is_done(item, standings[n]) && !spoken.contains(item.id.text)) silent.add(owner_words(plan, item, directory, day), item.id, {});
  }
  return silent.take();
}

}  // namespace

std::vector<Silence> silences_of(const Plan& plan, const Progress& progress, const std::vector<Cycle>& cycles, const Directory& directory,
                                 const ReportSpec& spec, const ReportPeriod& period, Day day) {
  std::vector<const Cycle*> of_period;
  for (const auto& cycle : cycles)
    if (is_of_period(cycle, spec, period)) of_period.push_back(&cycle);
  if (of_period.empty()) return wordless_owners(plan, progress, directory, spec, period, day);
  return unanswered_requests(of_period, progress, directory, day);
}

std::vector<OwnerPlace> places_of(const Plan& plan, const Directory& directory, Day day) {
  std::set<std::string> names;
  for (const auto& item : plan.items) {
    names.insert(item.owners.begin(), item.owners.end());
    names.insert(item.partners.begin(), item.partners.end());
  }
  std::vector<OwnerPlace> places;
  for (const auto& name : names)
    for (const auto& id : posts_of(directory, plan.slug, name, day)) {
      const auto* post = find_post(directory, id);
      places.push_back({name, organisation_named(directory, id, day), post == nullptr ? std::string() : post->directorate});
    }
  return places;
}

}  // namespace makegood::tasks
