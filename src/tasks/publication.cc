#include "tasks/publication.h"

#include "tasks/duty.h"

#include <algorithm>

#include "plan/plan.h"
#include "report/publication_json.h"
#include "tasks/write_down.h"

namespace makegood::tasks {
namespace {

/// Where nobody writes about the same subject meanwhile.
Result<void> write(const Workspace& w, Change change) {
  const auto seen = w.ledger.last_about(change.subject);
  if (!seen) return tl::unexpected(seen.error());
  const Expectation unchanged{change.subject, *seen};
  return write_down(w, {std::move(change)}, {unchanged});
}

Result<std::shared_ptr<const KeptPlan>> plan_with(const Workspace& w, std::string_view slug, const ItemId& id) {
  auto kept = w.plans.find(slug, View::live);
  if (kept && find_item((*kept)->plan, id) == nullptr) return refuse(Fault::not_found, "there is no such item");
  return kept;
}

}  // namespace

Result<PublicationHold> hold_publication(const Workspace& w, const Actor& actor, const HoldAsked& asked) {
  if (auto allowed = require(actor, Action::hold_publication); !allowed) return tl::unexpected(allowed.error());
  if (trim(asked.reason).empty()) return refuse(Fault::invalid_input, "say why publication is paused: the public will read it");
  if (asked.until && *asked.until < asked.from) return refuse(Fault::invalid_input, "the last day of the pause is before its first");
  const PublicationHold hold{make_id<HoldTag>(w.random), squeeze(valid_utf8(asked.body)), asked.from, asked.until, squeeze(valid_utf8(asked.reason))};
  if (auto done = write(w, {"publication.held", hold.id.text, actor.name, write_publication_hold(hold)}); !done) return tl::unexpected(done.error());
  return hold;
}

Result<void> resume_publication(const Workspace& w, const Actor& actor, const HoldId& id) {
  if (auto allowed = require(actor, Action::hold_publication); !allowed) return allowed;
  const auto holds = w.publication.holds();
  if (!holds) return tl::unexpected(holds.error());
  const auto found = std::find_if(holds->begin(), holds->end(), [&](const PublicationHold& hold) { return hold.id == id; });
  if (found == holds->end()) return refuse(Fault::not_found, "there is no such pause");
  if (found->resumed) return refuse(Fault::conflict, "publication goes on already");
  auto resumed = *found;
  resumed.resumed = true;
  return write(w, {"publication.resumed", id.text, actor.name, write_publication_hold(resumed)});
}

Result<std::optional<PublicationHold>> hold_today(const Workspace& w, std::string_view body) {
  const auto holds = w.publication.holds();
  if (!holds) return tl::unexpected(holds.error());
  const auto* hold = hold_of(*holds, body, w.clock.now().today);
  return hold == nullptr ? std::nullopt : std::optional(*hold);
}

Result<void> refuse_if_held(const Workspace& w, std::string_view body) {
  const auto hold = hold_today(w, body);
  if (!hold) return tl::unexpected(hold.error());
  if (!*hold) return {};
  const auto until = (*hold)->until ? "until " + (*hold)->until->in_words() : std::string("for now");
  return refuse(Fault::conflict, "publication is paused " + until + ": " + (*hold)->reason);
}

Result<void> set_objective(const Workspace& w, const Actor& actor, const ItemObjective& objective) {
  if (auto allowed = require(actor, Action::correct, {.plan = objective.plan}); !allowed) return allowed;
  if (const auto kept = plan_with(w, objective.plan, objective.item); !kept) return tl::unexpected(kept.error());
  auto kept = objective;
  auto words = objective_words(objective.objective);
  if (!words) return tl::unexpected(words.error());
  kept.objective = std::move(*words);
  const auto before = w.publication.objectives(objective.plan);
  if (!before) return tl::unexpected(before.error());
  const auto same = [&](const ItemObjective& one) { return one.item == objective.item; };
  const bool says_nothing = kept.objective.empty() && !kept.eliminate && !kept.advance && !kept.foster;
  const auto found = std::find_if(before->begin(), before->end(), same);
  if (says_nothing && found == before->end())
    return refuse(Fault::invalid_input, "name an objective, or at least one part of section 149");
  if (found != before->end() && *found == kept) return refuse(Fault::conflict, "nothing was changed");
  return write(w, {"item.objective_set", kept.item.text, actor.name, write_objective(kept)});
}

Result<void> summarise_item(const Workspace& w, const Actor& actor, ItemSummary summary) {
  if (auto allowed = require(actor, Action::publish_update, {.plan = summary.plan}); !allowed) return allowed;
  const auto kept = plan_with(w, summary.plan, summary.item);
  if (!kept) return tl::unexpected(kept.error());
  if (!is_language_tag(summary.language)) return refuse(Fault::invalid_input, "the language must be a tag such as en, cy, ur or zh-Hant");
  summary.text = std::string(trim(valid_utf8(summary.text)));
  summary.approved_by = squeeze(valid_utf8(summary.approved_by));
  if (summary.text.size() > kLongestSummary) return refuse(Fault::too_large, "a summary is at most 5,000 characters long");
  if (summary.approved_by.empty()) return refuse(Fault::invalid_input, "say which post approved it");
  if (!summary.text.empty())  // taking one back goes on
    if (auto open = refuse_if_held(w, (*kept)->plan.organisation); !open) return open;
  summary.day = w.clock.now().today;
  return write(w, {"item.summarised", summary.item.text, actor.name, write_summary(summary)});
}

}  // namespace makegood::tasks
