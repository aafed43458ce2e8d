// Where everything is that data protection asks of registers, and who looked.

#include "pages/protection_page.h"

#include "html/components/content.h"
#include "html/components/lists.h"
#include "pages/emergency_page.h"
#include "pages/page_parts.h"
#include "pages/register_fields.h"
#include "pages/register_words.h"
#include "pages/subject_page.h"
#include "report/subject_access.h"

namespace makegood::pages {

using namespace html;

Url protection_url() { return Url::path({"desk", "data-protection"}); }
Url retention_url(std::string_view name) { return Url::path({"desk", "registers", name, "retention"}); }
Url record_protection_url(std::string_view name, const RecordId& id) { return Url::path({"desk", "registers", name, "records", id.text, "protection"}); }
Url looks_url(std::string_view name) { return Url::path({"desk", "registers", name, "looks"}); }
Url record_looks_url(std::string_view name, const RecordId& id) { return Url::path({"desk", "registers", name, "records", id.text, "looks"}); }

namespace {

Html register_card(const Site& site, const ProtectionPage& page, const Definition& definition) {
  std::vector<Html> links;
  const auto about = span(cls("govuk-visually-hidden"), ": ", in_language(site, definition.title));
  const auto link = [&](const Url& url, std::string_view key) { links.push_back(li(a(cls("govuk-link"), href(site.local(url)), site.words(key), about))); };
  if (page.may_keep_retention && definition.retention) link(retention_url(definition.name), "protection.retention");
  if (page.may_read_looks) link(looks_url(definition.name), "protection.looks");
  return section(heading_m(in_language(site, definition.title)),
                 govuk::summary_list({.rows = {{.key = {.text = site.words("subject.basis")}, .value = {.text = lawful_words(definition.lawful, site.words)}},
                                               {.key = {.text = site.words("subject.kept_for")}, .value = {.text = retention_words(definition, site.words)}},
                                               {.key = {.text = site.words("subject.controllers")}, .value = {.text = site.words.list(definition.lawful.controllers)}}}}),
                 ul(cls("govuk-list"), each(links, [](const Html& one) { return one; })));
}

}  // namespace

Html protection_page(const ProtectionPage& page, const Site& site) {
  const auto title = site.words("protection.heading");
  const auto everywhere = ul(cls("govuk-list govuk-list--spaced"), when(page.may_find_subject, [&] { return li(link_to(site.local(subject_url()), site.words("subject.heading"))); }),
                             when(page.may_read_looks, [&] { return li(link_to(site.local(emergencies_url()), site.words("emergencies.heading"))); }));
  return frame(site, {.title = title, .trail = desk_trail(site)},
               join(h1(cls("govuk-heading-xl"), title), lead_text(site.words("protection.answer", {{"n", static_cast<int>(page.registers.size())}})),
                    everywhere, each(page.registers, [&](const Definition* definition) { return register_card(site, page, *definition); })));
}

Html looks_page(const LooksPage& page, const Site& site) {
  const auto& definition = *page.definition;
  const auto about = page.record.empty() ? in_language(site, definition.title) : site.words("register.record", {{"register", in_language(site, definition.title)}, {"id", page.record}});
  const auto title = site.words("looks.heading", {{"what", about}});
  govuk::TableParams table{.caption = site.words("access_log.caption"), .caption_classes = "govuk-visually-hidden",
                           .head = {{site.words("access_log.when")}, {site.words("access_log.who")}, {site.words("access_log.what")}, {site.words("access_log.about")}}};
  for (const auto& line : page.lines) {
    const auto key = "access_log.what." + line.what;
    table.rows.push_back({{moment(site, line.at)}, {quoted("en", line.who)}, {site.words.has(key) ? site.words(key) : line.what}, {quoted("en", line.subject)}});
  }
  const auto here = page.record.empty() ? looks_url(definition.name) : record_looks_url(definition.name, RecordId(page.record));
  return frame(site, {.title = title, .trail = {{protection_url(), site.words("protection.heading"), ""}}},
               join(h1(cls("govuk-heading-l"), title), lead_text(site.words(page.lines.empty() ? "looks.none" : "access_log.answer")),
                    when(!page.lines.empty(), [&] {
                      return in_scroll(title, govuk::table(table));
                    }),
                    when(page.older > 0, [&] {
                      return p(cls("govuk-body"), link_to(site.local(Url(here).with("before", std::to_string(page.older))), site.words("access_log.older")));
                    })));
}

}  // namespace makegood::pages
