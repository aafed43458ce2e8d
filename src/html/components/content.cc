#include "html/components/content.h"

namespace makegood::html::govuk {
namespace {

Html start_icon() {
  return element("svg", cls("govuk-button__start-icon"), attr("xmlns", "http://www.w3.org/2000/svg"), attr("width", "17.5"),
                 attr("height", "19"), attr("viewBox", "0 0 33 40"), attr("aria-hidden", "true"), attr("focusable", "false"),
                 element("path", attr("fill", "currentColor"), attr("d", "M0 0h13l20 20-20 20H0l20-20z")));
}

}  // namespace

Html button(const ButtonParams& params) {
  const auto common = cls(names({"govuk-button", params.classes, params.is_start_button ? "govuk-button--start" : ""})) +
                      attr("data-module", "govuk-button") + params.attributes + attr_if("id", params.id);
  const auto icon = params.is_start_button ? start_icon() : Html();
  if (!params.href.empty())
    return a(href(params.href), attr("role", "button"), attr("draggable", "false"), common, params.text, icon);
  return html::button(attr("type", params.type), attr_if("value", params.value), attr_if("name", params.name),
                      params.disabled ? flag("disabled") + attr("aria-disabled", "true") : Attributes(),
                      true_or_false("data-prevent-double-click", params.prevent_double_click), common, params.text, icon);
}

Html tag(const TagParams& params) { return strong(classed("govuk-tag", params.classes), params.attributes, params.text); }

Html inset_text(const InsetTextParams& params) {
  return div(attr_if("id", params.id), classed("govuk-inset-text", params.classes), params.attributes, params.text);
}

Html details(const DetailsParams& params) {
  return html::details(attr_if("id", params.id), classed("govuk-details", params.classes), params.attributes, flag("open", params.open),
                       summary(cls("govuk-details__summary"), span(cls("govuk-details__summary-text"), params.summary_text)),
                       div(cls("govuk-details__text"), params.text));
}

Html warning_text(const WarningTextParams& params) {
  return div(classed("govuk-warning-text", params.classes), params.attributes,
             span(cls("govuk-warning-text__icon"), attr("aria-hidden", "true"), "!"),
             strong(cls("govuk-warning-text__text"), span(cls("govuk-visually-hidden"), params.icon_fallback_text), " ", params.text));
}

Html panel(const PanelParams& params) {
  return div(cls(names({"govuk-panel", "govuk-panel--confirmation", params.classes})), params.attributes,
             heading_of(params.heading_level, cls("govuk-panel__title"), params.title_text),
             when(!params.text.empty(), [&] { return div(cls("govuk-panel__body"), params.text); }));
}

Html notification_banner(const NotificationBannerParams& params) {
  const auto* usual_role = params.success ? "alert" : "region";
  const Html said = !params.html.empty()   ? params.html
                    : params.text.empty() ? Html()
                                          : p(cls("govuk-notification-banner__heading"), params.text);
  return div(cls(names({"govuk-notification-banner", params.success ? "govuk-notification-banner--success" : "", params.classes})),
             attr("role", params.role.empty() ? usual_role : params.role), attr("aria-labelledby", params.title_id),
             attr("data-module", "govuk-notification-banner"), true_or_false("data-disable-auto-focus", params.disable_auto_focus),
             params.attributes,
             div(cls("govuk-notification-banner__header"),
                 heading_of(params.title_heading_level, cls("govuk-notification-banner__title") + id(params.title_id),
                            params.title_text.text())),
             div(cls("govuk-notification-banner__content"), said));
}

Html error_summary(const ErrorSummaryParams& params) {
  const auto errors = each(params.error_list, [](const ErrorSummaryItem& item) {
    if (item.href.empty()) return li(item.text);
    return li(a(href(item.href), item.attributes, item.text));
  });
  // The alert is a child of the element that takes the focus, so that it is read out in full.
  return div(classed("govuk-error-summary", params.classes), true_or_false("data-disable-auto-focus", params.disable_auto_focus),
             params.attributes, attr("data-module", "govuk-error-summary"),
             div(attr("role", "alert"), h2(cls("govuk-error-summary__title"), params.title_text),
                 div(cls("govuk-error-summary__body"), when(!params.description_text.empty(), [&] { return p(params.description_text); }),
                     when(!errors.empty(), [&] { return ul(cls("govuk-list govuk-error-summary__list"), errors); }))));
}

}  // namespace makegood::html::govuk
