#include "tasks/begun_forms.h"

#include <algorithm>

namespace makegood::tasks {

std::string holder_of_form_link(std::string_view token) { return "link " + token_hash(token); }

Result<void> save_form(const Workspace& w, BegunForm form) {
  if (form.once.empty() || form.holder.empty()) return refuse(Fault::invalid_input, "this form cannot be kept: open it again");
  form.saved = w.clock.now().seconds;
  if (auto gone = w.forms.forget(form.saved); !gone) return gone;
  return w.forms.save(form);
}

Result<std::vector<BegunForm>> begun_forms(const Workspace& w, std::string_view holder, std::string_view register_name) {
  auto forms = w.forms.begun(holder);
  if (!forms) return forms;
  const auto oldest = w.clock.now().seconds - kFormSeconds;
  std::erase_if(*forms, [&](const BegunForm& form) { return form.register_name != register_name || form.saved <= oldest; });
  return forms;
}

Result<BegunForm> find_form(const Workspace& w, std::string_view holder, std::string_view register_name, std::string_view once) {
  auto forms = begun_forms(w, holder, register_name);
  if (!forms) return tl::unexpected(forms.error());
  const auto found = std::find_if(forms->begin(), forms->end(), [&](const BegunForm& form) { return once.empty() || form.once == once; });
  if (found == forms->end()) return refuse(Fault::not_found, "there is no such form: it was sent, or 28 days are over");
  return std::move(*found);
}

Result<void> throw_away_form(const Workspace& w, std::string_view holder, std::string_view once) { return w.forms.drop(holder, once); }

std::optional<Definition> definition_in_version(const Workspace& w, std::string_view register_name, int version) {
  const auto entries = w.ledger.about(register_scope(register_name));
  if (!entries) return std::nullopt;
  for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry) {
    if (entry->kind != "register.defined" || entry->erased) continue;
    auto definition = definition_of(entry->payload);
    if (definition && definition->version == version) return std::move(*definition);
  }
  return std::nullopt;
}

FormUpgrade upgrade_for(const Workspace& w, const Definition& now, int version, const Answers& answers) {
  if (version == now.version) return {};
  const auto before = definition_in_version(w, now.name, version);
  return upgrade_of(before ? &*before : nullptr, now, answers);
}

}  // namespace makegood::tasks
