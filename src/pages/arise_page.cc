#include "pages/arise_page.h"

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/fault_summary.h"
#include "pages/hidden_field.h"
#include "pages/register_fields.h"
#include "pages/register_words.h"

namespace makegood::pages {

using namespace html;

namespace {

std::optional<govuk::ErrorMessageParams> error_of(const Site& site, const ArisePage& page, std::string_view field) {
  return page.fault == field ? refusal_of(site, page.refusal) : std::nullopt;
}

std::optional<govuk::HintParams> hint_of(const Site& site, const std::string& key) { return govuk::HintParams{.text = site.words(key)}; }

Html plan_field(const Site& site, const ArisePage& page) {
  std::vector<govuk::SelectItem> plans;
  for (const auto& plan : page.plans) plans.push_back({.text = plan.title, .value = plan.slug});
  return govuk::select({.name = "plan", .label = {.text = site.words("arise.plan"), .classes = "govuk-label--s"}, .items = plans, .value = page.form.plan});
}

Html kind_field(const Site& site, const ArisePage& page) {
  std::vector<govuk::SelectItem> kinds;
  for (const auto kind : {ItemKind::action, ItemKind::commitment, ItemKind::recommendation}) kinds.push_back({.text = kind_words(site, kind), .value = std::string(word(kind))});
  return govuk::select({.name = "kind", .label = {.text = site.words("form.kind"), .classes = "govuk-label--s"}, .items = kinds, .value = page.form.kind});
}

Html text_area(const Site& site, const ArisePage& page, const std::string& name, const std::string& value, int rows) {
  return govuk::textarea({.name = name, .label = {.text = site.words("arise." + name), .classes = "govuk-label--s"}, .hint = hint_of(site, "arise." + name + "_hint"),
                          .error_message = error_of(site, page, name), .value = value, .rows = rows, .attributes = lang(typed_language(site))});
}

Html fields(const Site& site, const ArisePage& page) {
  return html::form(attr("method", "post"), attr("novalidate", ""), action(site.local(arise_url(page.definition->name, page.record))), csrf_field(site), hidden("once", page.form.once),
                    plan_field(site, page), kind_field(site, page), text_area(site, page, "title", page.form.title, 3), text_area(site, page, "detail", page.form.detail, 4),
                    text_area(site, page, "owners", page.form.owners, 2),
                    govuk::input({.name = "timescale", .label = {.text = site.words("arise.timescale"), .classes = "govuk-label--s"}, .hint = hint_of(site, "arise.timescale_hint"), .value = page.form.timescale}),
                    govuk::button({.text = site.words("arise.add"), .prevent_double_click = true}));
}

}  // namespace

Url arise_url(std::string_view name, const RecordId& id) { return Url::path({"desk", "registers", name, "records", id.text, "item"}); }

AriseForm arise_form_from(const QueryPairs& pairs) {
  return {.plan = field(pairs, "plan"), .kind = field(pairs, "kind"), .title = field(pairs, "title"), .detail = field(pairs, "detail"), .owners = field(pairs, "owners"),
          .timescale = field(pairs, "timescale"), .once = field(pairs, "once")};
}

Html arise_page(const ArisePage& page, const Site& site) {
  const auto& definition = *page.definition;
  const auto record = site.words("register.record", {{"register", in_language(site, definition.title)}, {"id", page.record.text}});
  const auto title = site.words("arise.heading");
  return frame(site,
               {.title = title,
                .trail = desk_trail(site, definition, {record_url(definition.name, page.record), record, ""}),
                .has_errors = !page.refusal.empty()},
               join(refusal_summary(site, page.refusal, page.fault), span(cls("govuk-caption-l"), record), h1(cls("govuk-heading-l"), title), body_text(site.words("arise.what")),
                    page.plans.empty() ? body_text(site.words("arise.no_plans")) : fields(site, page)));
}

}  // namespace makegood::pages
