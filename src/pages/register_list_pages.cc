// Registers for everybody, and for those who work with them.

#include "html/components/content.h"
#include "pages/protection_page.h"
#include "pages/register_fields.h"
#include "pages/register_words.h"

namespace makegood::pages {

using namespace html;

namespace {

Html line_of(const Site& site, const RegisterLine& line, const Url& url, Html below) {
  return li(a(cls("govuk-link"), href(site.local(url)), marked(site, line.definition->title)),
            p(cls("mg-item-note"), marked(site, line.definition->purpose)), below);
}

Html public_line(const Site& site, const RegisterLine& line) { return line_of(site, line, register_url(line.definition->name), {}); }

Html desk_line(const Site& site, const RegisterLine& line) {
  const auto count = line.records ? site.words("register.count", {{"n", static_cast<int>(*line.records)}}) : site.words("register.not_for_you");
  const auto said = line.is_open ? count : site.words("register.waits");
  return line_of(site, line, desk_register_url(line.definition->name),
                 p(cls("mg-item-note"), said, when(line.may_submit && line.is_open, [&] {
                     return join(" – ", a(cls("govuk-link"), href(site.local(report_url(line.definition->name))), site.words("register.report"),
                                         span(cls("govuk-visually-hidden"), ": "), span(cls("govuk-visually-hidden"), marked(site, line.definition->title))));
                   })));
}

}  // namespace

Html registers_page(const std::vector<RegisterLine>& lines, const Site& site) {
  const auto title = site.words("registers.heading");
  return frame(site, {.title = title},
               join(h1(cls("govuk-heading-xl"), title), p(cls("govuk-body-l"), site.words("registers.answer", {{"n", static_cast<int>(lines.size())}})),
                    ul(cls("govuk-list govuk-list--spaced"), each(lines, [&](const RegisterLine& line) { return public_line(site, line); }))));
}

Html desk_registers_page(const std::vector<RegisterLine>& lines, const Site& site, bool protects) {
  const auto title = site.words("registers.desk");
  auto above = desk_trail(site);
  above.pop_back();  // this page
  return frame(site, {.title = title, .trail = std::move(above)},
               join(h1(cls("govuk-heading-xl"), title), p(cls("govuk-body-l"), site.words(lines.empty() ? "registers.none" : "registers.desk.answer", {{"n", static_cast<int>(lines.size())}})),
                    ul(cls("govuk-list govuk-list--spaced"), each(lines, [&](const RegisterLine& line) { return desk_line(site, line); })),
                    when(protects, [&] { return p(cls("govuk-body"), link_to(site.local(protection_url()), site.words("protection.heading"))); })));
}

}  // namespace makegood::pages
