#pragma once
// Where one is and where one can go: header, navigation, languages, breadcrumbs, pages.

#include "html/components/content.h"

namespace makegood::html::govuk {

struct SkipLinkParams {
  Content text;
  Url href = "#main-content";
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html skip_link(const SkipLinkParams& params);

/// The header for bodies that are not on GOV.UK: the organisation's name or logo.
struct GenericHeaderParams {
  Content logo_text;
  Url url = "/";
  std::string container_classes = "govuk-width-container";
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html generic_header(const GenericHeaderParams& params);

struct NavigationItem {
  Content text;
  Url href;
  bool current = false;  ///< this very page
  bool active = false;   ///< this part of the site
  Attributes attributes;
};

struct ServiceNavigationParams {
  std::string service_name;
  Url service_url;
  Wording aria_label;        ///< "Service information"
  Wording menu_button_text;  ///< "Menu"
  std::string menu_button_label;
  std::string navigation_label;  ///< the menu button's text, when empty
  std::string navigation_id = "navigation";
  std::string navigation_classes;
  std::vector<NavigationItem> navigation;
  std::optional<bool> collapse_navigation_on_mobile;  ///< else when there are several
  Html slot_start, slot_end, slot_navigation_start, slot_navigation_end;
  bool slot_end_inline = false;
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html service_navigation(const ServiceNavigationParams& params);

struct LanguageItem {
  Content text;
  Url href;  ///< none for the current language
  bool current = false;
  std::string lang;
  std::string href_lang;  ///< `lang`, when empty
  std::string dir;
  std::string language_description_text;
  std::string classes;
  Attributes attributes;
};

struct LanguageNavigationParams {
  Wording aria_label;  ///< "Language"
  std::vector<LanguageItem> items;
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html language_navigation(const LanguageNavigationParams& params);

struct PhaseBannerParams {
  TagParams tag;
  Content text;
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html phase_banner(const PhaseBannerParams& params);

struct BreadcrumbItem {
  Content text;
  Url href;  ///< none for this page
  Attributes attributes;
};

struct BreadcrumbsParams {
  Wording label_text;  ///< "Breadcrumb"
  std::vector<BreadcrumbItem> items;
  bool collapse_on_mobile = false;
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html breadcrumbs(const BreadcrumbsParams& params);

struct BackLinkParams {
  Content text;
  Url href;
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html back_link(const BackLinkParams& params);

struct PaginationItem {
  std::string number;
  Wording visually_hidden_text;  ///< "Page 3"
  Url href;
  bool current = false;
  bool ellipsis = false;
  Attributes attributes;
};

struct PaginationLink {
  Content text;  ///< "Previous" and, hidden, " page"
  Url href;
  std::string label_text;
  Attributes attributes;
};

struct PaginationParams {
  Wording landmark_label;  ///< "Pagination"
  std::optional<PaginationLink> previous;
  std::optional<PaginationLink> next;
  std::vector<PaginationItem> items;
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html pagination(const PaginationParams& params);

struct TabItem {
  std::string label;
  std::string id;  ///< prefix and number, when empty
  Html panel;
  Attributes attributes;
  Attributes panel_attributes;
};

/// Without script all panels stand below each other.
struct TabsParams {
  Wording title;  ///< "Contents"
  std::string id;
  std::string id_prefix;
  std::vector<TabItem> items;
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html tabs(const TabsParams& params);

}  // namespace makegood::html::govuk
