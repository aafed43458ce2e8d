#include "tasks/sent_otherwise.h"

#include <algorithm>

#include "tasks/form_number.h"
#include "tasks/record_step.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

Result<void> check_not_sent_otherwise(const Workspace& w, const Definition& definition, const Actor* actor, std::string_view once, Answers answers,
                                      bool anonymous) {
  if (!is_form_number(once)) return {};
  const auto record = w.registers.record(RecordId(std::string(once)));
  if (!record && record.error().fault == Fault::not_found) return {};
  if (!record) return tl::unexpected(record.error());
  if (record->register_name != definition.name || record->emptied) return {};
  const auto entries = w.ledger.about(record->id.text);
  if (!entries) return tl::unexpected(entries.error());
  const auto& sender = actor == nullptr || anonymous ? nobody_known() : *actor;
  if (entries->empty() || entries->front().actor != sender.name) return {};  // a stranger's form with the number of a record
  static_cast<void>(AnswerCheck(definition)(answers, Moment::submitting));  // as they are written down
  const bool otherwise = std::any_of(definition.fields.begin(), definition.fields.end(), [&](const RegisterField& field) {
    if (field.set_by != SetBy::whoever_submits || (anonymous && field.is_sender)) return false;
    return answer(record->answers, field.name) != answer(answers, field.name);
  });
  if (!otherwise) return {};
  return refuse(Fault::conflict, "this form was sent before, and what you sent then stands: to change it, open what you sent in; to send something else, begin a new form");
}

}  // namespace makegood::tasks
