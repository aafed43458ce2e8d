// What a register tells those who work with it: signals and counts. No public route shows either.

#include "formats/csv.h"
#include "pages/register_watch_pages.h"
#include "registers/definition_words.h"
#include "tasks/register_watch.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

constexpr std::string_view kSeeRecords = word(access::Action::see_records);

Response signals(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto seen = tasks::signals_for(app.workspace, who.session->actor, match["register"], who.site.today);
  if (!seen) return refusal_page(who, seen.error());
  pages::SignalsPage values{.definition = &seen->kept->definition, .day = seen->today, .watched = seen->watched.size(), .lines = {}};
  for (const auto& one : seen->raised) values.lines.push_back({one.signal, one.raised});
  return no_store(page(pages::signals_page(values, who.site)));
}

std::optional<Day> day_in(std::string_view text) {
  const auto day = Day::parse(text);
  return day ? std::optional(*day) : std::nullopt;
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

constexpr auto kRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk/registers/{register}/signals", signals, kSeeRecords, {}, "register-signals"},
    {Method::get, "/desk/registers/{register}/counts", counts, kSeeRecords, {.data = "csv"}, "register-counts"},
});

}  // namespace

std::span<const Route<App>> register_watch_routes() { return kRoutes; }

}  // namespace makegood::web
