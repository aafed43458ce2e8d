// Groups: who sits on one on a day, and the routes of all that is about them.

#include "formats/csv.h"
#include "pages/group_pages.h"
#include "tasks/composition.h"
#include "web/site/paper_values.h"

namespace makegood::web {
namespace {

pages::CompositionPage page_values(const tasks::CompositionSeen& seen) {
  pages::CompositionPage values{.definition = &seen.kept->definition, .groups = {}, .group = seen.group.key, .group_title = seen.group.title, .day = seen.day, .typed = {}, .day_fault = {},
                                .by = seen.by, .members = seen.members, .seats = seen.group.seats, .vacant = seen.vacant, .lines = seen.lines, .required = seen.required,
                                .asked_for = seen.group.required, .missing = seen.missing, .each = {}};
  for (const auto& group : seen.groups) values.groups.push_back({group.key, group.title});
  for (const auto& member : seen.each) values.each.push_back({member.id, member.values, member.from, member.until});
  return values;
}

/// `on` in one word, as links have it, or in three boxes, as the form does; today where there is neither.
Result<Day> day_asked(const pages::QueryPairs& pairs, Day today) {
  const auto typed = pages::day_from(pages::date_fields_from(pairs, "on"));
  if (!typed) return tl::unexpected(typed.error());
  if (*typed) return **typed;
  if (const auto on = pages::field(pairs, "on"); !on.empty()) return Day::parse(on);
  return today;
}

Response composition(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto pairs = pairs_of(request.query());
  const auto day = day_asked(pairs, who.site.today);
  const auto seen = tasks::composition_of(app.workspace, who.session->actor, match["register"], pages::field(pairs, "group"), day.value_or(who.site.today));
  if (!seen) return refusal_page(who, seen.error());
  if (match.suffix == "csv" && !day) return refusal_page(who, day.error());
  if (match.suffix == "csv") return no_store(csv(write_csv(tasks::composition_cells(*seen)), seen->kept->definition.name + "-composition.csv"));
  auto values = page_values(*seen);
  values.typed = day ? pages::date_fields(*day) : pages::date_fields_from(pairs, "on");
  if (!day) values.day_fault = "form.error.date";
  return no_store(page(pages::composition_page(values, who.site), day ? 200 : 422));
}

constexpr auto kGroupRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk/registers/{register}/composition", composition, kSeeRecords, {.data = "csv"}, "composition"},
    {Method::get, "/desk/registers/{register}/papers", papers, kSeeRecords, {}, "papers"},
    {Method::post, "/desk/registers/{register}/papers", remind_silent, kSubmitRecord, kForm, "remind-silent"},
    {Method::get, "/desk/registers/{register}/circulate", circulate_form, kSubmitRecord, {}, "circulate"},
    {Method::post, "/desk/registers/{register}/circulate", send_round, kSubmitRecord, kUpload, "send-round"},
    {Method::get, "/desk/registers/{register}/records/{record}/paper", record_paper, kSeeRecords, {}, "paper-file"},
    {Method::get, "/desk/registers/{register}/records/{record}/item", arise_form, kHandleRecords, {}, "arise"},
    {Method::post, "/desk/registers/{register}/records/{record}/item", make_item, kHandleRecords, kForm, "make-item"},
    {Method::get, "/desk/registers/{register}/records/{record}/packs", packs, kSeeRecords, {}, "packs"},
    {Method::post, "/desk/registers/{register}/records/{record}/packs", freeze_pack, kHandleRecords, kForm, "freeze-pack"},
    {Method::get, "/desk/registers/{register}/records/{record}/packs/{pack}", pack_file, kSeeRecords, {.data = "html docx xlsx md"}, "pack-file"},
    {Method::get, "/agree/{token}", agree_form, kPublic, {}, "agree"},
    {Method::post, "/agree/{token}", agree, kPublic, kForm, "send-agreement"},
    {Method::get, "/agree/{token}/file", agree_file, kPublic, {}, "agree-file"},
});

}  // namespace

std::span<const Route<App>> group_routes() { return kGroupRoutes; }

}  // namespace makegood::web
