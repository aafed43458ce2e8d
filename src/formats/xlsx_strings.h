#pragma once
// Texts of a workbook: shared by all its cells in one part, or written in a cell. Runs of rich text
// are joined; the reading aids of East Asian editions (phonetic runs) are no text.

#include <string>
#include <string_view>
#include <vector>

#include "formats/xml_events.h"

namespace makegood::formats {

struct RichText {
  std::string text;
  bool bold = false;  ///< all of its runs are
};

/// Follows the elements inside `si` or `is`; the caller says when one begins and ends.
class RichTextReader {
 public:
  void start(std::string_view name, const XmlAttributes& attributes);
  void end(std::string_view name);
  void text(std::string_view piece);
  /// The text read so far, with Excel's escapes undone; begins anew.
  [[nodiscard]] RichText take();

 private:
  RichText out_;
  std::string run_;
  int runs_ = 0, bold_runs_ = 0;
  int phonetic_ = 0;
  bool in_text_ = false, bold_ = false;
};

/// xl/sharedStrings.xml. Stops at more text than `max_text`.
class SharedStrings : public XmlEvents {
 public:
  explicit SharedStrings(std::size_t max_text) : max_text_(max_text) {}
  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view piece) override;

  /// Null where there is no such text.
  [[nodiscard]] const RichText* at(std::size_t index) const { return index < texts_.size() ? &texts_[index] : nullptr; }

 private:
  std::vector<RichText> texts_;
  RichTextReader reader_;
  std::size_t max_text_;
  std::size_t used_ = 0;
  bool in_item_ = false;
};

/// "_x000A_" is a line break, and "_x005F_" the "_" that keeps such a text from being an escape.
[[nodiscard]] std::string without_escapes(std::string text);

}  // namespace makegood::formats
