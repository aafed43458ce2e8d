// The retention run: which records, why, what goes, what stays, and one button.

#include <algorithm>

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/lists.h"
#include "pages/fault_summary.h"
#include "pages/hidden_field.h"
#include "pages/page_parts.h"
#include "pages/protection_page.h"
#include "pages/register_fields.h"
#include "report/subject_access.h"

namespace makegood::pages {

using namespace html;

namespace {

std::string titles(const Site& site, const Definition& definition, const std::vector<std::string>& names) {
  std::vector<std::string> words;
  for (const auto& name : names)
    if (const auto* field = definition.field(name)) words.push_back(field_words(site, *field));
  return site.words.list(words);
}

std::string why(const Site& site, const Definition& definition, const RetentionLine& line) {
  const auto& from = definition.retention->from;
  const auto* field = definition.field(from);
  const auto key = from == "recorded" || from == "closed" ? "retention.why." + from : std::string("retention.why.field");
  return site.words(key, {{"since", line.since}, {"until", line.kept_until}, {"field", field == nullptr ? from : field_words(site, *field)}});
}

Html number(const Site& site, const RetentionPage& page, const RecordId& id) {
  if (!page.may_hold) return join(id.text);
  return link_to(site.local(record_protection_url(page.definition->name, id)), id.text);
}

Html lines(const Site& site, const RetentionPage& page, const std::vector<RetentionLine>& all, std::string_view caption) {
  const auto& definition = *page.definition;
  const bool held = &all == &page.held;
  govuk::TableParams table{.caption = site.words(caption, {{"n", static_cast<int>(all.size())}}), .caption_classes = "govuk-table__caption--m",
                           .head = {{.text = site.words("protection.number")}, {.text = site.words("retention.why")}}};
  if (!definition.organisation.empty()) table.head.push_back({.text = site.words("register.organisation")});
  if (held) table.head.push_back({.text = site.words("retention.held_because")});
  const auto shown = std::min(all.size(), kRetentionLines);
  for (std::size_t i = 0; i < shown; ++i) {
    std::vector<govuk::TableCell> cells{{.text = number(site, page, all[i].id)}, {.text = why(site, definition, all[i])}};
    if (!definition.organisation.empty()) cells.push_back({.text = all[i].organisation});
    if (held) cells.push_back({.text = join(quoted("en", all[i].hold), " (", quoted("en", all[i].held_by), ")")});
    table.rows.push_back(std::move(cells));
  }
  return join(in_scroll(site.words(caption, {{"n", static_cast<int>(all.size())}}), govuk::table(table)),
              when(shown < all.size(), [&] { return body_text(site.words("retention.more", {{"n", static_cast<int>(all.size() - shown)}})); }));
}

Html confirming(const Site& site, const RetentionPage& page) {
  const auto n = static_cast<int>(page.due.size());
  return join(govuk::warning_text({.text = site.words("retention.for_good"), .icon_fallback_text = site.words("component.warning")}),
              html::form(attr("method", "post"), action(site.local(retention_url(page.definition->name))), attr("novalidate", ""), csrf_field(site), hidden("mark", page.mark),
                         govuk::checkboxes({.name = "confirmed", .error_message = page.fault == "confirmed" ? refusal_of(site, page.refusal) : std::nullopt,
                                            .items = {{.value = "yes", .text = site.words("retention.confirm", {{"n", n}})}}}),
                         govuk::button({.text = site.words("retention.empty", {{"n", n}}), .prevent_double_click = true, .classes = "govuk-button--warning"})));
}

Html what_goes(const Site& site, const RetentionPage& page) {
  const auto& definition = *page.definition;
  return govuk::summary_list({.rows = {{.key = {.text = site.words("subject.kept_for")}, .value = {.text = retention_words(definition, site.words)}},
                                       {.key = {.text = site.words("retention.goes")}, .value = {.text = page.emptied.empty() ? site.words("retention.goes.nothing") : titles(site, definition, page.emptied)}},
                                       {.key = {.text = site.words("retention.stays")}, .value = {.text = titles(site, definition, page.stays)}},
                                       {.key = {.text = site.words("retention.counted")}, .value = {.text = site.words("retention.counted.n", {{"n", page.stay_in_all}})}}}});
}

}  // namespace

Html retention_page(const RetentionPage& page, const Site& site) {
  const auto title = site.words("retention.heading");
  const auto n = static_cast<int>(page.due.size());
  return frame(site, {.title = title, .trail = {{protection_url(), site.words("protection.heading"), ""}}, .has_errors = !page.refusal.empty()},
               join(refusal_summary(site, page.refusal, page.fault),
                    when(page.done.has_value(), [&] { return govuk::notification_banner({.html = p(cls("govuk-notification-banner__heading"), site.words("retention.done", {{"n", *page.done}})), .title_text = site.words("retention.done.title"), .success = true}); }),
                    span(cls("govuk-caption-l"), in_language(site, page.definition->title)), h1(cls("govuk-heading-l"), title),
                    lead_text(site.words("retention.answer", {{"n", n}, {"held", static_cast<int>(page.held.size())}})), what_goes(site, page),
                    when(!page.due.empty(), [&] { return join(lines(site, page, page.due, "retention.due"), confirming(site, page)); }),
                    when(!page.held.empty(), [&] { return lines(site, page, page.held, "retention.held"); })));
}

}  // namespace makegood::pages
