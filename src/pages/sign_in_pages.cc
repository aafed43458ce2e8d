#include "pages/sign_in_pages.h"

#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/code_field.h"
#include "pages/fault_summary.h"
#include "pages/page_parts.h"

namespace makegood::pages {

using namespace html;

namespace {


Html page_of(const Site& site, std::string_view heading, const Html& before, const Html& more, bool has_errors = false) {
  const auto words = site.words(heading);
  return frame(site, {.title = words, .has_errors = has_errors}, join(before, h1(cls("govuk-heading-l"), words), more));
}

bool has_errors(const SignInPage& page) { return !page.fault.field.empty() || !page.refusal.empty(); }

Html address_field(const Site& site, const SignInPage& page) {
  return govuk::input({.name = "email",
                       .label = {.text = site.words("sign_in.email"), .classes = "govuk-label--s"},
                       .error_message = fault_of(site, page.fault, "email"),
                       .value = page.address,
                       .type = "email",
                       .autocomplete = "email",
                       .spellcheck = false});
}

Html by_proxy(const Site& site, const SignInPage& page) {
  if (page.proxy.empty()) return {};
  return form(attr("method", "post"), action(site.local("/sign-in/council")),
              p(cls("govuk-body"), site.words("sign_in.council_knows"), " ", quoted("en", page.proxy), "."),
              govuk::button({.text = site.words("sign_in.council_button"), .prevent_double_click = true}));
}

Html operators_way(const Site& site) {
  return govuk::details({.summary_text = site.words("sign_in.operator"), .text = site.words("sign_in.operator_text")});
}

}  // namespace

Html sign_in_page(const SignInPage& page, const Site& site) {
  return page_of(site, "sign_in.heading", fault_summary(site, page.fault, page.refusal, "email"),
                 join(by_proxy(site, page), lead_text(site.words("sign_in.how")),
                      form(attr("method", "post"), action(site.local("/sign-in")), attr("novalidate", ""), address_field(site, page),
                           govuk::button({.text = site.words("sign_in.send"), .prevent_double_click = true})),
                      p(cls("govuk-body"), link_to(site.local("/sign-in/password"), site.words("sign_in.use_password"))), operators_way(site)),
                 has_errors(page));
}

Html sign_in_sent_page(const Site& site) {
  return page_of(site, "sign_in.sent_heading", {},
                 join(lead_text(site.words("sign_in.sent")), body_text(site.words("sign_in.sent_next")),
                      p(cls("govuk-body"), link_to(site.local("/sign-in"), site.words("sign_in.again")))));
}

Html password_sign_in_page(const SignInPage& page, const Site& site) {
  const auto password = govuk::input({.name = "password",
                                      .label = {.text = site.words("sign_in.password"), .classes = "govuk-label--s"},
                                      .error_message = fault_of(site, page.fault, "password"),
                                      .type = "password",
                                      .autocomplete = "current-password",
                                      .spellcheck = false});
  return page_of(site, "sign_in.password_heading", fault_summary(site, page.fault, page.refusal, "password"),
                 join(form(attr("method", "post"), action(site.local("/sign-in/password")), attr("novalidate", ""), address_field(site, page),
                           password, govuk::button({.text = site.words("sign_in.button"), .prevent_double_click = true})),
                      p(cls("govuk-body"), link_to(site.local("/sign-in"), site.words("sign_in.use_link"))), body_text(site.words("sign_in.forgotten"))),
                 has_errors(page));
}

Html sign_in_link_page(const SignInLinkPage& page, const Site& site) {
  return page_of(site, "sign_in.heading", refusal_summary(site, page.refusal, "code"),
                 join(p(cls("govuk-body-l"), site.words("sign_in.as"), " ", quoted("en", page.account), "."),
                      form(attr("method", "post"), action(site.local(Url::path({"sign-in", page.token}))), attr("novalidate", ""),
                           when(page.needs_code, [&] { return code_field(site, page.refusal, site.words("code.hint_sign_in")); }),
                           govuk::button({.text = site.words("sign_in.button"), .prevent_double_click = true})),
                      body_text(site.words("sign_in.note"))),
                 !page.refusal.empty());
}

Html sign_in_refused_page(const Site& site) {
  return page_of(site, "sign_in.refused_heading", {},
                 join(lead_text(site.words("sign_in.refused")), p(cls("govuk-body"), link_to(site.local("/sign-in"), site.words("sign_in.again")))), true);
}

Html sign_out_page(const Site& site) {
  if (!site.viewer) return page_of(site, "sign_out.done", {}, lead_text(site.words("sign_out.done_answer")));
  return page_of(site, "sign_out.heading", {},
                 join(p(cls("govuk-body-l"), site.words("sign_in.signed_in_as"), " ", quoted("en", site.viewer->name), "."),
                      form(attr("method", "post"), action(site.local("/sign-out")), csrf_field(site),
                           govuk::button({.text = site.words("layout.sign_out"), .prevent_double_click = true})),
                      p(cls("govuk-body"), link_to(site.local("/account"), site.words("account.heading")))));
}

}  // namespace makegood::pages
