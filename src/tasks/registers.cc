#include "tasks/registers.h"

#include <algorithm>

#include "json/json.h"
#include "tasks/changed_definition.h"
#include "tasks/record_care.h"
#include "tasks/write_down.h"

namespace makegood::tasks {
namespace {

std::string subject_of(std::string_view name) { return register_scope(name); }

/// One change about a register, where nobody wrote about it since `seen`.
Result<void> write(const Workspace& w, Change change, std::int64_t seen) {
  auto subject = change.subject;
  return write_down(w, {std::move(change)}, {{std::move(subject), seen}});
}

}  // namespace

Result<Defined> define_register(const Workspace& w, const Actor& actor, std::string_view text) {
  auto definition = definition_of(text);
  if (!definition) return tl::unexpected(definition.error());
  if (auto allowed = require(actor, Action::define_register, {.plan = register_scope(definition->name)}); !allowed) return tl::unexpected(allowed.error());
  const auto before = w.registers.find(definition->name);
  if (!before && before.error().fault != Fault::not_found) return tl::unexpected(before.error());
  if (before && (*before)->text == text) return Defined{definition->name, false};
  if (before) {
    const auto lost = left_without_a_place(w, (*before)->definition, *definition);
    if (!lost) return tl::unexpected(lost.error());
    if (!lost->empty()) return refuse(Fault::conflict, fmt::format("records do not fit the changed definition: {}", join(*lost, "; ")));
    if (definition->version <= (*before)->definition.version)
      return refuse(Fault::invalid_input, fmt::format("the register has version {} already: give the changed one a higher number", (*before)->definition.version));
  }
  const auto seen = w.ledger.last_about(subject_of(definition->name));
  if (!seen) return tl::unexpected(seen.error());
  auto changes = widened_objections(w, actor, *definition);
  if (!changes) return tl::unexpected(changes.error());
  changes->insert(changes->begin(), {"register.defined", subject_of(definition->name), actor.name, std::string(text)});
  std::vector<Expectation> expectations{{subject_of(definition->name), *seen}};
  if (before) {
    auto again = entered_again(w, actor, (*before)->definition, *definition, expectations);
    if (!again) return tl::unexpected(again.error());
    std::move(again->begin(), again->end(), std::back_inserter(*changes));
  }
  if (auto done = write_down(w, std::move(*changes), std::move(expectations)); !done) return tl::unexpected(done.error());
  return Defined{definition->name, true};
}

Result<void> open_register(const Workspace& w, const Actor& actor, Opening opening) {
  if (auto allowed = require(actor, Action::open_register, {.plan = register_scope(opening.register_name)}); !allowed) return allowed;
  if (const auto there = w.registers.find(opening.register_name); !there) return tl::unexpected(there.error());
  opening.approved_by = squeeze(valid_utf8(opening.approved_by));
  opening.reference = squeeze(valid_utf8(opening.reference));
  if (opening.approved_by.empty()) return refuse(Fault::invalid_input, "say who approved the impact assessment", "approved_by");
  if (opening.reference.empty()) return refuse(Fault::invalid_input, "say where the impact assessment is kept", "reference");
  if (opening.approved_on > w.clock.now().today) return refuse(Fault::invalid_input, "the day of the approval is still to come", "approved_on");
  const auto seen = w.ledger.last_about(subject_of(opening.register_name));
  if (!seen) return tl::unexpected(seen.error());
  return write(w, {"register.opened", subject_of(opening.register_name), actor.name, write_opening(opening)}, *seen);
}

Result<std::vector<std::shared_ptr<const KeptRegister>>> registers_for(const Workspace& w, const Actor& actor) {
  auto all = w.registers.all();
  if (!all) return all;
  std::erase_if(*all, [&](const auto& kept) {
    const auto& d = kept->definition;
    return !may(actor, Action::define_register, {.plan = register_scope(d.name)}) && reach_of(d, d.roles.see, actor).nobody() && reach_of(d, d.roles.submit, actor).nobody() &&
           reach_of(d, d.roles.handle, actor).nobody();
  });
  return all;
}

Result<void> expect_returns(const Workspace& w, const Actor& actor, std::string_view name, std::vector<std::string> organisations) {
  if (auto allowed = require(actor, Action::define_register, {.plan = register_scope(name)}); !allowed) return allowed;
  const auto kept = w.registers.find(name);
  if (!kept) return tl::unexpected(kept.error());
  if (!(*kept)->definition.returns) return refuse(Fault::invalid_input, "this register has no returns");
  std::sort(organisations.begin(), organisations.end());
  organisations.erase(std::unique(organisations.begin(), organisations.end()), organisations.end());
  OrderedJson json;
  json["organisations"] = organisations;
  const auto seen = w.ledger.last_about(subject_of(name));
  if (!seen) return tl::unexpected(seen.error());
  return write(w, {"register.expected", subject_of(name), actor.name, json.dump()}, *seen);
}

}  // namespace makegood::tasks
