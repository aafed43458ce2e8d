// What handlers share: finding what a visitor may see, and answering.

#include <array>

#include "web/site/handlers.h"

namespace makegood::web {
namespace {

struct FaultStatus {
  Fault fault;
  int status;
};

constexpr std::array kStatuses = {
    FaultStatus{Fault::invalid_input, 422}, FaultStatus{Fault::unreadable, 422},  FaultStatus{Fault::too_large, 413},
    FaultStatus{Fault::not_found, 404},     FaultStatus{Fault::not_allowed, 403}, FaultStatus{Fault::conflict, 409},
    FaultStatus{Fault::unavailable, 503},
};

}  // namespace

pages::HistoryLine shown_line(const tasks::HistoryLine& line) {
  pages::HistoryLine out;
  out.when = line.at;
  out.who = line.actor;
  out.kind = line.kind;
  out.item = line.item;
  out.changes = line.changes;
  out.reason = line.reason;
  out.says = line.says;
  out.quote = line.quote;
  out.sequence = line.sequence;
  out.erased = line.message == "history.erased";
  if (!line.arguments.empty()) out.subject = line.arguments.front();
  return out;
}

int status_of(Fault fault) {
  for (const auto& row : kStatuses)
    if (row.fault == fault) return row.status;
  return 500;
}

Response page(const html::Html& html, int status) { return web::html(html.text(), status); }

Response go_to(const Visit& who, std::string_view path) {
  const bool welsh = who.site.words.language() == Language::cy;
  return redirect_see_other(welsh ? "/cy" + std::string(path) : std::string(path));
}

Response refusal_page(const Visit& who, const Refusal& refusal) {
  const int status = status_of(refusal.fault);
  if (status == 404) return page(pages::not_found_page(who.site), 404);
  return page(pages::refusal_page(who.site, refusal.message), status);
}

Result<std::shared_ptr<const KeptPlan>> plan_for(const App& app, const Visit& who, std::string_view slug) {
  return app.workspace.plans.find(slug, who.sight().of(slug));
}

View view_of(const Visit& who, std::string_view slug) {
  return who.sight().of(slug);
}

pages::PanelRights panel_rights(const Visit& who, std::string_view slug) {
  if (!who.session) return {};
  const auto can = [&](access::Action action) { return access::may(who.session->actor, action, {.plan = slug}); };
  using access::Action;
  return {can(Action::record_finding), can(Action::comment_finding), can(Action::hold_finding), can(Action::raise_challenge), can(Action::answer_challenge),
          can(Action::see_private)};
}

pages::Provenance provenance_of(const App&, const KeptPlan& kept) {
  pages::Provenance provenance;
  provenance.imported = tasks::day_of(kept.summary.adopted_at);
  provenance.released = tasks::day_of(kept.summary.released_at);
  provenance.is_public = kept.summary.released;
  return provenance;
}

pages::PlanPage plan_values(const tasks::ShownPlan& shown, const pages::Provenance& provenance, const pages::PlanQuery& query, const RuleBook& rules) {
  const auto& plan = shown.kept->plan;
  auto values = shown.included.empty() ? pages::make_plan_page(plan, provenance, query, rules)
                                       : pages::make_plan_page(include_items(plan, shown.included), provenance, query, rules);
  pages::tell_sharing(values, shown.included, shown.lent);
  return values;
}

Result<Shelf> shelf_for(const App& app, const Visit& who) {
  const auto list = tasks::plans_in(app.workspace, who.sight());
  if (!list) return tl::unexpected(list.error());
  Shelf shelf;
  for (const auto& summary : *list) {
    auto shown = tasks::find_shown(app.workspace, summary.slug, who.sight());
    if (!shown) return tl::unexpected(shown.error());
    const auto& plan = shown->kept->plan;
    auto rules = tasks::seen_rules(app.workspace, *shown, who.sight());
    if (!rules) return tl::unexpected(rules.error());
    shelf.known.push_back({&plan, provenance_of(app, *shown->kept), nullptr, std::move(*rules)});
    if (!shown->included.empty()) {
      shelf.wholes.push_back(std::make_unique<const Plan>(include_items(plan, shown->included)));
      shelf.known.back().whole = shelf.wholes.back().get();
    }
    shelf.kept.push_back(std::move(shown->kept));
  }
  return shelf;
}

pages::QueryPairs pairs_of(const Fields& fields) {
  pages::QueryPairs pairs;
  for (const auto& field : fields) pairs.emplace_back(field.name, field.value);
  return pairs;
}

Result<std::vector<pages::HistoryLine>> story_of(const App& app, const Visit& who, const KeptPlan& kept, const ItemId& item) {
  const auto lines = tasks::history(app.workspace, kept.plan.slug, item, who.sight());
  if (!lines) return tl::unexpected(lines.error());
  std::vector<pages::HistoryLine> out;
  for (const auto& line : *lines) out.push_back(shown_line(line));
  return out;
}

}  // namespace makegood::web
