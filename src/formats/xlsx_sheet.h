#pragma once
// One sheet of an Excel workbook, read as a stream: its cells as text, as they are displayed.

#include <functional>
#include <string>
#include <vector>

#include "formats/sheet_findings.h"
#include "formats/xlsx_strings.h"
#include "formats/xlsx_styles.h"

namespace makegood::formats {

/// What all sheets of a workbook share.
struct XlsxShared {
  const SharedStrings& strings;
  XlsxStyles& styles;
  DateSystem dates = DateSystem::from_1900;
  SheetBudget& budget;
};

class XlsxSheet : public XmlEvents {
 public:
  explicit XlsxSheet(XlsxShared& shared) : shared_(shared) {}
  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view piece) override;

  /// Links by the part's relationships: `url_of(id)` gives the address, or nothing. A link on
  /// several cells is one on the first: as a rule they are merged.
  void link(const std::function<std::string(const std::string&)>& url_of);
  /// Cells with their spans; the reader is empty afterwards.
  [[nodiscard]] SheetGrid take();
  [[nodiscard]] const SheetOddities& oddities() const { return odd_; }

 private:
  struct Link {
    SheetRange range;
    std::string id;
  };
  enum class Inside { nothing, value, formula, inline_text };

  void start_row(const XmlAttributes& attributes);
  void start_cell(const XmlAttributes& attributes);
  void start_columns(const XmlAttributes& attributes);
  void finish_cell();
  [[nodiscard]] RichText shown();
  [[nodiscard]] std::string shown_number();
  void keep(RichText text);
  void set_in_order();

  XlsxShared& shared_;
  std::vector<SheetRow> rows_;
  std::vector<SheetRange> merges_;
  std::vector<Link> links_;
  HiddenColumns hidden_;
  SheetOddities odd_;

  int row_ = 0, column_ = 0;  // where the reading stands
  bool row_hidden_ = false, in_order_ = true;
  bool in_cell_ = false, has_formula_ = false, has_value_ = false;
  int style_ = 0;
  std::string type_, value_, formula_;
  std::size_t text_size_ = 0;  // of the cell being read, formula and all
  Inside inside_ = Inside::nothing;
  RichTextReader inline_;
};

/// The address in a formula: HYPERLINK("https://...", "words"). Empty where it is worked out.
[[nodiscard]] std::string address_in_formula(std::string_view formula);

}  // namespace makegood::formats
