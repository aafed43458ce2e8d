// What a plan is measured by: the public page with its data, and the forms that settle and measure.

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "extract/own_cells.h"
#include "formats/csv.h"
#include "pages/indicator_pages.h"
#include "tasks/indicators.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

const tasks::Actor* actor_of(const Visit& who) { return who.session ? &who.session->actor : nullptr; }

struct MeasuredPlan {
  std::shared_ptr<const KeptPlan> kept;
  Measured measured;
  bool inside = false;
};

Result<MeasuredPlan> find_measured(const App& app, const Visit& who, std::string_view slug) {
  auto kept = plan_for(app, who, slug);
  if (!kept) return tl::unexpected(kept.error());
  auto measured = tasks::measured_for(app.workspace, actor_of(who), slug);
  if (!measured) return tl::unexpected(measured.error());
  const bool inside = who.session && tasks::may(who.session->actor, tasks::Action::see_private, {.plan = slug});
  return MeasuredPlan{std::move(*kept), std::move(*measured), inside};
}

std::string number_text(const std::optional<double>& number) { return number ? fmt::format("{}", *number) : std::string(); }

Response values_csv(const pages::IndicatorsPage& values) {
  std::vector<std::vector<std::string>> rows = {
      {"id", "indicator", "unit", "first_day", "last_day", "value", "value_status", "numerator", "denominator", "source"}};
  for (const auto& view : values.indicators)
    for (const auto& value : view.values)
      rows.push_back({view.terms.id.text, spreadsheet_safe(view.terms.text), view.terms.unit, value.first.iso(), value.last.iso(),
                      number_text(value.value), std::string(letter(value.status)), number_text(value.numerator), number_text(value.denominator),
                      spreadsheet_safe(value.source)});
  return csv(write_csv(rows), values.slug + "-indicators.csv");
}

nlohmann::ordered_json json_of(const pages::IndicatorView& view) {
  nlohmann::ordered_json out = {{"id", view.terms.id.text}, {"text", view.terms.text}, {"unit", view.terms.unit}, {"about_people", view.terms.about_people}};
  if (view.withheld) out["withheld"] = "about people: not published until it is protected";
  if (view.terms.baseline && !view.withheld) out["baseline"] = {{"value", *view.terms.baseline}, {"day", view.terms.baseline_day->iso()}};
  if (view.terms.target && !view.withheld) {
    out["target"] = {{"kind", word(view.terms.target_kind)}, {"value", *view.terms.target}};
    if (view.terms.target_day) out["target"]["day"] = view.terms.target_day->iso();
  }
  out["values"] = nlohmann::ordered_json::array();
  for (const auto& value : view.values) {
    nlohmann::ordered_json one = {{"first", value.first.iso()}, {"last", value.last.iso()}, {"value", nullptr}, {"value_status", letter(value.status)}};
    if (value.value) one["value"] = *value.value;
    if (value.numerator) one["numerator"] = *value.numerator, one["denominator"] = *value.denominator;
    one["source"] = value.source;
    out["values"].push_back(std::move(one));
  }
  return out;
}

Response values_json(const pages::IndicatorsPage& values) {
  auto all = nlohmann::ordered_json::array();
  for (const auto& view : values.indicators) all.push_back(json_of(view));
  return json(nlohmann::ordered_json{{"plan", values.slug}, {"indicators", all}}.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
}

Response indicators(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto found = find_measured(app, who, match["slug"]);
  if (!found) return refusal_page(who, found.error());
  auto values = pages::make_indicators_page(found->kept->plan, found->measured, found->inside, who.site.today);
  values.may_edit = who.session && tasks::may(who.session->actor, tasks::Action::set_indicator, {.plan = match["slug"]});
  if (match.suffix == "csv") return values_csv(values);
  if (match.suffix == "json") return values_json(values);
  return page(pages::indicators_page(values, who.site));
}

/// The id in the address; empty for a new one.
IndicatorId id_of(const RouteMatch& match) { return match["id"] == "new" ? IndicatorId{} : IndicatorId(std::string(match["id"])); }

Result<pages::IndicatorFormPage> form_values(const App& app, const Visit& who, const RouteMatch& match) {
  const auto found = find_measured(app, who, match["slug"]);
  if (!found) return tl::unexpected(found.error());
  const auto& plan = found->kept->plan;
  pages::IndicatorFormPage values;
  values.slug = plan.slug;
  values.plan_title = plan.title;
  values.id = id_of(match);
  IndicatorTerms terms{.plan = plan.slug};
  for (const auto& known : all_terms(plan, found->measured))
    if (known.id == values.id && !values.id.empty()) terms = known;
  if (terms.id != values.id) return refuse(Fault::not_found, "there is no such indicator");
  for (const auto& indicator : plan.indicators) values.of_document = values.of_document || indicator.id == values.id;
  values.form = pages::indicator_form(terms, found->measured.sequence);
  values.values = values_of(found->measured, values.id);
  for (const auto& item : plan.items)
    if (!item.absent) values.items.push_back({item.id.text, pages::headline(item.title), 0});
  return values;
}

/// The page again with what was typed, saying what is wrong.
Response refused(const App& app, const Visit& who, const RouteMatch& match, const Refusal& refusal, const std::optional<pages::IndicatorForm>& form,
                 const std::optional<pages::ValueForm>& value) {
  auto values = form_values(app, who, match);
  if (!values) return refusal_page(who, values.error());
  if (form) {
    const auto text = values->form.text;
    values->form = *form;
    if (values->of_document) values->form.text = text;
  }
  if (value) values->value = *value;
  values->refusal = refusal.message;
  values->fault = refusal.where;
  return no_store(page(pages::indicator_form_page(*values, who.site), status_of(refusal.fault)));
}

Response indicator_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto values = form_values(app, who, match);
  if (!values) return refusal_page(who, values.error());
  return no_store(page(pages::indicator_form_page(*values, who.site)));
}

Response describe(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto typed = pages::indicator_form_from(pairs_of(request.form));
  auto terms = pages::terms_from(typed);
  if (!terms) return refused(app, who, match, terms.error(), typed, {});
  const auto values = form_values(app, who, match);
  if (!values) return refusal_page(who, values.error());
  terms->plan = match["slug"];
  terms->id = id_of(match);
  if (values->of_document) terms->text = values->form.text;
  const auto done = tasks::describe_indicator(app.workspace, who.session->actor, *terms, typed.seen);
  if (!done) return refused(app, who, match, done.error(), typed, {});
  return go_to(who, pages::indicators_url(match["slug"]).view());
}

Response measure(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto typed = pages::value_form_from(pairs_of(request.form));
  auto value = pages::value_from(typed);
  if (!value) return refused(app, who, match, value.error(), {}, typed);
  value->plan = match["slug"];
  value->id = id_of(match);
  const auto done = tasks::record_value(app.workspace, who.session->actor, *value);
  if (!done) return refused(app, who, match, done.error(), {}, typed);
  return go_to(who, pages::indicators_url(match["slug"]).view());
}

constexpr auto kIndicatorRoutes = std::to_array<Route<App>>({
    {Method::get, "/plans/{slug}/indicators", indicators, kPublic, {.data = "json csv"}, "indicators"},
    {Method::get, "/desk/plans/{slug}/indicators/{id}", indicator_form, kSetIndicator, {}, "indicator"},
    {Method::post, "/desk/plans/{slug}/indicators/{id}", describe, kSetIndicator, kForm, "describe-indicator"},
    {Method::post, "/desk/plans/{slug}/indicators/{id}/value", measure, kSetIndicator, kForm, "measure-indicator"},
});

}  // namespace

std::span<const Route<App>> indicator_routes() { return kIndicatorRoutes; }

}  // namespace makegood::web
