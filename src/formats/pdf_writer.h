#pragma once
// Puts the words of lines one after another as running text: spaces where there is white, words
// broken at a line's end made whole, emphasis by font, links by where they lie.

#include <vector>

#include "formats/pdf_lines.h"
#include "formats/runs.h"

namespace makegood::formats {

class PdfWriter {
 public:
  PdfWriter(Runs& runs, const PdfType& type) : runs_(runs), type_(type) {}

  void add(const PdfLine& line, const std::vector<PdfLink>& links);
  /// Between two lines; `meant`: the line was meant to end there, it was not wrapped.
  void add_break(bool meant, const PdfLine& above, const PdfLine& below);
  void finish() { set_link(nullptr); }

 private:
  void add(const PdfWord& word);
  void set_link(const std::string* url);
  [[nodiscard]] Emphasis emphasis_of(const PdfWord& word) const;

  Runs& runs_;
  const PdfType& type_;
  const std::string* open_ = nullptr;
};

}  // namespace makegood::formats
