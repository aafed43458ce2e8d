#include "tasks/import_step.h"

namespace makegood::tasks {
namespace {

Result<void> must_be_open(const Import& import) {
  if (import.summary.state == ImportState::open) return {};
  return refuse(Fault::conflict, "this import was " + std::string(word(import.summary.state)) + " already");
}

}  // namespace

Result<Import> find_import(const Workspace& w, const Actor& actor, const ImportId& id) {
  if (!may_somewhere(actor, Action::import)) return tl::unexpected(require(actor, Action::import).error());
  auto import = w.imports.find(id);
  if (!import) return import;
  if (auto allowed = require(actor, Action::import, {.plan = import->summary.slug}); !allowed) return tl::unexpected(allowed.error());
  return import;
}

Result<Import> open_import(const Workspace& w, const Actor& actor, const ImportId& id) {
  auto import = find_import(w, actor, id);
  if (!import) return import;
  if (auto open = must_be_open(*import); !open) return tl::unexpected(open.error());
  return import;
}

Result<void> append_step(const Workspace& w, const Import& import, Change change) {
  Batch batch;
  batch.changes.push_back(std::move(change));
  batch.expectations.push_back({import.summary.id.text, import.summary.sequence});
  batch.at = w.clock.now().utc();
  if (auto entries = w.ledger.append(batch); !entries) return tl::unexpected(entries.error());
  return {};
}

Change step_change(const Import& import, const Actor& actor, const char* kind, const Payload& payload) {
  return {kind, import.summary.id.text, actor.name, write_payload(payload)};
}

}  // namespace makegood::tasks
