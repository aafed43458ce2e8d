#include "web/site/register_values.h"

#include "tasks/record_files.h"
#include "tasks/record_step.h"

namespace makegood::web {

bool may_submit(const KeptRegister& kept, const Visit& who) {
  if (!kept.is_open()) return false;
  return open_to_anybody(kept.definition) || (who.session && !tasks::reach_for(kept.definition, who.session->actor, tasks::Doing::submit).nobody());
}

bool is_for_everybody(const KeptRegister& kept) { return kept.definition.public_when.has_value() || open_to_anybody(kept.definition); }

Result<std::shared_ptr<const KeptRegister>> known_register(const App& app, const Visit& who, std::string_view name) {
  auto kept = app.workspace.registers.find(name);
  if (!kept || is_for_everybody(**kept) || may_submit(**kept, who)) return kept;
  if (who.session && tasks::rights_to_import((*kept)->definition, who.session->actor)) return kept;
  return refuse(Fault::not_found, "there is no such register");
}

Result<std::shared_ptr<const KeptRegister>> register_to_report_on(const App& app, const Visit& who, std::string_view name) {
  auto kept = known_register(app, who, name);
  if (!kept || may_submit(**kept, who)) return kept;
  if (!(*kept)->is_open()) return refuse(Fault::conflict, "this register is not open yet: its data protection impact assessment has not been approved");
  return refuse(Fault::not_allowed, "sign in to send this in");
}

bool may_be_theirs(const Visit& who, const Request& request) {
  return !who.session || tasks::csrf_holds(*who.session, request.form.value("csrf"));
}

}  // namespace makegood::web
