#include "tasks/corrections.h"

#include "tasks/payload.h"

namespace makegood::tasks {
namespace {

Change correction_entry(const Actor& actor, const Plan& plan, const Correction& correction, const FieldChange& change, bool released) {
  Payload payload;
  payload.plan = plan.slug;
  payload.item = write_item(*find_item(plan, correction.item));
  payload.correction = write_correction(correction);
  payload.changes = write_changes({change});
  payload.reason = correction.reason;
  payload.released = released;
  return {"item.corrected", correction.item.text, actor.name, write_payload(payload)};
}

}  // namespace

Result<std::vector<FieldChange>> write_corrections(const Workspace& w, const Actor& actor, const KeptPlan& kept,
                                                   const std::vector<Correction>& corrections, std::vector<Expectation> expectations, std::vector<Change> also) {
  const bool released = kept.summary.released && may(actor, Action::release, {.plan = kept.plan.slug});
  auto plan = kept.plan;
  std::vector<FieldChange> made;
  Batch batch;
  batch.expectations = std::move(expectations);
  batch.at = w.clock.now().utc();
  for (const auto& correction : corrections) {
    if (trim(correction.reason).empty()) return refuse(Fault::invalid_input, "say why it is corrected");
    auto change = apply(plan, correction);
    if (!change) return tl::unexpected(change.error());
    batch.changes.push_back(correction_entry(actor, plan, correction, *change, released));
    made.push_back(std::move(*change));
  }
  for (auto& change : also) batch.changes.push_back(std::move(change));
  if (auto entries = w.ledger.append(batch); !entries) return tl::unexpected(entries.error());
  return made;
}

}  // namespace makegood::tasks
