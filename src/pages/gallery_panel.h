#pragma once
// The pages of the panel, of what slipped and of many items at once, over the plan of the gallery.

#include "pages/gallery.h"

namespace makegood::pages {

/// What owners and panel have said about the gallery's plan by its day.
[[nodiscard]] Progress gallery_progress();
[[nodiscard]] std::vector<GalleryPage> panel_gallery(Language language);

}  // namespace makegood::pages
