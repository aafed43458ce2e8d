#pragma once
// Running headers, footers and page numbers: lines at the edge of a page that come again on others.

#include <vector>

#include "formats/pdf_pages.h"

namespace makegood::formats {

/// Takes them out of the pages. A line at the edge of the page counts where it comes again, but
/// for its numbers, at the same height on at least two pages and two fifths of all; a number alone
/// ("7", "Page 7 of 12", "vii") where two pages have one.
void drop_furniture(PdfFile& file);

}  // namespace makegood::formats
