#pragma once
// For the golden files: asking for updates, before anybody was asked, with a cycle open, and after it ended.

#include "pages/gallery.h"

namespace makegood::pages {

[[nodiscard]] std::vector<GalleryPage> cycle_gallery(Language language, const Plan& plan);

}  // namespace makegood::pages
