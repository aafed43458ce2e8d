#include "tasks/register_monitor.h"

#include "cycle/cycle.h"
#include "tasks/write_down.h"

namespace makegood::tasks {

std::optional<Watcher> watcher_for(const Directory& directory, std::string_view scope, std::string_view post, Day today) {
  if (post.empty()) return std::nullopt;
  for (const auto& answers : who_answers(directory, std::string(scope), today)(post))
    if (answers.person) return Watcher{*find_person(directory, *answers.person), post_in_words(directory, answers.post, today)};
  return std::nullopt;
}

Result<Monitor> monitor_of(const Workspace& w, std::string_view register_name) {
  if (const auto kept = w.registers.find(register_name); !kept) return tl::unexpected(kept.error());
  const auto scope = register_scope(register_name);
  const auto ladder = w.cycles.schedule(scope);
  if (!ladder) return tl::unexpected(ladder.error());
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  Monitor monitor{ladder->value_or(Schedule{}).escalates_to, {}};
  monitor.watcher = watcher_for(**directory, scope, monitor.post, w.clock.now().today);
  return monitor;
}

Result<std::vector<std::shared_ptr<const KeptRegister>>> registers_run_by(const Workspace& w, const Actor& actor) {
  auto all = w.registers.all();
  if (!all) return all;
  std::erase_if(*all, [&](const auto& kept) { return !may(actor, Action::run_cycle, {.plan = register_scope(kept->definition.name)}); });
  if (!all->empty()) return all;
  if (auto allowed = require(actor, Action::run_cycle, {}); !allowed) return tl::unexpected(allowed.error());
  return all;
}

Result<void> set_monitor(const Workspace& w, const Actor& actor, std::string_view register_name, std::string_view post) {
  const auto scope = register_scope(register_name);
  if (auto allowed = require(actor, Action::run_cycle, {.plan = scope}); !allowed) return allowed;
  if (const auto kept = w.registers.find(register_name); !kept) return tl::unexpected(kept.error());
  const auto named = squeeze(valid_utf8(post));
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  if (!named.empty() && posts_of(**directory, scope, named, w.clock.now().today).empty())
    return refuse(Fault::invalid_input, "the directory has no post of this name, or more than one: write it with its organisation, as its page has it", "post");
  const auto seen = w.ledger.last_about(scope);
  if (!seen) return tl::unexpected(seen.error());
  const auto set = w.cycles.schedule(scope);
  if (!set) return tl::unexpected(set.error());
  auto ladder = set->value_or(Schedule{});
  if (ladder.escalates_to == named) return {};
  ladder.escalates_to = named;
  return write_down(w, {{"schedule.set", scope, actor.name, write_schedule(ladder)}}, {{scope, *seen}});
}

}  // namespace makegood::tasks
