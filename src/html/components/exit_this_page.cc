#include "html/components/exit_this_page.h"

#include "html/components/content.h"

namespace makegood::html::govuk {

Html exit_this_page(const ExitThisPageParams& params) {
  return div(attr_if("id", params.id), classed("govuk-exit-this-page", params.classes), attr("data-module", "govuk-exit-this-page"), params.attributes,
             attr_if("data-i18n.activated", params.activated_text.text()), attr_if("data-i18n.timed-out", params.timed_out_text.text()),
             attr_if("data-i18n.press-two-more-times", params.press_two_more_times_text.text()),
             attr_if("data-i18n.press-one-more-time", params.press_one_more_time_text.text()),
             button({.text = params.text, .href = params.redirect_url, .classes = "govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button",
                     .attributes = attr("rel", "nofollow noreferrer")}));
}

}  // namespace makegood::html::govuk
