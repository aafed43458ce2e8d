// SPDX-License-Identifier: GPL-3.0-or-later
// The one file that touches poppler's private interface, whose signatures change between
// Debian releases (written for 22.12).

#include <ErrorCodes.h>
#include <GfxFont.h>
#include <GfxState.h>
#include <GlobalParams.h>
#include <Link.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <Page.h>
#include <StructElement.h>
#include <StructTreeRoot.h>
#include <TextOutputDev.h>
#include <UTF.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string_view>

#include "contents.h"

namespace makegood_pdf {
namespace {

constexpr double kThin = 2.0;                // points: what is thicker is a bar or a picture
constexpr double kShort = 3.0;               // points: what is shorter is a glyph or a dash
constexpr std::size_t kMostRules = 200'000;  // of one page
constexpr int kDeepestElement = 60;

void append_utf8(std::string& out, Unicode c) {
  const auto add = [&](Unicode byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    add(c);
  } else if (c < 0x800) {
    add(0xC0U | c >> 6U);
    add(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    add(0xE0U | c >> 12U);
    add(0x80U | (c >> 6U & 0x3FU));
    add(0x80U | (c & 0x3FU));
  } else {
    add(0xF0U | (c >> 18U & 7U));
    add(0x80U | (c >> 12U & 0x3FU));
    add(0x80U | (c >> 6U & 0x3FU));
    add(0x80U | (c & 0x3FU));
  }
}

// A text string of the file's own properties, which may be in either of two encodings.
std::string utf8(const GooString* text) {
  std::string out;
  if (text == nullptr) return out;
  Unicode* letters = nullptr;
  const int n = TextStringToUCS4(text->toStr(), &letters);
  for (int i = 0; i < n; ++i) append_utf8(out, letters[i]);
  gfree(letters);
  return out;
}

bool has(const std::string& name, const char* part) { return name.find(part) != std::string::npos; }

// "ABCDEF+Arial-BoldMT" is Arial-BoldMT: the letters before the plus name a subset.
std::string plain_name(const std::string& name) {
  const auto plus = name.find('+');
  return plus == 6 ? name.substr(7) : name;
}

Font font_of(const TextFontInfo& info) {
  Font font;
  if (info.getFontName() != nullptr) font.name = plain_name(info.getFontName()->toStr());
  font.bold = info.isBold() || has(font.name, "Bold") || has(font.name, "Black") || has(font.name, "Heavy");
  font.italic = info.isItalic() || has(font.name, "Italic") || has(font.name, "Oblique");
  font.symbol = has(font.name, "Symbol") || has(font.name, "Wingding") || has(font.name, "Dingbat");
  return font;
}

int number_of(std::vector<Font>& fonts, const Font& font) {
  const auto found = std::find(fonts.begin(), fonts.end(), font);
  if (found != fonts.end()) return static_cast<int>(found - fonts.begin());
  fonts.push_back(font);
  return static_cast<int>(fonts.size()) - 1;
}

// Words come from poppler's own device; this adds the thin lines, pictures and marks.
class PageDevice : public TextOutputDev {
 public:
  explicit PageDevice(Page& page) : TextOutputDev(nullptr, false, 0, true, false), page_(page) {}

  // Rules and pictures are wanted, so that poppler must not leave out what is no text.
  bool needNonText() override { return true; }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double ox, double oy, CharCode code,
                int bytes, const Unicode* u, int length) override {
    note_mark();
    characters_ += bytes;
    TextOutputDev::drawChar(state, x, y, dx, dy, ox, oy, code, bytes, u, length);
  }
  void incCharCount(int n) override {
    characters_ += n;
    TextOutputDev::incCharCount(n);
  }
  void beginMarkedContent(const char* name, Dict* properties) override {
    int id = std::string_view(name) == "Artifact" ? kArtefact : kNoMark;
    if (properties != nullptr) {
      const auto value = properties->lookup("MCID");
      if (value.isInt() && value.getInt() >= 0) id = value.getInt();
    }
    open_.push_back(id);
  }
  void endMarkedContent(GfxState*) override {
    if (!open_.empty()) open_.pop_back();
  }

  void stroke(GfxState* state) override {
    each_part(state, [&](const GfxSubpath& part) { stroke_part(state, part); });
  }
  void fill(GfxState* state) override {
    each_part(state, [&](const GfxSubpath& part) { fill_part(state, part); });
  }
  void eoFill(GfxState* state) override { fill(state); }

  void drawImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, const int*, bool) override {
    picture(state);
  }
  void drawImageMask(GfxState* state, Object*, Stream*, int, int, bool, bool, bool) override { picture(state); }
  void drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int, bool,
                       bool) override {
    picture(state);
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int,
                           GfxImageColorMap*, bool) override {
    picture(state);
  }

  void processLink(AnnotLink* link) override {
    const auto* to = link->getAction();
    if (to == nullptr || to->getKind() != actionURI) return;
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    link->getRect(&x0, &y0, &x1, &y1);
    Link found;
    to_page(x0, y0, found.box.x0, found.box.y0);
    to_page(x1, y1, found.box.x1, found.box.y1);
    if (found.box.x0 > found.box.x1) std::swap(found.box.x0, found.box.x1);
    if (found.box.y0 > found.box.y1) std::swap(found.box.y0, found.box.y1);
    found.url = static_cast<const LinkURI*>(to)->getURI();
    page_.links.push_back(std::move(found));
  }

  /// The marked content that the character at `position` of the content stream belongs to.
  [[nodiscard]] int mark_at(int position) const {
    const auto after = std::upper_bound(marks_.begin(), marks_.end(), position,
                                        [](int at, const std::pair<int, int>& mark) { return at < mark.first; });
    return after == marks_.begin() ? kNoMark : std::prev(after)->second;
  }

 private:
  // The innermost numbered mark counts: spans within a cell have none of their own.
  void note_mark() {
    int id = kNoMark;
    for (auto mark = open_.rbegin(); mark != open_.rend() && id == kNoMark; ++mark) id = *mark;
    if (marks_.empty() || marks_.back().second != id) marks_.emplace_back(characters_, id);
  }

  void to_page(double x, double y, double& px, double& py) const {
    const auto* m = getDefCTM();
    px = m[0] * x + m[2] * y + m[4];
    py = m[1] * x + m[3] * y + m[5];
  }

  template <class Use>
  void each_part(GfxState* state, Use use) {
    const auto* path = state->getPath();
    if (path == nullptr) return;
    for (int i = 0; i < path->getNumSubpaths() && page_.rules.size() < kMostRules; ++i) use(*path->getSubpath(i));
  }

  void add_rule(Box line) {
    if (line.x0 > line.x1) std::swap(line.x0, line.x1);
    if (line.y0 > line.y1) std::swap(line.y0, line.y1);
    const double wide = line.x1 - line.x0, high = line.y1 - line.y0;
    if (std::min(wide, high) > kThin || std::max(wide, high) < kShort) return;
    if (wide >= high)
      line.y0 = line.y1 = (line.y0 + line.y1) / 2;
    else
      line.x0 = line.x1 = (line.x0 + line.x1) / 2;
    page_.rules.push_back(line);
  }

  void stroke_part(GfxState* state, const GfxSubpath& part) {
    if (state->getTransformedLineWidth() > 2 * kThin) return;
    for (int i = 1; i < part.getNumPoints(); ++i) {
      if (part.getCurve(i) || part.getCurve(i - 1)) continue;
      Box line;
      state->transform(part.getX(i - 1), part.getY(i - 1), &line.x0, &line.y0);
      state->transform(part.getX(i), part.getY(i), &line.x1, &line.y1);
      add_rule(line);
    }
  }

  void fill_part(GfxState* state, const GfxSubpath& part) {
    Box area;
    for (int i = 0; i < part.getNumPoints(); ++i) {
      if (part.getCurve(i)) return;
      double x = 0, y = 0;
      state->transform(part.getX(i), part.getY(i), &x, &y);
      area = i == 0 ? Box{x, y, x, y}
                    : Box{std::min(area.x0, x), std::min(area.y0, y), std::max(area.x1, x), std::max(area.y1, y)};
    }
    add_rule(area);
  }

  // A picture fills the unit square of its own coordinates.
  void picture(GfxState* state) {
    const auto* m = state->getCTM();
    const double page = page_.width * page_.height;
    if (page > 0) page_.images = std::min(1.0, page_.images + std::abs(m[0] * m[3] - m[1] * m[2]) / page);
  }

  Page& page_;
  int characters_ = 0;
  std::vector<int> open_;
  std::vector<std::pair<int, int>> marks_;  // from this character on, this mark
};

void take_words(PageDevice& device, Page& page, std::vector<Font>& fonts) {
  const auto list = device.makeWordList();
  if (!list) return;
  for (int i = 0; i < list->getLength(); ++i) {
    const auto* from = list->get(i);
    if (from->getLength() == 0) continue;
    Word word;
    from->getBBox(&word.box.x0, &word.box.y0, &word.box.x1, &word.box.y1);
    word.font = number_of(fonts, font_of(*from->getFontInfo(0)));
    word.size = from->getFontSize();
    word.angle = from->getRotation() * 90;
    word.mcid = device.mark_at(from->getCharPos());
    const std::unique_ptr<GooString> text(from->getText());
    if (text) word.text = text->toStr();
    page.words.push_back(std::move(word));
  }
}

Page read_page(PDFDoc& document, int number, std::vector<Font>& fonts) {
  Page page;
  page.number = number;
  const int rotate = document.getPageRotate(number) % 360;
  page.rotate = rotate;
  page.width = document.getPageCropWidth(number);
  page.height = document.getPageCropHeight(number);
  if (rotate == 90 || rotate == 270) std::swap(page.width, page.height);
  PageDevice device(page);
  document.displayPage(&device, number, 72, 72, 0, false, true, false);
  take_words(device, page, fonts);
  return page;
}

int span_of(const StructElement& element, Attribute::Type type) {
  const auto* attribute = element.findAttribute(type);
  if (attribute == nullptr || attribute->getValue() == nullptr || !attribute->getValue()->isInt()) return 1;
  return std::clamp(attribute->getValue()->getInt(), 1, 1000);
}

void add_element(PDFDoc& document, const StructElement& from, std::vector<Element>& to, Element& parent, int depth) {
  if (depth > kDeepestElement) return;
  if (from.isContent()) {
    Ref page;
    if (!from.isObjectRef() && from.getPageRef(page))
      parent.content.emplace_back(document.findPage(page), from.getMCID());
    return;
  }
  Element element;
  element.role = from.getTypeName() == nullptr ? "" : from.getTypeName();
  element.rowspan = span_of(from, Attribute::RowSpan);
  element.colspan = span_of(from, Attribute::ColSpan);
  for (unsigned i = 0; i < from.getNumChildren(); ++i)
    add_element(document, *from.getChild(static_cast<int>(i)), element.kids, element, depth + 1);
  to.push_back(std::move(element));
}

std::vector<Element> structure_of(PDFDoc& document) {
  std::vector<Element> elements;
  const auto* root = document.getStructTreeRoot();
  if (root == nullptr) return elements;
  Element top;
  for (unsigned i = 0; i < root->getNumChildren(); ++i)
    add_element(document, *root->getChild(static_cast<int>(i)), elements, top, 0);
  return elements;
}

std::string refusal_of(PDFDoc& document) {
  if (document.isOk() && document.getNumPages() > 0) return {};
  if (document.getErrorCode() == errEncrypted) return "this PDF is locked with a password";
  return "this PDF is damaged or cut short";
}

}  // namespace

Outcome read_contents(const std::string& bytes, const std::function<void(const Page&)>& use) {
  globalParams = std::make_unique<GlobalParams>();
  globalParams->setErrQuiet(true);
  PDFDoc document(new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull)));
  Outcome outcome;
  outcome.refusal = refusal_of(document);
  if (!outcome.refusal.empty()) return outcome;
  auto& contents = outcome.contents;
  contents.title = utf8(document.getDocInfoTitle().get());
  contents.producer = utf8(document.getDocInfoProducer().get());
  const auto catalog = document.getXRef()->getCatalog();
  if (catalog.isDict()) {
    const auto language = catalog.dictLookup("Lang");
    if (language.isString()) contents.language = utf8(language.getString());
  }
  for (int number = 1; number <= document.getNumPages(); ++number) use(read_page(document, number, contents.fonts));
  contents.structure = structure_of(document);
  contents.tagged = !contents.structure.empty();
  return outcome;
}

}  // namespace makegood_pdf
