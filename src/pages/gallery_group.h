#pragma once
// For the golden files: groups, their members and the papers that go round.

#include "pages/gallery.h"

namespace makegood::pages {

[[nodiscard]] std::vector<GalleryPage> group_gallery(Language language);

}  // namespace makegood::pages
