// Packs that were frozen for a meeting.

#include <algorithm>
#include <charconv>

#include "pages/packs_page.h"
#include "tasks/meeting_pack.h"
#include "tasks/reports.h"
#include "web/site/paper_values.h"

namespace makegood::web {
namespace {

/// The record's packs, if it is of the register that the address names.
Result<tasks::PacksSeen> seen_here(const App& app, const Visit& who, const RouteMatch& match) {
  auto seen = tasks::packs_of(app.workspace, who.session->actor, record_of(match));
  if (seen && seen->found.record.register_name != match["register"]) return refuse(Fault::not_found, "there is no such record");
  return seen;
}

pages::PacksPage page_values(const tasks::PacksSeen& seen, Day today) {
  pages::PacksPage values{.definition = &seen.found.kept->definition, .record = seen.found.record.id, .packs = {}, .withheld = seen.withheld, .may_freeze = seen.may_freeze,
                          .as_at = pages::date_fields(today), .faults = {}, .refusal = {}, .fault = {}};
  for (const auto& pack : seen.packs) values.packs.push_back({pack.sequence, pack.as_at, pack.frozen, pack.actor});
  return values;
}

}  // namespace

Response packs(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto seen = seen_here(app, who, match);
  if (!seen) return refusal_page(who, seen.error());
  return no_store(page(pages::packs_page(page_values(*seen, who.site.today), who.site)));
}

Response freeze_pack(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto seen = seen_here(app, who, match);
  if (!seen) return refusal_page(who, seen.error());
  auto values = page_values(*seen, who.site.today);
  values.as_at = pages::date_fields_from(pairs_of(request.form), "as_at");
  const auto as_at = pages::day_from(values.as_at);
  if (!as_at || !*as_at) {
    values.faults = {{"as_at-day", "form.error.date"}};
    return no_store(page(pages::packs_page(values, who.site), 422));
  }
  const auto frozen = tasks::freeze_pack(app.workspace, who.session->actor, record_of(match), **as_at);
  if (frozen) return go_to(who, pages::packs_url(match["register"], record_of(match)).text());
  values.refusal = frozen.error().message;
  values.fault = frozen.error().where;
  return no_store(page(pages::packs_page(values, who.site), status_of(frozen.error().fault)));
}

Response pack_file(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  if (const auto seen = seen_here(app, who, match); !seen) return refusal_page(who, seen.error());
  const auto number = match["pack"];
  std::int64_t sequence = 0;
  const auto read = std::from_chars(number.data(), number.data() + number.size(), sequence);
  const auto* format = tasks::find_report_format(match.suffix);
  if (format == nullptr || read.ec != std::errc() || read.ptr != number.data() + number.size()) return page(pages::not_found_page(who.site), 404);
  auto bytes = tasks::pack_bytes(app.workspace, who.session->actor, record_of(match), sequence, match.suffix, who.site.words.language() == Language::cy ? Language::cy : Language::en);
  if (!bytes) return refusal_page(who, bytes.error());
  auto response = download(std::move(*bytes), std::string(format->media_type), "pack-" + std::string(number) + "." + std::string(match.suffix));
  response.headers.set("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'");
  return no_store(std::move(response));
}

}  // namespace makegood::web
