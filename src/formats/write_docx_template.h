#pragma once
// The look of the Word documents that are written: styles, footer and settings, the same in each.
// Arial, body text of 12 and tables of 11 points, ragged right, dark ink on white or pale grey
// (contrast above 7 to 1 throughout). Internal to the DOCX writer.

#include <string>

#include "formats/write_docx_package.h"

namespace makegood::formats {

constexpr const char* kWordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* kRelationshipNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

// The ids of styles. A document's title is a first-level heading, not in Word's style Title: that
// one is left out of the outline by which screen readers move about.
constexpr const char* kHeadingStyle = "Heading";  // with the level after it
constexpr const char* kTextStyle = "BodyText";
constexpr const char* kListStyle = "ListParagraph";
constexpr const char* kTableTextStyle = "TableText";
constexpr const char* kTableListStyle = "TableList";
constexpr const char* kTableHeadingStyle = "TableHeading";
constexpr const char* kGapStyle = "Gap";
constexpr const char* kTableStyle = "PlanTable";

constexpr const char* kHeaderFill = "E3E8EC";
constexpr int kCellPadding = 216;  ///< left and right together, in twentieths of a point
constexpr const char* kFooterRelationship = "footer";

/// `language` is a language tag that Word knows ("en-GB").
[[nodiscard]] std::string docx_styles(const std::string& language);
/// Page numbers after the document's title, without a word of their own: "Title | 2 / 7".
[[nodiscard]] std::string docx_footer(const std::string& title);
[[nodiscard]] std::string docx_settings();

}  // namespace makegood::formats
