// Registers for everybody: what is recorded, and what of it is public.

#include <algorithm>

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

Response records_csv(const Definition& definition, const std::vector<Answers>& records) {
  std::vector<std::vector<std::string>> rows(1);
  for (const auto* field : pages::public_fields(definition)) rows[0].push_back(field->name);
  for (const auto& record : records) {
    rows.emplace_back();
    for (const auto* field : pages::public_fields(definition)) rows.back().push_back(spreadsheet_safe(std::string(makegood::answer(record, field->name))));
  }
  return csv(write_csv(rows), definition.name + ".csv");
}

Response records_json(const Definition& definition, const std::vector<Answers>& records) {
  auto all = nlohmann::ordered_json::array();
  for (const auto& record : records) all.push_back(record);
  const nlohmann::ordered_json out = {{"register", definition.name}, {"title", definition.title.en}, {"records", all}};
  return json(out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
}

Response public_register(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = known_register(app, who, match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  const auto records = tasks::public_records(app.workspace, match["register"]);
  if (!records) return refusal_page(who, records.error());
  if (match.suffix == "csv") return records_csv((*kept)->definition, *records);
  if (match.suffix == "json") return records_json((*kept)->definition, *records);
  return page(pages::public_register_page({&(*kept)->definition, *records, may_submit(**kept, who), std::string(request.query().value("words")), number_in(request.query().value("page"), 1)}, who.site));
}

constexpr auto kRegisterRoutes = std::to_array<Route<App>>({
    {Method::get, "/registers", registers, kPublic, {}, "registers"},
    {Method::get, "/registers/{register}", public_register, kPublic, {.data = "json csv"}, "register"},
});

}  // namespace

std::span<const Route<App>> register_routes() { return kRegisterRoutes; }

}  // namespace makegood::web
