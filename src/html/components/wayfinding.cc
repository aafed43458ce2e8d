#include "html/components/wayfinding.h"

namespace makegood::html::govuk {
namespace {

Attributes current_of(const NavigationItem& item) {
  if (!item.active && !item.current) return {};
  return attr("aria-current", item.current ? "page" : "true");
}

Html navigation_item(const NavigationItem& item) {
  const bool here = item.active || item.current;
  // Strong, so that readers with their own colours still see where they are.
  const Html inner = here ? strong(cls("govuk-service-navigation__active-fallback"), item.text) : join(item.text);
  const Html link = !item.href.empty() ? a(cls("govuk-service-navigation__link"), href(item.href), current_of(item), item.attributes, inner)
                    : item.text.empty() ? Html()
                                        : span(cls("govuk-service-navigation__text"), current_of(item), inner);
  return li(cls(names({"govuk-service-navigation__item", here ? "govuk-service-navigation__item--active" : ""})), link);
}

Html service_name(const ServiceNavigationParams& params) {
  if (params.service_name.empty()) return {};
  return span(cls("govuk-service-navigation__service-name"),
              params.service_url.empty() ? span(cls("govuk-service-navigation__text"), params.service_name)
                                         : a(href(params.service_url), cls("govuk-service-navigation__link"), params.service_name));
}

Html menu_of(const ServiceNavigationParams& params) {
  const auto& items = params.navigation;
  if (items.empty() && params.slot_navigation_start.empty() && params.slot_navigation_end.empty()) return {};
  const auto& menu = params.menu_button_text.text();
  const bool labelled = !params.menu_button_label.empty() && params.menu_button_label != menu;
  const auto toggle = when(params.collapse_navigation_on_mobile.value_or(items.size() > 1), [&] {
    return html::button(attr("type", "button"), cls("govuk-service-navigation__toggle govuk-js-service-navigation-toggle"),
                        attr("aria-controls", params.navigation_id), labelled ? attr("aria-label", params.menu_button_label) : Attributes(),
                        flag("hidden"), attr("aria-hidden", "true"), menu);
  });
  return nav(attr("aria-label", params.navigation_label.empty() ? menu : params.navigation_label),
             classed("govuk-service-navigation__wrapper", params.navigation_classes), toggle,
             ul(cls("govuk-service-navigation__list"), id(params.navigation_id), params.slot_navigation_start,
                each(items, navigation_item), params.slot_navigation_end));
}

Html language_item(const LanguageItem& item) {
  const auto common = attr_if("lang", item.lang) + attr_if("dir", item.dir) + item.attributes;
  if (item.current || item.href.empty())
    return li(cls("govuk-language-navigation__list-item"),
              span(classed("govuk-language-navigation__text", item.classes), attr("aria-current", "true"), common, item.text));
  return li(cls("govuk-language-navigation__list-item"),
            a(classed("govuk-language-navigation__link", item.classes), href(item.href), attr("rel", "alternate"),
              attr_if("hreflang", item.href_lang.empty() ? item.lang : item.href_lang), common, item.text,
              when(!item.language_description_text.empty(),
                   [&] { return span(cls("govuk-visually-hidden"), " ", item.language_description_text); })));
}

Html arrow(bool forward) {
  return element("svg", classed("govuk-pagination__icon", forward ? "govuk-pagination__icon--next" : "govuk-pagination__icon--prev"),
                 attr("xmlns", "http://www.w3.org/2000/svg"), attr("height", "13"), attr("width", "15"), attr("aria-hidden", "true"),
                 attr("focusable", "false"), attr("viewBox", "0 0 15 13"),
                 element("path", attr("d", forward ? "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 "
                                                     "1.4492 6.7441-6.4062-6.7246-6.7266z"
                                                   : "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-"
                                                     "12.984l4.2931-4.293-1.414-1.414z")));
}

Html arrow_link(const PaginationLink& link, bool forward, bool block) {
  const bool labelled = !link.label_text.empty();
  return div(cls(forward ? "govuk-pagination__next" : "govuk-pagination__prev"),
             a(cls("govuk-link govuk-pagination__link"), href(link.href), attr("rel", forward ? "next" : "prev"), link.attributes,
               when(block || !forward, arrow(forward)),
               span(cls(names({"govuk-pagination__link-title", block && !labelled ? "govuk-pagination__link-title--decorated" : ""})),
                    link.text),
               when(labelled && block,
                    [&] {
                      return span(cls("govuk-visually-hidden"), ":") + span(cls("govuk-pagination__link-label"), link.label_text);
                    }),
               when(!block && forward, arrow(forward))));
}

Html page_item(const PaginationItem& item) {
  const auto around = cls(names({"govuk-pagination__item", item.current ? "govuk-pagination__item--current" : "",
                                 item.ellipsis ? "govuk-pagination__item--ellipsis" : ""}));
  if (item.ellipsis) return li(around, "⋯");
  return li(around, a(cls("govuk-link govuk-pagination__link"), href(item.href), attr("aria-label", item.visually_hidden_text.text()),
                      item.current ? attr("aria-current", "page") : Attributes(), item.attributes, item.number));
}

}  // namespace

Html skip_link(const SkipLinkParams& params) {
  return a(href(params.href), classed("govuk-skip-link", params.classes), params.attributes, attr("data-module", "govuk-skip-link"),
           params.text);
}

Html generic_header(const GenericHeaderParams& params) {
  return div(classed("govuk-generic-header", params.classes), params.attributes,
             div(classed("govuk-generic-header__container", params.container_classes),
                 div(cls("govuk-generic-header__logo"),
                     a(href(params.url), cls("govuk-generic-header__homepage-link"), params.logo_text))));
}

Html service_navigation(const ServiceNavigationParams& params) {
  const auto inner =
      div(cls(names({"govuk-width-container", params.slot_end_inline ? "govuk-service-navigation__inlining-container" : ""})),
          params.slot_start, div(cls("govuk-service-navigation__container"), service_name(params), menu_of(params)), params.slot_end);
  const auto common =
      classed("govuk-service-navigation", params.classes) + attr("data-module", "govuk-service-navigation") + params.attributes;
  // With a name it is a region of its own; else the nav inside is landmark enough.
  if (!params.service_name.empty() || !params.slot_start.empty() || !params.slot_end.empty())
    return section(attr("aria-label", params.aria_label.text()), common, inner);
  return div(common, inner);
}

Html language_navigation(const LanguageNavigationParams& params) {
  return nav(classed("govuk-language-navigation", params.classes), params.attributes, attr("aria-label", params.aria_label.text()),
             ul(cls("govuk-language-navigation__list"), each(params.items, language_item)));
}

Html phase_banner(const PhaseBannerParams& params) {
  auto own = params.tag;
  own.classes = names({"govuk-phase-banner__content__tag", params.tag.classes});
  return div(cls(names({"govuk-phase-banner govuk-width-container", params.classes})), params.attributes,
             p(cls("govuk-phase-banner__content"), tag(own), span(cls("govuk-phase-banner__text"), params.text)));
}

Html breadcrumbs(const BreadcrumbsParams& params) {
  const auto items = each(params.items, [](const BreadcrumbItem& item) {
    if (item.href.empty()) return li(cls("govuk-breadcrumbs__list-item"), attr("aria-current", "page"), item.text);
    return li(cls("govuk-breadcrumbs__list-item"), a(cls("govuk-breadcrumbs__link"), href(item.href), item.attributes, item.text));
  });
  return nav(cls(names({"govuk-breadcrumbs", params.classes, params.collapse_on_mobile ? "govuk-breadcrumbs--collapse-on-mobile" : ""})),
             params.attributes, attr("aria-label", params.label_text.text()), ol(cls("govuk-breadcrumbs__list"), items));
}

Html back_link(const BackLinkParams& params) {
  return a(href(params.href), classed("govuk-back-link", params.classes), params.attributes, params.text);
}

Html pagination(const PaginationParams& params) {
  const bool block = params.items.empty() && (params.next || params.previous);
  return nav(cls(names({"govuk-pagination", block ? "govuk-pagination--block" : "", params.classes})),
             attr("aria-label", params.landmark_label.text()), params.attributes,
             when(params.previous.has_value(), [&] { return arrow_link(*params.previous, false, block); }),
             when(!params.items.empty(), [&] { return ul(cls("govuk-pagination__list"), each(params.items, page_item)); }),
             when(params.next.has_value(), [&] { return arrow_link(*params.next, true, block); }));
}

Html tabs(const TabsParams& params) {
  Html list, panels;
  for (std::size_t i = 0; i < params.items.size(); ++i) {
    const auto& item = params.items[i];
    const auto panel_id = item.id.empty() ? params.id_prefix + "-" + std::to_string(i + 1) : item.id;
    list += li(cls(names({"govuk-tabs__list-item", i == 0 ? "govuk-tabs__list-item--selected" : ""})),
               a(cls("govuk-tabs__tab"), href(Url::fragment(panel_id)), item.attributes, item.label));
    panels += div(cls(names({"govuk-tabs__panel", i > 0 ? "govuk-tabs__panel--hidden" : ""})), id(panel_id), item.panel_attributes, item.panel);
  }
  return div(attr_if("id", params.id), classed("govuk-tabs", params.classes), params.attributes, attr("data-module", "govuk-tabs"),
             h2(cls("govuk-tabs__title"), params.title),
             when(!params.items.empty(), [&] { return ul(cls("govuk-tabs__list"), list) + panels; }));
}

}  // namespace makegood::html::govuk
