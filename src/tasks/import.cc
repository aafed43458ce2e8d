#include "tasks/import.h"

#include <fmt/format.h>

#include <algorithm>

#include "tasks/assessments.h"
#include "tasks/import_step.h"
#include "tasks/publication.h"

namespace makegood::tasks {
namespace {

bool is_slug(std::string_view text) { return !text.empty() && text.size() <= 60 && make_slug(text) == text; }

Result<std::shared_ptr<const KeptPlan>> plan_in_force(const Workspace& w, std::string_view slug) {
  auto kept = w.plans.find(slug, View::live);
  if (!kept && kept.error().fault == Fault::not_found) return std::shared_ptr<const KeptPlan>{};
  return kept;
}

ChangeSet against(const std::shared_ptr<const KeptPlan>& current, const Plan& draft,
                  const std::vector<MatchDecision>& decisions = {}) {
  return compare(current ? current->plan : Plan{}, draft, decisions);
}

// The item as it stands after the step, so that nothing has to be worked out again later.
void add_item(Payload& payload, const Plan& draft, const ItemId& id) {
  if (const auto* item = find_item(draft, id); item != nullptr) payload.item = write_item(*item);
}

// Decided before anybody else: the document was imported to this plan already.
ImportProposal unchanged_proposal(const ImportSummary& earlier, Plan draft) {
  ImportProposal proposal;
  proposal.unchanged = true;
  proposal.slug = earlier.slug;
  proposal.digest = earlier.document.digest;
  if (earlier.state == ImportState::open) proposal.id = earlier.id;
  proposal.draft = std::move(draft);
  return proposal;
}

Batch proposal_batch(const Workspace& w, const Actor& actor, const GivenDocument& document,
                     const ImportProposal& proposal) {
  Payload payload;
  payload.plan = proposal.slug;
  payload.document_digest = proposal.digest;
  payload.document_name = valid_utf8(document.name);
  payload.document_size = static_cast<std::int64_t>(document.bytes.size());
  payload.draft = write_plan(proposal.draft);
  Batch batch;
  batch.changes.push_back({"import.proposed", proposal.id.text, actor.name, write_payload(payload)});
  batch.expectations.push_back({proposal.id.text, 0});
  batch.attachments.push_back({proposal.digest, payload.document_name, document.bytes});
  batch.at = w.clock.now().utc();
  return batch;
}

}  // namespace

Result<ImportProposal> propose_import(const Workspace& w, const Actor& actor, const GivenDocument& document, Plan draft,
                                      const ImportOptions& options) {
  draft.slug = options.slug.empty() ? make_slug(draft.title) : options.slug;
  if (auto allowed = require(actor, Action::import, {.plan = draft.slug}); !allowed) return tl::unexpected(allowed.error());
  if (draft.items.empty())
    return refuse(Fault::invalid_input, "no recommendation, action or commitment was found in this document",
                  document.name);
  if (draft.items.size() > kMostItems)
    return refuse(Fault::too_large, fmt::format("{} items were found in this document; a plan holds at most {}",
                                                draft.items.size(), kMostItems), document.name);
  if (!options.slug.empty() && !is_slug(options.slug))
    return refuse(Fault::invalid_input, "a plan's address is of small letters, digits and hyphens, at most 60: \"" +
                                            shorten(options.slug, 60) + "\" is not");

  if (const auto framework = framework::framework_in_plan_file(document.bytes); !framework) return tl::unexpected(framework.error());
  const auto digest = sha256(document.bytes);
  const auto earlier = w.imports.find_document(draft.slug, digest);
  if (!earlier) return tl::unexpected(earlier.error());
  if (*earlier) return unchanged_proposal(**earlier, std::move(draft));

  const auto current = plan_in_force(w, draft.slug);
  if (!current) return tl::unexpected(current.error());
  ImportProposal proposal;
  proposal.id = make_id<ImportTag>(w.random);
  proposal.slug = draft.slug;
  proposal.digest = digest;
  proposal.draft = std::move(draft);
  proposal.revision = *current != nullptr;
  proposal.changes = against(*current, proposal.draft);
  if (auto kept = w.ledger.append(proposal_batch(w, actor, document, proposal)); !kept) return tl::unexpected(kept.error());
  return proposal;
}

Result<std::vector<ImportSummary>> waiting_imports(const Workspace& w, const Actor& actor) {
  auto open = w.imports.open_imports();
  if (open) std::erase_if(*open, [&](const ImportSummary& summary) { return !may(actor, Action::import, {.plan = summary.slug}); });
  return open;
}

Result<ChangeSet> changes_of(const Workspace& w, const Import& import) {
  const auto current = plan_in_force(w, import.summary.slug);
  if (!current) return tl::unexpected(current.error());
  return against(*current, import.draft(), import.decisions());
}

Result<void> settle_finding(const Workspace& w, const Actor& actor, const ImportId& id, const Settlement& settlement) {
  const auto import = open_import(w, actor, id);
  if (!import) return tl::unexpected(import.error());
  auto draft = import->draft();
  const auto changes = settle(draft, settlement);
  if (!changes) return tl::unexpected(changes.error());
  Payload payload;
  payload.settlement = write_settlement(settlement);
  payload.changes = write_changes(*changes);
  add_item(payload, draft, settlement.item);
  return append_step(w, *import, step_change(*import, actor, "import.settled", payload));
}

Result<void> edit_import(const Workspace& w, const Actor& actor, const ImportId& id, const Correction& correction) {
  const auto import = open_import(w, actor, id);
  if (!import) return tl::unexpected(import.error());
  auto draft = import->draft();
  const auto change = apply(draft, correction);
  if (!change) return tl::unexpected(change.error());
  Payload payload;
  payload.correction = write_correction(correction);
  payload.changes = write_changes({*change});
  add_item(payload, draft, correction.item);
  return append_step(w, *import, step_change(*import, actor, "import.edited", payload));
}

Result<void> undo_last_step(const Workspace& w, const Actor& actor, const ImportId& id) {
  const auto import = open_import(w, actor, id);
  if (!import) return tl::unexpected(import.error());
  if (import->steps.empty()) return refuse(Fault::conflict, "there is nothing to take back");
  return append_step(w, *import, step_change(*import, actor, "import.undone", {}));
}

Result<void> discard_import(const Workspace& w, const Actor& actor, const ImportId& id) {
  const auto import = open_import(w, actor, id);
  if (!import) return tl::unexpected(import.error());
  return append_step(w, *import, step_change(*import, actor, "import.discarded", {}));
}

namespace {

// Every item starts its story on the day that the plan is adopted.
void begin_story(Plan& plan, Day today) {
  for (auto& item : plan.items) {
    if (!item.first_due) item.first_due = item.dates().due;
    if (!item.last_word) item.last_word = today;
  }
}

struct Acceptance {
  Plan plan;
  ChangeSet changes;
  std::shared_ptr<const KeptPlan> before;  ///< null = a new plan
};

Acceptance decide(const Workspace& w, const Import& import, const std::shared_ptr<const KeptPlan>& current) {
  auto draft = import.draft();
  auto changes = against(current, draft, import.decisions());
  auto plan = current ? revise(current->plan, draft, changes, w.clock.now().today, w.random) : adopt(std::move(draft), w.random);
  plan.slug = import.summary.slug;
  begin_story(plan, w.clock.now().today);
  return {std::move(plan), std::move(changes), current};
}

std::vector<FieldChange> fields_of(const ChangeSet& changes, const ItemId& id) {
  const auto found = std::find_if(changes.items.begin(), changes.items.end(),
                                  [&](const ItemChange& c) { return c.current == id; });
  return found == changes.items.end() ? std::vector<FieldChange>{} : found->fields;
}

Result<void> must_be_answered(const ChangeSet& changes) {
  const int open = changes.questions();
  if (open == 0) return {};
  if (open == 1)
    return refuse(Fault::conflict, "1 of the changes to the plan in force needs an answer first: a match is doubtful, or an item is gone without a reason");
  return refuse(Fault::conflict, fmt::format("{} of the changes to the plan in force need an answer first: a match is doubtful, or an item is "
                                             "gone without a reason", open));
}

Change plan_change(const Import& import, const Actor& actor, const Acceptance& a) {
  Payload payload;
  payload.import = import.summary.id.text;
  payload.document_digest = import.summary.document.digest;
  payload.document_name = import.summary.document.name;
  payload.head = write_plan_head(a.plan);
  for (const auto& item : a.plan.items) payload.order.push_back(item.id.text);
  return {a.before ? "plan.revised" : "plan.adopted", a.plan.slug, actor.name, write_payload(payload)};
}

// An entry for each item that is new or differs, so that each has a story and can be erased alone.
void add_item_changes(std::vector<Change>& out, const Actor& actor, const Acceptance& a) {
  for (std::size_t i = 0; i < a.plan.items.size(); ++i) {
    const auto& item = a.plan.items[i];
    const auto* before = a.before ? find_item(a.before->plan, item.id) : nullptr;
    if (before != nullptr && *before == item) continue;
    Payload payload;
    payload.plan = a.plan.slug;
    payload.position = static_cast<int>(i);
    payload.item = write_item(item);
    if (before != nullptr) payload.changes = write_changes(fields_of(a.changes, item.id));
    out.push_back({before == nullptr ? "item.adopted" : "item.revised", item.id.text, actor.name, write_payload(payload)});
  }
}

// A framework's file says by which levels its criteria are assessed (docs/reference/frameworks.md).
Result<void> add_framework(const Workspace& w, const Actor& actor, const Import& import, std::vector<Change>& out) {
  const auto document = w.ledger.attachment(import.summary.document.digest);
  if (!document && document.error().fault == Fault::not_found) return {};  // its bytes were erased
  if (!document) return tl::unexpected(document.error());
  const auto framework = framework::framework_in_plan_file(document->bytes);
  if (!framework) return tl::unexpected(framework.error());
  if (!*framework) return {};
  auto change = framework_change(w, actor, import.summary.slug, **framework);
  if (!change) return tl::unexpected(change.error());
  if (*change) out.push_back(std::move(**change));
  return {};
}

}  // namespace

Result<Accepted> accept_import(const Workspace& w, const Actor& actor, const ImportId& id, const AcceptOptions& options) {
  const auto import = open_import(w, actor, id);
  if (!import) return tl::unexpected(import.error());
  const auto& slug = import->summary.slug;
  if (options.release)
    if (auto allowed = require(actor, Action::release, {.plan = slug}); !allowed) return tl::unexpected(allowed.error());
  const auto seen = w.ledger.last_about(slug);
  if (!seen) return tl::unexpected(seen.error());
  const auto current = plan_in_force(w, slug);
  if (!current) return tl::unexpected(current.error());

  const auto acceptance = decide(w, *import, *current);
  if (options.release)
    if (auto open = refuse_if_held(w, acceptance.plan.organisation); !open) return tl::unexpected(open.error());
  if (!options.as_matched)
    if (auto answered = must_be_answered(acceptance.changes); !answered) return tl::unexpected(answered.error());
  Batch batch;
  batch.at = w.clock.now().utc();
  batch.expectations = {{import->summary.id.text, import->summary.sequence}, {slug, *seen}};
  Payload accepted;
  accepted.plan = slug;
  batch.changes.push_back(step_change(*import, actor, "import.accepted", accepted));
  batch.changes.push_back(plan_change(*import, actor, acceptance));
  add_item_changes(batch.changes, actor, acceptance);
  if (auto added = add_framework(w, actor, *import, batch.changes); !added) return tl::unexpected(added.error());
  if (options.release) batch.changes.push_back({"plan.released", slug, actor.name, "{}"});
  if (auto entries = w.ledger.append(batch); !entries) return tl::unexpected(entries.error());
  return Accepted{slug, static_cast<int>(acceptance.plan.items.size()), acceptance.changes};
}

}  // namespace makegood::tasks
