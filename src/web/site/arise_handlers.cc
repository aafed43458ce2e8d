// What arises from a record becomes an item of a plan.

#include "pages/arise_page.h"
#include "pages/register_pages.h"
#include "tasks/arising.h"
#include "tasks/record_step.h"
#include "web/site/paper_values.h"

namespace makegood::web {
namespace {

Result<pages::ArisePage> page_values(const App& app, const Visit& who, const RouteMatch& match, std::shared_ptr<const KeptRegister>& kept) {
  const RecordId id{std::string(match["record"])};
  auto found = tasks::reached(app.workspace, who.session->actor, id, tasks::Doing::handle);
  if (!found) return tl::unexpected(found.error());
  if (found->record.register_name != match["register"]) return refuse(Fault::not_found, "there is no such record");
  const auto plans = tasks::plans_to_add_to(app.workspace, who.session->actor);
  if (!plans) return tl::unexpected(plans.error());
  kept = std::move(found->kept);
  pages::ArisePage values{.definition = &kept->definition, .record = id, .plans = {}, .form = {}, .refusal = {}, .fault = {}};
  for (const auto& plan : *plans) values.plans.push_back({plan.slug, plan.title});
  return values;
}

}  // namespace

Response arise_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  std::shared_ptr<const KeptRegister> kept;
  auto values = page_values(app, who, match, kept);
  if (!values) return refusal_page(who, values.error());
  values->form.once = make_id_text(app.workspace.random);
  return no_store(page(pages::arise_page(*values, who.site)));
}

Response make_item(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  std::shared_ptr<const KeptRegister> kept;
  auto values = page_values(app, who, match, kept);
  if (!values) return refusal_page(who, values.error());
  values->form = pages::arise_form_from(pairs_of(request.form));
  const auto& form = values->form;
  const auto arisen = tasks::make_item_of(app.workspace, who.session->actor,
                                          {.record = values->record, .plan = form.plan, .kind = item_kind_from(form.kind).value_or(ItemKind::action), .title = form.title, .detail = form.detail,
                                           .owners = pages::lines_of(form.owners), .timescale = form.timescale, .once = form.once});
  if (arisen) return go_to(who, pages::item_url(form.plan, arisen->item).text());
  values->refusal = arisen.error().message;
  values->fault = arisen.error().where;
  return no_store(page(pages::arise_page(*values, who.site), status_of(arisen.error().fault)));
}

}  // namespace makegood::web
