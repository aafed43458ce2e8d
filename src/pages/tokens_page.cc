// The tokens of a register in a table, newest first, and the form for a new one.

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "html/components/lists.h"
#include "pages/fault_summary.h"
#include "pages/page_parts.h"
#include "pages/register_fields.h"
#include "pages/register_pages.h"
#include "pages/register_words.h"
#include "pages/token_pages.h"

namespace makegood::pages {

using namespace html;

namespace {

std::string may_words(const Site& site, const TokenLine& token) {
  return site.words(token.may_read && token.may_write ? "token.may.both" : token.may_read ? "token.may.read" : "token.may.write");
}

Html standing(const Site& site, const TokenLine& token) {
  if (token.revoked) return govuk::tag({.text = site.words("token.revoked", {{"date", *token.revoked}}), .classes = "govuk-tag--grey"});
  if (token.ended) return govuk::tag({.text = site.words("token.ended", {{"date", token.until}}), .classes = "govuk-tag--grey"});
  return day(site, token.until);
}

Html revoke_button(const Site& site, const TokensPage& page, const TokenLine& token) {
  if (token.revoked || token.ended) return {};
  return form(attr("method", "post"), action(site.local(Url::path({"desk", "registers", page.definition->name, "tokens", token.id, "revoke"}))), csrf_field(site),
              govuk::button({.text = join(site.words("token.revoke"), span(cls("govuk-visually-hidden"), " ", quoted("en", token.system), " ", token.id)),
                             .classes = "govuk-button--secondary govuk-!-margin-bottom-0"}));
}

std::vector<govuk::TableCell> row_of(const Site& site, const TokensPage& page, const TokenLine& token) {
  return {{.text = join(quoted("en", token.system), div(cls("mg-item-note"), token.id))},
          {.text = join(when(!token.organisation.empty(), [&] { return div(quoted("en", token.organisation)); }), div(site.words("role." + token.role)), div(may_words(site, token)))},
          {.text = join(div(site.words("token.made_on", {{"date", token.made}})),
                        div(token.used ? site.words("token.used", {{"date", *token.used}}) : site.words("token.never_used")))},
          {.text = join(standing(site, token), revoke_button(site, page, token))}};
}

Html list_of(const Site& site, const TokensPage& page) {
  if (page.tokens.empty()) return body_text(site.words("token.none"));
  govuk::TableParams table{.caption = site.words("token.list"), .caption_classes = "govuk-table__caption--m",
                           .head = {{.text = site.words("token.system")}, {.text = site.words("token.may")}, {.text = site.words("token.use")}, {.text = site.words("token.standing")}}};
  for (const auto& token : page.tokens) table.rows.push_back(row_of(site, page, token));
  table.first_cell_is_header = true;
  return in_scroll(site.words("token.list"), govuk::table(table));
}

std::optional<govuk::ErrorMessageParams> error_at(const Site& site, const TokensPage& page, std::string_view field) {
  return page.fault == field ? refusal_of(site, page.refusal) : std::nullopt;
}

Html organisation_field(const Site& site, const TokensPage& page) {
  if (page.organisations.empty()) return {};
  std::vector<govuk::SelectItem> items{{.text = site.words("token.choose"), .value = ""}};
  for (const auto& organisation : page.organisations) items.push_back({.text = organisation.name, .value = organisation.id});
  return govuk::select({.name = "organisation", .label = {.text = site.words("token.organisation"), .classes = "govuk-label--s"},
                        .hint = govuk::HintParams{.text = site.words("token.organisation_hint")}, .error_message = error_at(site, page, "organisation"),
                        .items = std::move(items), .value = page.typed.organisation});
}

Html role_field(const Site& site, const TokensPage& page) {
  std::vector<govuk::ChoiceItem> items;
  for (const auto& role : page.roles) items.push_back({.value = role, .text = site.words("role." + role)});
  return govuk::radios({.name = "role", .fieldset = govuk::FieldsetParams{.legend = {.text = site.words("token.role"), .classes = "govuk-fieldset__legend--s"}},
                        .hint = govuk::HintParams{.text = site.words("token.role_hint")}, .error_message = error_at(site, page, "role"), .items = std::move(items),
                        .value = page.typed.role});
}

Html may_field(const Site& site, const TokensPage& page) {
  return govuk::checkboxes({.name = "may", .fieldset = govuk::FieldsetParams{.legend = {.text = site.words("token.may"), .classes = "govuk-fieldset__legend--s"}},
                            .error_message = error_at(site, page, "may"),
                            .items = {{.value = "read", .text = site.words("token.may.read")}, {.value = "write", .text = site.words("token.may.write")}},
                            .values = page.typed.may});
}

Html new_token(const Site& site, const TokensPage& page) {
  return section(attr("aria-labelledby", "new"), heading_m(site.words("token.new"), "new"),
                 form(attr("method", "post"), action(site.local(tokens_url(page.definition->name))), attr("novalidate", ""), csrf_field(site),
                      govuk::input({.name = "system", .label = {.text = site.words("token.system"), .classes = "govuk-label--s"},
                                    .hint = govuk::HintParams{.text = site.words("token.system_hint")}, .error_message = error_at(site, page, "system"),
                                    .value = page.typed.system}),
                      organisation_field(site, page), role_field(site, page), may_field(site, page),
                      day_field(site, {.name = "until", .legend = site.words("token.until_field"), .hint = site.words("token.until_hint"), .value = page.typed.until,
                                       .error = error_at(site, page, "until")}),
                      govuk::button({.text = site.words("token.make"), .prevent_double_click = true})));
}

/// Where the summary's link leads: a date's first box, a group's first choice.
std::string anchor(std::string_view fault) { return fault == "until" ? "until-day" : std::string(fault); }

Html frame_of(const Site& site, const Definition& definition, const std::string& heading, bool has_errors, const Html& main) {
  const auto title = in_language(site, definition.title);
  return frame(site, {.title = title + ": " + heading,
                      .trail = desk_trail(site, definition), .has_errors = has_errors}, main);
}

}  // namespace

Url tokens_url(std::string_view register_name) { return Url::path({"desk", "registers", register_name, "tokens"}); }

TokenForm token_form_from(const QueryPairs& pairs) {
  TokenForm form{.system = field(pairs, "system"), .organisation = field(pairs, "organisation"), .role = field(pairs, "role"), .may = {}, .until = date_fields_from(pairs, "until")};
  for (const auto& [name, value] : pairs)
    if (name == "may") form.may.push_back(value);
  return form;
}

Html tokens_page(const TokensPage& page, const Site& site) {
  const auto heading = site.words("token.heading");
  return frame_of(site, *page.definition, heading, !page.refusal.empty(),
                  join(refusal_summary(site, page.refusal, anchor(page.fault)), span(cls("govuk-caption-l"), in_language(site, page.definition->title)),
                       h1(cls("govuk-heading-l"), heading), p(cls("govuk-body"), site.words("token.what")), list_of(site, page), new_token(site, page)));
}

Html token_made_page(const TokenMade& made, const Site& site) {
  const auto heading = site.words("token.made");
  return frame_of(site, *made.definition, heading, false,
                  join(span(cls("govuk-caption-l"), quoted("en", made.token.system)), h1(cls("govuk-heading-l"), heading), lead_text(site.words("token.once")),
                       govuk::inset_text({.text = code(cls("mg-secret"), made.secret)}), body_text(site.words("token.use_it")),
                       p(cls("govuk-body"), link_to(site.local(tokens_url(made.definition->name)), site.words("token.back")))));
}

}  // namespace makegood::pages
