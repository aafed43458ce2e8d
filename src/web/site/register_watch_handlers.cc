// What a register tells those who work with it: who has returned, signals and counts. No public route shows any of them.

#include "formats/csv.h"
#include "pages/register_watch_pages.h"
#include "registers/definition_words.h"
#include "tasks/chase_returns.h"
#include "tasks/register_monitor.h"
#include "tasks/register_watch.h"
#include "tasks/return_ladder.h"
#include "tasks/returns_within.h"
#include "tasks/tell_signals.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

/// The page of a register's signals; with the post that was typed and not taken, where one was.
Response signals_shown(const App& app, const Visit& who, std::string_view name, std::string typed, const std::optional<Refusal>& refused) {
  const auto seen = tasks::signals_for(app.workspace, who.session->actor, name, who.site.today);
  if (!seen) return refusal_page(who, refused.value_or(seen.error()));
  const auto monitor = tasks::monitor_of(app.workspace, name);
  if (!monitor) return refusal_page(who, monitor.error());
  pages::SignalsPage values{.definition = &seen->kept->definition, .day = seen->today, .watched = seen->watched.size(), .lines = {}};
  for (const auto& one : seen->raised) values.lines.push_back({one.signal, one.raised});
  values.monitor = monitor->watcher ? monitor->watcher->words : monitor->post;
  values.vacant = !monitor->post.empty() && !monitor->watcher;
  values.may_name = tasks::may(who.session->actor, access::Action::run_cycle, {.plan = register_scope(name)});
  values.typed = std::move(typed);
  if (refused) values.refusal = refused->message;
  return no_store(page(pages::signals_page(values, who.site), refused ? status_of(refused->fault) : 200));
}

Response signals(App& app, const Request& request, const RouteMatch& match) {
  return signals_shown(app, visit(app, request), match["register"], {}, {});
}

Response name_monitor(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto post = pages::field(pairs_of(request.form), "post");
  if (auto named = tasks::set_monitor(app.workspace, who.session->actor, match["register"], post); !named)
    return signals_shown(app, who, match["register"], post, named.error());
  return go_to(who, pages::signals_url(match["register"]).view());
}

tasks::Counting counting_from(const Request& request, std::string_view name) {
  const auto pairs = pairs_of(request.query());
  tasks::Counting counting{.register_name = std::string(name), .by = {}, .from = day_in(pages::field(pairs, "from")), .until = day_in(pages::field(pairs, "until")),
                           .over = registers::value_of(registers::kEvery, pages::field(pairs, "over"))};
  for (const auto* key : {"by", "and"})
    if (auto field = pages::field(pairs, key); !field.empty() && (counting.by.empty() || counting.by[0] != field)) counting.by.push_back(std::move(field));
  return counting;
}

Response counts(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto counted = tasks::count_by(app.workspace, who.session->actor, counting_from(request, match["register"]));
  if (!counted) return refusal_page(who, counted.error());
  const auto& definition = counted->kept->definition;
  if (match.suffix == "csv") return no_store(csv(write_csv(tasks::counted_cells(*counted)), definition.name + "-counts.csv"));
  pages::CountsPage values{.definition = &definition, .by = counted->by, .offered = counted->offered, .records = counted->records, .rows = counted->rows,
                           .from = counted->from, .until = counted->until, .returned = {}, .period = {}};
  if (counted->returns) {
    values.returned = counted->returns->completeness;
    values.period = counted->returns->period;
  }
  return no_store(page(pages::counts_page(values, who.site)));
}

pages::ReturnLine return_line(const KeptRegister& kept, const tasks::ReturnRow& row, const Reach& reach, const std::map<std::string, tasks::ReturnAsked>& asked) {
  const auto& organisation = row.count.organisation;
  pages::ReturnLine line{.organisation = row.organisation, .standing = row.standing, .records = row.count.records};
  line.expected = tasks::is_expected(kept, organisation);
  line.may_say_nil = kept.definition.returns->nil && reach.covers(organisation);
  const auto found = asked.find(organisation);
  if (found == asked.end()) return line;
  line.asked = found->second.asked;
  line.reminded = found->second.reminded;
  line.escalated = found->second.escalated;
  line.reminders = found->second.reminders;
  if (found->second.why_not) line.why_not = word(*found->second.why_not);
  return line;
}

/// The days as they stand, for whoever may set them; with what was typed and not taken, where something was.
Result<std::optional<pages::LadderForm>> ladder_form(const App& app, const tasks::Actor& actor, std::string_view name, std::optional<pages::LadderForm> typed) {
  if (!tasks::may(actor, access::Action::run_cycle, {.plan = register_scope(name)})) return std::optional<pages::LadderForm>();
  const auto ladder = tasks::return_ladder(app.workspace, name);
  if (!ladder) return tl::unexpected(ladder.error());
  auto form = typed ? std::move(*typed) : pages::LadderForm{write_reminders(ladder->reminders), write_reminders({ladder->escalates})};
  form.open_days = ladder->open_days;
  return std::optional(std::move(form));
}

Response returns_shown(const App& app, const Visit& who, std::string_view name, const pages::QueryPairs& pairs, std::optional<pages::LadderForm> typed) {
  const auto& actor = who.session->actor;
  const auto kept = app.workspace.registers.find(name);
  if (!kept) return refusal_page(who, kept.error());
  const auto day = day_in(pages::field(pairs, "day")).value_or(who.site.today);
  const auto seen = tasks::returns_for(app.workspace, actor, name, day);
  if (!seen) return refusal_page(who, seen.error());
  const auto asked = tasks::asked_for(app.workspace, name, seen->period);
  if (!asked) return refusal_page(who, asked.error());
  const bool refused = typed.has_value();
  auto ladder = ladder_form(app, actor, name, std::move(typed));
  if (!ladder) return refusal_page(who, ladder.error());
  const auto reach = tasks::reach_for((*kept)->definition, actor, tasks::Doing::submit);
  pages::ReturnsPage values{.definition = &(*kept)->definition, .period = seen->period, .lines = {}, .completeness = seen->completeness, .day = day};
  for (const auto& row : seen->rows) values.lines.push_back(return_line(**kept, row, reach, *asked));
  values.ladder = std::move(*ladder);
  values.may_ask = values.ladder && (*kept)->is_open() && !(*kept)->expected.empty();
  if (pages::field(pairs, "done") == "asked") values.letters = static_cast<int>(number_in(pages::field(pairs, "n"), 0));
  return no_store(page(pages::returns_page(values, who.site), refused ? 422 : 200));
}

Response returns(App& app, const Request& request, const RouteMatch& match) {
  return returns_shown(app, visit(app, request), match["register"], pairs_of(request.query()), {});
}

/// What was typed is set, or refused at one of the two fields.
Result<void> take_ladder(const App& app, const tasks::Actor& actor, std::string_view name, const pages::LadderForm& form) {
  const auto at = [](Refusal refusal, std::string field) { return refusal.where = std::move(field), tl::unexpected(std::move(refusal)); };
  const auto reminders = read_reminders(form.reminders);
  if (!reminders) return at(reminders.error(), "reminders");
  const auto escalates = read_rung(form.escalates);
  if (!escalates) return at(escalates.error(), "escalates");
  return tasks::set_return_ladder(app.workspace, actor, name, *reminders, *escalates);
}

Response set_ladder(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto pairs = pairs_of(request.form);
  pages::LadderForm form{pages::field(pairs, "reminders"), pages::field(pairs, "escalates")};
  const auto day = day_in(pages::field(pairs, "day")).value_or(who.site.today);
  const auto set = take_ladder(app, who.session->actor, match["register"], form);
  if (set) return go_to(who, pages::returns_url(match["register"]).with("day", day.iso()).view());
  if (set.error().where != "reminders" && set.error().where != "escalates") return refusal_page(who, set.error());
  form.fault = set.error().where;
  form.refusal = set.error().message;
  return returns_shown(app, who, match["register"], pairs, std::move(form));
}

Response ask_for_returns(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto day = day_in(pages::field(pairs_of(request.form), "day")).value_or(who.site.today);
  const auto chased = tasks::chase_returns(app.workspace, who.session->actor);
  if (!chased) return refusal_page(who, chased.error());
  const auto told = tasks::tell_signals(app.workspace, who.session->actor);
  if (!told) return refusal_page(who, told.error());
  return go_to(who, pages::returns_url(match["register"]).with("day", day.iso()).with("done", "asked").with("n", std::to_string(chased->letters + told->letters)).view());
}

Response nil_return(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto pairs = pairs_of(request.form);
  const auto day = day_in(pages::field(pairs, "day")).value_or(who.site.today);
  const auto done = tasks::say_nil(app.workspace, who.session->actor, match["register"], pages::field(pairs, "organisation"), day);
  if (!done) return refusal_page(who, done.error());
  return go_to(who, pages::returns_url(match["register"]).with("day", day.iso()).view());
}

constexpr auto kRegisterWatchRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk/registers/{register}/signals", signals, kSeeRecords, {}, "register-signals"},
    {Method::post, "/desk/registers/{register}/monitor", name_monitor, kRunCycle, kForm, "register-monitor"},
    {Method::get, "/desk/registers/{register}/returns", returns, kSeeRecords, {}, "returns"},
    {Method::post, "/desk/registers/{register}/returns", nil_return, kSubmitRecord, kForm, "nil-return"},
    {Method::post, "/desk/registers/{register}/returns/ask", ask_for_returns, kRunCycle, kForm, "ask-for-returns"},
    {Method::post, "/desk/registers/{register}/returns/ladder", set_ladder, kRunCycle, kForm, "return-ladder"},
    {Method::get, "/desk/registers/{register}/counts", counts, kSeeRecords, {.data = "csv"}, "register-counts"},
});

}  // namespace

std::span<const Route<App>> register_watch_routes() { return kRegisterWatchRoutes; }

}  // namespace makegood::web
