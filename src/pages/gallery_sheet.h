#pragma once
// For the golden files: workbooks that came back.

#include "pages/gallery.h"

namespace makegood::pages {

[[nodiscard]] std::vector<GalleryPage> sheet_gallery(Language language);

}  // namespace makegood::pages
