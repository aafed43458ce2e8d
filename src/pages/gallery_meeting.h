#pragma once
// For the golden files: a meeting's form.

#include "pages/gallery.h"

namespace makegood::pages {

[[nodiscard]] std::vector<GalleryPage> meeting_gallery(Language language);

}  // namespace makegood::pages
