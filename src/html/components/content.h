#pragma once
// Pieces of a page: button, tag, banner, warning, panel, details, inset text, error summary.

#include "html/components/parts.h"

namespace makegood::html::govuk {

/// With `href` a link that looks like a button, else a button of a form.
struct ButtonParams {
  Content text;
  Url href;
  std::string name;
  std::string value;
  std::string type = "submit";
  std::string id;
  bool disabled = false;
  bool is_start_button = false;
  std::optional<bool> prevent_double_click;
  std::string classes;  ///< govuk-button--secondary, --warning, --inverse
  Attributes attributes;
};
[[nodiscard]] Html button(const ButtonParams& params);

struct TagParams {
  Content text;
  std::string classes;  ///< govuk-tag--grey, --green, --turquoise, --blue, --purple, --pink, --red, --orange, --yellow
  Attributes attributes;
};
[[nodiscard]] Html tag(const TagParams& params);

struct InsetTextParams {
  Content text;
  std::string id;
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html inset_text(const InsetTextParams& params);

struct DetailsParams {
  Content summary_text;
  Content text;
  std::string id;
  bool open = false;
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html details(const DetailsParams& params);

struct WarningTextParams {
  Content text;
  Wording icon_fallback_text;  ///< "Warning"
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html warning_text(const WarningTextParams& params);

/// The confirmation panel.
struct PanelParams {
  Content title_text;
  Content text;
  int heading_level = 1;
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html panel(const PanelParams& params);

struct NotificationBannerParams {
  Content text;        ///< one line, which becomes the banner's heading
  Html html;           ///< or markup, which is taken as it is
  Wording title_text;  ///< "Important" or "Success"
  bool success = false;  ///< the package's type "success": green, and said at once
  std::string role;
  std::string title_id = "govuk-notification-banner-title";
  int title_heading_level = 2;
  std::optional<bool> disable_auto_focus;
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html notification_banner(const NotificationBannerParams& params);

struct ErrorSummaryItem {
  Content text;
  Url href;  ///< "#id" of the field
  Attributes attributes;
};

struct ErrorSummaryParams {
  Content title_text;  ///< "There is a problem"
  std::vector<ErrorSummaryItem> error_list;
  Content description_text;
  std::optional<bool> disable_auto_focus;
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html error_summary(const ErrorSummaryParams& params);

}  // namespace makegood::html::govuk
