// What a record is tied to, and words to whoever sent it.

#include "pages/register_pages.h"
#include "tasks/receipts.h"
#include "tasks/records.h"
#include "web/site/handlers.h"
#include "web/site/record_values.h"

namespace makegood::web {
namespace {

pages::TieLine line_of(const tasks::TieShown& tie) {
  pages::TieLine line{.end = tie.end, .ref = tie.ref, .title = tie.title, .place_title = tie.place_title, .url = {}, .is_seen = tie.is_seen, .made_there = tie.made_there};
  if (!tie.is_seen) return line;
  line.url = tie.end.to == TieTo::record ? pages::record_url(tie.end.place, RecordId(tie.end.target)) : pages::item_url(tie.end.place, tie.item);
  return line;
}

/// The record, if it is of the register that the address names and the visitor's to handle.
Result<std::shared_ptr<const KeptRegister>> handled(const App& app, const Visit& who, const RouteMatch& match) {
  const auto seen = tasks::see_record(app.workspace, who.session->actor, record_of(match), true);
  if (!seen) return tl::unexpected(seen.error());
  if (seen->record.register_name != match["register"]) return refuse(Fault::not_found, "there is no such record");
  if (!seen->may_change) return refuse(Fault::not_allowed, "you are not allowed to handle the records of this register");
  return app.workspace.registers.find(match["register"]);
}

Response ties_shown(const App& app, const Visit& who, const RouteMatch& match, const std::string& words, const std::optional<Refusal>& refusal = {}) {
  const auto kept = handled(app, who, match);
  if (!kept) return refusal_page(who, kept.error());
  const auto id = record_of(match);
  const auto ties = tasks::ties_of_record(app.workspace, who.session->actor, id);
  if (!ties) return refusal_page(who, ties.error());
  const auto offered = tasks::find_ties(app.workspace, who.session->actor, id, words);
  if (!offered) return refusal_page(who, offered.error());
  const pages::TiesPage values{.definition = &(*kept)->definition, .id = id, .ties = tie_lines(*ties), .offered = tie_lines(*offered), .words = words,
                               .refusal = refusal ? refusal->message : std::string{}};
  return no_store(page(pages::ties_page(values, who.site), refusal ? status_of(refusal->fault) : 200));
}

Response ties(App& app, const Request& request, const RouteMatch& match) {
  return ties_shown(app, visit(app, request), match, std::string(request.query().value("words")));
}

Response change_ties(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  if (const auto kept = handled(app, who, match); !kept) return refusal_page(who, kept.error());
  const std::string words(request.form.value("words"));
  const auto to = tie_to_from(request.form.value("to"));
  if (!to) return ties_shown(app, who, match, words, Refusal{Fault::invalid_input, "say what the record is to be tied to", {}});
  const TieEnd end{*to, std::string(request.form.value("place")), std::string(request.form.value("target"))};
  const bool undo = request.form.value("do") == "untie";
  const auto done = undo ? tasks::untie_record(app.workspace, who.session->actor, record_of(match), end) : tasks::tie_record(app.workspace, who.session->actor, record_of(match), end);
  if (!done) return ties_shown(app, who, match, words, done.error());
  auto url = pages::ties_url(match["register"], record_of(match));
  if (!words.empty()) url = url.with("words", words);
  return go_to(who, url.view());
}

Response write_message(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  if (const auto kept = handled(app, who, match); !kept) return refusal_page(who, kept.error());
  RecordMessage message;
  message.text = request.form.value("message");
  message.once = request.form.value("once");
  if (auto done = tasks::write_to_sender(app.workspace, who.session->actor, record_of(match), message); !done)
    return message_refused(app, who, match, message, done.error());
  return go_to(who, pages::record_url(match["register"], record_of(match)).view());
}

constexpr auto kRecordTieRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk/registers/{register}/records/{record}/ties", ties, kHandleRecords, {}, "record-ties"},
    {Method::post, "/desk/registers/{register}/records/{record}/ties", change_ties, kHandleRecords, kForm, "change-ties"},
    {Method::post, "/desk/registers/{register}/records/{record}/message", write_message, kHandleRecords, kForm, "record-message"},
});

}  // namespace

std::vector<pages::TieLine> tie_lines(const std::vector<tasks::TieShown>& ties) {
  std::vector<pages::TieLine> lines;
  for (const auto& tie : ties) lines.push_back(line_of(tie));
  return lines;
}

std::span<const Route<App>> record_tie_routes() { return kRecordTieRoutes; }

}  // namespace makegood::web
