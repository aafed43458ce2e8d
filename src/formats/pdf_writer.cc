#include "formats/pdf_writer.h"

#include "base/base.h"

namespace makegood::formats {
namespace {

constexpr std::string_view kSoftHyphen = "\xC2\xAD";

char32_t first_letter(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U'\0' : next_code_point(text, at);
}

bool is_small(char32_t c) { return c >= 'a' && c <= 'z'; }
bool is_letter_or_digit(char32_t c) { return is_small(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// "anti-" at the end of a full line goes on with "racist"; a path goes on after its stroke.
bool joined_without_space(const PdfLine& above, const PdfLine& below) {
  const auto& end = above.words.back()->text;
  const auto next = first_letter(below.words.front()->text);
  if (end.ends_with(kSoftHyphen)) return true;
  if (end.size() > 1 && end.back() == '-') return is_small(next);
  return end.size() > 1 && end.back() == '/' && is_letter_or_digit(next);
}

const std::string* link_at(const std::vector<PdfLink>& links, const PdfWord& word) {
  for (const auto& link : links)
    if (link.box.holds(word.box.middle_x(), word.box.middle_y())) return &link.url;
  return nullptr;
}

}  // namespace

void PdfWriter::add(const PdfLine& line, const std::vector<PdfLink>& links) {
  const PdfWord* before = nullptr;
  for (const auto* word : line.words) {
    if (before != nullptr && points_to_note(*before, *word)) continue;
    if (before != nullptr && is_space_between(*before, *word)) runs_.add(" ", emphasis_of(*before));
    set_link(link_at(links, *word));
    add(*word);
    before = word;
  }
}

void PdfWriter::add_break(bool meant, const PdfLine& above, const PdfLine& below) {
  runs_.add(meant ? "\n" : joined_without_space(above, below) ? "" : " ");
}

void PdfWriter::add(const PdfWord& word) { runs_.add(replace_all(word.text, kSoftHyphen, ""), emphasis_of(word)); }

void PdfWriter::set_link(const std::string* url) {
  if (url == open_) return;
  if (open_ != nullptr) runs_.end_link();
  if (url != nullptr) runs_.begin_link(*url);
  open_ = url;
}

Emphasis PdfWriter::emphasis_of(const PdfWord& word) const {
  const auto font = type_.file->font(word);
  return {font.bold, font.italic, false};
}

}  // namespace makegood::formats
