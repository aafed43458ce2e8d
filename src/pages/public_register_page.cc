// What everybody may see of a register: its entries, found by words, fifty to a page.

#include <algorithm>

#include "html/components/content.h"
#include "html/components/fields.h"
#include "html/components/lists.h"
#include "pages/paging.h"
#include "pages/register_fields.h"

namespace makegood::pages {

using namespace html;

namespace {

using Fields = std::vector<const RegisterField*>;

constexpr int kEntriesPerPage = 50;

std::string words_of(const Site& site, const Definition& definition, const RegisterField& field, const Answers& entry) {
  return answer_in_words(site, definition, field, answer(entry, field.name));
}

/// Every word that is looked for stands somewhere in the entry, as it is shown.
bool has_words(const Site& site, const Definition& definition, const Fields& fields, const Answers& entry, const std::vector<std::string>& wanted) {
  std::string all;
  for (const auto* field : fields) all += fold(words_of(site, definition, *field, entry)) + "\n";
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) { return all.find(word) != std::string::npos; });
}

std::vector<const Answers*> found_in(const Site& site, const PublicRegister& page, const Fields& fields) {
  auto wanted = split(fold(squeeze(page.words)), ' ');
  std::erase(wanted, "");
  std::vector<const Answers*> found;
  for (const auto& entry : page.records)
    if (has_words(site, *page.definition, fields, entry, wanted)) found.push_back(&entry);
  return found;
}

/// What an entry is called by: a text that everybody must give, else the first field that is shown.
const RegisterField* name_field(const Fields& fields) {
  const auto named = std::find_if(fields.begin(), fields.end(), [](const RegisterField* field) {
    return field->type == FieldType::string && field->constraints.required && field->frame.empty() && field->refers == Refers::nothing && !field->long_text;
  });
  return named == fields.end() ? fields.front() : *named;
}

Html value_of(const Site& site, const Definition& definition, const RegisterField& field, const Answers& entry) {
  const auto written = std::string(answer(entry, field.name));
  const auto url = field.format == TextFormat::uri ? Url::parse(written) : field.format == TextFormat::email ? Url::parse("mailto:" + written) : Result<Url>(refuse(Fault::invalid_input, ""));
  if (url) return link_to(*url, written);
  return quoted("en", words_of(site, definition, field, entry));
}

Html entry_card(const Site& site, const Definition& definition, const Fields& fields, const Answers& entry) {
  const auto* name = name_field(fields);
  govuk::SummaryListParams list{.card = govuk::SummaryCard{.title = words_of(site, definition, *name, entry), .heading_level = 2}};
  for (const auto* field : fields)
    if (field != name && !answer(entry, field->name).empty())
      list.rows.push_back({.key = {.text = field_words(site, *field)}, .value = {.text = value_of(site, definition, *field, entry)}});
  return govuk::summary_list(list);
}

Html search_form(const Site& site, const PublicRegister& page) {
  return html::form(attr("method", "get"), action(site.local(register_url(page.definition->name))), attr("role", "search"), cls("mg-search"),
                    govuk::input({.name = "words", .label = {.text = site.words("register.public.words")}, .value = page.words, .classes = "govuk-input--width-20"}),
                    govuk::button({.text = site.words("register.public.find"), .classes = "govuk-button--secondary"}));
}

Html entries(const Site& site, const PublicRegister& page) {
  const auto fields = public_fields(*page.definition);
  if (page.records.empty() || fields.empty()) return body_text(site.words("register.none_public"));
  const auto found = found_in(site, page, fields);
  const int pages = std::max(1, (static_cast<int>(found.size()) + kEntriesPerPage - 1) / kEntriesPerPage);
  const int shown = std::clamp(page.page, 1, pages);
  const auto first = static_cast<std::size_t>((shown - 1) * kEntriesPerPage);
  const std::vector<const Answers*> here(found.begin() + static_cast<std::ptrdiff_t>(first), found.begin() + static_cast<std::ptrdiff_t>(std::min(found.size(), first + kEntriesPerPage)));
  return join(search_form(site, page), p(cls("govuk-body"), attr("role", "status"), site.words("register.public.caption", {{"n", static_cast<int>(found.size())}})),
              each(here, [&](const Answers* entry) { return entry_card(site, *page.definition, fields, *entry); }),
              paging(site, shown, pages, [&](int number) {
                return with_query(register_url(page.definition->name), {{"words", page.words}, {"page", std::to_string(number)}});
              }));
}

Html sources(const Site& site, const Definition& definition) {
  if (definition.sources.empty()) return {};
  return join(heading_m(site.words("register.sources")), ul(cls("govuk-list govuk-list--bullet"), each(definition.sources, [&](const Source& source) {
                return li(source.title, ", ", source.dated);
              })));
}

}  // namespace

std::vector<const RegisterField*> public_fields(const Definition& definition) {
  Fields fields;
  for (const auto& field : definition.fields)
    if (field.is_public) fields.push_back(&field);
  return fields;
}

Html public_register_page(const PublicRegister& page, const Site& site) {
  const auto& definition = *page.definition;
  const auto title = in_language(site, definition.title);
  return frame(site, {.title = title, .trail = {{registers_url(), site.words("registers.heading"), ""}}},
               join(h1(cls("govuk-heading-xl"), title), p(cls("govuk-body-l"), in_language(site, definition.purpose)),
                    when(page.may_submit, [&] {
                      return govuk::button({.text = site.words("register.report"), .href = site.local(report_url(definition.name)), .is_start_button = true});
                    }),
                    definition.public_when ? entries(site, page) : body_text(site.words("register.not_public")),
                    when(definition.public_when.has_value(), [&] {
                      return p(cls("govuk-body"), site.words("register.download"), " ", link_to(register_url(definition.name).suffixed(".csv"), "CSV"), ", ",
                               link_to(register_url(definition.name).suffixed(".json"), "JSON"));
                    }),
                    body_text(site.words("register.controllers", {{"names", site.words.list(definition.lawful.controllers)}})), sources(site, definition)));
}

}  // namespace makegood::pages
