#include "pages/register_import_page.h"

#include "html/components/content.h"
#include "html/components/fields.h"
#include "html/components/lists.h"
#include "pages/hidden_field.h"
#include "pages/page_parts.h"
#include "pages/paging.h"
#include "pages/refusal_words.h"
#include "pages/register_fields.h"
#include "pages/register_words.h"

namespace makegood::pages {

using namespace html;

namespace {

constexpr std::size_t kUnmappedShown = 50;  // values of one field

Html numbers(const Site& site, const WaitingFilePage& page) {
  govuk::SummaryListParams list;
  const auto row = [&](std::string_view key, int n) {
    list.rows.push_back({.key = {.text = site.words(key)}, .value = {.text = site.words("register_file.rows", {{"n", n}})}});
  };
  row("register_file.fresh", page.fresh);
  row("register_file.changed", page.changed);
  row("register_file.unchanged", page.unchanged);
  row(page.accepted ? "register_file.left_out" : "register_file.faulty", page.faulty);
  return govuk::summary_list(list);
}

/// The address of the file, or of something about it, with whose it is.
Url with_whose(const WaitingFilePage& page, const Url& url) { return page.organisation.empty() ? url : url.with("organisation", page.organisation); }

Html faults(const Site& site, const WaitingFilePage& page) {
  if (page.faults == 0) return {};
  govuk::TableParams table{.caption = site.words("register_file.faults", {{"n", static_cast<int>(page.faults)}}), .caption_classes = "govuk-table__caption--m",
                           .head = {{.text = site.words("register_file.row")}, {.text = site.words("register_file.column")}, {.text = site.words("register_file.reason")}}};
  for (const auto& fault : page.shown)
    table.rows.push_back({{.text = std::to_string(fault.row)}, {.text = quoted("en", fault.column)}, {.text = refusal_inside(site, fault.reason, page.definition)}});
  const auto pages = static_cast<int>((page.faults + kFaultsAPage - 1) / kFaultsAPage);
  const auto here = with_whose(page, waiting_file_url(page.definition->name, page.id));
  return section(in_scroll(site.words("register_file.faults", {{"n", static_cast<int>(page.faults)}}), govuk::table(table)),
                 paging(site, page.page, pages, [&](int n) { return here.with("page", std::to_string(n)); }),
                 p(cls("govuk-body"), a(cls("govuk-link"), attr("download", ""), href(site.local(with_whose(page, Url::path({"registers", page.definition->name, "import", page.id, "faults"})))),
                                        site.words("register_file.all_faults"))));
}

Html columns(const Site& site, const WaitingFilePage& page) {
  govuk::TableParams table{.caption = site.words("register_file.headings"), .caption_classes = "govuk-table__caption--m",
                           .head = {{.text = site.words("register_file.in_file")}, {.text = site.words("register_file.taken_as")}}};
  for (const auto& [heading, name] : page.columns) {
    const auto* field = page.definition->field(name);
    table.rows.push_back({{.text = quoted("en", heading)}, {.text = field == nullptr ? join(name) : marked_field(site, *field)}});
  }
  return section(in_scroll(site.words("register_file.headings"), govuk::table(table)), when(!page.unknown.empty(), [&] {
                   return join(body_text(site.words("register_file.unknown", {{"n", static_cast<int>(page.unknown.size())}})),
                               ul(cls("govuk-list govuk-list--bullet"), each(page.unknown, [](const std::string& heading) { return li(quoted("en", heading)); })));
                 }));
}

Html unmapped_of(const Site& site, const std::string& field, const std::map<std::string, int>& values) {
  int times = 0;
  for (const auto& [value, n] : values) times += n;
  std::vector<std::pair<std::string, int>> first(values.begin(), std::next(values.begin(), static_cast<std::ptrdiff_t>(std::min(values.size(), kUnmappedShown))));
  return join(h3(cls("govuk-heading-s"), site.words("register_file.unmapped_in", {{"field", field}, {"n", times}})),
              ul(cls("govuk-list govuk-list--bullet"), each(first, [&](const auto& one) {
                   return li(quoted("en", shorten(one.first, 100)), ": ", site.words("register_file.times", {{"n", one.second}}));
                 })),
              when(values.size() > kUnmappedShown, [&] {
                return body_text(site.words("register_file.more_values", {{"n", static_cast<int>(values.size() - kUnmappedShown)}}));
              }));
}

Html unmapped(const Site& site, const WaitingFilePage& page) {
  if (page.unmapped.empty()) return {};
  return section(heading_m(site.words("register_file.unmapped")), body_text(site.words("register_file.unmapped_what")),
                 each(page.unmapped, [&](const auto& one) { return unmapped_of(site, one.first, one.second); }));
}

Html unknown_organisations(const Site& site, const WaitingFilePage& page) {
  if (page.unknown_organisations.empty()) return {};
  return section(heading_m(site.words("register_file.unknown_organisations")), body_text(site.words("register_file.unknown_organisations_what")),
                 each(page.unknown_organisations, [&](const auto& one) { return unmapped_of(site, one.first, one.second); }));
}

Html not_asked(const Site& site, const WaitingFilePage& page) {
  if (page.not_asked.empty()) return {};
  return section(heading_m(site.words("register_file.not_asked")), body_text(site.words("register_file.not_asked_what")),
                 ul(cls("govuk-list govuk-list--bullet"), each(page.not_asked, [&](const auto& one) {
                      return li(quoted("en", one.first), ": ", site.words("register_file.times", {{"n", one.second}}));
                    })));
}

Html step(const Site& site, const WaitingFilePage& page, std::string_view what, Html inside) {
  return html::form(attr("method", "post"), action(site.local(Url::path({"registers", page.definition->name, "import", page.id, what}))), csrf_field(site), inside);
}

Html decision(const Site& site, const WaitingFilePage& page) {
  const int good = page.fresh + page.changed;
  const bool whole = page.faulty == 0;
  const auto accept = when(good > 0, [&] {
    return step(site, page, "accept",
                join(hidden("digest", page.digest), when(!page.organisation.empty(), [&] { return hidden("organisation", page.organisation); }), govuk::button({.text = site.words(whole ? "register_file.accept" : "register_file.accept_rest", {{"n", good}, {"faulty", page.faulty}}),
                                                                   .name = "decision", .value = whole ? "all" : "without_faulty", .prevent_double_click = true})));
  });
  return section(heading_m(site.words("register_file.decide")), body_text(site.words(good == 0 ? "register_file.nothing_to_bring" : whole ? "register_file.nothing_yet" : "register_file.nothing_yet_faulty")), accept,
                 step(site, page, "cancel", govuk::button({.text = site.words("register_file.cancel"), .classes = "govuk-button--secondary"})),
                 p(cls("mg-item-note"), site.words("register_file.kept_for")));
}

/// A police force's extract is its own and has no column that says so.
Html whose(const Site& site, const RegisterImportPage& page) {
  if (page.organisations.size() < 2) return {};
  std::vector<govuk::SelectItem> items{{.text = site.words("register_file.whose_itself"), .value = ""}};
  for (const auto& [id, name] : page.organisations) items.push_back({.text = name, .value = id});
  return govuk::select({.name = "organisation", .label = {.text = site.words("register_file.whose"), .classes = "govuk-label--s"},
                        .hint = govuk::HintParams{.text = site.words("register_file.whose_hint")}, .items = std::move(items), .value = page.organisation});
}

Html templates(const Site& site, const Definition& definition) {
  return section(heading_m(site.words("register_file.template")), body_text(site.words("register_file.template_what")),
                 p(cls("govuk-body"), a(cls("govuk-link"), attr("download", ""), href(site.local(template_url(definition.name)).suffixed(".xlsx")), site.words("register_file.template_xlsx")),
                   " · ", a(cls("govuk-link"), attr("download", ""), href(site.local(template_url(definition.name)).suffixed(".csv")), site.words("register_file.template_csv"))));
}

Html summary(const Site& site, const std::string& refusal, const Url& field) {
  if (refusal.empty()) return {};
  return govuk::error_summary({.title_text = site.words("component.error_summary"), .error_list = {{.text = refusal_words(site, refusal), .href = field}}});
}

}  // namespace

Url register_import_url(std::string_view name) { return Url::path({"registers", name, "import"}); }
Url waiting_file_url(std::string_view name, std::string_view file) { return Url::path({"registers", name, "import", file}); }
Url template_url(std::string_view name) { return Url::path({"registers", name, "template"}); }

Html register_import_page(const RegisterImportPage& page, const Site& site) {
  const auto title = site.words("register_file.question");
  const auto error = page.refusal.empty() ? std::nullopt
                                          : std::optional(govuk::ErrorMessageParams{.text = refusal_words(site, page.refusal), .visually_hidden_text = site.words("component.error")});
  return frame(site, {.title = title_in(site, title, *page.definition), .trail = desk_trail(site, *page.definition), .has_errors = !page.refusal.empty()},
               join(summary(site, page.refusal, Url::fragment("file")), span(cls("govuk-caption-l"), marked(site, page.definition->title)), h1(cls("govuk-heading-l"), title),
                    body_text(site.words("register_file.what")),
                    html::form(attr("method", "post"), attr("enctype", "multipart/form-data"), action(site.local(register_import_url(page.definition->name))), csrf_field(site),
                               govuk::file_upload({.name = "file", .label = {.text = site.words("register_file.file"), .classes = "govuk-label--s"},
                                                   .hint = govuk::HintParams{.text = site.words("register_file.file_hint")}, .error_message = error,
                                                   .attributes = attr("accept", ".csv,.tsv,.xlsx,.ods")}),
                               whose(site, page),
                               govuk::button({.text = site.words("register_file.look"), .prevent_double_click = true})),
                    templates(site, *page.definition)));
}

Html waiting_file_page(const WaitingFilePage& page, const Site& site) {
  const auto title = site.words(page.accepted ? "register_file.done" : "register_file.would");
  const auto next = p(cls("govuk-body"), link_to(site.local(desk_register_url(page.definition->name)), site.words("register_file.to_records")));
  return frame(site, {.title = title_in(site, title, *page.definition), .trail = desk_trail(site, *page.definition), .has_errors = !page.refusal.empty()},
               join(summary(site, page.refusal, {}), span(cls("govuk-caption-l"), marked(site, page.definition->title)), h1(cls("govuk-heading-l"), title),
                    p(cls("govuk-body-l"), quoted("en", page.name), when(!page.accepted, [&] {
                        return join(": ", site.words("register_file.rows", {{"n", static_cast<int>(page.rows)}}));
                      })),
                    when(!page.organisation_name.empty(), [&] {
                      return p(cls("govuk-body"), site.words("register_file.whose_it_is"), " ", quoted("en", page.organisation_name));
                    }),
                    numbers(site, page), when(!page.accepted, [&] { return join(faults(site, page), columns(site, page), unmapped(site, page), unknown_organisations(site, page), not_asked(site, page), decision(site, page)); }),
                    when(page.accepted, next)));
}

}  // namespace makegood::pages
