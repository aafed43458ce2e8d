#pragma once
// For the golden files: the tokens of a register, none and several; a form that was refused; a token as it is shown once.

#include "pages/gallery.h"

namespace makegood::pages {

[[nodiscard]] std::vector<GalleryPage> tokens_gallery(Language language);

}  // namespace makegood::pages
