#include "tasks/own_items.h"

#include "tasks/workspace.h"

namespace makegood::tasks {
namespace {

std::string post_of(const OwnItems& own, const Wanted& wanted) {
  return wanted.post.empty() ? wanted.named : post_in_words(*own.state.directory, wanted.post, own.state.today);
}

}  // namespace

std::optional<Day> OwnItems::closes() const {
  const auto* cycle = state.open_cycle();
  return cycle == nullptr ? std::nullopt : std::optional(cycle->closes);
}

Result<OwnItems> own_items_of(const Workspace& w, const Actor& actor, std::string_view slug) {
  if (auto allowed = require_within(actor, Action::record_update, slug); !allowed) return tl::unexpected(allowed.error());
  auto state = read_cycle_state(w, slug);
  if (!state) return tl::unexpected(state.error());
  auto drafts = w.drafts.of(holder_of_account(actor.name));
  if (!drafts) return tl::unexpected(drafts.error());
  OwnItems own{std::move(*state), {}, std::move(*drafts), {}};
  std::set<ItemId> begun;
  for (const auto& draft : own.drafts) begun.insert(draft.item);
  for (const auto& wanted : wanted_today(own.state, begun)) {
    if (!own.items.empty() && own.items.back() == wanted.item) continue;
    if (!may_report(actor, own.state.plan(), *own.state.directory, *wanted.item, own.state.today)) continue;
    if (own.items.empty() && wanted.person && wanted.person->text == actor.person) own.post_words = post_of(own, wanted);
    own.items.push_back(wanted.item);
  }
  return own;
}

Result<std::vector<OwnItems>> own_items(const Workspace& w, const Actor& actor) {
  const auto plans = w.plans.list(View::live);
  if (!plans) return tl::unexpected(plans.error());
  std::vector<OwnItems> all;
  for (const auto& plan : *plans) {
    if (!may_within(actor, Action::record_update, plan.slug)) continue;
    auto own = own_items_of(w, actor, plan.slug);
    if (!own) return tl::unexpected(own.error());
    if (!own->items.empty()) all.push_back(std::move(*own));
  }
  return all;
}

}  // namespace makegood::tasks
