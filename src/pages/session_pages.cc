// Where people are signed in, and who looked at what.

#include "html/components/lists.h"
#include "pages/account_pages.h"
#include "pages/page_parts.h"

namespace makegood::pages {

using namespace html;

namespace {

std::string way_words(const Site& site, const std::string& way) {
  const auto key = "session.way." + way;
  return site.words.has(key) ? site.words(key) : way;
}

Html end_form(const Site& site, const Url& to, std::string_view name, const std::string& value, std::string_view words, const Html& about) {
  return form(attr("method", "post"), action(site.local(to)), csrf_field(site), input(attr("type", "hidden"), attr("name", name), attr("value", value)),
              govuk::button({.text = join(site.words(words), span(cls("govuk-visually-hidden"), ": ", about)), .prevent_double_click = true,
                             .classes = "govuk-button--secondary"}));
}

std::vector<govuk::SummaryRow> rows_of(const Site& site, const SessionLine& line) {
  std::vector<govuk::SummaryRow> rows = {{.key = {site.words("session.started")}, .value = {moment(site, line.started)}},
                                         {.key = {site.words("session.last_seen")}, .value = {moment(site, line.last_seen)}},
                                         {.key = {site.words("session.way")}, .value = {way_words(site, line.way)}}};
  if (!line.address.empty()) rows.push_back({.key = {site.words("session.address")}, .value = {line.address}});
  if (!line.browser.empty()) rows.push_back({.key = {site.words("session.browser")}, .value = {quoted("en", line.browser)}});
  return rows;
}

Html card(const Site& site, const SessionLine& line, const Html& title, const Html& button) {
  return section(attr("aria-labelledby", "session-" + line.id), h2(id("session-" + line.id), cls("govuk-heading-m"), title),
                 govuk::summary_list({.rows = rows_of(site, line)}), button);
}

}  // namespace

Html sessions_page(const SessionsPage& page, const Site& site) {
  const auto words = site.words("sessions.heading");
  const auto one = [&](const SessionLine& line) {
    if (line.current) return card(site, line, join(site.words("sessions.here")), {});
    return card(site, line, join(site.words("sessions.elsewhere")), end_form(site, "/account/sessions/end", "session", line.id, "sessions.end", moment(site, line.started)));
  };
  return frame(site, {.title = words, .trail = {{"/account", site.words("account.heading"), {}}}},
               join(h1(cls("govuk-heading-l"), words), lead_text(site.words("sessions.answer", {{"n", static_cast<int>(page.lines.size())}})),
                    each(page.lines, one), when(page.lines.size() > 1, [&] {
                      return form(attr("method", "post"), action(site.local("/account/sessions/end")), csrf_field(site),
                                  govuk::button({.text = site.words("sessions.end_others"), .prevent_double_click = true, .classes = "govuk-button--warning"}));
                    })));
}

Html all_sessions_page(const SessionsPage& page, const Site& site) {
  const auto words = site.words("all_sessions.heading");
  const auto one = [&](const SessionLine& line) {
    return card(site, line, quoted("en", line.who), when(!line.current, [&] {
                  return end_form(site, "/desk/sessions/end", "account", line.account, "all_sessions.end", quoted("en", line.who));
                }));
  };
  return frame(site, {.title = words, .trail = {{"/desk", site.words("nav.desk"), {}}}},
               join(h1(cls("govuk-heading-l"), words), lead_text(site.words("all_sessions.answer", {{"n", static_cast<int>(page.lines.size())}})),
                    each(page.lines, one)));
}

Html access_log_page(const AccessLogPage& page, const Site& site) {
  const auto words = site.words("access_log.heading");
  govuk::TableParams table{.caption = site.words("access_log.caption"),
                           .caption_classes = "govuk-visually-hidden",
                           .head = {{site.words("access_log.when")}, {site.words("access_log.who")}, {site.words("access_log.what")}, {site.words("access_log.about")}}};
  for (const auto& line : page.lines) {
    const auto key = "access_log.what." + line.what;
    table.rows.push_back({{moment(site, line.at)}, {quoted("en", line.who)}, {site.words.has(key) ? site.words(key) : line.what}, {quoted("en", line.subject)}});
  }
  return frame(site, {.title = words, .trail = {{"/desk", site.words("nav.desk"), {}}}},
               join(h1(cls("govuk-heading-l"), words), lead_text(site.words(page.lines.empty() ? "access_log.none" : "access_log.answer")),
                    when(!page.lines.empty(), [&] {
                      return in_scroll(words, govuk::table(table));
                    }),
                    when(page.older > 0, [&] {
                      return p(cls("govuk-body"), link_to(site.local(Url("/desk/access-log").with("before", std::to_string(page.older))), site.words("access_log.older")));
                    })));
}

}  // namespace makegood::pages
