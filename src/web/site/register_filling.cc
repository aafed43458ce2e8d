#include "web/site/register_filling.h"

#include <algorithm>

#include "tasks/begun_forms.h"
#include "tasks/receipts.h"
#include "tasks/record_step.h"
#include "tasks/token.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

/// Organisations to choose from: those that the visitor answers for, else all of the directory.
std::vector<std::string> choices_for(const App& app, const Definition& definition, const Visit& who) {
  std::vector<std::string> names;
  const auto directory = app.workspace.people.directory();
  if (!directory) return names;
  const auto reach = who.session ? tasks::reach_for(definition, who.session->actor, tasks::Doing::submit) : Reach{.all = true, .organisations = {}};
  const bool all = reach.all || open_to_anybody(definition);
  for (const auto& organisation : (*directory)->organisations)
    if (all || reach.covers(organisation.id.text)) names.push_back(organisation.name);
  std::sort(names.begin(), names.end());
  return names;
}

bool stands_on(const Definition& definition, std::string_view step, const Answers& answers, std::string_view field) {
  const auto fields = pages::asked_on(definition, step, answers);
  return std::any_of(fields.begin(), fields.end(), [&](const RegisterField* one) { return one->name == field; });
}

/// Faults of the fields that stand on one step.
std::vector<RegisterFault> faults_on(const Definition& definition, std::string_view step, const Answers& answers) {
  auto copy = answers;
  auto faults = AnswerCheck(definition)(copy, Moment::submitting);
  std::erase_if(faults, [&](const RegisterFault& fault) { return !stands_on(definition, step, answers, fault.field); });
  return faults;
}

std::string step_beside(const std::vector<std::string>& steps, const std::string& step, int by) {
  const auto here = std::find(steps.begin(), steps.end(), step);
  const auto at = here == steps.end() ? 0 : static_cast<int>(here - steps.begin()) + by;
  return steps[static_cast<std::size_t>(std::clamp(at, 0, static_cast<int>(steps.size()) - 1))];
}

bool lacks_sender(const pages::RegisterForm& form) { return form.asks_who && form.sent_as != pages::kAnonymous && form.sent_as != pages::kConfidential; }

}  // namespace

void Filling::ask_as(std::string_view sent_as) {
  const auto& definition = kept->definition;
  form.asks_who = definition.anonymous && definition.confidential;
  form.sent_as = form.asks_who ? std::string(sent_as) : std::string{};
  const bool unknown = definition.anonymous && (!definition.confidential || sent_as == pages::kAnonymous);
  asked = std::make_shared<const Definition>(unknown ? without_sender(definition) : definition);
  form.definition = asked.get();
}

void Filling::ask(Definition questions) {
  form.asks_who = false;
  asked = std::make_shared<const Definition>(std::move(questions));
  form.definition = asked.get();
}

bool Filling::names_nobody() const { return form.definition->anonymous && (!form.asks_who || form.sent_as != pages::kConfidential); }

Filling filling_of(std::shared_ptr<const KeptRegister> kept, std::string_view sent_as) {
  Filling filling;
  filling.kept = std::move(kept);
  filling.ask_as(sent_as);
  return filling;
}

void take_typed(const App& app, Filling& filling, const pages::QueryPairs& pairs) {
  auto& form = filling.form;
  const auto& now = *form.definition;
  form.answers = pages::answers_from(now, pairs);
  form.version = number_in(pages::field(pairs, "version"), now.version);
  form.told = number_in(pages::field(pairs, "told"), form.version);
  if (form.version != now.version) {
    const auto before = tasks::definition_in_version(app.workspace, now.name, form.version);
    if (before) form.answers.merge(pages::answers_from(*before, pairs));
    if (before && form.sent_as == pages::kAnonymous) std::erase_if(form.answers, [&](const auto& a) { return before->field(a.first) != nullptr && before->field(a.first)->is_sender; });
    form.upgrade = upgrade_of(before ? &*before : nullptr, now, form.answers);
  }
  form.step = pages::field(pairs, "step");
  form.once = pages::field(pairs, "once");
  form.kept = tasks::looks_like_token(pages::field(pairs, "kept")) ? pages::field(pairs, "kept") : std::string{};
  if (now.gives_receipts()) form.receipt = tasks::receipt_from(pages::field(pairs, "receipt"));
}

bool must_be_told(Filling& filling) {
  auto& form = filling.form;
  if (form.told == form.definition->version) return false;
  form.told = form.definition->version;
  const auto steps = pages::steps_of(*form.definition, form.answers);
  if (std::find(steps.begin(), steps.end(), form.step) == steps.end()) form.step = steps.front();
  return true;
}

bool turn_page(Filling& filling, std::string_view go) {
  auto& form = filling.form;
  const auto steps = pages::steps_of(*form.definition, form.answers);
  if (go == "back") return form.step = step_beside(steps, form.step, -1), true;
  if (go.starts_with("to-")) return form.step = step_beside(steps, std::string(go.substr(3)), 0), true;
  form.faults = faults_on(*form.definition, form.step, form.answers);
  form.who_missing = lacks_sender(form);
  if (!form.faults.empty() || form.who_missing) return false;
  form.step = step_beside(steps, form.step, 1);
  return true;
}

bool is_faulty(Filling& filling) {
  auto& form = filling.form;
  for (const auto& step : pages::steps_of(*form.definition, form.answers)) {
    form.faults = faults_on(*form.definition, step, form.answers);
    form.who_missing = lacks_sender(form);
    if (form.faults.empty() && !form.who_missing) continue;
    return form.step = step, true;
  }
  return false;
}

void show_faults(Filling& filling, std::vector<RegisterFault> faults) {
  auto& form = filling.form;
  form.faults = std::move(faults);
  for (const auto& step : pages::steps_of(*form.definition, form.answers))
    if (stands_on(*form.definition, step, form.answers, form.faults.front().field)) return form.step = step, void();
}

Response form_shown(const App& app, const Visit& who, Filling filling, int status) {
  filling.form.organisations = choices_for(app, *filling.form.definition, who);
  return no_store(page(pages::register_form_page(filling.form, who.site), status));
}

}  // namespace makegood::web
