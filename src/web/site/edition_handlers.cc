// Editions and corrections: what the public reads beside the plan as it stands.

#include <algorithm>

#include "formats/formats.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

/// In the visitor's language where it was frozen in that, else in English.
Result<std::string> bytes_for(const App& app, const Visit& who, const Edition& edition, std::string_view format) {
  auto bytes = tasks::edition_bytes(app.workspace, edition, format, language_of(who));
  return bytes ? std::move(bytes) : tasks::edition_bytes(app.workspace, edition, format, Language::en);
}

bool is_correction(const tasks::HistoryLine& line) {
  const auto moved = [](const FieldChange& change) { return change.field == ItemField::redated; };
  return line.kind == "item.corrected" && std::none_of(line.changes.begin(), line.changes.end(), moved);
}

}  // namespace

// Whoever may see the plan may see its editions: plan_for() asks first.
Response editions(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = plan_for(app, who, match["slug"]);
  if (!kept) return refusal_page(who, kept.error());
  auto all = tasks::editions_of(app.workspace, match["slug"], View::live);
  if (!all) return refusal_page(who, all.error());
  const auto hold = tasks::hold_today(app.workspace, (*kept)->plan.organisation);
  if (!hold) return refusal_page(who, hold.error());
  const pages::EditionsPage values{(*kept)->plan.slug, (*kept)->plan.title, "en", std::move(*all), *hold};
  return page(pages::editions_page(values, who.site));
}

Response edition(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = plan_for(app, who, match["slug"]);
  if (!kept) return refusal_page(who, kept.error());
  const auto found = tasks::find_edition(app.workspace, match["slug"], match["name"], View::live);
  if (!found) return refusal_page(who, found.error());
  if (!match.suffix.empty()) {
    auto bytes = bytes_for(app, who, *found, match.suffix);
    if (!bytes) return refusal_page(who, bytes.error());
    return download(std::move(*bytes), std::string(tasks::find_report_format(match.suffix)->media_type), found->name + "." + std::string(match.suffix));
  }
  const auto bytes = bytes_for(app, who, *found, "md");
  if (!bytes) return refusal_page(who, bytes.error());
  auto document = read_document(*bytes, "edition.md");
  if (!document) return refusal_page(who, document.error());
  const pages::EditionPage values{(*kept)->plan.title, "en", *found, std::move(*document)};
  return page(pages::edition_page(values, who.site));
}

Response corrections(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto plans = app.workspace.plans.list(View::released);
  if (!plans) return refusal_page(who, plans.error());
  pages::CorrectionsPage values;
  for (const auto& plan : *plans) {
    const auto lines = tasks::history(app.workspace, plan.slug, ItemId{}, View::released);
    if (!lines) return refusal_page(who, lines.error());
    for (const auto& line : *lines)
      if (is_correction(line)) values.lines.push_back({plan.slug, plan.title, "en", shown_line(line)});
  }
  std::stable_sort(values.lines.begin(), values.lines.end(), [](const auto& a, const auto& b) { return a.line.sequence > b.line.sequence; });
  return page(pages::corrections_page(values, who.site));
}

namespace {

constexpr auto kEditionRoutes = std::to_array<Route<App>>({
    {Method::get, "/plans/{slug}/editions", editions, kPublic, {}, "editions"},
    {Method::get, "/plans/{slug}/editions/{name}", edition, kPublic, {.data = "html docx xlsx md json", .heavy = true}, "edition"},
    {Method::get, "/corrections", corrections, kPublic, {}, "corrections"},
});

}  // namespace

std::span<const Route<App>> edition_routes() { return kEditionRoutes; }

}  // namespace makegood::web
