// The desk's page of reports: choose, look, freeze; and the page that pauses publication.

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/document_html.h"
#include "pages/edition_pages.h"
#include "pages/fault_summary.h"
#include "pages/page_parts.h"
#include "pages/pieces.h"

namespace makegood::pages {

using namespace html;

namespace {

template <class Rows>
Html choice_of(const Site& site, std::string_view name, const Rows& rows, const std::string& value, std::string_view prefix) {
  std::vector<govuk::SelectItem> items;
  for (const auto& row : rows) items.push_back({.text = site.words(std::string(prefix) + std::string(row.code)), .value = std::string(row.code)});
  return govuk::select({.name = std::string(name), .id = std::string(name), .label = {.text = site.words("reports.field." + std::string(name)), .classes = "govuk-label--s"},
                        .items = std::move(items), .value = value});
}

Html plan_choice(const Site& site, const ReportsPage& page) {
  std::vector<govuk::SelectItem> items;
  for (const auto& plan : page.plans) items.push_back({.text = plan.title, .value = plan.slug, .attributes = lang("en")});
  return govuk::select({.name = "plan", .id = "plan", .label = {.text = site.words("reports.field.plan"), .classes = "govuk-label--s"}, .items = std::move(items), .value = page.form.plan});
}

Html text_field(const Site& site, std::string_view name, const std::string& value) {
  const auto key = std::string(name);
  return govuk::input({.name = key, .id = key, .label = {.text = site.words("reports.field." + key), .classes = "govuk-label--s"},
                       .hint = govuk::HintParams{.text = site.words("reports.hint." + key)}, .value = value, .classes = "govuk-input--width-20"});
}

Html choose(const Site& site, const ReportsPage& page) {
  return form(attr("method", "get"), action(site.local("/desk/reports")), plan_choice(site, page),
              choice_of(site, "kind", kReportKinds, page.form.kind, "editions.kind."), text_field(site, "period", page.form.period),
              choice_of(site, "scope", kReportScopes, page.form.scope, "reports.scope."), text_field(site, "of", page.form.of),
              choice_of(site, "profile", kReportProfiles, page.form.profile, "report.profile."),
              govuk::button({.text = site.words("reports.look"), .prevent_double_click = true}));
}

Html hidden_pair(const std::pair<std::string, std::string>& pair) {
  return when(!pair.second.empty(), [&] { return input(attr("type", "hidden"), attr("name", pair.first), attr("value", pair.second)); });
}

Html freeze(const Site& site, const ReportsPage& page) {
  if (page.frozen) {
    return govuk::inset_text({.text = join(site.words("reports.frozen", {{"date", page.frozen->frozen}}), " ",
                                           link_to(site.local(edition_url(page.frozen->plan, page.frozen->name)), edition_words(site, *page.frozen)))});
  }
  if (!page.may_freeze) return govuk::inset_text({.text = site.words("reports.not_yours")});
  auto fields = page.form;
  fields.both = false;
  return form(attr("method", "post"), action(site.local("/desk/reports")), csrf_field(site), each(pairs_of(fields), hidden_pair),
              when(page.waiting > 0, [&] { return body_text(site.words("reports.waiting", {{"n", page.waiting}})); }),
              govuk::checkboxes({.name = "both", .items = {{.value = "yes", .text = site.words("reports.both"), .checked = page.form.both}}}),
              govuk::button({.text = site.words("reports.freeze"), .prevent_double_click = true}), body_text(site.words("reports.freeze_note")));
}

Html files(const Site& site, const ReportsPage& page) {
  const auto file = [&](std::string_view format, std::string_view words) {
    auto pairs = pairs_of(page.form);
    pairs.emplace_back("format", format);
    return li(link_to(with_query(site.local("/desk/reports/file"), pairs), words));
  };
  return ul(cls("mg-links"), file("docx", "Word"), file("xlsx", "Excel"), file("html", "HTML"), file("md", "Markdown"), file("json", "JSON"));
}

Html looked_at(const Site& site, const ReportsPage& page) {
  if (!page.report) return {};
  auto document = *page.report;
  for (auto& block : document.blocks)
    if (block.kind == BlockKind::heading) ++block.level;  // the page has its own first heading
  return join(freeze(site, page), files(site, page), section(cls("mg-preview"), attr("aria-label", site.words("reports.preview")), div(cls("mg-preview__page"), document_html(document))));
}

Html hold_line(const Site& site, const PublicationHold& hold) {
  const auto until = hold.until ? site.words("report.period", {{"first", hold.from}, {"last", *hold.until}}) : site.words("publication.from", {{"first", hold.from}});
  return li(until, ", ", hold.body.empty() ? join(site.words("publication.everybody")) : quoted("en", hold.body), p(cls("mg-item-note"), quoted("en", hold.reason)),
            when(hold.resumed, [&] { return p(cls("mg-item-note"), site.words("publication.resumed")); }), when(!hold.resumed, [&] {
              return form(attr("method", "post"), action(site.local("/desk/publication/resume")), csrf_field(site),
                          input(attr("type", "hidden"), attr("name", "hold"), attr("value", hold.id.text)),
                          govuk::button({.text = site.words("publication.resume"), .prevent_double_click = true, .classes = "govuk-button--secondary"}));
            }));
}

Html date_field(const Site& site, const PublicationPage& page, const std::string& name, const DateFields& fields) {
  return day_field(site, {.name = name, .legend = site.words("publication.field." + name), .value = fields, .error = fault_of(site, page.faults, name + "-day")});
}

Html hold_form(const Site& site, const PublicationPage& page) {
  return form(attr("method", "post"), action(site.local("/desk/publication")), attr("novalidate", ""), csrf_field(site),
              govuk::input({.name = "body", .id = "body", .label = {.text = site.words("publication.field.body"), .classes = "govuk-label--s"},
                            .hint = govuk::HintParams{.text = site.words("publication.hint.body")}, .value = page.form.body}),
              date_field(site, page, "from", page.form.from), date_field(site, page, "until", page.form.until),
              govuk::textarea({.name = "reason", .id = "reason", .label = {.text = site.words("form.reason"), .classes = "govuk-label--s"},
                               .hint = govuk::HintParams{.text = site.words("publication.hint.reason")},
                               .error_message = fault_of(site, page.faults, "reason"), .value = page.form.reason, .rows = 2}),
              govuk::button({.text = site.words("publication.hold"), .prevent_double_click = true}));
}

// An officer must be able to tell a councillor exactly what is silent and what is not.
Html what_waits(const Site& site) {
  const auto lines = [&](std::initializer_list<const char*> keys) {
    return ul(cls("govuk-list govuk-list--bullet"), each(keys, [&](const char* key) { return li(site.words(key)); }));
  };
  return join(heading_m(site.words("publication.waits")),
              lines({"publication.waits.editions", "publication.waits.feeds", "publication.waits.letters", "publication.waits.following"}),
              heading_m(site.words("publication.goes_on")), lines({"publication.goes_on.public", "publication.goes_on.owners", "publication.goes_on.stop"}));
}

}  // namespace

Html reports_page(const ReportsPage& page, const Site& site) {
  const auto heading = site.words("reports.heading");
  const auto main = join(fault_summary(site, page.faults, page.refusal), h1(cls("govuk-heading-l"), heading), lead_text(site.words("reports.answer")),
                         when(page.plans.empty(), [&] { return join(body_text(site.words("reports.none")), to_import(site)); }),
                         when(!page.plans.empty(), [&] { return choose(site, page); }), looked_at(site, page),
                         when(site.may_open("/desk/publication"), [&] { return p(cls("govuk-body"), link_to(site.local("/desk/publication"), site.words("publication.heading"))); }));
  return frame(site, {.title = heading, .trail = {{"/desk", site.words("nav.desk"), ""}}, .has_errors = !page.faults.empty() || !page.refusal.empty()}, main);
}

Html publication_page(const PublicationPage& page, const Site& site) {
  const auto heading = site.words("publication.heading");
  const auto main = join(fault_summary(site, page.faults, page.refusal), h1(cls("govuk-heading-l"), heading), lead_text(site.words("publication.answer")),
                         what_waits(site),
                         when(!page.holds.empty(), [&] {
                           return ul(cls("govuk-list govuk-list--spaced"), each(page.holds, [&](const PublicationHold& hold) { return hold_line(site, hold); }));
                         }),
                         heading_m(site.words("publication.new")), hold_form(site, page));
  return frame(site, {.title = heading, .trail = {{"/desk", site.words("nav.desk"), ""}}, .has_errors = !page.faults.empty() || !page.refusal.empty()}, main);
}

}  // namespace makegood::pages
