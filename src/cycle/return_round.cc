#include "cycle/return_round.h"

#include <algorithm>
#include <map>

#include "people/presence.h"

namespace makegood {
namespace {

constexpr int kLeastDays = 7;

/// By person: the organisations for which their roles let them submit to the register.
std::map<PersonId, std::set<std::string>> submitters(const Definition& definition, const Directory& directory, Day today) {
  std::map<PersonId, std::set<std::string>> all;
  const auto scope = register_scope(definition.name);
  for (const auto& person : directory.people) {
    if (!can_be_written_to(person, today)) continue;
    const access::Actor actor{person.email, grants_of(directory, person.id, today)};
    for (const auto& organisation : reach_of(definition, definition.roles.submit, actor).organisations)
      if (access::may(actor, access::Action::submit_record, {.plan = scope, .organisation = organisation})) all[person.id].insert(organisation);
  }
  return all;
}

/// The post of the organisation that somebody holds; empty where the directory knows none.
PostId post_held(const Directory& directory, const PersonId& person, std::string_view organisation, Day today) {
  for (const auto* post : posts_held(directory, person, today))
    if (organisation_of(directory, post->id, today).text == organisation) return post->id;
  return {};
}

std::string name_of(const Directory& directory, const std::string& organisation) {
  const auto* found = find_organisation(directory, OrganisationId(organisation));
  return found == nullptr ? organisation : found->name;
}

/// Gathers what each person is asked for, in the order in which they are first come to.
class Gathering {
 public:
  Gathering(const KeptRegister& kept, const Directory& directory, Day today)
      : directory_(directory), today_(today), submitters_(submitters(kept.definition, directory, today)) {}

  void ask_for(const std::string& organisation) {
    if (ask_submitters(organisation)) return;
    auto why = WhyNot::no_post;
    if (!ask_posts(organisation, why)) asking_.unasked.push_back({ItemId(organisation), name_of(directory_, organisation), {}, why});
  }
  [[nodiscard]] Asking take() { return std::move(asking_); }

 private:
  bool ask_submitters(const std::string& organisation) {
    bool asked = false;
    for (const auto& person : directory_.people) {
      const auto may = submitters_.find(person.id);
      if (may == submitters_.end() || !may->second.contains(organisation)) continue;
      add(person.id, organisation, post_held(directory_, person.id, organisation, today_), false);
      asked = true;
    }
    return asked;
  }

  bool ask_posts(const std::string& organisation, WhyNot& why) {
    bool asked = false;
    for (const auto& post : directory_.posts) {
      if (organisation_of(directory_, post.id, today_).text != organisation) continue;
      const auto answers = answerer(directory_, post.id, today_);
      if (answers.person) add(*answers.person, organisation, answers.post, answers.by_delegation), asked = true;
      else if (answers.why_not != WhyNot::no_post && answers.why_not != WhyNot::ended) why = answers.why_not;
    }
    return asked;
  }

  void add(const PersonId& person, const std::string& organisation, const PostId& post, bool by_delegation) {
    auto ask = std::find_if(asking_.asks.begin(), asking_.asks.end(), [&](const Ask& one) { return one.person == person; });
    if (ask == asking_.asks.end()) ask = asking_.asks.insert(ask, Ask{person, {}});
    if (!ask->items.empty() && ask->items.back().item.text == organisation) return;  // by another of their posts already
    ask->items.push_back({ItemId(organisation), Part::accountable, name_of(directory_, organisation), post, by_delegation});
  }

  const Directory& directory_;
  Day today_;
  std::map<PersonId, std::set<std::string>> submitters_;
  Asking asking_;
};

bool names(const std::vector<AskedItem>& items, const AskedItem& item) {
  return std::any_of(items.begin(), items.end(), [&](const AskedItem& one) { return one.item == item.item; });
}

}  // namespace

Day return_closes(const Returns& returns, const ReturnPeriod& period) { return period.until.plus_days(std::max(returns.due_days, kLeastDays)); }

bool was_open_in(const KeptRegister& kept, const ReturnPeriod& period) { return !kept.opening || kept.opening->approved_on <= period.until; }

std::optional<ReturnPeriod> period_to_ask_for(const KeptRegister& kept, const std::vector<Cycle>& rounds, Day today) {
  const auto& returns = *kept.definition.returns;
  std::optional<ReturnPeriod> oldest;
  auto period = period_before(returns.every, return_period(returns.every, today));
  for (; today <= return_closes(returns, period); period = period_before(returns.every, period)) {
    const bool asked = std::any_of(rounds.begin(), rounds.end(), [&](const Cycle& round) { return round.period.first == period.from; });
    if (!asked && was_open_in(kept, period)) oldest = period;
  }
  return oldest;
}

Schedule return_schedule(Schedule ladder, const Returns& returns, const std::optional<ReturnPeriod>& period) {
  ladder.frequency = Frequency::named_dates;
  ladder.dates.clear();
  if (!period) return ladder;
  const auto closes = return_closes(returns, *period);
  ladder.dates = {closes};
  ladder.open_days = days_between(period->until.plus_days(1), closes);
  return ladder;
}

Asking asking_for_returns(const KeptRegister& kept, const Directory& directory, Day today) {
  Gathering gathering(kept, directory, today);
  for (const auto& organisation : kept.expected) gathering.ask_for(organisation);
  return gathering.take();
}

ReturnPeriod ReturnRound::period(const Returns& returns) const {
  return {return_period(returns.every, cycle.period.first).name, cycle.period.first, cycle.period.last};
}

std::set<std::string> missing_of(const KeptRegister& kept, const std::vector<ReturnCount>& counts) {
  std::set<std::string> missing(kept.expected.begin(), kept.expected.end());
  for (const auto& count : counts)
    if (count.records > 0 || count.nil) missing.erase(count.organisation);
  return missing;
}

std::vector<AskedItem> awaited_of(const ReturnRound& round, const Request& request) {
  std::vector<AskedItem> awaited;
  if (request.revoked) return awaited;
  for (const auto& asked : request.items)
    if (round.missing.contains(asked.item.text)) awaited.push_back(asked);
  return awaited;
}

std::vector<KnownCycle> known_rounds(const std::vector<ReturnRound>& rounds) {
  std::vector<KnownCycle> known;
  for (const auto& round : rounds) {
    const auto& cycle = round.cycle;
    KnownCycle one{cycle.id, cycle.period, cycle.opened, cycle.closes, cycle.closed.has_value(), cycle.locked.has_value(), {}};
    for (const auto& request : cycle.requests)
      one.requests.push_back({request.id, request.last_letter, awaited_of(round, request).empty(), request.escalated.has_value()});
    known.push_back(std::move(one));
  }
  return known;
}

std::vector<const Request*> passed_on(const ReturnRound& round, const Asking& today) {
  std::vector<const Request*> gone;
  for (const auto& request : round.cycle.requests) {
    const auto awaited = awaited_of(round, request);
    const auto ask = std::find_if(today.asks.begin(), today.asks.end(), [&](const Ask& one) { return one.person == request.person; });
    const bool still = ask != today.asks.end() && std::any_of(awaited.begin(), awaited.end(), [&](const AskedItem& item) { return names(ask->items, item); });
    if (!awaited.empty() && !still) gone.push_back(&request);
  }
  return gone;
}

std::vector<Ask> not_asked_yet(const ReturnRound& round, const Asking& today) {
  const auto is_asked = [&](const AskedItem& item) {
    return std::any_of(round.cycle.requests.begin(), round.cycle.requests.end(), [&](const Request& request) { return !request.revoked && names(request.items, item); });
  };
  auto asks = today.asks;
  for (auto& ask : asks)
    std::erase_if(ask.items, [&](const AskedItem& item) { return !round.missing.contains(item.item.text) || is_asked(item); });
  std::erase_if(asks, [](const Ask& ask) { return ask.items.empty(); });
  return asks;
}

}  // namespace makegood
