#include "formats/pdf_lines.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "formats/markers.h"
#include "formats/runs.h"

namespace makegood::formats {
namespace {

constexpr double kNoSpace = 0.1;      // of the font's size: a smaller gap is inside a word
constexpr double kParagraph = 0.35;   // of the line's height: more white than usual begins a paragraph
constexpr double kHeading = 1.12;     // times the ordinary size
constexpr std::size_t kLongHeading = 200;  // letters

bool on_one_line(const PdfBox& line, const PdfBox& word) {
  const double both = std::min(line.y1, word.y1) - std::max(line.y0, word.y0);
  return both >= 0.5 * std::min(line.height(), word.height());
}

bool is_space_between(const PdfWord& a, const PdfWord& b) {
  return b.box.x0 - a.box.x1 > kNoSpace * std::max(a.size, b.size) || b.box.x0 < a.box.x0;
}

char32_t first_letter(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U'\0' : next_code_point(text, at);
}

bool is_small(char32_t c) { return c >= 'a' && c <= 'z'; }

bool begins_bullet(const PdfLine& line) { return !leading_bullet(text_of(line) + " x").text.empty(); }

const std::string* link_at(const std::vector<PdfLink>& links, const PdfWord& word) {
  for (const auto& link : links)
    if (link.box.holds(word.box.middle_x(), word.box.middle_y())) return &link.url;
  return nullptr;
}

// Puts the words of lines one after another, with what stands between them.
class Writer {
 public:
  Writer(Runs& runs, const PdfType& type, const std::vector<PdfLink>& links) : runs_(runs), type_(type), links_(links) {}

  void add(const PdfLine& line) {
    const PdfWord* before = nullptr;
    for (const auto* word : line.words) {
      if (before != nullptr && is_space_between(*before, *word)) runs_.add(" ", emphasis_of(*before));
      add(*word);
      before = word;
    }
  }
  void add_break(bool meant, const PdfLine& above, const PdfLine& below) {
    runs_.add(meant ? "\n" : joined_without_space(above, below) ? "" : " ");
  }
  void finish() { set_link(nullptr); }

 private:
  // "anti-" at the end of a full line goes on with "racist"; a path goes on after its stroke.
  static bool joined_without_space(const PdfLine& above, const PdfLine& below) {
    const auto& end = above.words.back()->text;
    const auto next = first_letter(below.words.front()->text);
    if (end.ends_with("\xC2\xAD")) return true;
    if (end.size() > 1 && end.back() == '-') return is_small(next);
    return end.size() > 1 && end.back() == '/' && is_word(next);
  }
  static bool is_word(char32_t c) { return is_small(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

  [[nodiscard]] Emphasis emphasis_of(const PdfWord& word) const {
    const auto font = type_.file->font(word);
    return {font.bold, font.italic, false};
  }
  void add(const PdfWord& word) {
    set_link(link_at(links_, word));
    runs_.add(replace_all(word.text, "\xC2\xAD", ""), emphasis_of(word));
  }
  void set_link(const std::string* url) {
    if (url == open_) return;
    if (open_ != nullptr) runs_.end_link();
    if (url != nullptr) runs_.begin_link(*url);
    open_ = url;
  }

  Runs& runs_;
  const PdfType& type_;
  const std::vector<PdfLink>& links_;
  const std::string* open_ = nullptr;
};

double size_of(const PdfLine& line) {
  double size = 0;
  std::size_t letters = 0;
  for (const auto* word : line.words) {
    size += word->size * static_cast<double>(word->text.size());
    letters += word->text.size();
  }
  return letters == 0 ? 0 : size / static_cast<double>(letters);
}

bool all_bold(const PdfLine& line, const PdfType& type) {
  return std::all_of(line.words.begin(), line.words.end(), [&](const PdfWord* w) { return type.file->font(*w).bold; });
}

// 1 to 6 by size; 0 = ordinary text.
int heading_level(const PdfLine& line, const PdfType& type) {
  const double size = size_of(line);
  if (size < type.body * kHeading || text_of(line).size() > kLongHeading) return 0;
  int level = 1;
  for (const double larger : type.headings)
    if (larger > size + 0.5) ++level;
  return std::min(level, 6);
}

// The white above each line, and how much of it is usual here.
double usual_gap(const std::vector<PdfLine>& lines) {
  std::vector<double> gaps;
  for (std::size_t i = 1; i < lines.size(); ++i) gaps.push_back(lines[i].box.y0 - lines[i - 1].box.y1);
  if (gaps.empty()) return 0;
  const auto lower = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 3);
  std::nth_element(gaps.begin(), lower, gaps.end());
  return *lower;
}

class BlockMaker {
 public:
  BlockMaker(const std::vector<PdfLine>& lines, const PdfRegion& region, const PdfType& type, const std::vector<PdfLink>& links)
      : lines_(lines), region_(region), type_(type), links_(links), usual_(usual_gap(lines)) {}

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
    if (begins_bullet(line) || level(first) != level(next)) return false;
    if (line.box.y0 - above.box.y1 > usual_ + kParagraph * above.box.height()) return false;
    if (level(first) > 0) return true;
    if (region_.in_cell) return !(begins_bullet(lines_[first]) && back_at_margin(first, line) && ends_early(above, line));
    if (all_bold(above, type_) != all_bold(line, type_) && ends_early(above, line)) return false;
    if (begins_bullet(lines_[first])) return !back_at_margin(first, line);
    return !ends_early(above, line);
  }
  // Left of where the words of the list item stand.
  [[nodiscard]] bool back_at_margin(std::size_t first, const PdfLine& line) const {
    return line.box.x0 < lines_[first].box.x0 + 0.3 * lines_[first].box.height();
  }
  // The next line's first word would have had room.
  [[nodiscard]] bool ends_early(const PdfLine& above, const PdfLine& line) const {
    const double space = 0.3 * above.words.back()->size;
    return above.box.x1 + space + line.words.front()->box.width() < region_.right;
  }

  void add(std::size_t from, std::size_t end) {
    Runs runs;
    Writer writer(runs, type_, links_);
    writer.add(lines_[from]);
    for (auto i = from + 1; i < end; ++i) {
      writer.add_break(level(from) == 0 && ends_early(lines_[i - 1], lines_[i]), lines_[i - 1], lines_[i]);
      writer.add(lines_[i]);
    }
    writer.finish();
    if (!runs.has_words()) return;
    auto block = level(from) > 0 ? heading_block(runs, level(from)) : as_item_or_paragraph(runs, runs.take_marker(false), indent_of(from));
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

  const std::vector<PdfLine>& lines_;
  const PdfRegion& region_;
  const PdfType& type_;
  const std::vector<PdfLink>& links_;
  double usual_;
  std::vector<double> indents_;
  std::vector<Block> blocks_;
};

PdfBox upright_box(const PdfBox& box, int angle) {
  switch (angle) {
    case 90: return {box.y0, -box.x1, box.y1, -box.x0};
    case 180: return {-box.x1, -box.y1, -box.x0, -box.y0};
    case 270: return {-box.y1, box.x0, -box.y0, box.x1};
    default: return box;
  }
}

}  // namespace

PdfType type_of(const PdfFile& file) {
  PdfType type;
  type.file = &file;
  std::map<int, std::size_t> letters;  // by half points
  for (const auto& page : file.pages)
    for (const auto& word : page.words) letters[static_cast<int>(std::lround(word.size * 2))] += word.text.size();
  std::size_t most = 0;
  for (const auto& [size, n] : letters)
    if (n > most) {
      most = n;
      type.body = size / 2.0;
    }
  for (auto size = letters.rbegin(); size != letters.rend(); ++size)
    if (size->first / 2.0 >= type.body * kHeading) type.headings.push_back(size->first / 2.0);
  return type;
}

std::vector<PdfLine> lines_of(PdfWords words) {
  std::stable_sort(words.begin(), words.end(), [](const PdfWord* a, const PdfWord* b) { return a->box.middle_y() < b->box.middle_y(); });
  std::vector<PdfLine> lines;
  for (const auto* word : words) {
    if (lines.empty() || !on_one_line(lines.back().box, word->box)) lines.push_back({{}, word->box});
    lines.back().words.push_back(word);
    lines.back().box.include(word->box);
  }
  for (auto& line : lines)
    std::stable_sort(line.words.begin(), line.words.end(), [](const PdfWord* a, const PdfWord* b) { return a->box.x0 < b->box.x0; });
  return lines;
}

std::string text_of(const PdfLine& line) {
  std::string out;
  const PdfWord* before = nullptr;
  for (const auto* word : line.words) {
    if (before != nullptr && is_space_between(*before, *word)) out += ' ';
    out += word->text;
    before = word;
  }
  return out;
}

std::vector<Block> blocks_of(const std::vector<PdfLine>& lines, const PdfRegion& region, const PdfType& type,
                             const std::vector<PdfLink>& links) {
  return BlockMaker(lines, region, type, links).make();
}

std::vector<Block> cell_blocks(const PdfWords& words, const PdfBox& cell, const PdfType& type, const std::vector<PdfLink>& links) {
  std::vector<Block> blocks;
  for (const int angle : {0, 90, 180, 270}) {
    std::vector<PdfWord> turned;
    PdfWords here;
    for (const auto* word : words)
      if (word->angle == angle) here.push_back(word);
    if (here.empty()) continue;
    if (angle != 0) {
      for (const auto* word : here) turned.push_back(*word);
      here.clear();
      for (auto& word : turned) {
        word.box = upright_box(word.box, angle);
        here.push_back(&word);
      }
    }
    const auto box = upright_box(cell, angle);
    const auto lines = lines_of(here);
    double left = box.x1;
    for (const auto& line : lines) left = std::min(left, line.box.x0);
    const double padding = std::clamp(left - box.x0, 2.0, 8.0);
    auto more = blocks_of(lines, {left, box.x1 - padding, true}, type, angle == 0 ? links : std::vector<PdfLink>{});
    std::move(more.begin(), more.end(), std::back_inserter(blocks));
  }
  return blocks;
}

}  // namespace makegood::formats
