#pragma once
// For the golden files: a small directory, and the pages about it.

#include "pages/gallery.h"

namespace makegood::pages {

/// One council and a police force, with a post that is vacant, one that is delegated, one whose holder left and one without
/// an address.
[[nodiscard]] Directory gallery_directory();
[[nodiscard]] std::vector<GalleryPage> people_gallery(Language language, const Plan& plan);

}  // namespace makegood::pages
