#pragma once
// Reports, editions, indicators, the timeline and what stands around publication, over the plan of the gallery.

#include "pages/gallery.h"

namespace makegood::pages {

[[nodiscard]] std::vector<GalleryPage> report_gallery(Language language, const Plan& plan);

}  // namespace makegood::pages
