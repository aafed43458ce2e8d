#pragma once
// The looks of a workbook's cells, as far as they say something: number format, bold and large type.

#include <map>
#include <string>
#include <vector>

#include "base/base.h"
#include "formats/xlsx_format.h"

namespace makegood::formats {

class XlsxStyles {
 public:
  XlsxStyles() = default;
  /// The text of the part xl/styles.xml, or nothing. Refuses XML that cannot be read.
  [[nodiscard]] static Result<XlsxStyles> read(std::string& part);

  /// Of the cell style `s`; one that is not there is General and plain.
  [[nodiscard]] const NumberFormat& format(int style);
  [[nodiscard]] bool bold(int style) const { return look(style).bold; }
  [[nodiscard]] bool large(int style) const { return look(style).large; }  ///< than the workbook's usual type

 private:
  struct Look {
    int format = 0;
    bool bold = false, large = false;
  };
  [[nodiscard]] Look look(int style) const {
    const auto at = static_cast<std::size_t>(style);
    return at < looks_.size() ? looks_[at] : Look{};
  }
  std::vector<Look> looks_;
  std::map<int, std::string> codes_;
  std::map<int, NumberFormat> formats_;  // read when first asked for
};

}  // namespace makegood::formats
