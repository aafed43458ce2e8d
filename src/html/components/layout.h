#pragma once
// The whole page: head, skip link, header, navigation, main part, footer. Ours, after the
// package's template, without its inline script (ui/makegood.mjs sets the same classes), the
// crown, the crest or the Crown's copyright line, which belong to gov.uk services.

#include "html/components/wayfinding.h"

namespace makegood::html::govuk {

struct FooterLink {
  Content text;
  Url href;
};

struct FooterParams {
  Wording visually_hidden_title;  ///< "Support links"
  std::vector<FooterLink> items;
  Content text;  ///< a line below them: what it is built with, the licence of the content
};
[[nodiscard]] Html footer(const FooterParams& params);

/// Where the built stylesheet and script are served; see assets.
struct PageAssets {
  Url stylesheet;
  Url script;  ///< none: a page without script
  Url icon;
  Url theme;   ///< a council's own ten lines that set --govuk-brand-colour, or none
};

struct PageParams {
  std::string lang = "en";
  std::string title;  ///< the whole of it: "Plan – Service"
  PageAssets assets;
  SkipLinkParams skip_link;
  GenericHeaderParams header;
  std::optional<ServiceNavigationParams> service_navigation;
  std::optional<LanguageNavigationParams> language_navigation;
  std::optional<PhaseBannerParams> phase_banner;
  Html before_content;  ///< breadcrumbs, back link
  Html content;
  FooterParams footer;
  Url canonical;
  std::vector<LanguageItem> alternates;  ///< the same page in other languages, for <head>
  bool index = true;                     ///< false asks search engines to leave it out
  std::string main_classes;
};
/// A complete document, "<!DOCTYPE html>" included.
[[nodiscard]] Html page(const PageParams& params);

}  // namespace makegood::html::govuk
