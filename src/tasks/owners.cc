#include "tasks/owners.h"

#include <algorithm>
#include <array>
#include <map>

#include "progress/standing.h"

namespace makegood::tasks {
namespace {

bool means(const Directory& directory, std::string_view slug, const std::vector<std::string>& names, const PostId& post, Day today) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    const auto posts = posts_of(directory, slug, name, today);
    return std::any_of(posts.begin(), posts.end(), [&](const PostId& id) { return id == post || post_on(directory, id, today) == post; });
  });
}

void add_owed(const Directory& directory, const Plan& plan, const PostId& post, const RuleBook& rules, std::vector<OwedItem>& owed) {
  const auto today = rules.today();
  for (const auto& item : plan.items) {
    if (item.absent) continue;
    const bool owns = means(directory, plan.slug, item.owners, post, today);
    if (owns || means(directory, plan.slug, item.partners, post, today) || means(directory, plan.slug, item.lead_authority, post, today))
      owed.push_back({plan.slug, plan.title, item, rules.of(item), owns});
  }
}

}  // namespace

std::vector<OwnerName> owner_names(const Plan& plan) {
  std::vector<OwnerName> names;
  std::map<std::string, std::size_t> place;
  const auto named = [&](const std::string& written) -> OwnerName& {
    const auto [at, is_new] = place.emplace(written, names.size());
    if (is_new) names.push_back({written});
    return names[at->second];
  };
  for (const auto& item : plan.items) {
    if (item.absent) continue;
    for (const auto& owner : item.owners) ++named(owner).owns;
    for (const auto* others : {&item.partners, &item.lead_authority})
      for (const auto& other : *others) ++named(other).partners;
  }
  std::stable_sort(names.begin(), names.end(), [](const OwnerName& a, const OwnerName& b) { return a.owns > b.owns; });
  return names;
}

std::string_view word(Matched matched) {
  constexpr std::array<std::string_view, 4> kWords = {"no", "by_name", "confirmed", "nobody"};
  return kWords[static_cast<std::size_t>(matched)];
}

std::vector<OwnerFound> find_owners(const Plan& plan, const Directory& directory, Day today) {
  std::vector<OwnerFound> found;
  for (auto& name : owner_names(plan)) {
    OwnerFound owner{.name = std::move(name)};
    const auto posts = posts_of(directory, plan.slug, owner.name.written, today);
    const bool confirmed = is_matched(directory, plan.slug, owner.name.written, today);
    owner.matched = posts.empty() ? (confirmed ? Matched::nobody : Matched::no) : (confirmed ? Matched::confirmed : Matched::by_name);
    if (!posts.empty()) {
      owner.answerer = answerer(directory, posts.front(), today);
      owner.post = owner.answerer.post;
    }
    found.push_back(std::move(owner));
  }
  return found;
}

std::vector<OwnerFound> owners_without_address(const Plan& plan, const Directory& directory, Day today) {
  auto owners = find_owners(plan, directory, today);
  std::erase_if(owners, [](const OwnerFound& o) { return o.name.owns == 0 || o.matched == Matched::nobody || o.answerer.person.has_value(); });
  return owners;
}

std::string_view why_unreached(const OwnerFound& owner) { return owner.matched == Matched::no ? "no_match" : word(owner.answerer.why_not); }

Result<std::vector<OwedItem>> owed_by(const Workspace& w, const Actor& actor, const PostId& post) {
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  const auto plans = w.plans.list(View::live);
  if (!plans) return tl::unexpected(plans.error());
  const auto today = w.clock.now().today;
  std::vector<OwedItem> owed;
  for (const auto& summary : *plans) {
    if (!may_within(actor, Action::see_private, summary.slug)) continue;
    const auto kept = w.plans.find(summary.slug, View::live);
    if (!kept) return tl::unexpected(kept.error());
    const auto said = w.progress.of_plan(summary.slug);
    if (!said) return tl::unexpected(said.error());
    RuleBook rules(today);
    hear(rules, (*kept)->plan, **said);
    add_owed(**directory, (*kept)->plan, post, rules, owed);
  }
  std::stable_sort(owed.begin(), owed.end(), [](const OwedItem& a, const OwedItem& b) {
    if (a.status.rule != b.status.rule) return a.status.rule < b.status.rule;
    return a.status.due.value_or(Day::last_of_month(9999, 12)) < b.status.due.value_or(Day::last_of_month(9999, 12));
  });
  return owed;
}

}  // namespace makegood::tasks
