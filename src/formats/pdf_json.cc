#include "formats/pdf_json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/json_depth.h"

namespace makegood::formats {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostParts = 2'000'000;  // words and rules of all pages
constexpr int kDeepest = 300;                  // of the JSON: elements are two levels each
constexpr double kFarthest = 1e6;              // points

double number_in(const Json& list, std::size_t i) {
  const double value = list.is_array() && i < list.size() && list[i].is_number() ? list[i].get<double>() : 0;
  return std::isfinite(value) ? std::clamp(value, -kFarthest, kFarthest) : 0;
}
int whole_in(const Json& list, std::size_t i) { return static_cast<int>(number_in(list, i)); }

double number_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  const double value = found != object.end() && found->is_number() ? found->get<double>() : 0;
  return std::isfinite(value) ? std::clamp(value, -kFarthest, kFarthest) : 0;
}
bool flag_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_boolean() && found->get<bool>();
}
std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}
const Json& list_of(const Json& object, const char* key) {
  static const Json kNone = Json::array();
  const auto found = object.find(key);
  return found != object.end() && found->is_array() ? *found : kNone;
}

PdfBox box_of(const Json& list) {
  PdfBox box{number_in(list, 0), number_in(list, 1), number_in(list, 2), number_in(list, 3)};
  if (box.x0 > box.x1) std::swap(box.x0, box.x1);
  if (box.y0 > box.y1) std::swap(box.y0, box.y1);
  return box;
}

// Ligatures are letters; a soft hyphen is kept, for the lines to join; controls are nothing.
std::string clean_word(const std::string& text) {
  static constexpr std::array<std::string_view, 7> kLigatures = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto from = at;
    const auto c = next_code_point(text, at);
    if (c >= 0xFB00 && c <= 0xFB06)
      out += kLigatures[c - 0xFB00];
    else if (is_space(c))
      out += out.ends_with(' ') ? "" : " ";
    else if (c >= 0x20 && c != 0x7F && c != 0xFEFF && c != 0x200B)
      out.append(text, from, at - from);
  }
  return std::string(trim(out));
}

PdfWord word_of(const Json& list) {
  PdfWord word;
  word.box = box_of(list);
  word.font = whole_in(list, 4);
  word.size = number_in(list, 5);
  word.angle = ((whole_in(list, 6) / 90) % 4 + 4) % 4 * 90;
  word.mcid = whole_in(list, 7);
  if (list.is_array() && list.size() > 8 && list[8].is_string())
    word.text = clean_word(list[8].get_ref<const std::string&>());
  return word;
}

PdfPage page_of(const Json& json) {
  PdfPage page;
  page.width = number_of(json, "width");
  page.height = number_of(json, "height");
  page.images = number_of(json, "images");
  for (const auto& entry : list_of(json, "words"))
    if (auto word = word_of(entry); !word.text.empty()) page.words.push_back(std::move(word));
  for (const auto& entry : list_of(json, "rules")) page.rules.push_back(box_of(entry));
  for (const auto& entry : list_of(json, "links"))
    if (entry.is_array() && entry.size() > 4 && entry[4].is_string())
      page.links.push_back({box_of(entry), entry[4].get<std::string>()});
  return page;
}

PdfElement element_of(const Json& json) {
  PdfElement element;
  element.role = text_of(json, "role");
  element.row_span = std::clamp(static_cast<int>(number_of(json, "rowspan")), 1, 1000);
  element.column_span = std::clamp(static_cast<int>(number_of(json, "colspan")), 1, 1000);
  for (const auto& at : list_of(json, "content")) element.content.emplace_back(whole_in(at, 0), whole_in(at, 1));
  for (const auto& kid : list_of(json, "kids")) element.kids.push_back(element_of(kid));
  return element;
}

tl::unexpected<Refusal> not_ours() {
  return refuse(Fault::unreadable, "This PDF could not be read: the PDF reader's answer makes no sense.");
}

}  // namespace

Result<PdfFile> parse_pdf_json(std::string_view text) {
  if (json_depth(text) > kDeepest) return not_ours();
  PdfFile file;
  std::size_t parts = 0;
  // Each page is taken as soon as it is parsed, and then let go: the tree of all would be large.
  const auto take_page = [&](int depth, Json::parse_event_t event, Json& parsed) {
    if (event != Json::parse_event_t::object_end || depth != 2 || !parsed.contains("words")) return true;
    if (parts > kMostParts) return false;
    file.pages.push_back(page_of(parsed));
    file.pages.back().number = static_cast<int>(file.pages.size());
    parts += file.pages.back().words.size() + file.pages.back().rules.size();
    return false;
  };
  const auto json = Json::parse(text, take_page, false);
  if (json.is_discarded() || !json.is_object() || text_of(json, "format") != "makegood-pdf-1") return not_ours();
  if (parts > kMostParts)
    return refuse(Fault::too_large, "This PDF holds more words and lines than can be read; split it.");
  file.title = squeeze(text_of(json, "title"));
  file.language = squeeze(text_of(json, "language"));
  for (const auto& font : list_of(json, "fonts"))
    file.fonts.push_back({flag_of(font, "bold"), flag_of(font, "italic"), flag_of(font, "symbol")});
  for (const auto& element : list_of(json, "structure")) file.structure.push_back(element_of(element));
  for (auto& page : file.pages) turn_upright(page);
  return file;
}

}  // namespace makegood::formats
