// Who has returned for a period, who had nothing to report, and who has said nothing; who was asked, and when.

#include <algorithm>

#include "cycle/return_words.h"
#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/lists.h"
#include "html/components/fields.h"
#include "pages/hidden_field.h"
#include "pages/page_parts.h"
#include "pages/refusal_words.h"
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

std::string asked_words(const Site& site, const ReturnsPage& page, const ReturnLine& line) {
  if (line.asked) return site.words.date(*line.asked);
  if (!line.why_not.empty()) return site.words("register.returns.nobody", {{"why", site.words(line.why_not == "no_post" ? "register.returns.no_post" : "cycle.why." + line.why_not)}});
  return site.words(page.period.until < site.today ? "register.returns.not_asked" : "register.returns.not_yet");
}

Html reminded_words(const Site& site, const ReturnLine& line) {
  if (!line.reminded && !line.escalated) return join("–");
  Html said;
  if (line.reminded) said = span(site.words("register.returns.reminded_times", {{"n", line.reminders}, {"date", *line.reminded}}));
  if (line.escalated) said = join(said, p(cls("mg-item-note"), site.words("register.returns.escalated", {{"date", *line.escalated}})));
  return said;
}

/// On a small screen each row is a card, and says in each cell which column it was.
govuk::TableCell under(const std::string& column, Content text) { return {.text = std::move(text), .attributes = attr("data-label", column)}; }

Html expected_table(const Site& site, const ReturnsPage& page) {
  const auto standing = site.words("register.standing"), asked = site.words("register.returns.asked"), reminded = site.words("register.returns.reminded");
  govuk::TableParams table{.caption = site.words("register.returns.caption", {{"from", page.period.from}, {"until", page.period.until}}),
                           .head = {{.text = site.words("register.organisation")}, {.text = standing}, {.text = asked}, {.text = reminded}},
                           .first_cell_is_header = true, .classes = "mg-stack"};
  for (const auto& line : page.lines)
    if (line.expected)
      table.rows.push_back({{.text = line.organisation}, under(standing, join(standing_words(site, line), nil_form(site, page, line))), under(asked, asked_words(site, page, line)),
                            under(reminded, reminded_words(site, line))});
  return table.rows.empty() ? Html{} : govuk::table(table);
}

/// Whoever returned without being expected stands apart: they do not count among those who have or have not.
Html others_table(const Site& site, const ReturnsPage& page) {
  govuk::TableParams table{.caption = site.words("register.returns.others"), .caption_classes = "govuk-table__caption--m",
                           .head = {{.text = site.words("register.organisation")}, {.text = site.words("register.standing")}}, .first_cell_is_header = true, .classes = "mg-stack"};
  for (const auto& line : page.lines)
    if (!line.expected) table.rows.push_back({{.text = line.organisation}, under(site.words("register.standing"), standing_words(site, line))});
  return table.rows.empty() ? Html{} : govuk::table(table);
}

Html ask_form(const Site& site, const ReturnsPage& page) {
  if (!page.may_ask) return {};
  return html::form(attr("method", "post"), action(site.local(ask_returns_url(page.definition->name))), csrf_field(site), hidden("day", page.day.iso()),
                    p(cls("govuk-body"), site.words("register.returns.ask_hint")), govuk::button({.text = site.words("register.returns.ask")}));
}

Html ladder_field(const Site& site, const LadderForm& form, std::string_view name, const std::string& typed) {
  const auto error = form.fault == name ? std::optional(govuk::ErrorMessageParams{.text = refusal_words(site, form.refusal), .visually_hidden_text = site.words("component.error")})
                                        : std::nullopt;
  const auto key = "cycle." + std::string(name), hint = "cycle.hint." + std::string(name);
  return govuk::input({.name = std::string(name), .label = {.text = site.words(key), .classes = "govuk-label--s"}, .hint = govuk::HintParams{.text = site.words(hint)},
                       .error_message = error, .value = typed});
}

Html ladder(const Site& site, const ReturnsPage& page) {
  if (!page.ladder) return {};
  const auto& form = *page.ladder;
  return section(attr("aria-labelledby", "ladder"), heading_m(site.words("register.ladder.heading"), "ladder"),
                 p(cls("govuk-body"), site.words("register.ladder.hint", {{"n", form.open_days}})),
                 html::form(attr("method", "post"), action(site.local(return_ladder_url(page.definition->name))), csrf_field(site), hidden("day", page.day.iso()),
                            ladder_field(site, form, "reminders", form.reminders), ladder_field(site, form, "escalates", form.escalates),
                            govuk::button({.text = site.words("register.ladder.save"), .classes = "govuk-button--secondary"})));
}

Html summary(const Site& site, const ReturnsPage& page) {
  if (!page.ladder || page.ladder->refusal.empty()) return {};
  return govuk::error_summary({.title_text = site.words("component.error_summary"),
                               .error_list = {{.text = refusal_words(site, page.ladder->refusal), .href = Url::fragment(page.ladder->fault)}}});
}

Html banner(const Site& site, const ReturnsPage& page) {
  if (!page.letters) return {};
  return govuk::notification_banner({.text = site.words("cycle.done.asked", {{"n", *page.letters}}), .title_text = site.words("component.success"), .success = true});
}

Html other_period(const Site& site, const ReturnsPage& page, const char* message, const ReturnPeriod& period) {
  const auto url = returns_url(page.definition->name).with("day", period.from.iso());
  return p(cls("govuk-body"), link_to(site.local(url), site.words(message, {{"period", period_words(site.words, period)}})));
}

int records_in(const ReturnsPage& page) {
  int records = 0;
  for (const auto& line : page.lines) records += line.records;
  return records;
}

}  // namespace

Url ask_returns_url(std::string_view name) { return Url::path({"desk", "registers", name, "returns", "ask"}); }

Url return_ladder_url(std::string_view name) { return Url::path({"desk", "registers", name, "returns", "ladder"}); }

Html returns_page(const ReturnsPage& page, const Site& site) {
  const auto& definition = *page.definition;
  const auto title = site.words("register.returns.heading", {{"period", period_words(site.words, page.period)}});
  const auto after = return_period(definition.returns->every, page.period.until.plus_days(1));
  return frame(site, {.title = title, .trail = desk_trail(site, definition), .has_errors = page.ladder && !page.ladder->refusal.empty()},
               join(summary(site, page), banner(site, page), h1(cls("govuk-heading-xl"), title),
                    lead_text(completeness_words(site, page.period, page.completeness, records_in(page))),
                    expected_table(site, page), others_table(site, page), ask_form(site, page),
                    when(after.from <= site.today, [&] { return other_period(site, page, "register.period_after", after); }),
                    other_period(site, page, "register.period_before", period_before(definition.returns->every, page.period)),
                    ladder(site, page)));
}

}  // namespace makegood::pages
