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

/// Gathers silent items under their post, in the order in which they come; what was asked apart from what was not.
class SilenceGathering {
 public:
  void add(const std::string& who, const ItemId& item, const std::optional<Day>& asked, const std::optional<Day>& ended = {}) {
    auto found = std::find_if(all_.begin(), all_.end(), [&](const Silence& s) { return s.organisation == who && s.asked.has_value() == asked.has_value(); });
    if (found == all_.end()) found = all_.insert(all_.end(), Silence{who, {}, asked, ended});
    if (std::find(found->items.begin(), found->items.end(), item) == found->items.end()) found->items.push_back(item);
    if (asked) found->asked = asked;
  }
  [[nodiscard]] std::vector<Silence> take() { return std::move(all_); }

 private:
  std::vector<Silence> all_;
};

// As it was called when it was asked.
std::string asked_words(const Directory& directory, const AskedItem& asked, Day day) {
  auto post = post_in_words(directory, asked.post, day);
  return post.empty() ? asked.named : post;
}

// The last round of the period is looked at: whoever answered then is not silent.
void add_unanswered(SilenceGathering& silent, const Cycle& round, const Progress& progress, const Directory& directory) {
  for (const auto& request : round.requests) {
    if (request.revoked) continue;
    const auto open = unanswered(request, progress);
    for (const auto& asked : request.items)
      if (std::find(open.begin(), open.end(), asked.item) != open.end()) silent.add(asked_words(directory, asked, request.asked), asked.item, request.asked);
  }
}

std::set<std::string_view> asked_in(const Cycle& round) {
  std::set<std::string_view> asked;
  for (const auto& request : round.requests)
    if (!request.revoked)
      for (const auto& item : request.items) asked.insert(item.item.text);
  return asked;
}

bool is_done(const Item& item, const Standing& standing) {
  const bool claimed = standing.claim != nullptr && (standing.claim->claim == Claim::complete || standing.claim->claim == Claim::dropped);
  return claimed || item.dates().complete || item.response == Response::accepted_and_completed || item.response == Response::rejected;
}

struct Unheard {
  std::string words;
  std::optional<Day> ended;
};
// Whoever is first to say, as called on the day.
Unheard first_to_say(const Plan& plan, const Item& item, const Directory& directory, Day day) {
  const auto names = answerable_names(plan, item);
  if (names.empty()) return {};
  const auto posts = posts_of(directory, plan.slug, names.front(), day);
  if (posts.empty()) return {names.front(), {}};
  return {post_in_words(directory, post_on(directory, posts.front(), day), day), ended_on(directory, posts.front(), day)};
}

std::set<std::string_view> spoken_of(const Progress& progress, const ReportSpec& spec, const ReportPeriod& period) {
  std::set<std::string_view> spoken;
  for (const auto& update : progress.updates)
    if (update.state != UpdateState::returned && (period.holds(update.day) || (!update.cycle.empty() && update.cycle == spec.period)))
      spoken.insert(update.item.text);
  return spoken;
}

// Open items about which nobody was asked, whether no letter went out or none of their owners could be reached.
void add_unasked(SilenceGathering& silent, const Plan& plan, const Progress& progress, const Directory& directory, const std::set<std::string_view>& heard,
                 Day day) {
  const auto standings = standings_of(progress, plan.items);
  for (std::size_t n = 0; n < plan.items.size(); ++n) {
    const auto& item = plan.items[n];
    if (item.absent || is_done(item, standings[n]) || heard.contains(item.id.text)) continue;
    const auto who = first_to_say(plan, item, directory, day);
    silent.add(who.words, item.id, {}, who.ended);
  }
}

}  // namespace

std::vector<Silence> silences_of(const Plan& plan, const Progress& progress, const std::vector<Cycle>& cycles, const Directory& directory,
                                 const ReportSpec& spec, const ReportPeriod& period, Day day) {
  const Cycle* round = nullptr;
  for (const auto& cycle : cycles)
    if (is_of_period(cycle, spec, period)) round = &cycle;
  SilenceGathering silent;
  auto heard = spoken_of(progress, spec, period);
  if (round != nullptr) {
    add_unanswered(silent, *round, progress, directory);
    heard.merge(asked_in(*round));
  }
  add_unasked(silent, plan, progress, directory, heard, day);
  return silent.take();
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
      OwnerPlace place{name, organisation_named(directory, id, day), post == nullptr ? std::string() : post->directorate};
      place.ended = ended_on(directory, id, day);
      if (!former_names(directory, id, day).empty()) place.now = post_in_words(directory, post_on(directory, id, day), day);
      places.push_back(std::move(place));
    }
  return places;
}

}  // namespace makegood::tasks
