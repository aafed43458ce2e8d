#include "pages/packs_page.h"

#include "html/components/content.h"
#include "pages/fault_summary.h"
#include "pages/register_fields.h"
#include "pages/register_words.h"

namespace makegood::pages {

using namespace html;

namespace {

Html files(const Site& site, const PacksPage& page, const PackLine& pack) {
  const auto address = Url::path({"desk", "registers", page.definition->name, "records", page.record.text, "packs", std::to_string(pack.number)});
  const auto file = [&](const Url& url, std::string_view called) {
    return li(a(cls("govuk-link"), href(site.local(url)), attr("download", ""), called, span(cls("govuk-visually-hidden"), " (", std::to_string(pack.number), ")")));
  };
  return ul(cls("mg-links"), file(address.suffixed(".docx"), "Word"), file(address.suffixed(".xlsx"), "Excel"), file(address.suffixed(".html"), "HTML"), file(address.suffixed(".md"), "Markdown"));
}

Html list(const Site& site, const PacksPage& page) {
  return join(page.packs.empty() ? body_text(site.words("pack.none"))
                                 : ul(cls("govuk-list govuk-list--spaced"), each(page.packs, [&](const PackLine& pack) {
                                        return li(h2(cls("govuk-heading-s"), site.words("pack.as_at", {{"date", pack.as_at}})),
                                                  p(cls("govuk-body"), site.words("pack.one", {{"date", pack.frozen}}), " ", quoted("en", pack.by)), files(site, page, pack));
                                      })),
              when(page.withheld > 0, [&] { return govuk::inset_text({.text = site.words("pack.withheld", {{"n", page.withheld}})}); }));
}

Html freezing(const Site& site, const PacksPage& page) {
  if (!page.may_freeze) return {};
  const auto error = page.fault == "as_at" ? refusal_of(site, page.refusal) : fault_of(site, page.faults, "as_at-day");
  return section(heading_m(site.words("pack.another")), body_text(site.words("pack.what")),
                 html::form(attr("method", "post"), attr("novalidate", ""), action(site.local(packs_url(page.definition->name, page.record))), csrf_field(site),
                            day_field(site, {.name = "as_at", .legend = site.words("pack.day"), .value = page.as_at, .error = error}),
                            govuk::button({.text = site.words("pack.freeze"), .prevent_double_click = true})));
}

}  // namespace

Url packs_url(std::string_view name, const RecordId& id) { return Url::path({"desk", "registers", name, "records", id.text, "packs"}); }

Html packs_page(const PacksPage& page, const Site& site) {
  const auto& definition = *page.definition;
  const auto record = site.words("register.record", {{"register", in_language(site, definition.title)}, {"id", page.record.text}});
  const auto title = site.words("pack.heading");
  return frame(site,
               {.title = title,
                .trail = desk_trail(site, definition, {record_url(definition.name, page.record), record, ""}),
                .has_errors = !page.refusal.empty() || !page.faults.empty()},
               join(fault_summary(site, page.faults, page.refusal, page.fault == "as_at" ? "as_at-day" : page.fault), span(cls("govuk-caption-l"), record), h1(cls("govuk-heading-l"), title),
                    list(site, page), freezing(site, page)));
}

}  // namespace makegood::pages
