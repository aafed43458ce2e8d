#pragma once
// What a page's markup says of its parts, looked over before they are read. A council's page is
// mostly not its plan: menus, cookie notices, breadcrumbs, "Is this page useful?". And what is the
// plan may be folded away, behind buttons whose words are its headings. Internal to the HTML reader.

#include <gumbo.h>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "document/document.h"

namespace makegood::formats {

class HtmlPage {
 public:
  explicit HtmlPage(const GumboNode* root);

  [[nodiscard]] const std::string& title() const { return title_; }
  [[nodiscard]] const std::string& language() const { return language_; }
  /// The page's main parts, where it marks them and they hold its content; else empty.
  [[nodiscard]] const std::vector<const GumboNode*>& main() const { return main_; }

  /// Not of the document but of the page around it, by the names that its author gave the part:
  /// cookie notices, skip links, breadcrumbs, sharing, feedback, related links, pages of results.
  /// Never what holds a first-level heading, a table or the text of a page.
  [[nodiscard]] bool is_furniture(const GumboNode* node) const { return furniture_.contains(node); }

  /// A button, tab or link that opens a part of this page.
  [[nodiscard]] bool is_opener(const GumboNode* node) const { return openers_.contains(node); }
  /// A part that somebody opens, and that is hidden only until then.
  [[nodiscard]] bool is_panel(const GumboNode* node) const;
  /// Named by an opener as what it opens.
  [[nodiscard]] bool is_target(const GumboNode* node) const;
  /// The words of the opener, where they stand in no heading: they are the part's own. Or empty;
  /// given once.
  [[nodiscard]] std::string take_panel_label(const GumboNode* node);
  /// An opener whose words come with its panel, wherever it stands itself.
  [[nodiscard]] bool is_said_at_panel(const GumboNode* node) const { return said_at_panel_.contains(node); }

 private:
  struct Place {
    bool in_main = false, in_article = false, in_heading = false;
  };
  void look_at(const GumboNode* node, Place place);
  void look_at_children(const GumboNode* node, Place place);
  void note_opener(const GumboNode* node, Place place);
  void settle();

  std::string title_, language_;
  std::vector<const GumboNode*> main_;
  std::size_t tables_in_main_ = 0, tables_outside_ = 0;
  std::unordered_set<const GumboNode*> furniture_, openers_, said_at_panel_;
  std::set<std::string, std::less<>> ids_;
  std::map<std::string, const GumboNode*, std::less<>> targets_;  // panel's id -> its opener in no heading, or null
};

/// The words in a node, squeezed; what an opener says of itself ("Show", "▼") left out.
[[nodiscard]] std::string words_in(const GumboNode* node);
/// The words of class and id: "page__cookieBanner x" -> page, cookie, banner, x.
[[nodiscard]] std::vector<std::string> names_of(const GumboNode* node);
/// Within an opener: a word or sign about opening it, no part of what it opens.
[[nodiscard]] bool is_sign_of_opener(const GumboNode* node);
/// "Skip to main content", "Last updated: 12 May 2025", a link "Download the plan (PDF)": lines of
/// every page.
[[nodiscard]] bool is_line_of_every_page(const Block& block);

}  // namespace makegood::formats
