#pragma once
// The content of an OpenDocument spreadsheet, read as a stream.

#include <map>
#include <string>
#include <vector>

#include "formats/sheet_findings.h"
#include "formats/xml_events.h"

namespace makegood::formats {

class OdsContent : public XmlEvents {
 public:
  explicit OdsContent(SheetBudget& budget) : budget_(budget) {}
  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view piece) override;

  [[nodiscard]] std::vector<SheetGrid> take() { return std::move(sheets_); }
  [[nodiscard]] const SheetsLeftOut& left_out() const { return left_out_; }
  [[nodiscard]] const Findings& findings() const { return findings_; }

 private:
  struct Look {
    bool hidden = false, bold = false, large = false;
  };

  void start_style(std::string_view name, const XmlAttributes& attributes);
  void start_table(const XmlAttributes& attributes);
  void start_column(const XmlAttributes& attributes);
  void start_row(const XmlAttributes& attributes);
  void start_cell(const XmlAttributes& attributes);
  void start_in_cell(std::string_view name, const XmlAttributes& attributes);
  void add(std::string_view piece);
  void end_cell();
  void end_row();
  void end_table();
  void keep_row(int number, bool copy);

  SheetBudget& budget_;
  std::vector<SheetGrid> sheets_;
  Findings findings_;
  SheetsLeftOut left_out_;

  std::map<std::string, Look, std::less<>> looks_;
  Look* style_ = nullptr;  // being read

  SheetGrid grid_;
  std::vector<SheetRange> merges_;
  SheetOddities odd_;
  HiddenColumns hidden_;
  bool in_table_ = false, sheet_hidden_ = false;
  int row_ = 0, row_repeats_ = 1, column_ = 0, next_column_ = 1;  // next_column_: of the list of columns
  bool row_hidden_ = false;
  std::vector<SheetCell> row_cells_;

  SheetCell cell_;
  int cell_repeats_ = 1;
  bool in_cell_ = false, in_text_ = false, shows_error_ = false;
  int paragraphs_ = 0;
  std::string value_;  // for cells without text
  int skip_ = 0;       // depth inside what is left out
};

}  // namespace makegood::formats
