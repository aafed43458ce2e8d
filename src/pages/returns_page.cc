// Who has returned for a period, who had nothing to report, and who has said nothing.

#include "html/components/content.h"
#include "html/components/lists.h"
#include "pages/hidden_field.h"
#include "pages/register_fields.h"
#include "pages/register_words.h"

namespace makegood::pages {

using namespace html;

namespace {

Html nil_form(const Site& site, const ReturnsPage& page, const ReturnLine& line) {
  if (!line.may_say_nil || line.standing == ReturnStanding::returned || line.standing == ReturnStanding::nil) return {};
  return html::form(attr("method", "post"), action(site.local(returns_url(page.definition->name))), csrf_field(site), hidden("organisation", line.organisation),
                    hidden("day", page.day.iso()),
                    govuk::button({.text = join(site.words("register.say_nil"), span(cls("govuk-visually-hidden"), ": ", line.organisation)), .classes = "govuk-button--secondary mg-button-small"}));
}

std::string standing_words(const Site& site, const ReturnLine& line) {
  return site.words("register.return." + std::string(word(line.standing)), {{"n", line.records}});
}

}  // namespace

Html returns_page(const ReturnsPage& page, const Site& site) {
  const auto& definition = *page.definition;
  const auto title = site.words("register.returns.heading", {{"period", page.period.name}});
  govuk::TableParams table{.caption = site.words("register.returns.caption", {{"from", page.period.from}, {"until", page.period.until}}),
                           .head = {{.text = site.words("register.organisation")}, {.text = site.words("register.standing")}}, .first_cell_is_header = true};
  for (const auto& line : page.lines) table.rows.push_back({{.text = line.organisation}, {.text = join(standing_words(site, line), nil_form(site, page, line))}});
  const auto after = return_period(definition.returns->every, page.period.until.plus_days(1));
  const auto before = return_period(definition.returns->every, page.period.from.plus_days(-1));
  return frame(site, {.title = title, .trail = desk_trail(site, definition)},
               join(h1(cls("govuk-heading-xl"), title),
                    p(cls("govuk-body-l"), completeness_words(site, page.period, page.completeness)),
                    govuk::table(table),
                    when(after.from <= site.today, [&] {
                      return p(cls("govuk-body"), a(cls("govuk-link"), href(site.local(returns_url(definition.name).with("day", after.from.iso()))), site.words("register.period_after", {{"period", after.name}})));
                    }),
                    p(cls("govuk-body"), a(cls("govuk-link"), href(site.local(returns_url(definition.name).with("day", before.from.iso()))), site.words("register.period_before", {{"period", before.name}})))));
}

}  // namespace makegood::pages
