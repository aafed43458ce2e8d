#pragma once
// Following a plan or a part of it by e-mail or feed: asking, confirming, ending.

#include "pages/pieces.h"
#include "report/publication.h"

namespace makegood::pages {

/// One thing to follow, as the form sends it ("theme:3") and as people read it.
struct FollowChoice {
  std::string about, title;
};

/// `/plans/SLUG/follow`: how can I hear of changes?
struct FollowPage {
  std::string slug, plan_title, language = "en";
  std::vector<FollowChoice> themes, owners;
  std::optional<FollowChoice> item;  ///< the item that one came from
  std::string about = "plan", email; ///< as chosen and typed
  std::string fault_field;           ///< "email" or "about"; empty = none
  std::string refusal;               ///< in one sentence
  std::optional<PublicationHold> hold = {};  ///< why nobody can ask for letters now
};
[[nodiscard]] Html follow_page(const FollowPage& page, const Site& site);
/// The letter with the link is on its way, whoever the address belongs to.
[[nodiscard]] Html follow_asked_page(const Site& site, const FollowPage& page);

/// `/follow/confirm/TOKEN`: the button that begins it, and what stands there once it was pressed.
struct ConfirmPage {
  std::string token, slug, title, language = "en";
  bool done = false;
};
[[nodiscard]] Html confirm_page(const ConfirmPage& page, const Site& site);

/// `/follow/stop/TOKEN`: what one follows, and the buttons that end it.
struct StopPage {
  struct Line {
    std::string id, plan_title, title;
  };
  std::string token;
  std::vector<Line> following;  ///< empty = it has ended
};
[[nodiscard]] Html stop_page(const StopPage& page, const Site& site);
[[nodiscard]] Html follow_refused_page(const Site& site);  ///< the link is not known, or has ended

/// /plans/SLUG/follow, with what is to be chosen there.
[[nodiscard]] Url follow_url(std::string_view slug, std::string_view about = {});
/// The feed of a part: /plans/SLUG/history.atom?about=theme:3
[[nodiscard]] Url feed_url(std::string_view slug, std::string_view about);

}  // namespace makegood::pages
