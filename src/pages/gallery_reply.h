#pragma once
// For the golden files: the owner's link, what the coordinator does with it, and an item that was reported on.

#include "pages/gallery.h"

namespace makegood::pages {

[[nodiscard]] std::vector<GalleryPage> reply_gallery(Language language);

}  // namespace makegood::pages
