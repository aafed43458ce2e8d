// Calendar files: a plan's dates for anybody who may see it, a post's for those who look after the plans, and what a link asks
// about for whoever has the link.

#include <set>

#include <fmt/format.h>

#include "people/directory.h"
#include "tasks/cycle_state.h"
#include "web/site/reply_values.h"

namespace makegood::web {
namespace {

std::string label_of(const Item& item) { return item.ref.empty() ? pages::headline(item.title) : item.ref + " " + pages::headline(item.title); }

CalendarEvent event_of(const Visit& who, const PlanDate& date, std::string_view slug) {
  const auto& words = who.site.words;
  CalendarEvent event{date.uid(), date.day, words(fmt::format("calendar.{}", word(date.kind)), {{"item", label_of(*date.item)}}), {}, {}};
  if (!date.item->timescale_raw.empty()) event.description = words("calendar.written", {{"text", date.item->timescale_raw}});
  if (!who.site.base_url.empty()) event.url = who.site.base_url + std::string(who.site.local(pages::item_url(slug, date.item->id)).view());
  return event;
}

Response calendar_file(const App& app, const Visit& who, const Calendar& calendar, std::string_view name) {
  auto response = download(write_calendar(calendar, app.workspace.clock.now().utc()), "text/calendar; charset=utf-8", name);
  return who.session ? no_store(std::move(response)) : response;
}

CalendarEvent closing_of(const Visit& who, std::string_view slug, const Cycle& cycle) {
  return {fmt::format("{}-{}-closes", slug, cycle.id.text()), cycle.closes,
          who.site.words("calendar.closes", {{"period", period_words(who.site.words, cycle.id, cycle.period)}}), {}, {}};
}

/// The day on which answers are due, for those who may see that somebody was asked.
void add_closing(const App& app, const Visit& who, std::string_view slug, Calendar& calendar) {
  if (!who.session || !access::may(who.session->actor, access::Action::run_cycle, {.plan = slug})) return;
  const auto state = tasks::read_cycle_state(app.workspace, slug);
  const auto* cycle = state ? state->open_cycle() : nullptr;
  if (cycle == nullptr) return;
  calendar.events.push_back(closing_of(who, slug, *cycle));
}

Response plan_calendar(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto shown = tasks::find_shown(app.workspace, match["slug"], who.sight());
  if (!shown) return refusal_page(who, shown.error());
  const auto rules = tasks::seen_rules(app.workspace, *shown, who.sight());
  if (!rules) return refusal_page(who, rules.error());
  const auto& plan = shown->kept->plan;
  Calendar calendar{plan.title, std::string(who.site.words.tag()), {}};
  for (const auto& date : dates_of(plan, *rules)) calendar.events.push_back(event_of(who, date, plan.slug));
  add_closing(app, who, plan.slug, calendar);
  return calendar_file(app, who, calendar, plan.slug + ".ics");
}

/// The items of a plan that a post answers for on the day.
std::vector<const Item*> items_of(const Plan& plan, const Directory& directory, const PostId& post, Day today) {
  std::vector<const Item*> items;
  for (const auto& item : plan.items) {
    bool answers = false;
    for (const auto& name : answerable_names(plan, item))
      for (const auto& meant : posts_of(directory, plan.slug, name, today)) answers = answers || answerer(directory, meant, today).post == post;
    if (answers) items.push_back(&item);
  }
  return items;
}

Response owner_calendar(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto directory = app.workspace.people.directory();
  if (!directory) return refusal_page(who, directory.error());
  const auto post = PostId{std::string(match["post"])};
  if (find_post(**directory, post) == nullptr) return refusal_page(who, {Fault::not_found, "there is no such post", {}});
  const auto plans = app.workspace.plans.list(View::live);
  if (!plans) return refusal_page(who, plans.error());
  Calendar calendar{post_in_words(**directory, post, who.site.today), std::string(who.site.words.tag()), {}};
  for (const auto& summary : *plans) {
    if (!access::may(who.session->actor, access::Action::run_cycle, {.plan = summary.slug})) continue;
    const auto kept = app.workspace.plans.find(summary.slug, View::live);
    if (!kept) return refusal_page(who, kept.error());
    for (const auto& date : dates_of(items_of((*kept)->plan, **directory, post, who.site.today), who.site.today))
      calendar.events.push_back(event_of(who, date, summary.slug));
    add_closing(app, who, summary.slug, calendar);
  }
  return calendar_file(app, who, calendar, post.text + ".ics");
}

Response reply_calendar(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto open = tasks::find_reply(app.workspace, match["token"]);
  if (!open) return reply_gone(app, who, open.error());
  const auto& plan = open->kept->plan;
  std::vector<const Item*> items;
  for (const auto& asked : open->request.items)
    if (const auto* item = find_item(plan, asked.item)) items.push_back(item);
  Calendar calendar{open->post_words, std::string(who.site.words.tag()), {}};
  for (const auto& date : dates_of(items, who.site.today)) calendar.events.push_back(event_of(who, date, plan.slug));
  calendar.events.push_back(closing_of(who, plan.slug, open->cycle));
  return no_store(calendar_file(app, who, calendar, plan.slug + ".ics"));
}

constexpr auto kCalendarRoutes = std::to_array<Route<App>>({
    {Method::get, "/plans/{slug}/calendar.ics", plan_calendar, kPublic, {}, "calendar"},
    {Method::get, "/reply/{token}/calendar.ics", reply_calendar, kPublic, {}, "reply-calendar"},
    {Method::get, "/desk/owners/{post}/calendar.ics", owner_calendar, word(access::Action::run_cycle), {}, "owner-calendar"},
});

}  // namespace

std::span<const Route<App>> calendar_routes() { return kCalendarRoutes; }

}  // namespace makegood::web
