#include "tasks/plans.h"

#include "tasks/payload.h"

namespace makegood::tasks {
namespace {

using Kept = std::shared_ptr<const KeptPlan>;

Result<void> write(const Workspace& w, Change change, std::vector<Expectation> expectations) {
  Batch batch;
  batch.changes.push_back(std::move(change));
  batch.expectations = std::move(expectations);
  batch.at = w.clock.now().utc();
  if (auto entries = w.ledger.append(batch); !entries) return tl::unexpected(entries.error());
  return {};
}

}  // namespace

Result<void> release_plan(const Workspace& w, const Actor& actor, std::string_view slug) {
  if (auto allowed = require(actor, Action::release); !allowed) return allowed;
  const auto seen = w.ledger.last_about(slug);
  if (!seen) return tl::unexpected(seen.error());
  const auto kept = w.plans.find(slug, View::live);
  if (!kept) return tl::unexpected(kept.error());
  if ((*kept)->summary.released && !(*kept)->summary.pending)
    return refuse(Fault::conflict, "the public sees this plan as it stands already");
  return write(w, {"plan.released", std::string(slug), actor.name, "{}"}, {{std::string(slug), *seen}});
}

Result<void> withdraw_plan(const Workspace& w, const Actor& actor, std::string_view slug, std::string_view reason) {
  if (auto allowed = require(actor, Action::release); !allowed) return allowed;
  const auto seen = w.ledger.last_about(slug);
  if (!seen) return tl::unexpected(seen.error());
  const auto kept = w.plans.find(slug, View::live);
  if (!kept) return tl::unexpected(kept.error());
  if (!(*kept)->summary.released) return refuse(Fault::conflict, "this plan is private already");
  Payload payload;
  payload.reason = valid_utf8(reason);
  return write(w, {"plan.withdrawn", std::string(slug), actor.name, write_payload(payload)}, {{std::string(slug), *seen}});
}

Result<FieldChange> correct_item(const Workspace& w, const Actor& actor, std::string_view slug,
                                 const Correction& correction) {
  if (auto allowed = require(actor, Action::correct); !allowed) return tl::unexpected(allowed.error());
  if (trim(correction.reason).empty()) return refuse(Fault::invalid_input, "say why it is corrected");
  const auto seen_item = w.ledger.last_about(correction.item.text);
  const auto seen_plan = w.ledger.last_about(slug);
  if (!seen_item) return tl::unexpected(seen_item.error());
  if (!seen_plan) return tl::unexpected(seen_plan.error());
  const auto kept = w.plans.find(slug, View::live);
  if (!kept) return tl::unexpected(kept.error());

  auto plan = (*kept)->plan;
  auto change = apply(plan, correction);
  if (!change) return change;
  Payload payload;
  payload.plan = slug;
  payload.item = write_item(*find_item(plan, correction.item));
  payload.correction = write_correction(correction);
  payload.changes = write_changes({*change});
  payload.reason = correction.reason;
  payload.released = (*kept)->summary.released && may(actor, Action::release);
  auto done = write(w, {"item.corrected", correction.item.text, actor.name, write_payload(payload)},
                    {{correction.item.text, *seen_item}, {std::string(slug), *seen_plan}});
  if (!done) return tl::unexpected(done.error());
  return change;
}

Result<void> erase_payload(const Workspace& w, const Actor& actor, std::int64_t sequence, std::string_view reason,
                           std::string_view replacement, std::string_view attachment) {
  if (auto allowed = require(actor, Action::erase); !allowed) return allowed;
  if (trim(reason).empty()) return refuse(Fault::invalid_input, "say why it is erased");
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

View view_for(const Actor* actor) {
  return actor != nullptr && may(*actor, Action::see_private) ? View::live : View::released;
}

std::vector<StatusRow> status_rows(const Plan& plan, Day today) {
  std::vector<StatusRow> rows;
  for (const auto& item : plan.items) {
    StatusRow row{item.id, item.ref, item.title, item.kind, item.owners, item.dates().due, rule_status(item, today),
                  "not_yet_reported", "not_yet_assessed"};
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace makegood::tasks
