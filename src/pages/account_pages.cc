#include "pages/account_pages.h"

#include "html/components/fields.h"
#include "html/components/lists.h"
#include "pages/code_field.h"
#include "pages/fault_summary.h"
#include "pages/page_parts.h"
#include "pages/qr_code.h"

namespace makegood::pages {

using namespace html;

namespace {


Html page_below(const Site& site, std::string_view heading, const Html& before, const Html& more, bool has_errors = false) {
  const auto words = site.words(heading);
  return frame(site, {.title = words, .trail = {{"/account", site.words("account.heading"), {}}}, .has_errors = has_errors},
               join(before, h1(cls("govuk-heading-l"), words), more));
}

struct Fact {
  std::string_view key;
  std::string value;
  Url change;
  std::string_view change_words;
};

govuk::SummaryRow row_of(const Site& site, const Fact& fact) {
  govuk::SummaryRow row{.key = {site.words(fact.key)}, .value = {fact.value}};
  if (!fact.change_words.empty()) row.actions = {{.href = site.local(fact.change), .text = site.words(fact.change_words), .visually_hidden_text = " " + site.words(fact.key)}};
  return row;
}

std::vector<Fact> facts_of(const Site& site, const AccountPage& page) {
  std::vector<Fact> facts;
  if (page.in_directory) {
    facts.push_back({"account.password", site.words(page.has_password ? "account.is_set" : "account.not_set"), "/account/password",
                     page.has_password ? "account.change" : "account.set_up"});
    facts.push_back({"account.codes", site.words(page.has_codes ? "account.is_set" : "account.not_set"), "/account/codes",
                     page.has_codes ? "account.change" : "account.set_up"});
    if (page.has_codes)
      facts.push_back({"account.recovery_codes", site.words("account.codes_left", {{"n", page.recovery_codes}}), "/account/recovery-codes", "account.renew"});
  }
  facts.push_back({"account.sessions", site.words("account.sessions_count", {{"n", page.sessions}}), "/account/sessions", "account.look"});
  return facts;
}

govuk::InputParams password_field(const Site& site, std::string_view name, std::string_view label, std::string_view autocomplete) {
  return {.name = std::string(name),
          .label = {.text = site.words(label), .classes = "govuk-label--s"},
          .type = "password",
          .autocomplete = std::string(autocomplete),
          .spellcheck = false};
}

Html begin_codes_form(const Site& site) {
  return form(attr("method", "post"), action(site.local("/account/codes/begin")), csrf_field(site), body_text(site.words("codes.step_app")),
              govuk::button({.text = site.words("codes.begin"), .prevent_double_click = true}));
}

Html proof_field(const Site& site, const CodesPage& page) {
  return govuk::input({.name = "proof",
                       .label = {.text = site.words("codes.proof"), .classes = "govuk-label--s"},
                       .hint = govuk::HintParams{.text = site.words("codes.proof_hint")},
                       .error_message = refusal_of(site, page.fault == "proof" ? page.refusal : std::string()),
                       .autocomplete = "off",
                       .spellcheck = false,
                       .classes = "govuk-input--width-20"});
}

Html first_code_form(const Site& site, const CodesPage& page) {
  const auto link = Url::parse(page.link);
  return join(ol(cls("govuk-list govuk-list--number"), li(site.words("codes.step_picture"), qr_code(page.link, site.words("codes.picture"))),
                 li(site.words("codes.step_secret"), " ", code(cls("mg-code"), page.secret),
                    when(link.has_value(), [&] { return join(" ", a(cls("govuk-link"), href(*link), site.words("codes.open_app"))); })),
                 li(site.words("codes.step_code"))),
              form(attr("method", "post"), action(site.local("/account/codes")), attr("novalidate", ""), csrf_field(site),
                   code_field(site, page.fault == "code" ? page.refusal : std::string(), site.words("code.hint_first")),
                   when(page.asks_proof, [&] { return proof_field(site, page); }),
                   govuk::button({.text = site.words("codes.switch_on"), .prevent_double_click = true})));
}

}  // namespace

Html account_page(const AccountPage& page, const Site& site) {
  std::vector<govuk::SummaryRow> rows;
  for (const auto& fact : facts_of(site, page)) rows.push_back(row_of(site, fact));
  const auto words = site.words("account.heading");
  return frame(site, {.title = words},
               join(h1(cls("govuk-heading-l"), words), p(cls("govuk-body-l"), site.words("sign_in.signed_in_as"), " ", quoted("en", page.name), "."),
                    when(!page.in_directory, [&] { return body_text(site.words("account.first")); }),
                    govuk::summary_list({.rows = std::move(rows)}),
                    when(page.has_codes, [&] { return p(cls("govuk-body"), link_to(site.local("/account/codes/off"), site.words("codes.switch_off"))); }),
                    p(cls("govuk-body"), link_to(site.local("/sign-out"), site.words("layout.sign_out")))));
}

Html password_page(const PasswordPage& page, const Site& site) {
  auto current = password_field(site, "current", "password.current", "current-password");
  auto chosen = password_field(site, "chosen", "password.chosen", "new-password");
  chosen.hint = govuk::HintParams{.text = site.words("password.hint")};
  (page.refused_current ? current : chosen).error_message = refusal_of(site, page.refusal);
  return page_below(site, page.has_password ? "password.change_heading" : "password.set_heading",
                    refusal_summary(site, page.refusal, page.refused_current ? "current" : "chosen"),
                    join(lead_text(site.words("password.answer")),
                         form(attr("method", "post"), action(site.local("/account/password")), attr("novalidate", ""), csrf_field(site),
                              when(page.has_password, [&] { return govuk::input(current); }), govuk::input(chosen),
                              govuk::button({.text = site.words("password.save"), .prevent_double_click = true}))),
                    !page.refusal.empty());
}

Html codes_page(const CodesPage& page, const Site& site) {
  const auto why = lead_text(site.words(page.required ? "codes.required" : page.replaces ? "codes.replaces" : "codes.answer"));
  return page_below(site, "codes.heading", refusal_summary(site, page.refusal, page.fault),
                    join(why, page.secret.empty() ? begin_codes_form(site) : first_code_form(site, page)), !page.refusal.empty());
}

Html recovery_codes_page(const std::vector<std::string>& codes, const Site& site) {
  return page_below(site, "recovery.heading", {},
                    join(lead_text(site.words("recovery.answer")),
                         ul(cls("govuk-list"), each(codes, [](const std::string& one) { return li(code(cls("mg-code"), one)); })),
                         body_text(site.words("recovery.once")),
                         p(cls("govuk-body"), link_to(site.local("/desk"), site.words("recovery.kept")))));
}

Html prove_page(const ProvePage& page, const Site& site) {
  const bool off = page.purpose == CodeFor::switching_off;
  const Url to = off ? Url("/account/codes/off") : Url("/account/recovery-codes");
  return page_below(site, off ? "codes.off_heading" : "recovery.renew_heading", refusal_summary(site, page.refusal, "code"),
                    join(lead_text(site.words(off ? "codes.off_answer" : "recovery.renew_answer")),
                         form(attr("method", "post"), action(site.local(to)), attr("novalidate", ""), csrf_field(site),
                              when(page.asks_code, [&] { return code_field(site, page.refusal, site.words("code.hint_sign_in")); }),
                              govuk::button({.text = site.words(off ? "codes.switch_off" : "recovery.renew"), .prevent_double_click = true,
                                             .classes = off ? "govuk-button--warning" : ""}))),
                    !page.refusal.empty());
}

}  // namespace makegood::pages
