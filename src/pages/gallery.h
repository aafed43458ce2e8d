#pragma once
// Every page of a small fictional plan, for the golden files and for looking at.

#include <string>
#include <vector>

#include "pages/pages.h"

namespace makegood::pages {

struct GalleryPage {
  std::string name;  ///< of its file, without ".html"
  Html html;
};

/// Who is signed in on the pages of the desk.
inline const Viewer kOfficer{"Coordinator", true, true, "token"};

[[nodiscard]] inline Day day(std::string_view iso) { return Day::parse(iso).value(); }

/// A plan in which every status, kind and doubt occurs.
[[nodiscard]] Plan gallery_plan();
[[nodiscard]] Day gallery_today();
[[nodiscard]] Site gallery_site(Language language, const Url& path);

/// Coming in, one's own account, and who looked at what.
[[nodiscard]] std::vector<GalleryPage> gallery_sign_in(Language language);

/// All pages in one language. Text that people typed is marked with a language throughout.
[[nodiscard]] std::vector<GalleryPage> gallery_pages(Language language);

}  // namespace makegood::pages
