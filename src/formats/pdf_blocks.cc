#include "formats/pdf_blocks.h"

#include <algorithm>
#include <cmath>

#include "formats/markers.h"
#include "formats/pdf_writer.h"

namespace makegood::formats {
namespace {

constexpr double kParagraph = 0.35;      // of the line's height: more white than usual begins a paragraph
constexpr double kIndent = 0.3;          // of the line's height
constexpr std::size_t kFewestLines = 4;  // that show where text was wrapped
constexpr std::size_t kLongLabel = 40;   // letters

bool is_label(const std::string& text) {
  return text.ends_with(':') && text.size() <= kLongLabel && text.front() >= 'A' && text.front() <= 'Z';
}

bool ends_sentence(const PdfLine& line) {
  const char last = line.words.back()->text.back();
  return last == '.' || last == '?' || last == '!';
}

// The number before the words of "2.4 We will ..." as its parts: 2 and 4; empty without a full stop in it.
std::vector<int> dotted_number(const PdfLine& line) {
  constexpr std::size_t kLongest = 8, kMostDigits = 3;
  const auto& word = line.words.front()->text;
  if (word.size() > kLongest || line.words.size() < 2 || word.find('.') + 1 >= word.size()) return {};
  std::vector<int> parts;
  for (const auto& part : split(word, '.')) {
    if (part.empty() || part.size() > kMostDigits || part.find_first_not_of("0123456789") != std::string::npos) return {};
    parts.push_back(std::stoi(part));
  }
  return parts;
}

// "2.4" straight after "2.3".
bool is_next(std::vector<int> earlier, const std::vector<int>& number) {
  if (earlier.empty()) return false;
  ++earlier.back();
  return earlier == number;
}

class BlockMaker {
 public:
  BlockMaker(const PdfLines& lines, const PdfRegion& region, const PdfType& type, const std::vector<PdfLink>& links)
      : lines_(lines), region_(region), type_(type), links_(links), usual_(usual_gap(lines)), edges_(wrap_edges()) {}

  std::vector<Block> make() {
    for (std::size_t i = 0; i < lines_.size();) {
      auto end = i + 1;
      while (end < lines_.size() && goes_on(i, end)) ++end;
      add(i, end);
      i = end;
    }
    return std::move(blocks_);
  }

 private:
  [[nodiscard]] int level(std::size_t i) const { return region_.in_cell ? 0 : heading_level(lines_[i], type_); }

  // Whether line `next` belongs to the block that began at line `first`.
  [[nodiscard]] bool goes_on(std::size_t first, std::size_t next) const {
    const auto& above = lines_[next - 1];
    const auto& line = lines_[next];
    if (begins_bullet(line) || level(first) != level(next) || begins_numbered_item(first, next)) return false;
    if (stands_apart(next)) return false;
    if (level(first) > 0) return true;
    if (region_.in_cell) return !(begins_bullet(lines_[first]) && back_at_margin(first, line) && ends_early(next - 1));
    if (all_bold(above, type_) != all_bold(line, type_) && ends_early(next - 1)) return false;
    if (begins_bullet(lines_[first])) return !back_at_margin(first, line);
    return !ends_early(next - 1);
  }
  // "d. Aspire to", further left than the line above or where the item before it began.
  [[nodiscard]] bool begins_numbered_item(std::size_t first, std::size_t next) const {
    const double x = lines_[next].box.x0, indent = kIndent * lines_[next].box.height();
    if (std::abs(x - lines_[first].box.x0) < indent && is_next(dotted_number(lines_[first]), dotted_number(lines_[next]))) return true;
    const auto marker = leading_ordinal(text_of(lines_[next])).text;
    if (marker.empty()) return false;
    if (x < lines_[next - 1].box.x0 - indent) return true;
    const auto earlier = leading_ordinal(text_of(lines_[first])).text;
    return std::abs(x - lines_[first].box.x0) < indent && follows(marker, earlier);
  }
  // The line was meant to end: there was room for more, or "Commitment:" stands alone after a sentence.
  [[nodiscard]] bool meant_to_end(std::size_t above) const {
    return ends_early(above) || (is_label(text_of(lines_[above + 1])) && ends_sentence(lines_[above]));
  }
  // Left of where the words of the list item stand.
  [[nodiscard]] bool back_at_margin(std::size_t first, const PdfLine& line) const {
    return line.box.x0 < lines_[first].box.x0 + kIndent * lines_[first].box.height();
  }
  // The next line's first word would have had room.
  [[nodiscard]] bool ends_early(std::size_t above) const { return !fills(above, edges_[above]); }
  [[nodiscard]] bool fills(std::size_t i, double edge) const {
    return lines_[i].box.x1 + 0.3 * lines_[i].words.back()->size + lines_[i + 1].words.front()->box.width() >= edge;
  }
  [[nodiscard]] bool stands_apart(std::size_t i) const {
    return lines_[i].box.y0 - lines_[i - 1].box.y1 > usual_ + kParagraph * lines_[i - 1].box.height();
  }
  // Text may be set narrower than its page: lines together, most of which reach one edge, were
  // wrapped there.
  [[nodiscard]] std::vector<double> wrap_edges() const {
    std::vector<double> edges(lines_.size(), region_.right);
    for (std::size_t from = 0; from < lines_.size() && !region_.in_cell;) {
      auto end = from + 1;
      double edge = lines_[from].box.x1;
      while (end < lines_.size() && !stands_apart(end)) edge = std::max(edge, lines_[end++].box.x1);
      std::size_t full = 0;
      for (auto i = from; i + 1 < end; ++i) full += fills(i, edge) ? 1 : 0;
      if (end - from >= kFewestLines && full * 10 >= (end - from - 1) * 6)
        std::fill(edges.begin() + static_cast<std::ptrdiff_t>(from), edges.begin() + static_cast<std::ptrdiff_t>(end),
                  edge);
      from = end;
    }
    return edges;
  }

  void add(std::size_t from, std::size_t end) {
    Runs runs;
    PdfWriter writer(runs, type_);
    writer.add(lines_[from], links_);
    for (auto i = from + 1; i < end; ++i) {
      writer.add_break(level(from) == 0 && meant_to_end(i - 1), lines_[i - 1], lines_[i]);
      writer.add(lines_[i], links_);
    }
    writer.finish();
    if (!runs.has_words()) return;
    auto block = level(from) > 0 ? heading_block(runs, level(from))
                                 : as_item_or_paragraph(runs, runs.take_marker(false), indent_of(from));
    blocks_.push_back(std::move(block));
  }
  [[nodiscard]] static Block heading_block(Runs& runs, int level) {
    auto block = runs.take();
    block.kind = BlockKind::heading;
    block.level = level;
    block.text = squeeze(block.text);
    return block;
  }
  // How deep a list item stands: each new indent is a level.
  [[nodiscard]] int indent_of(std::size_t i) {
    if (!begins_bullet(lines_[i])) {
      indents_.clear();
      return 0;
    }
    const double x = lines_[i].box.x0;
    while (!indents_.empty() && indents_.back() > x + 4) indents_.pop_back();
    if (indents_.empty() || x > indents_.back() + 4) indents_.push_back(x);
    return static_cast<int>(indents_.size()) - 1;
  }

  const PdfLines& lines_;
  const PdfRegion& region_;
  const PdfType& type_;
  const std::vector<PdfLink>& links_;
  double usual_;
  std::vector<double> edges_;  // by line: where its text was wrapped
  std::vector<double> indents_;
  std::vector<Block> blocks_;
};

// The words of a cell that read at one angle, as if they stood upright.
std::vector<Block> blocks_at_angle(const PdfWords& words, int angle, const PdfBox& cell, const PdfType& type,
                                   const std::vector<PdfLink>& links) {
  PdfWords here;
  for (const auto* word : words)
    if (word->angle == angle) here.push_back(word);
  if (here.empty()) return {};
  std::vector<PdfWord> upright;
  if (angle != 0) {
    for (const auto* word : here) upright.push_back(*word);
    for (std::size_t i = 0; i < upright.size(); ++i) {
      upright[i].box = turned(upright[i].box, angle);
      here[i] = &upright[i];
    }
  }
  const auto box = turned(cell, angle);
  const auto lines = lines_of(std::move(here));
  double left = box.x1;
  for (const auto& line : lines) left = std::min(left, line.box.x0);
  const double padding = std::clamp(left - box.x0, 2.0, 8.0);
  return blocks_of(lines, {box.x1 - padding, true}, type, angle == 0 ? links : std::vector<PdfLink>{});
}

}  // namespace

std::vector<Block> blocks_of(const PdfLines& lines, const PdfRegion& region, const PdfType& type,
                             const std::vector<PdfLink>& links) {
  return BlockMaker(lines, region, type, links).make();
}

std::vector<Block> cell_blocks(const PdfWords& words, const PdfBox& cell, const PdfType& type,
                               const std::vector<PdfLink>& links) {
  std::vector<Block> blocks;
  for (const int angle : {0, 90, 180, 270}) {
    auto more = blocks_at_angle(words, angle, cell, type, links);
    std::move(more.begin(), more.end(), std::back_inserter(blocks));
  }
  return blocks;
}

}  // namespace makegood::formats
