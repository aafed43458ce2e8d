#pragma once
// For the golden files: what data protection asks of registers.

#include "pages/gallery.h"

namespace makegood::pages {

[[nodiscard]] std::vector<GalleryPage> protection_gallery(Language language);

}  // namespace makegood::pages
