// The pages that everybody may read, and the data beside them.

#include <algorithm>

#include "formats/csv.h"
#include "json/json.h"
#include "progress/approval.h"
#include "report/report.h"
#include "tasks/concern.h"
#include "tasks/record_ties.h"
#include "web/site/reply_values.h"

namespace makegood::web {
namespace {

constexpr int kSearchHits = pages::kSearchHits;

std::string file_name(std::string_view slug, std::string_view suffix) { return std::string(slug) + "." + std::string(suffix); }

/// The plan with what was decided since about how far its items have come, as the visitor may know it.
Result<Plan> decided_plan(const App& app, const Visit& who, const Plan& written) {
  const auto progress = tasks::seen_progress(app.workspace, written.slug, view_of(who, written.slug));
  if (!progress) return tl::unexpected(progress.error());
  return with_decisions(written, **progress);
}

Response data_of_plan(const App& app, const Visit& who, const tasks::ShownPlan& shown, std::string_view suffix, const RuleBook& rules) {
  const auto plan = decided_plan(app, who, shown.kept->plan);
  if (!plan) return refusal_page(who, plan.error());
  const auto voices = tasks::seen_voices(app.workspace, shown, who.sight());
  if (!voices) return refusal_page(who, voices.error());
  auto bytes = tasks::write_plan_file(*plan, suffix, rules, shown.included, *voices);
  if (!bytes) return refusal_page(who, bytes.error());
  if (suffix == "json") return json(std::move(*bytes));
  return download(std::move(*bytes), std::string(tasks::find_plan_format(suffix)->media_type), file_name(plan->slug, suffix));
}

Response data_of_item(const App& app, const Visit& who, const tasks::ShownPlan& shown, const ItemId& id, std::string_view suffix, const RuleBook& rules) {
  const auto plan = decided_plan(app, who, shown.kept->plan);
  if (!plan) return refusal_page(who, plan.error());
  const auto& item = *find_item(*plan, id);
  if (suffix != "json") return csv(write_csv(item_rows(*plan, item, rules)), file_name(plan->slug + "-" + item.id.text, suffix));
  const auto voices = tasks::seen_voices(app.workspace, shown, who.sight());
  if (!voices) return refusal_page(who, voices.error());
  return json(item_json(*plan, item, rules, *voices));
}

Response plans_json(const Shelf& shelf) {
  OrderedJson list = OrderedJson::array();
  for (const auto& kept : shelf.kept)
    list.push_back({{"slug", kept->plan.slug},
                    {"url", "/plans/" + kept->plan.slug},
                    {"title", kept->plan.title},
                    {"organisation", kept->plan.organisation},
                    {"items", kept->plan.items.size()},
                    {"released_at", kept->summary.released_at}});
  return json(OrderedJson{{"plans", list}}.dump(2) + "\n");
}

OrderedJson changes_json(const std::vector<FieldChange>& changes) {
  OrderedJson list = OrderedJson::array();
  for (const auto& change : changes)
    list.push_back({{"field", std::string(word(change.field))}, {"before", change.before}, {"after", change.after}});
  return list;
}

Response history_json(const std::vector<pages::HistoryLine>& lines) {
  OrderedJson list = OrderedJson::array();
  for (const auto& line : lines)
    list.push_back({{"entry", line.sequence}, {"at", line.when}, {"by", line.who}, {"kind", line.kind},
                    {"item", line.item.text}, {"subject", line.subject}, {"changes", changes_json(line.changes)},
                    {"says", line.erased ? std::string() : line.says}, {"words", line.erased ? std::string() : line.quote},
                    {"reason", line.reason}, {"erased", line.erased}});
  return json(OrderedJson{{"history", list}}.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n");
}

/// While publication is held a feed carries nothing that came after the hold began.
Result<void> without_what_is_held(const App& app, std::string_view body, std::vector<pages::HistoryLine>& lines) {
  const auto hold = tasks::hold_today(app.workspace, body);
  if (!hold) return tl::unexpected(hold.error());
  if (*hold) std::erase_if(lines, [&](const pages::HistoryLine& line) { return line.when.substr(0, 10) >= (*hold)->from.iso(); });
  return {};
}

/// A hit's line, made from the plan that it stands in.
std::optional<pages::SearchHit> shown_hit(const Shelf& shelf, const Visit& who, const SearchHit& hit) {
  const auto on_shelf = std::find_if(shelf.known.begin(), shelf.known.end(), [&](const pages::KnownPlan& known) { return known.plan->slug == hit.slug; });
  if (on_shelf == shelf.known.end()) return std::nullopt;
  const auto* found = find_item(*on_shelf->plan, hit.item);
  if (found == nullptr) return std::nullopt;
  return pages::SearchHit{hit.slug, hit.plan_title, "en", pages::row_for(*on_shelf->plan, *found, rules_of(*on_shelf, who.site.today))};
}

/// What was said about a plan, as far as the visitor may see it.
Result<std::shared_ptr<const Progress>> progress_for(const App& app, const Visit& who, std::string_view slug) {
  auto& progress = app.workspace.progress;
  return who.sight().of(slug) == View::live ? progress.of_plan(slug) : progress.public_of_plan(slug);
}

}  // namespace

namespace {

/// Leaves the lines of the part that is asked for, and says what it is called; all for no part.
Result<std::string> keep_part(std::vector<pages::HistoryLine>& story, const Plan& plan, std::string_view about) {
  if (about.empty()) return std::string{};
  const auto following = tasks::following_from(plan.slug, about);
  const auto title = following ? tasks::title_of(*following, plan) : std::nullopt;
  if (!title) return refuse(Fault::not_found, "the plan has no such part");
  std::erase_if(story, [&](const pages::HistoryLine& line) { return !tasks::concerns(*following, plan, line.item, line.changes); });
  return *title;
}

}  // namespace

Response home(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto shelf = shelf_for(app, who);
  if (!shelf) return refusal_page(who, shelf.error());
  if (match.suffix == "json") return plans_json(*shelf);
  pages::HomePage values;
  for (const auto& known : shelf->known) values.plans.push_back(pages::make_plan_line(known, who.site.today));
  const auto head = app.workspace.ledger.head();
  values.fresh = head && head->count == 0;
  return page(pages::home_page(values, who.site));
}

Response plan(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit_plan(app, request, match["slug"]);
  const auto shown = tasks::find_shown(app.workspace, match["slug"], who.sight());
  if (!shown) return refusal_page(who, shown.error());
  const auto rules = tasks::seen_rules(app.workspace, *shown, who.sight());
  if (!rules) return refusal_page(who, rules.error());
  if (!match.suffix.empty()) return data_of_plan(app, who, *shown, match.suffix, *rules);
  const auto query = pages::plan_query_from(pairs_of(request.query()));
  auto values = plan_values(*shown, provenance_of(app, *shown->kept), query, *rules);
  if (const auto directory = app.workspace.people.directory()) pages::tell_owners(values, **directory, who.site.today);
  const auto said = progress_for(app, who, match["slug"]);
  if (!said) return refusal_page(who, said.error());
  pages::tell_progress(values.rows, **said);
  const auto progress = tasks::seen_progress(app.workspace, match["slug"], view_of(who, match["slug"]));
  if (!progress) return refusal_page(who, progress.error());
  values.voices = pages::make_voices_summary(shown->kept->plan, **progress, who.site.today);
  return page(pages::plan_page(values, who.site));
}

Response data_package(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit_plan(app, request, match["slug"]);
  const auto kept = plan_for(app, who, match["slug"]);
  if (!kept) return refusal_page(who, kept.error());
  return json(data_package_json((*kept)->plan));
}

Response item(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit_plan(app, request, match["slug"]);
  const auto shown = tasks::find_shown(app.workspace, match["slug"], who.sight());
  if (!shown) return refusal_page(who, shown.error());
  const auto* kept = &shown->kept;
  const ItemId id{std::string(match["id"])};
  const auto* found = find_item((*kept)->plan, id);
  if (found == nullptr) return page(pages::not_found_page(who.site), 404);
  const auto rules = tasks::seen_rules(app.workspace, *shown, who.sight());
  if (!rules) return refusal_page(who, rules.error());
  if (!match.suffix.empty()) return data_of_item(app, who, *shown, id, match.suffix, *rules);
  auto story = story_of(app, who, **kept, id);
  if (!story) return refusal_page(who, story.error());
  auto values = pages::make_item_page((*kept)->plan, id, provenance_of(app, **kept), std::move(*story), *rules);
  if (const auto directory = app.workspace.people.directory()) {
    values->contacts = pages::contacts_of(**directory, (*kept)->plan.slug, found->owners, who.site.today);
    values->partners_noted = pages::noted_of(**directory, (*kept)->plan.slug, found->partners, who.site.today);
  }
  if (auto address = contact_of(app); !address.empty()) values->contacts.push_back({.written = std::move(address)});
  for (const auto& inclusion : shown->lent)
    if (inclusion.item == id) values->lent.push_back(inclusion);
  auto summaries = app.workspace.publication.summaries((*kept)->plan.slug, id);
  if (!summaries) return refusal_page(who, summaries.error());
  values->summaries = std::move(*summaries);
  const auto said = progress_for(app, who, match["slug"]);
  if (!said) return refusal_page(who, said.error());
  values->voice = pages::make_owner_voice(*found, **said, who.site.today, [&](const Evidence& evidence) {
    return shown_evidence(app, evidence, evidence_url(match["slug"], id, evidence), who.session && tasks::may(who.session->actor, tasks::Action::see_evidence, {.plan = match["slug"]}));
  });
  pages::tell_progress(values->commitments, **said);
  const auto progress = tasks::seen_progress(app.workspace, match["slug"], view_of(who, match["slug"]));
  if (!progress) return refusal_page(who, progress.error());
  auto rights = panel_rights(who, match["slug"]);
  if (who.session) rights.answer = tasks::may_answer(app.workspace, who.session->actor, {match["slug"], id}).has_value();
  values->panel = pages::make_panel_voice(match["slug"], id, **progress, rights, who.site.today);
  const auto tied = tasks::records_tied_to(app.workspace, who.actor(), match["slug"], id);
  if (!tied) return refusal_page(who, tied.error());
  for (const auto& one : *tied) {
    values->tied.push_back({one.register_name, one.title});
    for (const auto& record : one.records) values->tied.back().records.push_back(record.text);
  }
  values->computed = computed_status(*found, makegood::standing_of(**progress, id), who.site.today);
  return page(pages::item_page(*values, who.site));
}

Response plan_history(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = plan_for(app, who, match["slug"]);
  if (!kept) return refusal_page(who, kept.error());
  auto story = story_of(app, who, **kept, ItemId{});
  if (!story) return refusal_page(who, story.error());
  const auto about = request.query().value("about");
  const auto part = keep_part(*story, (*kept)->plan, about);
  if (!part) return refusal_page(who, part.error());
  if (match.suffix == "json") return history_json(*story);
  if (match.suffix == "atom")
    if (const auto waiting = without_what_is_held(app, (*kept)->plan.organisation, *story); !waiting) return refusal_page(who, waiting.error());
  const pages::HistoryPage values{(*kept)->plan.slug, (*kept)->plan.title, "en", pages::newest_first(std::move(*story)), std::string(about), *part, (*kept)->summary.released};
  if (match.suffix == "atom") return download(pages::history_feed(values, who.site), "application/atom+xml; charset=utf-8", file_name(values.slug, "atom"));
  return page(pages::history_page(values, who.site));
}

Response search(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto text = squeeze(shorten(request.query().value("q"), 200));
  pages::SearchPage values;
  values.text = text;
  values.today = who.site.today;
  const auto results = app.workspace.plans.search(text, "", who.sight(), kSearchHits, 0);
  if (!results) return refusal_page(who, results.error());
  const auto shelf = shelf_for(app, who);
  if (!shelf) return refusal_page(who, shelf.error());
  values.plans = pages::plans_named(shelf->known, text, who.site.today);
  values.total = results->total;
  for (const auto& hit : results->hits)
    if (auto shown = shown_hit(*shelf, who, hit)) values.hits.push_back(std::move(*shown));
  return page(pages::search_page(values, who.site));
}

Response data_catalogue(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto shelf = shelf_for(app, who);
  if (!shelf) return refusal_page(who, shelf.error());
  pages::DataPage values;
  for (const auto& known : shelf->known) values.plans.push_back({known.plan->slug, known.plan->title, known.provenance.language});
  return page(pages::data_page(values, who.site));
}

Response ledger_check(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto report = app.workspace.ledger.verify();  // the page says that it was checked, so it is
  if (!report) return refusal_page(who, report.error());
  const auto& head = report->head;
  if (match.suffix == "json")
    return json(OrderedJson{{"entries", head.count}, {"head", head.hash}, {"fault", report->fault}}.dump(2) + "\n");
  return page(pages::verify_page({.entries = head.count, .head = head.hash, .fault = report->fault}, who.site));
}

namespace {

constexpr auto kPublicRoutes = std::to_array<Route<App>>({
    {Method::get, "/", home, kPublic, {}, "home"},
    {Method::get, "/plans", home, kPublic, {.data = "json"}, "plans"},
    {Method::get, "/plans/{slug}", plan, kPublic, {.data = "json csv xlsx docx md"}, "plan"},
    {Method::get, "/plans/{slug}/datapackage.json", data_package, kPublic, {}, "data-package"},
    {Method::get, "/plans/{slug}/items/{id}", item, kPublic, {.data = "json csv"}, "item"},
    {Method::get, "/plans/{slug}/history", plan_history, kPublic, {.data = "json atom"}, "history"},
    {Method::get, "/search", search, kPublic, {}, "search"},
    {Method::get, "/data", data_catalogue, kPublic, {}, "data"},
    {Method::get, "/verify", ledger_check, kPublic, {.data = "json", .heavy = true}, "verify"},
});

}  // namespace

std::span<const Route<App>> public_routes() { return kPublicRoutes; }

}  // namespace makegood::web
