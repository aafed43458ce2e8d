// Registers for those who work with them: records, handling, what is taken out.

#include <algorithm>

#include "formats/csv.h"
#include "pages/register_pages.h"
#include "people/presence.h"
#include "registers/group_words.h"
#include "report/register_workbook.h"
#include "tasks/emergency.h"
#include "tasks/own_amendments.h"
#include "tasks/receipts.h"
#include "tasks/record_files.h"
#include "tasks/record_import.h"
#include "tasks/record_step.h"
#include "tasks/record_story.h"
#include "tasks/records.h"
#include "tasks/register_watch.h"
#include "tasks/registers.h"
#include "web/site/handlers.h"
#include "web/site/record_values.h"

namespace makegood::web {
namespace {

Response desk_registers(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto& actor = who.session->actor;
  const auto all = tasks::registers_for(app.workspace, actor);
  if (!all) return refusal_page(who, all.error());
  std::vector<pages::RegisterLine> lines;
  for (const auto& kept : *all) {
    const auto count = tasks::count_records(app.workspace, actor, {.register_name = kept->definition.name});
    lines.push_back({&kept->definition, kept->is_open(), !tasks::reach_for(kept->definition, actor, tasks::Doing::submit).nobody(),
                     count ? std::optional(*count) : std::nullopt});
  }
  return no_store(page(pages::desk_registers_page(lines, who.site, tasks::may_somewhere(actor, access::Action::keep_retention))));
}

RecordQuery query_from(const Request& request, std::string_view name) {
  const auto pairs = pairs_of(request.query());
  RecordQuery query{.register_name = std::string(name)};
  query.state = pages::field(pairs, "state");
  query.organisation = pages::field(pairs, "organisation");
  query.words = pages::field(pairs, "words");
  query.after = pages::field(pairs, "after");
  query.from = day_in(pages::field(pairs, "from"));
  query.until = day_in(pages::field(pairs, "until"));
  return query;
}

/// Organisations whose records the reader may see, by name.
std::vector<std::pair<std::string, std::string>> organisations_in(const App& app, const Visit& who, const Definition& definition) {
  std::vector<std::pair<std::string, std::string>> found;
  const auto directory = app.workspace.people.directory();
  if (!directory || definition.organisation.empty()) return found;
  const auto reach = tasks::reach_for(definition, who.session->actor, tasks::Doing::see);
  for (const auto& one : (*directory)->organisations)
    if (reach.covers(one.id.text)) found.emplace_back(one.id.text, one.name);
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return found;
}

Result<pages::DeskRegister> desk_values(const App& app, const Visit& who, RecordQuery query) {
  const auto& actor = who.session->actor;
  const auto kept = app.workspace.registers.find(query.register_name);
  if (!kept) return tl::unexpected(kept.error());
  const auto& definition = (*kept)->definition;
  pages::DeskRegister values{.kept = kept->get(), .query = query};
  values.may_open = tasks::may(actor, access::Action::open_register, {.plan = register_scope(definition.name)});
  values.may_give_tokens = tasks::may_within(actor, access::Action::grant_roles, register_scope(definition.name));
  values.may_submit = !tasks::reach_for(definition, actor, tasks::Doing::submit).nobody();
  values.may_import = tasks::rights_to_import(definition, actor).has_value();
  values.may_export = !tasks::reach_for(definition, actor, tasks::Doing::take_out).nobody();
  values.may_protect = tasks::may_within(actor, access::Action::keep_retention, register_scope(definition.name));
  values.may_open_in_emergency = !tasks::reach_for(definition, actor, tasks::Doing::see).all && tasks::may_open_in_emergency(definition, actor);
  values.may_count = tasks::may_count(definition, actor);
  values.organisations = organisations_in(app, who, definition);
  if (!(*kept)->is_open() && values.may_open) return values;
  auto list = tasks::list_records(app.workspace, actor, query);
  if (!list) return tl::unexpected(list.error());
  values.list = std::move(*list);
  values.count = tasks::count_records(app.workspace, actor, query).value_or(0);
  if (!definition.returns) return values;
  const auto returns = tasks::returns_for(app.workspace, actor, definition.name, who.site.today);
  if (!returns) return tl::unexpected(returns.error());
  values.returned = returns->completeness;
  values.period = returns->period;
  for (const auto& row : returns->rows) values.period_records += row.count.records;
  return values;
}

Response desk_register(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = app.workspace.registers.find(match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  const auto values = desk_values(app, who, query_from(request, match["register"]));
  if (!values) return refusal_page(who, values.error());
  return no_store(page(pages::desk_register_page(*values, who.site)));
}

Response open_register(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = app.workspace.registers.find(match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  const auto pairs = pairs_of(request.form);
  const Opening opening{std::string(match["register"]), pages::field(pairs, "approved_by"), pages::field(pairs, "reference"), who.site.today};
  if (auto done = tasks::open_register(app.workspace, who.session->actor, opening); !done) {
    auto values = desk_values(app, who, {.register_name = std::string(match["register"])});
    if (!values) return refusal_page(who, values.error());
    values->opening = opening;
    values->fault = done.error().where;
    values->refusal = done.error().message;
    return no_store(page(pages::desk_register_page(*values, who.site), status_of(done.error().fault)));
  }
  return go_to(who, pages::desk_register_url(match["register"]).view());
}

Response take_out(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = app.workspace.registers.find(match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  const auto rows = tasks::export_records(app.workspace, who.session->actor, match["register"]);
  if (!rows) return refusal_page(who, rows.error());
  if (request.form.value("format") == "xlsx") return send_register_workbook(who, register_workbook((*kept)->definition, *rows, who.site.words), (*kept)->definition.name);
  return no_store(csv(write_csv(*rows), std::string(match["register"]) + ".csv"));
}

/// The post that somebody held on the day of an event; their account where they held none.
std::string post_of(const Directory& directory, const tasks::RecordEvent& event) {
  const auto on = Day::parse(event.at.substr(0, 10)).value_or(Day{});
  const auto* person = find_person_by_email(directory, event.who, on);
  if (person == nullptr) return event.who;
  const auto* post = post_held(directory, person->id, on);
  return post == nullptr ? event.who : post->title;
}

Result<std::vector<pages::RecordStep>> story_of(const App& app, const Visit& who, const RecordId& id) {
  const auto story = tasks::record_story(app.workspace, who.session->actor, id);
  if (!story) return tl::unexpected(story.error());
  std::vector<pages::RecordStep> steps;
  const auto directory = app.workspace.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  for (const auto& event : *story) steps.push_back({event.at, post_of(**directory, event), event.kind, event.reason, event.state});
  return steps;
}

/// What stands beside the answers.
Result<void> add_sides(const App& app, const Visit& who, pages::RecordPage& values) {
  const auto& actor = who.session->actor;
  auto story = story_of(app, who, values.record.id);
  if (!story) return tl::unexpected(story.error());
  const auto ties = tasks::ties_of_record(app.workspace, actor, values.record.id);
  if (!ties) return tl::unexpected(ties.error());
  auto messages = tasks::messages_for(app.workspace, actor, values.record.id);
  if (!messages) return tl::unexpected(messages.error());
  values.story = std::move(*story);
  values.ties = tie_lines(*ties);
  values.messages = std::move(*messages);
  if (values.may_change) values.message_once = make_id_text(app.workspace.random);
  return {};
}

Result<std::pair<std::shared_ptr<const KeptRegister>, pages::RecordPage>> record_values(const App& app, const Visit& who, const RouteMatch& match) {
  auto kept = app.workspace.registers.find(match["register"]);
  if (!kept) return tl::unexpected(kept.error());
  const RecordId id{std::string(match["record"])};
  const auto& definition = (*kept)->definition;
  const bool decides = !tasks::reach_for(definition, who.session->actor, tasks::Doing::handle).nobody();
  auto seen = tasks::see_record(app.workspace, who.session->actor, id, decides);
  if (!seen) return tl::unexpected(seen.error());
  if (seen->record.register_name != definition.name) return refuse(Fault::not_found, "there is no such record");
  pages::RecordPage values{.definition = &(*kept)->definition, .record = std::move(seen->record), .hidden = std::move(seen->hidden), .moves = std::move(seen->moves),
                           .due = seen->due, .may_change = seen->may_change, .in_confidence = seen->in_confidence};
  values.has_packs = registers::read_group_words((*kept)->text).pack.has_value();
  values.typed = values.record.answers;
  values.is_own = tasks::is_own_record(app.workspace, who.session->actor, id);
  values.may_erase = values.may_change && tasks::may(who.session->actor, access::Action::erase, {.plan = register_scope(definition.name), .organisation = values.record.organisation});
  values.hold = std::move(seen->hold);
  values.objection = std::move(seen->objection);
  values.emergencies = std::move(seen->emergencies);
  if (seen->until) values.open_until = tasks::Now{*seen->until, {}}.utc();
  values.may_protect = tasks::may(who.session->actor, access::Action::record_objection, {.plan = register_scope(definition.name), .organisation = values.record.organisation});
  // What nobody needs in an emergency is not shown in one.
  if (seen->until) return std::pair{std::move(*kept), std::move(values)};
  if (auto done = add_sides(app, who, values); !done) return tl::unexpected(done.error());
  return std::pair{std::move(*kept), std::move(values)};
}

Response record(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto values = record_values(app, who, match);
  if (!values) return refusal_page(who, values.error());
  return no_store(page(pages::record_page(values->second, who.site)));
}

/// Only what a handler fills in: nothing else of a record changes by this form.
Answers handler_answers(const Definition& definition, const pages::QueryPairs& pairs) {
  auto typed = pages::answers_from(definition, pairs);
  Answers answers;
  for (const auto& field : definition.fields) {
    const bool offered = pages::is_handlers(definition, field) && field.for_the_case;
    const bool sent = std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.first == field.name || pair.first == field.name + "-day"; });
    if (offered && sent) answers[field.name] = typed.contains(field.name) ? typed[field.name] : std::string{};
  }
  return answers;
}

Response handle(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  auto values = record_values(app, who, match);
  if (!values) return refusal_page(who, values.error());
  auto& shown = values->second;
  const auto pairs = pairs_of(request.form);
  const tasks::Changing changing{.id = shown.record.id, .answers = handler_answers(*shown.definition, pairs), .reason = pages::field(pairs, "reason"),
                                 .move_to = pages::field(pairs, "move_to"), .seen = number_in(pages::field(pairs, "seen"), 0)};
  const auto done = tasks::change_record(app.workspace, who.session->actor, changing);
  if (done && done->faults.empty()) return go_to(who, pages::record_url(match["register"], shown.record.id).view());
  for (const auto& [field, value] : changing.answers) shown.typed[field] = value;
  shown.reason = changing.reason;
  shown.move_to = changing.move_to;
  if (done) shown.faults = done->faults;
  else shown.refusal = done.error().message, shown.fault = done.error().where;
  return no_store(page(pages::record_page(shown, who.site), done ? 422 : status_of(done.error().fault)));
}

Response erase_record(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  auto values = record_values(app, who, match);
  if (!values) return refusal_page(who, values.error());
  const auto reason = pages::field(pairs_of(request.form), "reason");
  const auto done = tasks::empty_record(app.workspace, who.session->actor, values->second.record.id, reason);
  if (done) return go_to(who, pages::record_url(match["register"], values->second.record.id).view());
  values->second.refusal = done.error().message;
  return no_store(page(pages::record_page(values->second, who.site), status_of(done.error().fault)));
}

constexpr auto kRecordRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk/registers", desk_registers, kSignedIn, {}, "desk-registers"},
    {Method::get, "/desk/registers/{register}", desk_register, kSeeRecords, {}, "desk-register"},
    {Method::post, "/desk/registers/{register}/open", open_register, kOpenRegister, kForm, "open-register"},
    {Method::post, "/desk/registers/{register}/export", take_out, kExportRecords, kHeavyForm, "export-register"},
    {Method::get, "/desk/registers/{register}/records/{record}", record, kSeeRecords, {}, "record"},
    {Method::post, "/desk/registers/{register}/records/{record}", handle, kHandleRecords, kForm, "handle-record"},
    {Method::post, "/desk/registers/{register}/records/{record}/erase", erase_record, kErase, kHeavyForm, "erase-record"},
});

}  // namespace

Response message_refused(const App& app, const Visit& who, const RouteMatch& match, const RecordMessage& message, const Refusal& refusal) {
  auto values = record_values(app, who, match);
  if (!values) return refusal_page(who, values.error());
  values->second.message = message.text;
  values->second.message_once = message.once;
  values->second.refusal = refusal.message;
  return no_store(page(pages::record_page(values->second, who.site), status_of(refusal.fault)));
}

std::span<const Route<App>> record_routes() { return kRecordRoutes; }

}  // namespace makegood::web
