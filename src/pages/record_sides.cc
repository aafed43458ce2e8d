// What is this record tied to, and what did its sender add?

#include "pages/record_sides.h"

#include <algorithm>

#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/arise_page.h"
#include "pages/hidden_field.h"
#include "pages/register_fields.h"
#include "pages/register_words.h"

namespace makegood::pages {

using namespace html;

namespace {

std::string kind_key(std::string_view stem, TieTo to) { return std::string(stem) + "." + std::string(word(to)); }

/// "Action 1.5: Publish the pay gap (Fair Work Plan)".
Html words_of(const Site& site, const TieLine& tie) {
  if (!tie.is_seen) return join(site.words(kind_key("tie.unseen", tie.end.to)));
  const auto title = tie.title.empty() ? tie.end.target : tie.title;
  const auto named = join(when(!tie.ref.empty(), [&] { return join(span(cls("mg-ref"), tie.ref), " "); }), quoted("en", title));
  return join(tie.url.empty() ? named : a(cls("govuk-link"), href(site.local(tie.url)), named), " (", quoted("en", tie.place_title), ")");
}

Html step_form(const Site& site, const TiesPage& page, const TieLine& tie, std::string_view what) {
  const std::string key = "tie." + std::string(what);
  return html::form(attr("method", "post"), action(site.local(ties_url(page.definition->name, page.id))), csrf_field(site), hidden("to", word(tie.end.to)),
                    hidden("place", tie.end.place), hidden("target", tie.end.target), hidden("words", page.words), hidden("do", what),
                    govuk::button({.text = join(site.words(key), span(cls("govuk-visually-hidden"), ": ", tie.title)), .prevent_double_click = true,
                                   .classes = "govuk-button--secondary"}));
}

Html made(const Site& site, const TiesPage& page) {
  if (page.ties.empty()) return body_text(site.words("tie.none"));
  return ul(cls("govuk-list govuk-list--spaced"), each(page.ties, [&](const TieLine& tie) {
              return li(words_of(site, tie), tie.made_there ? p(cls("mg-item-note"), site.words("tie.made_there")) : step_form(site, page, tie, "untie"));
            }));
}

Html search(const Site& site, const TiesPage& page) {
  return html::form(attr("method", "get"), action(site.local(ties_url(page.definition->name, page.id))),
                    govuk::input({.name = "words", .label = {.text = site.words("tie.words"), .classes = "govuk-label--s"},
                                  .hint = govuk::HintParams{.text = site.words("tie.words_hint")}, .value = page.words}),
                    govuk::button({.text = site.words("tie.search"), .classes = "govuk-button--secondary"}));
}

Html offered(const Site& site, const TiesPage& page) {
  if (page.words.empty()) return {};
  if (page.offered.empty()) return body_text(site.words("tie.nothing_found"));
  return join(heading_m(site.words("tie.found", {{"n", static_cast<int>(page.offered.size())}})),
              ul(cls("govuk-list govuk-list--spaced"), each(page.offered, [&](const TieLine& tie) { return li(words_of(site, tie), step_form(site, page, tie, "tie")); })));
}

}  // namespace

Url ties_url(std::string_view name, const RecordId& id) { return Url::path({"desk", "registers", name, "records", id.text, "ties"}); }
Url message_url(std::string_view name, const RecordId& id) { return Url::path({"desk", "registers", name, "records", id.text, "message"}); }

Html ties_section(const Site& site, const Definition& definition, const RecordId& id, const std::vector<TieLine>& ties, bool may_tie) {
  if (definition.links.empty() && ties.empty()) return {};
  return section(heading_m(site.words("tie.heading")),
                 ties.empty() ? body_text(site.words("tie.none"))
                              : ul(cls("govuk-list govuk-list--bullet"), each(ties, [&](const TieLine& tie) { return li(words_of(site, tie)); })),
                 when(may_tie && !definition.links.empty(), [&] {
                   const bool to_items = std::find(definition.links.begin(), definition.links.end(), link_word(TieTo::item)) != definition.links.end();
                   return p(cls("govuk-body"), link_to(site.local(ties_url(definition.name, id)), site.words("tie.change")),
                            when(to_items, [&] { return join(" · ", link_to(site.local(arise_url(definition.name, id)), site.words("arise.link"))); }));
                 }));
}

Html message_list(const Site& site, const std::vector<RecordMessage>& messages) {
  return when(!messages.empty(), [&] {
    return ol(cls("govuk-list govuk-list--spaced"), each(messages, [&](const RecordMessage& message) {
                return li(p(cls("mg-item-note"), site.words(message.from_sender ? "message.from_sender" : "message.from_handler"), ", ", moment(site, message.at)),
                          quoted_lines("en", message.text));
              }));
  });
}

Html messages_section(const Site& site, const MessagesShown& shown) {
  if (!shown.definition->gives_receipts()) return {};
  return section(heading_m(site.words("message.heading")), shown.messages->empty() ? body_text(site.words("message.none")) : message_list(site, *shown.messages),
                 when(!shown.once.empty(), [&] {
                   return html::form(attr("method", "post"), action(site.local(message_url(shown.definition->name, shown.id))), csrf_field(site), hidden("once", shown.once),
                                     govuk::textarea({.name = "message", .label = {.text = site.words("message.to_sender"), .classes = "govuk-label--s"},
                                                      .hint = govuk::HintParams{.text = site.words("message.to_sender_hint")}, .value = shown.typed}),
                                     govuk::button({.text = site.words("message.send"), .prevent_double_click = true, .classes = "govuk-button--secondary"}));
                 }));
}

Html ties_page(const TiesPage& page, const Site& site) {
  const auto title = site.words("tie.question");
  const auto record = site.words("register.record", {{"register", in_language(site, page.definition->title)}, {"id", page.id.text}});
  auto trail = desk_trail(site, *page.definition);
  trail.push_back({record_url(page.definition->name, page.id), record, language_of(site, page.definition->title)});
  return frame(site,
               {.title = title,
                .trail = std::move(trail),
                .has_errors = !page.refusal.empty()},
               join(register_faults(site, *page.definition, {}, page.refusal), span(cls("govuk-caption-l"), record), h1(cls("govuk-heading-l"), title), made(site, page),
                    heading_m(site.words("tie.more")), search(site, page), offered(site, page)));
}

}  // namespace makegood::pages
