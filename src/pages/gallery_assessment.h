#pragma once
// The pages of an assessment, as they are looked at and kept as golden files.

#include "pages/gallery.h"

namespace makegood::pages {

[[nodiscard]] std::vector<GalleryPage> assessment_gallery(Language language);

}  // namespace makegood::pages
