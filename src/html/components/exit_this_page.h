#pragma once
// The way out at once, for pages on which somebody may come to harm. It stays in sight while the page is scrolled; with
// script, three presses of Shift do the same and what was shown is covered first.

#include "html/components/parts.h"

namespace makegood::html::govuk {

struct ExitThisPageParams {
  Content text;
  Url redirect_url;
  Wording activated_text;              ///< "Loading."; an empty word of these four is left out
  Wording timed_out_text;              ///< "Exit this page expired."
  Wording press_two_more_times_text;   ///< "Shift, press 2 more times to exit."
  Wording press_one_more_time_text;    ///< "Shift, press 1 more time to exit."
  std::string id;
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html exit_this_page(const ExitThisPageParams& params);

}  // namespace makegood::html::govuk
