// Registers for everybody: what is recorded, and what of it is public.

#include <nlohmann/json.hpp>

#include "extract/own_cells.h"
#include "formats/csv.h"
#include "pages/register_pages.h"
#include "tasks/records.h"
#include "tasks/registers.h"
#include "web/site/handlers.h"
#include "web/site/register_values.h"

namespace makegood::web {
namespace {

Response registers(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto all = app.workspace.registers.all();
  if (!all) return refusal_page(who, all.error());
  std::vector<pages::RegisterLine> lines;
  for (const auto& kept : *all)
    if (is_for_everybody(*kept)) lines.push_back({&kept->definition, kept->is_open(), may_submit(*kept, who), {}});
  return page(pages::registers_page(lines, who.site));
}

PublishedQuery asked_for(const Request& request, const RouteMatch& match) {
  PublishedQuery query{.register_name = std::string(match["register"]), .words = std::string(request.query().value("words")), .after = std::string(request.query().value("after"))};
  if (!match.suffix.empty()) query.limit = kMostPublished;
  return query;
}

/// The address of what comes after these, at the same host; empty = there is no more.
std::string next_of(const html::Url& all, const PublishedQuery& query, const PublishedList& list) {
  return list.next.empty() ? std::string() : pages::published_from(all, query.words, list.next).text();
}

/// One file has no more than kMostPublished entries: where the rest begins stands in the header that RFC 8288 has for it.
Response with_next(Response response, const std::string& next) {
  if (!next.empty()) response.headers.add("Link", "<" + next + ">; rel=\"next\"");
  return response;
}

Response records_csv(const Definition& definition, const PublishedQuery& query, const PublishedList& list) {
  const auto fields = pages::public_fields(definition);
  std::vector<std::vector<std::string>> rows(1);
  for (const auto* field : fields) rows[0].push_back(field->name);
  for (const auto& entry : list.entries) {
    rows.emplace_back();
    for (const auto* field : fields) rows.back().push_back(spreadsheet_safe(std::string(makegood::answer(entry, field->name))));
  }
  return with_next(csv(write_csv(rows), definition.name + ".csv"), next_of(pages::register_url(definition.name).suffixed(".csv"), query, list));
}

Response records_json(const Definition& definition, const PublishedQuery& query, const PublishedList& list) {
  auto all = nlohmann::ordered_json::array();
  for (const auto& entry : list.entries) all.push_back(entry);
  const auto next = next_of(pages::register_url(definition.name).suffixed(".json"), query, list);
  nlohmann::ordered_json out = {{"register", definition.name}, {"title", definition.title.en}, {"found", list.found}, {"records", all}};
  if (!next.empty()) out["next"] = next;
  return with_next(json(out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n"), next);
}

Response public_register(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = known_register(app, who, match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  const auto& definition = (*kept)->definition;
  const auto query = asked_for(request, match);
  const auto list = tasks::public_records(app.workspace, query);
  if (!list) return refusal_page(who, list.error());
  if (match.suffix == "csv") return records_csv(definition, query, *list);
  if (match.suffix == "json") return records_json(definition, query, *list);
  return page(pages::public_register_page({&definition, *list, may_submit(**kept, who), query.words, query.after}, who.site));
}

constexpr auto kRegisterRoutes = std::to_array<Route<App>>({
    {Method::get, "/registers", registers, kPublic, {}, "registers"},
    {Method::get, "/registers/{register}", public_register, kPublic, {.data = "json csv"}, "register"},
});

}  // namespace

std::span<const Route<App>> register_routes() { return kRegisterRoutes; }

}  // namespace makegood::web
