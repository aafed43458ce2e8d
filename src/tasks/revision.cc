#include "tasks/revision.h"

#include <algorithm>

#include "tasks/import_step.h"

namespace makegood::tasks {
namespace {

// A reason is asked of what is gone, and of nothing else.
Result<void> must_be_gone(const ChangeSet& changes, const ItemId& id) {
  const bool gone = std::any_of(changes.items.begin(), changes.items.end(),
                                [&](const ItemChange& c) { return c.fate == Fate::gone && c.current == id; });
  if (gone) return {};
  return refuse(Fault::conflict, "this item is in the new document: it is not gone");
}

Result<void> check(const Workspace& w, const Import& import, const MatchDecision& decision) {
  const auto kept = w.plans.find(import.summary.slug, View::live);
  if (!kept && kept.error().fault == Fault::not_found) return refuse(Fault::conflict, "there is no earlier version of this plan");
  if (!kept) return tl::unexpected(kept.error());
  if (auto fits = check_decision((*kept)->plan, import.draft(), decision); !fits) return fits;
  if (decision.verdict != MatchVerdict::gone) return {};
  return must_be_gone(compare((*kept)->plan, import.draft(), import.decisions()), decision.current);
}

}  // namespace

Result<void> decide_match(const Workspace& w, const Actor& actor, const ImportId& id, const MatchDecision& decision) {
  const auto import = open_import(w, actor, id);
  if (!import) return tl::unexpected(import.error());
  if (auto checked = check(w, *import, decision); !checked) return checked;
  Payload payload;
  payload.match = write_match_decision(decision);
  Batch batch;
  batch.changes = {{"import.matched", id.text, actor.name, write_payload(payload)}};
  batch.expectations = {{id.text, import->summary.sequence}};
  batch.at = w.clock.now().utc();
  if (auto entries = w.ledger.append(batch); !entries) return tl::unexpected(entries.error());
  return {};
}

}  // namespace makegood::tasks
