#pragma once
// The pages of a register's forms, files, receipts and records, as they stand in the gallery.

#include "pages/gallery.h"

namespace makegood::pages {

[[nodiscard]] std::vector<GalleryPage> form_gallery(Language language);

}  // namespace makegood::pages
