#include "formats/write_docx_text.h"

#include <algorithm>
#include <vector>

#include "formats/markers.h"
#include "formats/write_docx_xml.h"

namespace makegood::formats {
namespace {

constexpr const char* kHyperlink = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
// No width and no meaning; readers drop it. In front of "• x" it keeps the bullet in the text.
constexpr const char* kNoWidth = "\xE2\x80\x8B";

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// An address as it may stand in a package: what no address may hold is escaped. Empty where it is
// none that a reader could follow.
std::string target_of(std::string_view url) {
  const bool web = starts_with_fold(url, "http://") || starts_with_fold(url, "https://");
  const auto host = web ? url.find("//") + 2 : std::string_view("mailto:").size();
  if (!web && !starts_with_fold(url, "mailto:")) return {};
  const bool followed = host < url.size() && (is_letter_or_digit(url[host]) || (url[host] & 0x80) != 0);
  if (!followed) return {};
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    const bool forbidden = byte <= 0x20 || byte == 0x7F || std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos;
    if (forbidden) out += {'%', kHex[byte >> 4U], kHex[byte & 0xFU]};
    else out += c;
  }
  return out;
}

// Hebrew, Arabic and the scripts beside them.
bool is_rtl_letter(char32_t c) {
  return (c >= 0x590 && c <= 0x8FF && !(c >= 0x660 && c <= 0x669)) || (c >= 0xFB1D && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}
bool is_ltr_letter(char32_t c) {
  return (c < 0x80 && is_letter_or_digit(static_cast<char>(c)) && !(c >= '0' && c <= '9')) || (c >= 0xC0 && c < 0x590) ||
         (c >= 0x900 && c < 0x2000) || (c >= 0x3040 && c < 0xD800);
}

struct Span {
  std::size_t from = 0;
  std::size_t to = 0;
  std::string relationship;
};

// Where the words of a link stand in a text, in which a space may be a line break.
std::size_t find_words(const std::string& text, const std::string& words, std::size_t from) {
  const auto same = [](char a, char b) { return a == b || (a == '\n' && b == ' '); };
  const auto at = std::search(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), words.begin(), words.end(), same);
  return at == text.end() ? std::string::npos : static_cast<std::size_t>(at - text.begin());
}

std::vector<Span> link_spans(const std::string& text, const std::vector<Link>& links, LinkTargets& targets) {
  std::vector<Span> spans;
  std::size_t from = 0;
  for (const auto& link : links) {
    const auto words = xml_text(link.text);
    const auto at = words.empty() ? std::string::npos : find_words(text, words, from);
    if (at == std::string::npos) continue;
    from = at + words.size();
    if (auto id = targets.id_of(link.url); !id.empty()) spans.push_back({at, from, std::move(id)});
  }
  return spans;
}

struct RunStyle {
  const Block& block;
  bool right_to_left = false;
};

void add_run(pugi::xml_node parent, std::string_view text, const RunStyle& style, bool linked) {
  auto run = add(parent, "w:r");
  auto rPr = add(run, "w:rPr");
  if (linked) add_value(rPr, "w:rStyle", "Hyperlink");
  add_emphasis(rPr, style.block);
  if (style.right_to_left) add(rPr, "w:rtl");
  if (!rPr.first_child()) run.remove_child(rPr);
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    if (from > 0) add(run, "w:br");
    if (end > from) add(run, "w:t", {{"xml:space", "preserve"}}).text() = std::string(text.substr(from, end - from)).c_str();
    from = end + 1;
  }
}

}  // namespace

std::string LinkTargets::id_of(const std::string& url) {
  const auto target = target_of(url);
  if (target.empty()) return {};
  return ids_.try_emplace(target, "link" + std::to_string(ids_.size() + 1)).first->second;
}

void LinkTargets::add_to(pugi::xml_node relationships) const {
  for (const auto& [target, id] : ids_)
    add(relationships, "Relationship", {{"Id", id}, {"Type", kHyperlink}, {"Target", target}, {"TargetMode", "External"}});
}

bool is_right_to_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto c = next_code_point(text, at);
    if (is_rtl_letter(c)) return true;
    if (is_ltr_letter(c)) return false;
  }
  return false;
}

void add_emphasis(pugi::xml_node rPr, const Block& block) {
  if (block.bold) add(rPr, "w:b"), add(rPr, "w:bCs");
  if (block.italic) add(rPr, "w:i"), add(rPr, "w:iCs");
  if (block.underlined) add_value(rPr, "w:u", "single");
}

void add_runs(pugi::xml_node paragraph, const Block& block, LinkTargets& targets) {
  const auto text = xml_text(block.text);
  const bool listed = block.kind == BlockKind::list_item;
  const bool marker_like = !leading_bullet(text).text.empty() || (listed && !leading_ordinal(text).text.empty());
  const RunStyle style{block, is_right_to_left(text)};
  if (marker_like && block.kind != BlockKind::heading) add_run(paragraph, kNoWidth, style, false);
  std::size_t from = 0;
  for (const auto& span : link_spans(text, block.links, targets)) {
    if (span.from > from) add_run(paragraph, std::string_view(text).substr(from, span.from - from), style, false);
    auto link = add(paragraph, "w:hyperlink", {{"r:id", span.relationship}});
    add_run(link, std::string_view(text).substr(span.from, span.to - span.from), style, true);
    from = span.to;
  }
  if (from < text.size()) add_run(paragraph, std::string_view(text).substr(from), style, false);
}

}  // namespace makegood::formats
