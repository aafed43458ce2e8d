#include "tasks/seen_progress.h"

#include <map>
#include <set>

#include "progress/standing.h"
#include "tasks/public_entries.h"
#include "tasks/voice.h"

namespace makegood::tasks {
namespace {

Result<bool> was_published(const Workspace& w, const Redating& redating, const Releases& releases) {
  const auto entries = w.ledger.about(redating.item.text);
  if (!entries) return tl::unexpected(entries.error());
  for (const auto& entry : *entries)
    if (entry.sequence == redating.sequence) return is_public(entry, releases);
  return false;
}

Result<Progress> public_progress(const Workspace& w, std::string_view slug, const std::map<std::int64_t, std::string>& posts) {
  const auto about_plan = w.ledger.about(slug);
  if (!about_plan) return tl::unexpected(about_plan.error());
  const auto releases = releases_in(*about_plan);
  const auto kept = w.progress.public_of_plan(slug);
  if (!kept) return tl::unexpected(kept.error());
  auto open = **kept;
  std::vector<Redating> published;
  for (auto& redating : open.redatings) {
    const auto is_seen = was_published(w, redating, releases);
    if (!is_seen) return tl::unexpected(is_seen.error());
    if (!*is_seen) continue;
    redating.who = posts.at(redating.sequence);
    published.push_back(std::move(redating));
  }
  open.redatings = std::move(published);
  return open;
}

}  // namespace

Result<std::shared_ptr<const Progress>> seen_progress(const Workspace& w, std::string_view slug, View view) {
  const auto all = w.progress.of_plan(slug);
  if (!all) return tl::unexpected(all.error());
  if ((*all)->redatings.empty() && view == View::live) return *all;
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  std::map<std::int64_t, std::string> posts;
  for (const auto& redating : (*all)->redatings) posts[redating.sequence] = post_of_account(**directory, redating.who, redating.at);
  if (view == View::released) {
    auto open = public_progress(w, slug, posts);
    if (!open) return tl::unexpected(open.error());
    return std::make_shared<const Progress>(std::move(*open));
  }
  auto named = **all;
  for (auto& redating : named.redatings)
    if (const auto& post = posts[redating.sequence]; !post.empty()) redating.who = post;
  return std::make_shared<const Progress>(std::move(named));
}

namespace {

Result<std::shared_ptr<const Progress>> said_of(const Workspace& w, std::string_view slug, View view) {
  return view == View::live ? w.progress.of_plan(slug) : w.progress.public_of_plan(slug);
}

/// The plan and those that it shows items of, each once, with what was said about it.
template <class Hear>
Result<void> hear_shown(const Workspace& w, const ShownPlan& shown, const Sight& sight, const Hear& hear) {
  std::set<std::string_view> heard;
  const auto hear_of = [&](const Plan& plan) -> Result<void> {
    if (!heard.insert(plan.slug).second) return {};
    auto said = said_of(w, plan.slug, sight.of(plan.slug));
    if (!said) return tl::unexpected(said.error());
    hear(plan, std::move(*said));
    return {};
  };
  if (auto done = hear_of(shown.kept->plan); !done) return done;
  for (const auto& home : shown.homes)
    if (auto done = hear_of(home->plan); !done) return done;
  return {};
}

}  // namespace

Result<RuleBook> seen_rules(const Workspace& w, const ShownPlan& shown, const Sight& sight) {
  RuleBook rules(w.clock.now().today);
  const auto done = hear_shown(w, shown, sight, [&](const Plan& plan, const std::shared_ptr<const Progress>& said) { hear(rules, plan, *said); });
  if (!done) return tl::unexpected(done.error());
  return rules;
}

Result<VoiceBook> seen_voices(const Workspace& w, const ShownPlan& shown, const Sight& sight) {
  VoiceBook voices;
  const auto today = w.clock.now().today;
  const auto done = hear_shown(w, shown, sight, [&](const Plan& plan, std::shared_ptr<const Progress> said) { voices.hear(plan, std::move(said), today); });
  if (!done) return tl::unexpected(done.error());
  return voices;
}

}  // namespace makegood::tasks
