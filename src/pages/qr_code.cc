#include "pages/qr_code.h"

#include <memory>

#include <fmt/format.h>
#include <qrencode.h>

namespace makegood::pages {

using namespace html;

Html qr_code(const std::string& text, std::string_view label) {
  constexpr int kQuiet = 4, kPixels = 4;  // modules; to a module
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> picture(QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_L, QR_MODE_8, 1), &QRcode_free);
  if (!picture) return {};
  const int width = picture->width;
  std::string dark;
  for (int row = 0; row < width; ++row)
    for (int column = 0; column < width; ++column)
      if ((picture->data[row * width + column] & 1U) != 0) dark += fmt::format("M{} {}h1v1h-1z", column + kQuiet, row + kQuiet);
  const int whole = width + 2 * kQuiet;
  return element("svg", cls("mg-qr"), attr("role", "img"), attr("aria-label", label), attr("width", whole * kPixels), attr("height", whole * kPixels),
                 attr("viewBox", fmt::format("0 0 {0} {0}", whole)), attr("shape-rendering", "crispEdges"),
                 element("rect", attr("width", "100%"), attr("height", "100%"), attr("fill", "#ffffff")), element("path", attr("d", dark), attr("fill", "#000000")));
}

}  // namespace makegood::pages
