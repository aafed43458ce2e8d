// What stands around every page: names, navigation, the twin in the other language, the way back.

#include "html/components/layout.h"
#include "pages/pieces.h"

namespace makegood::pages {

using namespace html;

namespace {

bool is_welsh(const Site& site) { return site.words.language() == Language::cy; }

std::vector<govuk::LanguageItem> languages(const Site& site) {
  const auto item = [&](std::string_view key, std::string_view tag, Url address, bool current) {
    return govuk::LanguageItem{.text = site.words(key), .href = std::move(address), .current = current, .lang = std::string(tag)};
  };
  return {item("layout.english", "en", site.path, !is_welsh(site)),
          item("layout.cymraeg", "cy", site.path.under("/cy"), is_welsh(site))};
}

bool leads_to(const Site& site, std::string_view start) {
  const auto path = site.path.view();
  return start == "/" ? path == "/" || path.starts_with("/plans") : path.starts_with(start);
}

std::vector<govuk::NavigationItem> navigation(const Site& site) {
  std::vector<govuk::NavigationItem> items;
  const auto add = [&](std::string_view key, const Url& address) {
    items.push_back({.text = site.words(key), .href = site.local(address), .active = leads_to(site, address.view())});
  };
  add("nav.plans", "/");
  if (!site.is_static) add("nav.search", "/search");
  add("nav.how_we_know", "/how-we-know");
  if (site.viewer && site.viewer->panel) add("nav.panel", "/panel");
  if (site.viewer && site.viewer->owner) add("nav.my_items", "/my-items");
  if (site.viewer && site.viewer->registers && !site.has_desk()) add("nav.my_registers", "/desk/registers");
  if (site.has_desk()) add("nav.desk", "/desk");
  if (!site.viewer && !site.is_static) add("layout.sign_in", "/sign-in");
  if (site.viewer) add("account.heading", "/account");
  if (site.viewer) add("layout.sign_out", "/sign-out");
  return items;
}

govuk::FooterParams footer_of(const Site& site) {
  std::vector<govuk::FooterLink> links;
  const auto add = [&](std::string_view key, const Url& address) {
    links.push_back({.text = site.words(key), .href = site.local(address)});
  };
  add("layout.accessibility", "/accessibility-statement");
  add("layout.privacy", "/privacy");
  add("nav.how_we_know", "/how-we-know");
  if (!site.is_static) add("registers.heading", "/registers");
  add("nav.data", "/data");
  add("nav.verify", "/verify");
  add("nav.corrections", "/corrections");
  const auto draft = when(is_welsh(site), [&] { return p(site.words("layout.draft_welsh")); });
  return {.visually_hidden_title = site.words("layout.support_links"),
          .items = std::move(links),
          .text = join(draft, p(site.words("layout.built_with")))};
}

Html trail(const Site& site, const std::vector<Step>& steps) {
  if (steps.empty()) return {};
  std::vector<govuk::BreadcrumbItem> items = {{.text = site.words("nav.plans"), .href = site.local("/")}};
  for (const auto& step : steps)
    items.push_back({.text = shorten(step.text, 60), .href = site.local(step.url), .attributes = attr_if("lang", step.language)});
  return govuk::breadcrumbs({.label_text = site.words("component.breadcrumbs"), .items = std::move(items)});
}

}  // namespace

Html frame(const Site& site, const Frame& frame, const Html& main) {
  const auto key = frame.has_errors ? "layout.title_error" : "layout.title";
  return govuk::page(
      {.lang = std::string(site.words.tag()),
       .title = site.words(key, {{"page", frame.title}, {"service", site.service_name}}),
       .assets = site.assets,
       .skip_link = {.text = site.words("layout.skip")},
       .header = {.logo_text = site.council_name.empty() ? site.service_name : site.council_name, .url = site.local("/")},
       .service_navigation = govuk::ServiceNavigationParams{.service_name = site.service_name,
                                                            .service_url = site.local("/"),
                                                            .aria_label = site.words("layout.service_information"),
                                                            .menu_button_text = site.words("layout.menu"),
                                                            .navigation_label = site.words("layout.navigation"),
                                                            .navigation = navigation(site)},
       .language_navigation = govuk::LanguageNavigationParams{.aria_label = site.words("layout.language"), .items = languages(site)},
       .before_content = trail(site, frame.trail),
       .content = main,
       .footer = footer_of(site),
       .alternates = languages(site),
       .index = !leads_to(site, "/desk") && !leads_to(site, "/panel") && !leads_to(site, "/my-items")});
}

}  // namespace makegood::pages
