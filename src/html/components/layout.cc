#include "html/components/layout.h"

namespace makegood::html::govuk {
namespace {

Html head_of(const PageParams& params) {
  const auto& assets = params.assets;
  Html inside = meta(attr("charset", "utf-8")) + title(params.title) +
                meta(attr("name", "viewport"), attr("content", "width=device-width, initial-scale=1, viewport-fit=cover"));
  if (!params.index) inside += meta(attr("name", "robots"), attr("content", "noindex"));
  if (!assets.icon.empty()) inside += Builder::head_link("icon", assets.icon, attr("sizes", "any") + attr("type", "image/svg+xml"));
  if (!params.canonical.empty()) inside += Builder::head_link("canonical", params.canonical);
  for (const auto& other : params.alternates)
    if (!other.href.empty()) inside += Builder::head_link("alternate", other.href, attr("hreflang", other.lang));
  inside += Builder::head_link("stylesheet", assets.stylesheet);
  if (!assets.theme.empty()) inside += Builder::head_link("stylesheet", assets.theme);
  if (!assets.script.empty()) inside += Builder::module_script(assets.script);
  return head(inside);
}

Html header_of(const PageParams& params) {
  return header(cls("govuk-template__header"), generic_header(params.header),
                when(params.service_navigation.has_value(), [&] { return service_navigation(*params.service_navigation); }));
}

}  // namespace

Html footer(const FooterParams& params) {
  const auto links = each(params.items, [](const FooterLink& link) {
    return li(cls("govuk-footer__inline-list-item"), a(cls("govuk-footer__link"), href(link.href), link.text));
  });
  return div(cls("govuk-footer mg-footer"),
             div(cls("govuk-width-container"),
                 div(cls("govuk-footer__meta"),
                     div(cls("govuk-footer__meta-item govuk-footer__meta-item--grow"),
                         h2(cls("govuk-visually-hidden"), params.visually_hidden_title),
                         when(!links.empty(), [&] { return ul(cls("govuk-footer__inline-list"), links); }),
                         when(!params.text.empty(), [&] { return div(cls("govuk-footer__meta-custom"), params.text); })))));
}

Html page(const PageParams& params) {
  const auto before = when(params.language_navigation.has_value(), [&] { return language_navigation(*params.language_navigation); }) +
                      params.before_content;
  const auto inside = body(
      cls("govuk-template__body"), skip_link(params.skip_link), header_of(params),
      when(params.phase_banner.has_value(), [&] { return phase_banner(*params.phase_banner); }),
      div(cls("govuk-width-container"), before,
          main_element(classed("govuk-main-wrapper", params.main_classes), id("main-content"), params.content)),
      html::footer(cls("govuk-template__footer"), footer(params.footer)));
  return Builder::document(element("html", lang(params.lang), cls("govuk-template"), head_of(params), inside));
}

}  // namespace makegood::html::govuk
