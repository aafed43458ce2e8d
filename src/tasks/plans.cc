#include "tasks/plans.h"

#include <algorithm>
#include <tuple>

#include "tasks/corrections.h"
#include "progress/standing.h"
#include "tasks/payload.h"
#include "tasks/publication.h"
#include "tasks/write_down.h"

namespace makegood::tasks {
namespace {

using Kept = std::shared_ptr<const KeptPlan>;

/// That nobody writes about these subjects meanwhile.
Result<std::vector<Expectation>> as_seen_now(const Workspace& w, const std::vector<std::string>& subjects) {
  std::vector<Expectation> expectations;
  for (const auto& subject : subjects) {
    const auto seen = w.ledger.last_about(subject);
    if (!seen) return tl::unexpected(seen.error());
    expectations.push_back({subject, *seen});
  }
  return expectations;
}

std::vector<std::string> subjects_of(std::string_view slug, const std::vector<Correction>& corrections) {
  std::vector<std::string> subjects = {std::string(slug)};
  for (const auto& correction : corrections)
    if (std::find(subjects.begin(), subjects.end(), correction.item.text) == subjects.end())
      subjects.push_back(correction.item.text);
  return subjects;
}

}  // namespace

Result<void> release_plan(const Workspace& w, const Actor& actor, std::string_view slug) {
  if (auto allowed = require(actor, Action::release, {.plan = slug}); !allowed) return allowed;
  const auto seen = w.ledger.last_about(slug);
  if (!seen) return tl::unexpected(seen.error());
  const auto kept = w.plans.find(slug, View::live);
  if (!kept) return tl::unexpected(kept.error());
  if ((*kept)->summary.released && !(*kept)->summary.pending)
    return refuse(Fault::conflict, "the public sees this plan as it stands already");
  if (auto open = refuse_if_held(w, (*kept)->plan.organisation); !open) return open;
  return write_down(w, {{"plan.released", std::string(slug), actor.name, "{}"}}, {{std::string(slug), *seen}});
}

Result<void> withdraw_plan(const Workspace& w, const Actor& actor, std::string_view slug, std::string_view reason) {
  if (auto allowed = require(actor, Action::release, {.plan = slug}); !allowed) return allowed;
  const auto seen = w.ledger.last_about(slug);
  if (!seen) return tl::unexpected(seen.error());
  const auto kept = w.plans.find(slug, View::live);
  if (!kept) return tl::unexpected(kept.error());
  if (!(*kept)->summary.released) return refuse(Fault::conflict, "this plan is private already");
  Payload payload;
  payload.reason = valid_utf8(reason);
  return write_down(w, {{"plan.withdrawn", std::string(slug), actor.name, write_payload(payload)}}, {{std::string(slug), *seen}});
}

Result<FieldChange> correct_item(const Workspace& w, const Actor& actor, std::string_view slug,
                                 const Correction& correction) {
  auto changes = correct_fields(w, actor, slug, {correction});
  if (!changes) return tl::unexpected(changes.error());
  return std::move(changes->front());
}

Result<std::vector<FieldChange>> correct_fields(const Workspace& w, const Actor& actor, std::string_view slug,
                                                const std::vector<Correction>& corrections) {
  if (auto allowed = require(actor, Action::correct, {.plan = slug}); !allowed) return tl::unexpected(allowed.error());
  if (corrections.empty()) return refuse(Fault::conflict, "nothing was changed");
  const auto expectations = as_seen_now(w, subjects_of(slug, corrections));
  if (!expectations) return tl::unexpected(expectations.error());
  const auto kept = w.plans.find(slug, View::live);
  if (!kept) return tl::unexpected(kept.error());

  return write_corrections(w, actor, **kept, corrections, *expectations);
}

namespace {

/// The finding that is decided about, and the open ones that say the very same: a name that stands
/// as owner of twenty items is one question. Only where the answer leaves everything as it is.
std::vector<Settlement> alike(const Plan& plan, const Settlement& settlement) {
  std::vector<Settlement> all = {settlement};
  if (settlement.decision != Decision::leave) return all;
  const auto open = open_findings(plan);
  const auto asked = std::find_if(open.begin(), open.end(), [&](const OpenFinding& f) {
    return f.item == settlement.item && f.finding.code == settlement.code && f.ordinal == settlement.ordinal;
  });
  if (asked == open.end()) return all;
  for (const auto& other : open) {
    if (&other == &*asked || other.finding.code != asked->finding.code || other.finding.message != asked->finding.message) continue;
    auto same = settlement;
    same.item = other.item;
    same.ordinal = other.ordinal;
    all.push_back(std::move(same));
  }
  return all;
}

}  // namespace

Result<void> settle_in_plan(const Workspace& w, const Actor& actor, std::string_view slug, const Settlement& settlement) {
  if (auto allowed = require(actor, Action::correct, {.plan = slug}); !allowed) return allowed;
  const auto expectations = as_seen_now(w, {std::string(slug)});
  if (!expectations) return tl::unexpected(expectations.error());
  const auto kept = w.plans.find(slug, View::live);
  if (!kept) return tl::unexpected(kept.error());
  auto plan = (*kept)->plan;
  const auto all = alike(plan, settlement);
  const auto changes = settle(plan, settlement);
  if (!changes) return tl::unexpected(changes.error());
  for (std::size_t i = 1; i < all.size(); ++i)
    if (auto also = settle(plan, all[i]); !also) return tl::unexpected(also.error());
  Payload payload;
  payload.plan = slug;
  payload.head = write_plan_head(plan);
  payload.settlement = write_settlement(settlement);
  payload.changes = write_changes(*changes);
  if (!changes->empty()) payload.item = write_item(*find_item(plan, settlement.item));
  return write_down(w, {{"plan.settled", std::string(slug), actor.name, write_payload(payload)}}, *expectations);
}

namespace {

/// A legal hold keeps every entry about a record.
Result<void> not_held(const Workspace& w, std::int64_t sequence) {
  const auto entry = w.ledger.entry(sequence);
  if (!entry) return tl::unexpected(entry.error());
  const auto hold = w.care.hold_of(RecordId(entry->subject));
  if (!hold) return tl::unexpected(hold.error());
  if (*hold) return refuse(Fault::conflict, "the record is under a legal hold: nothing of it may be erased");
  return {};
}

}  // namespace

Result<void> erase_payload(const Workspace& w, const Actor& actor, std::int64_t sequence, std::string_view reason,
                           std::string_view replacement, std::string_view attachment) {
  if (auto allowed = require(actor, Action::erase); !allowed) return allowed;
  if (trim(reason).empty()) return refuse(Fault::invalid_input, "say why it is erased");
  if (auto free = not_held(w, sequence); !free) return free;
  Erasure erasure;
  erasure.sequence = sequence;
  erasure.actor = actor.name;
  erasure.reason = reason;
  erasure.at = w.clock.now().utc();
  erasure.attachment = attachment;
  if (!replacement.empty()) {
    if (auto read = read_payload(replacement); !read) return tl::unexpected(read.error());
    erasure.replacement = std::string(replacement);
  }
  if (auto entry = w.ledger.erase(erasure); !entry) return tl::unexpected(entry.error());
  return {};
}

Sight sight_of(const Actor* actor) {
  if (actor == nullptr) return View::released;
  auto plans = access::plans_for(*actor, Action::see_private);
  if (!plans) return View::live;
  Sight sight;
  sight.live = std::move(*plans);
  return sight;
}

View view_for(const Actor* actor, std::string_view slug) { return sight_of(actor).of(slug); }

Result<std::vector<PlanSummary>> plans_in(const Workspace& w, const Sight& sight) {
  std::vector<PlanSummary> plans;
  for (const auto view : {View::live, View::released}) {
    auto all = w.plans.list(view);
    if (!all) return all;
    for (auto& summary : *all)
      if (sight.of(summary.slug) == view) plans.push_back(std::move(summary));
  }
  std::sort(plans.begin(), plans.end(), [](const PlanSummary& a, const PlanSummary& b) { return std::tie(a.title, a.slug) < std::tie(b.title, b.slug); });
  return plans;
}

std::vector<StatusRow> status_rows(const Plan& plan, const Progress& progress, Day today) {
  std::vector<StatusRow> rows;
  const auto standings = standings_of(progress, plan.items);
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    const auto& item = plan.items[i];
    const auto& standing = standings[i];
    StatusRow row{item.id, item.ref, item.title, item.kind, item.owners, item.dates().due, computed_status(item, standing, today).status,
                  std::string(word(standing.claim == nullptr ? Claim::not_yet_reported : standing.claim->claim)),
                  std::string(word(standing.finding == nullptr ? Found::not_yet_assessed : standing.finding->found))};
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace makegood::tasks
