#include "store/import_room.h"

#include "tasks/given_json.h"
#include "tasks/payload.h"

namespace makegood::store {
namespace {

using tasks::Import;
using tasks::ImportId;
using tasks::ImportStep;
using tasks::ImportSummary;

#define MAKEGOOD_IMPORT_COLUMNS "id, slug, title, digest, name, size, state, at, actor, sequence"

ImportSummary summary_from(const Query& row) {
  ImportSummary summary;
  summary.id = ImportId(row.text(0));
  summary.slug = row.text(1);
  summary.title = row.text(2);
  summary.document = {row.text(3), row.text(4), row.number(5)};
  summary.state = tasks::import_state_from(row.text(6)).value_or(tasks::ImportState::open);
  summary.at = row.text(7);
  summary.actor = row.text(8);
  summary.sequence = row.number(9);
  return summary;
}

template <class Value, class Read>
Result<void> read_into(std::optional<Value>& value, const std::string& json, Read read) {
  if (json.empty()) return {};
  auto got = read(json);
  if (!got) return tl::unexpected(got.error());
  value = std::move(*got);
  return {};
}

Result<ImportStep> step_from(const Query& row) {
  const auto payload = tasks::read_payload(row.text(2));
  if (!payload) return tl::unexpected(payload.error());
  ImportStep step;
  step.at = row.text(0);
  step.actor = row.text(1);
  std::optional<std::vector<FieldChange>> changes;
  auto done = read_into(step.settlement, payload->settlement, read_settlement);
  if (done) done = read_into(step.correction, payload->correction, read_correction);
  if (done) done = read_into(step.match, payload->match, read_match_decision);
  if (done) done = read_into(step.item, payload->item, read_item);
  if (done) done = read_into(changes, payload->changes, read_changes);
  std::optional<GivenReading> given;
  std::optional<std::vector<tasks::LostStep>> lost;
  if (done) done = read_into(step.edit, payload->edit, read_plan_edit);
  if (done) done = read_into(step.head, payload->head, read_plan);
  if (done) done = read_into(step.draft, payload->draft, read_plan);
  if (done) done = read_into(given, payload->given, tasks::read_given);
  if (done) done = read_into(lost, payload->lost, tasks::read_lost);
  if (!done) return tl::unexpected(done.error());
  step.position = payload->position;
  for (const auto& id : payload->removed) step.removed.emplace_back(id);
  step.given = given.value_or(GivenReading{});
  step.lost = lost.value_or(std::vector<tasks::LostStep>{});
  step.changes = changes.value_or(std::vector<FieldChange>{});
  return step;
}

}  // namespace

Result<std::vector<ImportSummary>> ImportRoom::open_imports() {
  return guarded([&]() -> Result<std::vector<ImportSummary>> {
    auto lease = connections_.read();
    std::vector<ImportSummary> imports;
    for (Query q(*lease, "SELECT " MAKEGOOD_IMPORT_COLUMNS " FROM imports WHERE state = 'open' ORDER BY sequence DESC");
         q.next();)
      imports.push_back(summary_from(q));
    return imports;
  });
}

Result<Import> ImportRoom::find(const ImportId& id) {
  return guarded([&]() -> Result<Import> {
    auto lease = connections_.read();
    Tx tx(*lease, Tx::Kind::read);
    Query q(*lease, "SELECT " MAKEGOOD_IMPORT_COLUMNS ", draft FROM imports WHERE id = $1", id.text);
    if (!q.next()) return refuse(Fault::not_found, "there is no such import");
    auto base = read_plan(q.text(10));
    if (!base) return tl::unexpected(base.error());
    Import import{summary_from(q), std::move(*base), {}};
    for (Query steps(*lease, "SELECT at, actor, payload FROM import_steps WHERE import = $1 AND undone = 0 ORDER BY sequence",
                     id.text);
         steps.next();) {
      auto step = step_from(steps);
      if (!step) return tl::unexpected(step.error());
      import.steps.push_back(std::move(*step));
    }
    return import;
  });
}

Result<std::optional<ImportSummary>> ImportRoom::find_document(std::string_view slug, std::string_view digest) {
  return guarded([&]() -> Result<std::optional<ImportSummary>> {
    auto lease = connections_.read();
    Query q(*lease,
            "SELECT " MAKEGOOD_IMPORT_COLUMNS
            " FROM imports WHERE slug = $1 AND digest = $2 AND state <> 'discarded' ORDER BY sequence DESC LIMIT 1",
            slug, digest);
    if (!q.next()) return std::optional<ImportSummary>{};
    return std::optional<ImportSummary>(summary_from(q));
  });
}

}  // namespace makegood::store
