#include "tasks/meeting.h"

#include <algorithm>

#include "progress/answer.h"
#include "tasks/workspace.h"

namespace makegood::tasks {
namespace {

AgendaPart& part_for(Agenda& agenda, const Wanted& wanted) {
  auto who = wanted.post.empty() ? wanted.named : post_in_words(*agenda.state.directory, wanted.post, agenda.state.today);
  const auto found = std::find_if(agenda.parts.begin(), agenda.parts.end(), [&](const AgendaPart& part) { return part.post == wanted.post && part.who == who; });
  return found != agenda.parts.end() ? *found : agenda.parts.emplace_back(AgendaPart{wanted.post, std::move(who), {}});
}

bool is_said_already(const Progress& progress, const Said& said) {
  const auto since = said_since(progress, said.item, said.seen);
  return !since.empty() && says_the_same(*since.back(), said.words);
}

/// A refusal that is one row's, and no breakdown.
bool is_of_the_row(Fault fault) { return fault != Fault::unavailable; }

}  // namespace

const AgendaPart* Agenda::part_of(const ItemId& item) const {
  for (const auto& part : parts)
    for (const auto* one : part.items)
      if (one->id == item) return &part;
  return nullptr;
}

Result<Agenda> meeting_agenda(const Workspace& w, const Actor& actor, std::string_view slug, const std::set<ItemId>& also) {
  if (auto allowed = require_within(actor, Action::record_for_others, slug); !allowed) return tl::unexpected(allowed.error());
  auto state = read_cycle_state(w, slug);
  if (!state) return tl::unexpected(state.error());
  Agenda agenda{std::move(*state), {}};
  const Item* last = nullptr;
  for (const auto& wanted : wanted_today(agenda.state, also)) {
    if (wanted.item == last) continue;  // it is the first one's to say
    last = wanted.item;
    const auto scope = scope_of_item(*agenda.state.directory, agenda.state.plan(), *wanted.item, agenda.state.today);
    if (may(actor, Action::record_for_others, scope.view())) part_for(agenda, wanted).items.push_back(wanted.item);
  }
  return agenda;
}

Result<std::vector<std::optional<Refusal>>> record_meeting(const Workspace& w, const Actor& actor, std::string_view slug,
                                                           const std::vector<Heard>& heard) {
  if (auto allowed = require_within(actor, Action::record_for_others, slug); !allowed) return tl::unexpected(allowed.error());
  std::vector<std::optional<Refusal>> outcome;
  for (const auto& one : heard) {
    const auto progress = w.progress.of_plan(slug);
    if (!progress) return tl::unexpected(progress.error());
    outcome.emplace_back();
    if (is_said_already(**progress, one.said)) continue;
    const auto recorded = record_on_behalf(w, actor, slug, one.whose, {one.said});
    if (recorded) continue;
    if (!is_of_the_row(recorded.error().fault)) return tl::unexpected(recorded.error());
    outcome.back() = recorded.error();
  }
  return outcome;
}

}  // namespace makegood::tasks
