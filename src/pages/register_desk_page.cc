// The records of a register: what may be done, how complete it is, and the newest of them.

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "html/components/lists.h"
#include "pages/emergency_page.h"
#include "pages/group_pages.h"
#include "pages/page_parts.h"
#include "pages/protection_page.h"
#include "pages/refusal_words.h"
#include "pages/register_fields.h"
#include "pages/register_import_page.h"
#include "pages/register_watch_pages.h"
#include "pages/register_words.h"
#include "pages/token_pages.h"

namespace makegood::pages {

using namespace html;

namespace {

Html completeness_line(const Site& site, const DeskRegister& page) {
  if (!page.returned || !page.period) return {};
  return p(cls("govuk-body"), completeness_words(site, *page.period, *page.returned, page.period_records), " ",
           link_to(site.local(returns_url(page.query.register_name)), site.words("register.returns")));
}

Html records_table(const Site& site, const DeskRegister& page) {
  const auto& definition = page.kept->definition;
  govuk::TableParams table{.caption = site.words("register.records", {{"n", static_cast<int>(page.count)}}), .caption_classes = "govuk-table__caption--m",
                           .head = {{.text = site.words("register.day")}, {.text = site.words("register.what")}}};
  if (!definition.states.empty()) table.head.push_back({.text = site.words("register.state")});
  table.classes = "mg-stack";
  for (const auto& record : page.list.records) {
    std::vector<govuk::TableCell> cells{{.text = a(cls("govuk-link"), href(site.local(record_url(definition.name, record.id))), site.words.date(happened_on(definition, record)),
                                                   span(cls("govuk-visually-hidden"), " (", record.id.text, ")"))},
                                        {.text = div(marked_record_line(site, definition, record)), .attributes = attr("data-label", site.words("register.what"))}};
    if (!definition.states.empty()) cells.push_back({.text = marked_state(site, definition, record.state), .attributes = attr("data-label", site.words("register.state"))});
    table.rows.push_back(std::move(cells));
  }
  return in_scroll(site.words("register.records", {{"n", static_cast<int>(page.count)}}), govuk::table(table));
}

Html organisation_filter(const Site& site, const DeskRegister& page) {
  if (page.organisations.size() < 2) return {};
  std::vector<govuk::SelectItem> items{{.text = site.words("register.any_organisation"), .value = ""}};
  for (const auto& [id, name] : page.organisations) items.push_back({.text = name, .value = id, .attributes = attr_if("lang", language_of(site, {name, {}}))});
  return govuk::select({.name = "organisation", .label = {.text = site.words("register.organisation")}, .items = std::move(items), .value = page.query.organisation});
}

/// By the day that records are about.
Html day_filter(const Site& site, const std::string& name, const std::optional<Day>& day) {
  return govuk::input({.name = name, .label = {.text = site.words("register." + name)}, .value = day ? day->iso() : "", .type = "date", .classes = "govuk-input--width-10"});
}

Html filters(const Site& site, const DeskRegister& page) {
  const auto& definition = page.kept->definition;
  std::vector<govuk::SelectItem> states{{.text = site.words("register.any_state"), .value = ""}};
  for (const auto& state : definition.states)
    states.push_back({.text = in_language(site, state.title), .value = state.name, .attributes = attr_if("lang", language_of(site, state.title))});
  return html::form(attr("method", "get"), action(site.local(desk_register_url(definition.name))), cls("mg-filters"),
                    govuk::input({.name = "words", .label = {.text = site.words("register.words")}, .value = page.query.words, .classes = "govuk-input--width-20"}),
                    when(!definition.states.empty(), [&] {
                      return govuk::select({.name = "state", .label = {.text = site.words("register.state")}, .items = states, .value = page.query.state});
                    }),
                    organisation_filter(site, page), day_filter(site, "from", page.query.from), day_filter(site, "until", page.query.until),
                    govuk::button({.text = site.words("register.filter"), .classes = "govuk-button--secondary"}));
}

Html next_page(const Site& site, const DeskRegister& page) {
  if (page.list.next.empty()) return {};
  auto url = with_query(desk_register_url(page.query.register_name), {{"words", page.query.words}, {"state", page.query.state}, {"organisation", page.query.organisation},
                         {"from", page.query.from ? page.query.from->iso() : ""}, {"until", page.query.until ? page.query.until->iso() : ""}, {"after", page.list.next}});
  return p(cls("govuk-body"), a(cls("govuk-link"), attr("rel", "next"), href(site.local(url)), site.words("register.older")));
}

Html opening_form(const Site& site, const DeskRegister& page) {
  const auto error = [&](std::string_view field) {
    return page.fault == field ? std::optional(govuk::ErrorMessageParams{.text = refusal_words(site, page.refusal), .visually_hidden_text = site.words("component.error")}) : std::nullopt;
  };
  return section(heading_m(site.words("register.opening")), body_text(site.words("register.opening.why")),
                 html::form(attr("method", "post"), action(site.local(Url::path({"desk", "registers", page.kept->definition.name, "open"}))), csrf_field(site),
                            govuk::input({.name = "approved_by", .label = {.text = site.words("register.approved_by")}, .error_message = error("approved_by"), .value = page.opening.approved_by}),
                            govuk::input({.name = "reference", .label = {.text = site.words("register.reference")}, .error_message = error("reference"), .value = page.opening.reference}),
                            govuk::button({.text = site.words("register.open")})));
}

Html tokens_link(const Site& site, const DeskRegister& page) {
  return when(page.may_give_tokens, [&] {
    return p(cls("govuk-body"), link_to(site.local(tokens_url(page.kept->definition.name)), site.words("token.heading")));
  });
}

/// What the register tells: a page of signals, and counts for those who may count.
Html what_it_tells(const Site& site, const DeskRegister& page) {
  const auto& definition = page.kept->definition;
  std::vector<Html> links;
  if (!definition.signals.empty()) links.push_back(link_to(site.local(signals_url(definition.name)), site.words("register.signals")));
  if (page.may_count) links.push_back(link_to(site.local(counts_url(definition.name)), site.words("register.counts")));
  const auto groups = registers::read_group_words(page.kept->text);
  if (groups.circulation) links.push_back(link_to(site.local(papers_url(definition.name)), site.words("paper.link")));
  if (groups.composition) links.push_back(link_to(site.local(composition_url(definition.name)), site.words("composition.link")));
  if (links.empty()) return {};
  Html all = links.front();
  for (std::size_t i = 1; i < links.size(); ++i) all += join(" · ", links[i]);
  return p(cls("govuk-body"), all);
}

Html what_may_be_done(const Site& site, const DeskRegister& page) {
  const auto& name = page.kept->definition.name;
  return join(when(page.may_submit && page.kept->is_open(), [&] { return govuk::button({.text = site.words("register.report"), .href = site.local(report_url(name))}); }),
              when(page.may_export, [&] {
                return html::form(attr("method", "post"), action(site.local(Url::path({"desk", "registers", name, "export"}))), csrf_field(site),
                                  div(cls("govuk-button-group"), govuk::button({.text = site.words("register.export"), .classes = "govuk-button--secondary"}),
                                      govuk::button({.text = site.words("register_file.export_xlsx"), .name = "format", .value = "xlsx", .classes = "govuk-button--secondary"})));
              }),
              when(page.may_import && page.kept->is_open(), [&] {
                return p(cls("govuk-body"), link_to(site.local(register_import_url(name)), site.words("register_file.import")));
              }),
              when(page.may_protect, [&] { return p(cls("govuk-body"), link_to(site.local(protection_url()), site.words("protection.heading"))); }),
              when(page.may_open_in_emergency, [&] { return p(cls("govuk-body"), link_to(site.local(emergency_url(name)), site.words("emergency.link"))); }));
}

Html summary(const Site& site, const DeskRegister& page) {
  if (page.refusal.empty()) return {};
  return govuk::error_summary({.title_text = site.words("component.error_summary"),
                               .error_list = {{.text = refusal_words(site, page.refusal), .href = page.fault.empty() ? Url() : Url::fragment(page.fault)}}});
}

}  // namespace

Html desk_register_page(const DeskRegister& page, const Site& site) {
  const auto& definition = page.kept->definition;
  const auto title = site.words("register.desk.heading", {{"register", in_language(site, definition.title)}});
  const auto heading = filled(site.words("register.desk.heading", {{"register", kHole}}), marked(site, definition.title));
  return frame(site, {.title = title, .trail = desk_trail(site), .has_errors = !page.refusal.empty()},
               join(summary(site, page), h1(cls("govuk-heading-xl"), heading), p(cls("govuk-body-l"), marked(site, definition.purpose)),
                    page.kept->is_open() ? Html{} : govuk::inset_text({.text = site.words("register.waits")}), completeness_line(site, page),
                    when(page.kept->is_open(), [&] { return what_it_tells(site, page); }), what_may_be_done(site, page), tokens_link(site, page),
                    when(!page.kept->is_open() && page.may_open, [&] { return opening_form(site, page); }),
                    when(page.kept->is_open(), [&] { return join(filters(site, page), records_table(site, page), next_page(site, page)); })));
}

}  // namespace makegood::pages
