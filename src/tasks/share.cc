#include "tasks/share.h"

#include <algorithm>

#include "tasks/payload.h"
#include "tasks/write_down.h"

namespace makegood::tasks {
namespace {

using Kept = std::shared_ptr<const KeptPlan>;

// Whoever keeps one plan alone neither lends another's items nor adds to its page.
Result<void> may_change_both(const Actor& actor, std::string_view home, std::string_view other) {
  if (auto allowed = require(actor, Action::correct, {.plan = home}); !allowed) return allowed;
  return require(actor, Action::correct, {.plan = other});
}

bool is_shown(const std::vector<Inclusion>& inclusions, std::string_view plan, const ItemId& item) {
  return std::any_of(inclusions.begin(), inclusions.end(), [&](const Inclusion& i) { return i.plan == plan && i.item == item; });
}

Result<void> check_item(const Plan& home, const ItemId& id) {
  const auto* item = find_item(home, id);
  if (item == nullptr) return refuse(Fault::not_found, "there is no such item in this plan");
  if (item->absent) return refuse(Fault::conflict, "the newest version of its plan no longer has this item");
  if (!item->parent.empty()) return refuse(Fault::conflict, "this item stands under another and goes where that one goes: show that one");
  return {};
}

Result<void> check_place(const Plan& plan, const HomeItem& item, const Place& in, const std::vector<Inclusion>& inclusions) {
  if (in.plan == item.plan) return refuse(Fault::conflict, "the item is at home in this plan");
  if (!in.theme.empty() && find_theme(plan, in.theme) == nullptr) return refuse(Fault::not_found, "that plan has no such theme");
  if (is_shown(inclusions, in.plan, item.item)) return refuse(Fault::conflict, "that plan shows this item already");
  return {};
}

Change change_entry(std::string_view kind, const Actor& actor, const HomeItem& item, const KeptPlan& in, std::string_view reason,
                    const ThemeId& theme) {
  Payload payload;
  payload.home = item.plan;
  payload.shared = item.item.text;
  payload.theme = theme.text;
  payload.reason = valid_utf8(trim(reason));
  payload.released = in.summary.released && may(actor, Action::release, {.plan = in.plan.slug});
  return {std::string(kind), in.plan.slug, actor.name, write_payload(payload)};
}

}  // namespace

Result<void> share_item(const Workspace& w, const Actor& actor, const HomeItem& item, const Place& in, std::string_view reason) {
  if (auto allowed = may_change_both(actor, item.plan, in.plan); !allowed) return allowed;
  const auto seen = w.ledger.last_about(in.plan);
  if (!seen) return tl::unexpected(seen.error());
  const auto home = w.plans.find(item.plan, View::live);
  if (!home) return tl::unexpected(home.error());
  if (auto checked = check_item((*home)->plan, item.item); !checked) return checked;
  const auto other = w.plans.find(in.plan, View::live);
  if (!other) return tl::unexpected(other.error());
  const auto inclusions = w.plans.inclusions(in.plan, View::live);
  if (!inclusions) return tl::unexpected(inclusions.error());
  if (auto checked = check_place((*other)->plan, item, in, *inclusions); !checked) return checked;
  return write_down(w, {change_entry("item.shared", actor, item, **other, reason, in.theme)}, {{std::string(in.plan), *seen}});
}

Result<void> unshare_item(const Workspace& w, const Actor& actor, const HomeItem& item, std::string_view from, std::string_view reason) {
  if (auto allowed = may_change_both(actor, item.plan, from); !allowed) return allowed;
  if (trim(reason).empty()) return refuse(Fault::invalid_input, "say why it is taken out");
  const auto seen = w.ledger.last_about(from);
  if (!seen) return tl::unexpected(seen.error());
  const auto other = w.plans.find(from, View::live);
  if (!other) return tl::unexpected(other.error());
  const auto inclusions = w.plans.inclusions(item.plan, View::live);
  if (!inclusions) return tl::unexpected(inclusions.error());
  if (from == item.plan || !is_shown(*inclusions, from, item.item)) return refuse(Fault::not_found, "that plan does not show this item");
  return write_down(w, {change_entry("item.unshared", actor, item, **other, reason, {})}, {{std::string(from), *seen}});
}

namespace {

// The plan as `view` has it, of other plans what `others` sees.
Result<ShownPlan> find_between(const Workspace& w, std::string_view slug, View view, const Sight& others) {
  auto kept = w.plans.find(slug, view);
  if (!kept) return tl::unexpected(kept.error());
  auto inclusions = w.plans.inclusions(slug, view);
  if (!inclusions) return tl::unexpected(inclusions.error());
  ShownPlan shown{std::move(*kept), {}, {}, {}};
  for (auto& inclusion : *inclusions) {
    const bool lent = inclusion.home == slug;
    const auto& at = lent ? inclusion.plan : inclusion.home;
    auto other = w.plans.find(at, others.of(at));
    if (!other) continue;
    if (lent) {
      shown.lent.push_back(std::move(inclusion));
    } else if (const auto* item = find_item((*other)->plan, inclusion.item); item != nullptr) {
      shown.included.push_back({std::move(inclusion), &(*other)->plan, item});
      shown.homes.push_back(std::move(*other));
    }
  }
  return shown;
}

}  // namespace

Result<ShownPlan> find_shown(const Workspace& w, std::string_view slug, const Sight& sight) { return find_between(w, slug, sight.of(slug), sight); }

Result<ShownPlan> find_to_release(const Workspace& w, std::string_view slug) {
  return find_between(w, slug, View::live, View::released);
}

}  // namespace makegood::tasks
