// Registers for everybody, and for those who work with them.

#include "html/components/content.h"
#include "pages/page_parts.h"
#include "pages/protection_page.h"
#include "pages/register_fields.h"
#include "pages/register_words.h"

namespace makegood::pages {

using namespace html;

namespace {

Html line_of(const Site& site, const RegisterLine& line, const Html& title, Html below) {
  return li(title, p(cls("mg-item-note"), marked(site, line.definition->purpose)), below);
}

Html linked_title(const Site& site, const RegisterLine& line, const Url& url) {
  return a(cls("govuk-link"), href(site.local(url)), marked(site, line.definition->title));
}

Html public_line(const Site& site, const RegisterLine& line) { return line_of(site, line, linked_title(site, line, register_url(line.definition->name)), {}); }

// Records that are for others to see have no page here; a register that waits for its assessment has one, on which it is opened.
bool has_page(const RegisterLine& line) { return line.records.has_value() || !line.is_open; }

Html desk_line(const Site& site, const RegisterLine& line) {
  const auto count = line.records ? site.words("register.count", {{"n", static_cast<int>(*line.records)}}) : site.words("register.not_for_you");
  const auto said = line.is_open ? count : site.words("register.waits");
  const auto& title = line.definition->title;
  return line_of(site, line, has_page(line) ? linked_title(site, line, desk_register_url(line.definition->name)) : strong(marked(site, title)),
                 p(cls("mg-item-note"), said, when(line.may_submit && line.is_open, [&] {
                     return join(" – ", a(cls("govuk-link"), href(site.local(report_url(line.definition->name))), site.words("register.report"),
                                         span(cls("govuk-visually-hidden"), ": "), span(cls("govuk-visually-hidden"), marked(site, line.definition->title))));
                   })));
}

}  // namespace

Html registers_page(const std::vector<RegisterLine>& lines, const Site& site) {
  const auto title = site.words("registers.heading");
  return frame(site, {.title = title},
               join(h1(cls("govuk-heading-xl"), title), lead_text(site.words("registers.answer", {{"n", static_cast<int>(lines.size())}})),
                    ul(cls("govuk-list govuk-list--spaced"), each(lines, [&](const RegisterLine& line) { return public_line(site, line); }))));
}

Html desk_registers_page(const std::vector<RegisterLine>& lines, const Site& site, bool protects) {
  const auto title = site.words("registers.desk");
  return frame(site, {.title = title, .trail = {{Url::path({"desk"}), site.words("nav.desk"), ""}}},
               join(h1(cls("govuk-heading-xl"), title), lead_text(site.words(lines.empty() ? "registers.none" : "registers.desk.answer", {{"n", static_cast<int>(lines.size())}})),
                    ul(cls("govuk-list govuk-list--spaced"), each(lines, [&](const RegisterLine& line) { return desk_line(site, line); })),
                    when(protects, [&] { return p(cls("govuk-body"), link_to(site.local(protection_url()), site.words("protection.heading"))); })));
}

}  // namespace makegood::pages
