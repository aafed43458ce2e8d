#pragma once
// What every page is given besides its own values: language, words, day, reader.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "html/components/layout.h"
#include "html/html.h"
#include "pages/links.h"
#include "words/words.h"

namespace makegood::pages {

/// Somebody who is signed in.
struct Viewer {
  std::string name;  ///< a post or an account
  bool coordinator = false;
  bool publisher = false;
  std::string csrf;  ///< goes into every form as `csrf`
  bool desk = false;  ///< has a desk, if not for this plan
  bool panel = false;  ///< speaks for the panel, or to it
  bool owner = false;  ///< reports on items, signed in
  bool registers = false;  ///< has a role with which records of some register may be in reach
};

struct Site {
  Words words;
  std::string service_name;
  std::string council_name;
  Day today;
  Url path;                      ///< this page in its English form, query included: "/plans/aberllyn?page=2"
  html::govuk::PageAssets assets;
  std::string base_url;          ///< "https://plans.example.org", for feeds; may be empty
  std::optional<Viewer> viewer;
  bool is_static = false;        ///< one of a folder of files: nothing can be asked of a server

  /// The link in this page's language: "/plans" is "/cy/plans" on a Welsh page.
  [[nodiscard]] Url local(const Url& url) const {
    return words.language() == Language::cy ? url.under("/cy") : url;
  }
  [[nodiscard]] bool is_coordinator() const { return viewer && viewer->coordinator; }
  [[nodiscard]] bool has_desk() const { return viewer && (viewer->desk || viewer->coordinator); }
  [[nodiscard]] bool is_publisher() const { return viewer && viewer->publisher; }
};

/// One step of the way back: where, what it is called, in which language.
struct Step {
  Url url;
  std::string text, language;
};

struct Frame {
  std::string title;          ///< the heading's text
  std::vector<Step> trail;    ///< between the front page and this one
  bool has_errors = false;    ///< the title then begins with "Error: "
};

/// The whole document around `main`.
[[nodiscard]] html::Html frame(const Site& site, const Frame& frame, const html::Html& main);

}  // namespace makegood::pages
