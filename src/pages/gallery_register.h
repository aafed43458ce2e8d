#pragma once
// For the golden files: what a register tells, when nothing stands out and when everything does.

#include "pages/gallery.h"

namespace makegood::pages {

[[nodiscard]] std::vector<GalleryPage> register_gallery(Language language);

}  // namespace makegood::pages
