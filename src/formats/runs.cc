#include "formats/runs.h"

#include <algorithm>

#include "formats/markers.h"

namespace makegood::formats {
namespace {

// Bullets drawn from a symbol font in the middle of text, too, become ones that can be read.
std::string without_symbols(std::string_view text) {
  if (text.find('\xEF') == std::string_view::npos) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto from = at;
    const auto c = next_code_point(text, at);
    if (c >= 0xF000 && c <= 0xF0FF) out += utf8(bullet_of_symbol_font(c));
    else out += text.substr(from, at - from);
  }
  return out;
}

}  // namespace

std::string clean_lines(std::string_view text) {
  if (text.find('\n') == std::string_view::npos) return squeeze(text);
  std::string out;
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    const auto line = squeeze(text.substr(from, end - from));
    if (!line.empty()) {
      if (!out.empty()) out += '\n';
      out += line;
    }
    from = end + 1;
  }
  return out;
}

void Runs::add(std::string_view text, Emphasis emphasis) {
  if (text.empty()) return;
  if (!pieces_.empty() && pieces_.back().emphasis == emphasis && pieces_.back().link == open_link_) {
    pieces_.back().text += text;
    return;
  }
  pieces_.push_back({std::string(text), emphasis, open_link_});
}

void Runs::begin_link(std::string url) {
  urls_.push_back(std::move(url));
  open_link_ = static_cast<int>(urls_.size()) - 1;
}

bool Runs::has_words() const {
  return std::any_of(pieces_.begin(), pieces_.end(), [](const Piece& piece) { return !squeeze(piece.text).empty(); });
}

void Runs::drop_front(std::size_t bytes) {
  for (auto& piece : pieces_) {
    const auto cut = std::min(bytes, piece.text.size());
    piece.text.erase(0, cut);
    bytes -= cut;
    if (bytes == 0) return;
  }
}

std::string Runs::take_marker(bool ordinals) {
  std::string front;
  for (const auto& piece : pieces_) {
    front += piece.text;
    if (front.size() > 256) break;
  }
  auto marker = leading_bullet(front);
  if (marker.text.empty() && ordinals) marker = leading_ordinal(front);
  if (!marker.text.empty()) drop_front(marker.length);
  return marker.text;
}

Block Runs::take() {
  Block block;
  std::string text;
  block.bold = block.italic = block.underlined = true;
  std::vector<std::string> link_texts(urls_.size());
  for (const auto& piece : pieces_) {
    text += piece.text;
    if (piece.link >= 0) link_texts[static_cast<std::size_t>(piece.link)] += piece.text;
    if (squeeze(piece.text).empty()) continue;
    block.bold = block.bold && piece.emphasis.bold;
    block.italic = block.italic && piece.emphasis.italic;
    block.underlined = block.underlined && piece.emphasis.underlined;
  }
  block.text = without_symbols(clean_lines(text));
  if (block.text.empty()) block.bold = block.italic = block.underlined = false;
  for (std::size_t i = 0; i < urls_.size(); ++i) {
    auto words = squeeze(link_texts[i]);
    if (!words.empty()) block.links.push_back({std::move(words), squeeze(urls_[i])});
  }
  pieces_.clear();
  urls_.clear();
  open_link_ = -1;
  return block;
}

Block as_item_or_paragraph(Runs& runs, std::string marker, int level) {
  auto own = runs.take_marker(!marker.empty());
  if (!own.empty()) marker = std::move(own);
  auto block = runs.take();
  if (marker.empty()) return block;
  block.kind = BlockKind::list_item;
  block.marker = std::move(marker);
  block.level = level;
  return block;
}

}  // namespace makegood::formats
