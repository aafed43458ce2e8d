#pragma once
// For the golden files: an imported document and how it was read.

#include "extract/extract.h"
#include "pages/gallery.h"
#include "pages/source_excerpt.h"

namespace makegood::pages {

struct GallerySource {
  Document document;
  PlanReading reading;

  [[nodiscard]] SourceView view() const { return {&document, &reading}; }
};
[[nodiscard]] GallerySource gallery_source();

}  // namespace makegood::pages
