// What in a register is worth watching, with the records that it is about.

#include <algorithm>

#include <fmt/format.h>

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/page_parts.h"
#include "pages/refusal_words.h"
#include "pages/register_fields.h"
#include "pages/register_words.h"
#include "pages/register_watch_pages.h"

namespace makegood::pages {

using namespace html;

namespace {

constexpr std::size_t kRecordsShown = 20;
constexpr double kSurest = 1e6;  // once in a million times is sure enough to say

/// "Harbour Hill School, Race": whose records a signal is about.
std::string what_words(const Site& site, const Definition& definition, const SignalLine& line) {
  const bool about_a_return = line.signal.kind == SignalKind::silence && definition.returns;
  const auto by = about_a_return ? std::vector{definition.organisation} : line.signal.by;
  std::vector<std::string> words;
  for (std::size_t i = 0; i < line.raised.values.size() && i < by.size(); ++i) words.push_back(counted_words(site, definition, by[i], line.raised.values[i]));
  return words.empty() ? site.words("register.signals.all") : makegood::join(words, ", ");
}

Html rise_words(const Site& site, const Definition& definition, const SignalLine& line) {
  const auto& raised = line.raised;
  const auto once_in = static_cast<int>(std::min(kSurest, 1 / std::max(raised.chance, 1 / kSurest)));
  return join(site.words("register.signals.rise", {{"what", what_words(site, definition, line)}, {"n", static_cast<int>(raised.records)}, {"from", raised.from},
                                                   {"until", raised.until}, {"usual", fmt::format("{:.1f}", raised.usual)}}),
              " ", site.words("register.signals.chance", {{"n", once_in}}));
}

Html late_record(const Site& site, const Definition& definition, const registers::LateRecord& late) {
  return li(a(cls("govuk-link"), href(site.local(record_url(definition.name, late.id))), site.words("register.record", {{"register", in_language(site, definition.title)}, {"id", late.id.text}})),
            ": ", site.words("register.signals.due", {{"date", late.due}}));
}

Html late_words(const Site& site, const Definition& definition, const SignalLine& line) {
  const auto& late = line.raised.late;
  const std::vector shown(late.begin(), late.begin() + static_cast<std::ptrdiff_t>(std::min(kRecordsShown, late.size())));
  const auto more = static_cast<int>(line.raised.records) - static_cast<int>(shown.size());
  return join(site.words("register.signals.late", {{"n", static_cast<int>(line.raised.records)}}),
              ul(cls("govuk-list govuk-list--bullet"), each(shown, [&](const registers::LateRecord& one) { return late_record(site, definition, one); }),
                 when(more > 0, [&] { return li(site.words("register.signals.more", {{"n", more}})); })));
}

Html silence_words(const Site& site, const Definition& definition, const SignalLine& line) {
  const auto* words = definition.returns ? "register.signals.no_return" : "register.signals.silence";
  return join(site.words(words, {{"what", what_words(site, definition, line)}, {"from", line.raised.from}, {"until", line.raised.until}}));
}

Html line_words(const Site& site, const Definition& definition, const SignalLine& line) {
  switch (line.signal.kind) {
    case SignalKind::rise: return rise_words(site, definition, line);
    case SignalKind::overdue:
    case SignalKind::missing: return late_words(site, definition, line);
    case SignalKind::silence: break;
  }
  return silence_words(site, definition, line);
}

/// Lines of one signal stand together under its title.
Html sections(const Site& site, const SignalsPage& page) {
  Html all;
  for (auto line = page.lines.begin(); line != page.lines.end();) {
    const auto& signal = line->signal;
    const auto next = std::find_if(line, page.lines.end(), [&](const SignalLine& other) { return other.signal.name != signal.name; });
    Html said;
    for (; line != next; ++line) said += li(line_words(site, *page.definition, *line));
    all += section(heading_m(in_language(site, signal.title), signal.name), ul(cls("govuk-list govuk-list--spaced"), said));
  }
  return all;
}

std::string answer_of(const Site& site, const SignalsPage& page) {
  if (page.watched == 0) return site.words("register.signals.nothing_watched");
  if (page.lines.empty()) return site.words("register.signals.none", {{"date", page.day}});
  return site.words("register.signals.answer", {{"n", static_cast<int>(page.lines.size())}, {"date", page.day}});
}

std::string told_words(const Site& site, const SignalsPage& page) {
  if (page.monitor.empty()) return site.words("register.monitor.nobody");
  return site.words(page.vacant ? "register.monitor.vacant" : "register.monitor.told", {{"post", page.monitor}});
}

Html monitor_form(const Site& site, const SignalsPage& page) {
  const auto error = page.refusal.empty() ? std::nullopt
                                          : std::optional(govuk::ErrorMessageParams{.text = refusal_words(site, page.refusal), .visually_hidden_text = site.words("component.error")});
  return html::form(attr("method", "post"), action(site.local(monitor_url(page.definition->name))), csrf_field(site),
                    govuk::input({.name = "post", .label = {.text = site.words("register.monitor.form")}, .hint = govuk::HintParams{.text = site.words("register.monitor.hint")},
                                  .error_message = error, .value = page.refusal.empty() ? page.monitor : page.typed}),
                    govuk::button({.text = site.words("register.monitor.save"), .classes = "govuk-button--secondary"}));
}

Html monitor_section(const Site& site, const SignalsPage& page) {
  return section(heading_m(site.words("register.monitor.heading"), "monitor"), p(cls("govuk-body"), told_words(site, page)),
                 when(page.may_name, [&] { return monitor_form(site, page); }));
}

Html summary(const Site& site, const SignalsPage& page) {
  if (page.refusal.empty()) return {};
  return govuk::error_summary({.title_text = site.words("component.error_summary"), .error_list = {{.text = refusal_words(site, page.refusal), .href = Url::fragment("post")}}});
}

}  // namespace

Url signals_url(std::string_view name) { return Url::path({"desk", "registers", name, "signals"}); }
Url monitor_url(std::string_view name) { return Url::path({"desk", "registers", name, "monitor"}); }

Html signals_page(const SignalsPage& page, const Site& site) {
  const auto& definition = *page.definition;
  const auto title = site.words("register.signals.heading", {{"register", in_language(site, definition.title)}});
  const bool rises = std::any_of(page.lines.begin(), page.lines.end(), [](const SignalLine& line) { return line.signal.kind == SignalKind::rise; });
  return frame(site, {.title = title, .trail = desk_trail(site, definition), .has_errors = !page.refusal.empty()},
               join(summary(site, page), h1(cls("govuk-heading-xl"), title), lead_text(answer_of(site, page)), sections(site, page),
                    when(rises, [&] { return govuk::inset_text({.text = site.words("register.signals.caution")}); }), monitor_section(site, page)));
}

}  // namespace makegood::pages
