#include "report/subject_access.h"

#include <algorithm>

#include "json/json.h"

namespace makegood {
namespace {

const std::string& titled(const Bilingual& title, const Words& words) { return title.in(words.tag()); }

bool among(const std::vector<std::string>& names, std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); }

Day day_of_entry(std::string_view at) { return Day::parse(at.substr(0, 10)).value_or(Day{}); }

Block searched_table(const SubjectReport& report, const Words& words) {
  std::vector<std::vector<std::string>> rows{{words("subject.register"), words("subject.records_searched"), words("subject.records_found"), words("subject.basis"), words("subject.kept_for"),
                                              words("subject.controllers")}};
  for (const auto& one : report.searched)
    rows.push_back({titled(one.definition().title, words), words.number(one.searched), words.number(static_cast<std::int64_t>(one.found)), lawful_words(one.definition().lawful, words),
                    retention_words(one.definition(), words), join(one.definition().lawful.controllers, "; ")});
  return table(rows);
}

std::string value_words(const SubjectRecord& record, const RegisterField& field, const Words& words) {
  auto value = answer_words(record.definition(), field, answer(record.record.answers, field.name), words);
  return among(record.set_aside, field.name) ? value + " (" + words("subject.set_aside") + ")" : value;
}

std::string step_words(const Definition& definition, const SubjectStep& step, const Words& words) {
  const auto* state = definition.state(step.state);
  return words("register.kind." + step.kind, {{"state", state == nullptr ? step.state : titled(state->title, words)}});
}

void add_messages(const SubjectRecord& record, const Words& words, std::vector<Block>& blocks) {
  if (record.messages.empty()) return;
  std::vector<std::vector<std::string>> rows{{words("subject.message_when"), words("subject.message_who"), words("subject.says")}};
  for (const auto& message : record.messages)
    rows.push_back({words.date(day_of_entry(message.at)), words(message.from_sender ? "message.from_sender" : "message.from_handler"), message.text});
  blocks.push_back(heading(3, words("message.heading")));
  blocks.push_back(table(rows));
}

/// "Publish the pay gap (Fair Work Plan)", "k3v9x2m7qa (Complaints)".
std::string tie_words(const SubjectTie& tie, const Words& words) {
  if (tie.place.empty()) return words("subject.tie_unseen." + std::string(word(tie.end.to)));
  return words("subject.tie", {{"title", tie.title}, {"place", tie.place}});
}

void add_ties(const SubjectRecord& record, const Words& words, std::vector<Block>& blocks) {
  if (record.ties.empty()) return;
  blocks.push_back(heading(3, words("tie.heading")));
  for (const auto& tie : record.ties) blocks.push_back(list_item("•", tie_words(tie, words)));
}

void add_record(const SubjectRecord& record, const Words& words, std::vector<Block>& blocks) {
  const auto& definition = record.definition();
  blocks.push_back(heading(2, words("subject.record", {{"register", titled(definition.title, words)}, {"id", record.record.id.text}})));
  const auto* state = definition.state(record.record.state);
  blocks.push_back(paragraph(words("subject.recorded", {{"date", record.record.recorded}}) + (state == nullptr ? "" : " " + words("subject.stands", {{"state", titled(state->title, words)}}))));
  std::vector<std::vector<std::string>> rows{{words("subject.what"), words("subject.says")}};
  for (const auto& field : definition.fields)
    if (!answer(record.record.answers, field.name).empty()) rows.push_back({titled(field.title, words), value_words(record, field, words)});
  blocks.push_back(table(rows));
  add_messages(record, words, blocks);
  add_ties(record, words, blocks);
  if (record.left_out > 0) blocks.push_back(paragraph(words("subject.left_out", {{"n", record.left_out}})));
  for (const auto& step : record.story)
    blocks.push_back(list_item("•", words("subject.step", {{"date", day_of_entry(step.at)}, {"what", step_words(definition, step, words)}})));
}

OrderedJson register_json(const SubjectRegister& one) {
  const auto& lawful = one.definition().lawful;
  JsonObject o;
  o.text("name", one.definition().name);
  o.text("title", one.definition().title.en);
  o.always("records_searched", one.searched);
  o.always("records_found", one.found);
  o.text("article_6", lawful.article_6);
  o.text("article_9", lawful.article_9);
  o.text("article_10", lawful.article_10);
  o.text("schedule_1", lawful.schedule_1);
  o.text("part_3", lawful.part_3);
  o.texts("controllers", lawful.controllers);
  if (one.definition().retention) o.always("retention", OrderedJson{{"years", one.definition().retention->years}, {"from", one.definition().retention->from}});
  return o.take();
}

OrderedJson tie_json(const SubjectTie& tie) {
  JsonObject o;
  o.text("to", std::string(word(tie.end.to)));
  o.text("place", tie.end.place);
  o.text("id", tie.end.target);
  o.text("title", tie.title);
  return o.take();
}

OrderedJson step_json(const SubjectStep& step) {
  JsonObject o;
  o.text("at", step.at);
  o.text("kind", step.kind);
  o.text("state", step.state);
  return o.take();
}

OrderedJson record_json(const SubjectRecord& one) {
  JsonObject o;
  o.text("register", one.definition().name);
  o.text("id", one.record.id.text);
  o.text("recorded", one.record.recorded.iso());
  o.text("state", one.record.state);
  auto answers = OrderedJson::object();
  for (const auto& field : one.definition().fields)
    if (const auto value = answer(one.record.answers, field.name); !value.empty()) answers[field.name] = std::string(value);
  o.always("answers", std::move(answers));
  o.texts("not_used_after_objection", one.set_aside);
  o.number("answers_left_out", one.left_out);
  if (!one.messages.empty())
    o.always("messages", json_list(one.messages, [](const RecordMessage& message) {
               return OrderedJson{{"at", message.at}, {"from", message.from_sender ? "sender" : "handler"}, {"text", message.text}};
             }));
  if (!one.ties.empty()) o.always("ties", json_list(one.ties, tie_json));
  o.always("history", json_list(one.story, step_json));
  return o.take();
}

}  // namespace

bool needs_a_look(const SubjectRecord& record, const RegisterField& field) {
  if (answer(record.record.answers, field.name).empty()) return false;
  const bool names_them = among(record.naming, field.name);
  return is_free_text(record.definition(), field) && (field.long_text || !names_them);
}

std::vector<std::string> suggested_left_out(const SubjectRecord& record) {
  std::vector<std::string> names;
  for (const auto& field : record.definition().fields)
    if (field.holds != Holds::ordinary && !field.long_text && needs_a_look(record, field)) names.push_back(record.record.id.text + "." + field.name);
  return names;
}

std::string message_name(const SubjectRecord& record, std::size_t index) { return record.record.id.text + ".message-" + std::to_string(index + 1); }

void redact(SubjectRecord& record, const SubjectRedaction& redaction, std::string_view mark) {
  const auto& id = record.record.id.text;
  for (const auto& field : record.definition().fields)
    if (among(redaction.left_out, id + "." + field.name)) record.left_out += static_cast<int>(record.record.answers.erase(field.name));
  std::vector<RecordMessage> kept;
  for (std::size_t i = 0; i < record.messages.size(); ++i)
    if (!among(redaction.left_out, message_name(record, i))) kept.push_back(record.messages[i]);
  record.left_out += static_cast<int>(record.messages.size() - kept.size());
  record.messages = std::move(kept);
  for (const auto& [of, phrases] : redaction.words) {
    if (of != id) continue;
    for (auto& [field, value] : record.record.answers) value = without_words(value, phrases, mark);
    for (auto& message : record.messages) message.text = without_words(message.text, phrases, mark);
    for (auto& tie : record.ties) tie.title = without_words(tie.title, phrases, mark);
  }
}

Document subject_document(const SubjectReport& report, const Words& words) {
  Document document;
  document.title = words("subject.title");
  document.language = words.tag();
  auto& blocks = document.blocks;
  blocks.push_back(heading(1, document.title));
  blocks.push_back(paragraph(words("subject.made", {{"date", report.made_on}, {"reference", report.reference}})));
  blocks.push_back(heading(2, words("subject.searched")));
  blocks.push_back(searched_table(report, words));
  for (const auto& record : report.records) add_record(record, words, blocks);
  blocks.push_back(heading(2, words("subject.rights")));
  blocks.push_back(paragraph(words("subject.rights.words")));
  return document;
}

std::string subject_json(const SubjectReport& report) {
  OrderedJson json;
  json["made_on"] = report.made_on.iso();
  json["reference"] = report.reference;
  json["searched"] = json_list(report.searched, register_json);
  json["records"] = json_list(report.records, record_json);
  return json.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

std::string lawful_words(const Lawful& lawful, const Words& words) {
  std::vector<std::string> parts;
  if (!lawful.article_6.empty()) parts.push_back(words("subject.article_6", {{"letter", lawful.article_6}}));
  if (!lawful.article_9.empty()) parts.push_back(words("subject.article_9", {{"letter", lawful.article_9}}));
  if (!lawful.article_10.empty()) parts.push_back(words("subject.article_10"));
  if (!lawful.schedule_1.empty()) parts.push_back(words("subject.schedule_1", {{"paragraph", lawful.schedule_1}}));
  if (!lawful.part_3.empty()) parts.push_back(words("subject.part_3", {{"purpose", lawful.part_3}}));
  return parts.empty() ? words("subject.no_basis") : join(parts, "; ");
}

std::string retention_words(const Definition& definition, const Words& words) {
  if (!definition.retention) return words("subject.no_retention");
  const auto& rule = *definition.retention;
  if (rule.from == "recorded" || rule.from == "closed") return words("subject.retention." + rule.from, {{"n", rule.years}});
  const auto* field = definition.field(rule.from);
  return words("subject.retention.field", {{"n", rule.years}, {"field", field == nullptr ? rule.from : titled(field->title, words)}});
}

std::string answer_words(const Definition& definition, const RegisterField& field, std::string_view value, const Words& words) {
  if (field.type == FieldType::date)
    if (const auto day = Day::parse(value)) return words.date(*day);
  const auto choices = choices_of(definition, field);
  std::vector<std::string> parts;
  for (const auto& part : field.many ? split(value, ';') : std::vector<std::string>{std::string(value)}) {
    const auto choice = std::find_if(choices.begin(), choices.end(), [&](const RegisterChoice& c) { return c.code == trim(part); });
    parts.push_back(choice == choices.end() ? std::string(trim(part)) : titled(choice->title, words));
  }
  return join(parts, ", ");
}

}  // namespace makegood
