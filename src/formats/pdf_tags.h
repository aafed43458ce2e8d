#pragma once
// The structure tree of a tagged file beside the words that it speaks of.

#include <map>
#include <set>
#include <vector>

#include "formats/pdf_lines.h"

namespace makegood::formats {

/// Content without a mark of its own, and content that the file calls an artefact.
inline constexpr int kNoMark = -1, kArtefact = -2;

/// The words of each page that the structure tree can be believed about, by mark.
class TaggedWords {
 public:
  /// A page is believed where the tree speaks of nearly all of its words, and of a table where
  /// there is a ruled one.
  explicit TaggedWords(const PdfFile& file);

  [[nodiscard]] bool is_believed(const PdfPage& page) const { return believed_.contains(page.number); }
  [[nodiscard]] bool any() const { return !believed_.empty(); }
  /// The words of an element and all below it; each word is handed out once.
  [[nodiscard]] PdfWords take(const PdfElement& element);
  /// The words of the element itself.
  [[nodiscard]] PdfWords take_own(const PdfElement& element);
  /// The words of a page that nobody has taken.
  [[nodiscard]] PdfWords left_over(const PdfPage& page) const;
  [[nodiscard]] const PdfPage& page_of(const PdfWord& word) const;

 private:
  using Mark = std::pair<int, int>;  // page, mcid
  void take_into(const PdfElement& element, bool below, PdfWords& words);

  const PdfFile& file_;
  std::set<int> believed_;
  std::map<Mark, PdfWords> words_;
  std::map<int, PdfWords> unmarked_;
  std::map<const PdfWord*, const PdfPage*, std::greater<>> pages_;  // by first word
};

/// Whether an element is a block, or holds one: a paragraph, a table, a list and the like.
[[nodiscard]] bool is_block(const PdfElement& element);
[[nodiscard]] bool has_blocks(const PdfElement& element);

}  // namespace makegood::formats
