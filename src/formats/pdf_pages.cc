#include "formats/pdf_pages.h"

#include <algorithm>
#include <array>

namespace makegood::formats {
namespace {

void turn(PdfPage& page, int angle) {
  const auto corner = turned({0, 0, page.width, page.height}, angle);
  const auto move = [&](PdfBox& box) {
    const auto t = turned(box, angle);
    box = {t.x0 - corner.x0, t.y0 - corner.y0, t.x1 - corner.x0, t.y1 - corner.y0};
  };
  for (auto& word : page.words) {
    move(word.box);
    word.angle = (word.angle - angle + 360) % 360;
  }
  for (auto& rule : page.rules) move(rule);
  for (auto& link : page.links) move(link.box);
  page.width = corner.width();
  page.height = corner.height();
}

}  // namespace

void turn_upright(PdfPage& page) {
  std::array<std::size_t, 4> letters{};
  for (const auto& word : page.words) letters[static_cast<std::size_t>(word.angle / 90)] += word.text.size();
  const auto most = std::max_element(letters.begin(), letters.end());
  const auto all = letters[0] + letters[1] + letters[2] + letters[3];
  if (most != letters.begin() && *most * 10 > all * 6) turn(page, static_cast<int>(most - letters.begin()) * 90);
}

void PdfBox::include(const PdfBox& other) {
  x0 = std::min(x0, other.x0);
  y0 = std::min(y0, other.y0);
  x1 = std::max(x1, other.x1);
  y1 = std::max(y1, other.y1);
}

PdfFont PdfFile::font(const PdfWord& word) const {
  const auto i = static_cast<std::size_t>(word.font);
  return word.font >= 0 && i < fonts.size() ? fonts[i] : PdfFont{};
}

PdfBox turned(const PdfBox& box, int angle) {
  switch (angle) {
    case 90:
      return {box.y0, -box.x1, box.y1, -box.x0};
    case 180:
      return {-box.x1, -box.y1, -box.x0, -box.y0};
    case 270:
      return {-box.y1, box.x0, -box.y0, box.x1};
    default:
      return box;
  }
}

}  // namespace makegood::formats
