// What everybody may see of a register: its entries, found by words, fifty to a page. A page begins
// where the one before ended, as a list at the desk does: no page costs more than the first.

#include <algorithm>

#include "html/components/content.h"
#include "html/components/fields.h"
#include "html/components/lists.h"
#include "pages/receipt_page.h"
#include "pages/register_fields.h"
#include "pages/register_words.h"

namespace makegood::pages {

using namespace html;

namespace {

using Fields = std::vector<const RegisterField*>;

std::string words_of(const Site& site, const Definition& definition, const RegisterField& field, const Answers& entry) {
  return answer_in_words(site, definition, field, answer(entry, field.name));
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
  return marked_answer(site, definition, field, written);
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
                    govuk::input({.name = "words", .label = {.text = site.words("register.public.words")}, .value = page.words}),
                    govuk::button({.text = site.words("register.public.find"), .classes = "govuk-button--secondary"}));
}

/// How many there are, or that there may be more than words find.
Html caption(const Site& site, const PublicRegister& page) {
  const bool stopped = !squeeze(page.words).empty() && page.list.found >= kMostFound;
  return p(cls("govuk-body govuk-!-margin-top-4"), attr("role", "status"), site.words(stopped ? "register.public.stopped" : "register.public.caption", {{"n", static_cast<int>(page.list.found)}}));
}

Html entries(const Site& site, const PublicRegister& page) {
  const auto here = site.local(register_url(page.definition->name));
  const auto fields = public_fields(*page.definition);
  const bool narrowed = !squeeze(page.words).empty();
  if (fields.empty() || (page.list.found == 0 && !narrowed)) return body_text(site.words("register.none_public"));
  return join(search_form(site, page), caption(site, page),
              each(page.list.entries, [&](const Answers& entry) { return entry_card(site, *page.definition, fields, entry); }),
              when(!page.after.empty(), [&] { return p(cls("govuk-body"), link_to(published_from(here, page.words, ""), site.words("register.public.first"))); }),
              when(!page.list.next.empty(), [&] { return p(cls("govuk-body"), link_to(published_from(here, page.words, page.list.next), site.words("register.public.more"))); }));
}

/// A file has what is shown, from the entry on with which the page begins.
Html downloads(const Site& site, const PublicRegister& page) {
  const auto all = register_url(page.definition->name);
  const auto file = [&](const Url& whole, std::string_view kind) { return link_to(published_from(whole, page.words, page.after), kind); };
  return join(p(cls("govuk-body"), site.words("register.download"), " ", file(all.suffixed(".csv"), "CSV"), ", ", file(all.suffixed(".json"), "JSON")),
              when(page.list.found > kMostPublished, [&] { return body_text(site.words("register.public.in_parts", {{"n", kMostPublished}})); }));
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

Url published_from(const Url& all, std::string_view words, std::string_view after) {
  return with_query(all, {{"words", std::string(words)}, {"after", std::string(after)}});
}

Html public_register_page(const PublicRegister& page, const Site& site) {
  const auto& definition = *page.definition;
  const auto title = in_language(site, definition.title);
  return frame(site, {.title = title, .trail = {{registers_url(), site.words("registers.heading"), ""}}},
               join(h1(cls("govuk-heading-xl"), title), p(cls("govuk-body-l"), in_language(site, definition.purpose)),
                    when(page.may_submit, [&] {
                      return govuk::button({.text = site.words("register.report"), .href = site.local(report_url(definition.name)), .is_start_button = true});
                    }),
                    when(definition.gives_receipts(), [&] { return p(cls("govuk-body"), link_to(site.local(receipt_url(definition.name)), site.words("receipt.question"))); }),
                    definition.public_when ? entries(site, page) : body_text(site.words("register.not_public")),
                    when(definition.public_when.has_value(), [&] { return downloads(site, page); }),
                    body_text(site.words("register.controllers", {{"names", site.words.list(definition.lawful.controllers)}})), sources(site, definition)));
}

}  // namespace makegood::pages
