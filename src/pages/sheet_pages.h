#pragma once
// Answers by spreadsheet: what a workbook that came back says, row by row, before anything is recorded.
//
//   GET  /reply/TOKEN/sheet            the workbook (POST: sheet; multipart)
//   GET  /desk/sheets                  where one comes back, and whose can be sent (POST: sheet; multipart)
//   GET  /desk/sheets/ID               what would be recorded (POST /desk/sheets/ID/accept: nothing)
//   GET  /desk/owners/POST/sheet       the workbook of a post
//   GET  /desk/owners/organisations/ORGANISATION/sheet

#include "pages/answer_form.h"
#include "report/owner_sheet.h"

namespace makegood::pages {

inline constexpr std::string_view kSheetFile = "sheet";  ///< the field of the file

[[nodiscard]] Url reply_sheet_url(std::string_view token);
[[nodiscard]] Url returned_sheet_url(std::string_view id);
[[nodiscard]] Url post_sheet_url(const PostId& post);
[[nodiscard]] Url organisation_sheet_url(const OrganisationId& organisation);

/// A form that takes a workbook back. `fault` is why the last one was not taken; empty = there was none.
[[nodiscard]] Html sheet_upload(const Site& site, const Url& to, std::string_view fault);

/// What came back by a link: the rows that hold are kept already, and wait to be sent.
struct ReplySheetPage {
  std::string token, plan_title;
  std::vector<SheetReturn> rows;
  std::string refusal;  ///< of the whole workbook; empty = it was read
};
[[nodiscard]] Html reply_sheet_page(const ReplySheetPage& page, const Site& site);

/// What came back to the desk.
struct ReturnedSheetPage {
  std::string id;
  std::vector<SheetReturn> rows;
  int recorded = 0;     ///< by the press of the button just now
  std::string refusal;
};
[[nodiscard]] Html returned_sheet_page(const ReturnedSheetPage& page, const Site& site);

/// `/desk/sheets`: whose answers come by spreadsheet?
struct SheetsPage {
  struct Whose {
    Url sheet;
    std::string name;
  };
  std::vector<Whose> organisations, posts;
  std::string refusal;
};
[[nodiscard]] Html sheets_page(const SheetsPage& page, const Site& site);

}  // namespace makegood::pages
