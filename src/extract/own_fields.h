#pragma once
// The form in which plans leave the house and come back without loss. One table of fields names
// the columns of every file that is written: of CSV in snake_case, of Word, Excel and Markdown in
// English. What is written by that table is read by it, exactly: no heading is guessed at, no cell
// is taken for something else.
//
//   Items       a row each; a theme is a heading above the table, or a cell
//   Themes      Theme | Theme title | Part of theme     only where headings do not say it all
//   Indicators  Indicator | Unit | Theme
//   Facts       About this plan | What it says          organisation, settings
//
// In CSV, which has one table, the last three are rows of the kinds theme, indicator, plan and
// setting. Lists have an entry a line in documents, and "; " between entries in CSV.
// Files may have been edited: rows moved and added, columns deleted, cells changed. What does not
// fit is carried on with and said in a finding.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "plan/plan.h"

namespace makegood {

inline constexpr std::string_view kOwnProfile = "makegood-plan-1";

enum class Field {
  id, ref, kind, parent, theme, title, detail, owners, partners, lead_authority, timescale, start, due, milestones, recurs, ongoing,
  complete, condition, dates_from, first_due, response, approval, status, progress, evidence, absent, unit, rule, days,
};

/// What stands in a cell.
enum class FieldForm {
  text,
  list,        ///< any number of texts
  date,
  flag,        ///< "Yes" or nothing
  word,        ///< one of a few
  worked_out,  ///< for people; never read
};

struct FieldName {
  Field field;
  std::string_view code;     ///< in CSV
  std::string_view heading;  ///< in documents
  FieldForm form;
  std::string_view meaning;  ///< one clause, for the notes that go with a file
};

inline constexpr std::array kOwnFields = {
    FieldName{Field::id, "id", "Makegood id", FieldForm::text, "the item's own identity; it never changes and encodes nothing"},
    FieldName{Field::ref, "ref", "Ref", FieldForm::text, "the document's reference, as text"},
    FieldName{Field::kind, "kind", "Type", FieldForm::word, "recommendation, action, commitment, sub-action or criterion"},
    FieldName{Field::parent, "parent", "Part of", FieldForm::text, "the reference of the item that this one belongs to, or its id where it has none"},
    FieldName{Field::theme, "theme", "Theme", FieldForm::text, "the theme, after those that it stands under"},
    FieldName{Field::title, "title", "Title", FieldForm::text, "the wording of the document"},
    FieldName{Field::detail, "detail", "Detail", FieldForm::text, "what the document says beyond the title"},
    FieldName{Field::owners, "owners", "Owners", FieldForm::list, "who is answerable: posts, bodies and units"},
    FieldName{Field::partners, "partners", "Partners", FieldForm::list, "who works with them"},
    FieldName{Field::lead_authority, "lead_authority", "Lead authority", FieldForm::list, "the body that leads, where it is another one"},
    FieldName{Field::timescale, "timescale", "Timescale", FieldForm::text, "as written in the document"},
    FieldName{Field::start, "start", "Start", FieldForm::date, "the first day"},
    FieldName{Field::due, "due", "Due", FieldForm::date, "the last day of the period that the timescale names"},
    FieldName{Field::milestones, "milestones", "Milestones", FieldForm::list, "dates, where the timescale names several"},
    FieldName{Field::recurs, "recurs", "Repeats", FieldForm::word, "weekly, monthly, quarterly, termly, six-monthly or annual"},
    FieldName{Field::ongoing, "ongoing", "Ongoing", FieldForm::flag, "yes where it has no end"},
    FieldName{Field::complete, "complete", "Complete", FieldForm::flag, "yes where the document says that it is done"},
    FieldName{Field::condition, "condition", "Depends on", FieldForm::text, "what the date hangs on, as written"},
    FieldName{Field::dates_from, "dates_from", "Dates from", FieldForm::word,
              "empty: the dates are what the timescale says; person: somebody confirmed them; document: they were read from elsewhere in it"},
    FieldName{Field::first_due, "first_due", "Originally due", FieldForm::date, "the date that it was adopted with, where it has moved since"},
    FieldName{Field::response, "response", "Response", FieldForm::word, "accepted, accepted-in-part, accepted-and-completed, rejected or noted"},
    FieldName{Field::approval, "approval", "Approval", FieldForm::text, "who has yet to agree it, as written"},
    FieldName{Field::status, "status_as_adopted", "Status as adopted", FieldForm::text, "what the document said of its state"},
    FieldName{Field::progress, "progress", "Progress as adopted", FieldForm::text, "what the document said had been done"},
    FieldName{Field::evidence, "evidence", "Evidence", FieldForm::list, "words and, between < and >, the address that they link to"},
    FieldName{Field::absent, "absent", "Not in newest document", FieldForm::flag, "yes where a newer version of the document no longer has it"},
    FieldName{Field::unit, "unit", "Unit", FieldForm::text, "of an indicator: percent, count or percent-or-count"},
    FieldName{Field::rule, "rule", "Calendar says", FieldForm::worked_out, "what follows from the date on the day that the file was written"},
    FieldName{Field::days, "days", "Days", FieldForm::worked_out, "past the date if positive, to go if negative"},
};

[[nodiscard]] const FieldName& name_of(Field field);
[[nodiscard]] std::optional<Field> field_of_code(std::string_view code);
[[nodiscard]] std::optional<Field> field_of_heading(std::string_view heading);  ///< case aside

// The headings of the other tables.
inline constexpr std::string_view kFactHeading = "About this plan", kFactValueHeading = "What it says";
inline constexpr std::string_view kThemeHeading = "Theme", kThemeTitleHeading = "Theme title", kThemeParentHeading = "Part of theme";
inline constexpr std::string_view kIndicatorHeading = "Indicator", kUnitHeading = "Unit";
inline constexpr std::string_view kThemelessHeading = "Without a theme", kIndicatorsHeading = "Indicators", kThemesHeading = "Themes";
inline constexpr std::string_view kNoteHeading = "Column", kNoteMeaningHeading = "What it means";
inline constexpr std::string_view kSheetHeading = "Sheet", kSheetMeaningHeading = "What is on it";
// The facts; the settings' codes are those of JSON, and stand in CSV as rows of the kind "setting".
inline constexpr std::string_view kTitleFact = "Title", kOrganisationFact = "Organisation", kContextFact = "Introduction";
struct SettingName {
  std::string_view code, fact;
};
inline constexpr std::array kSettings = {SettingName{"financial_year_starts", "Month in which the financial year starts"},
                                         SettingName{"academic_year_starts", "Month in which the academic year starts"},
                                         SettingName{"quarters_are_financial", "Quarters are of the financial year"},
                                         SettingName{"as_of", "Year of dates that do not say one"}};
/// By code, those that are not as usual: "7", "no", "2023".
[[nodiscard]] std::map<std::string, std::string> stated_settings(const TimescaleSettings& settings);
/// Refuses: an unknown code, a value that is none -> invalid_input; then nothing is changed.
[[nodiscard]] Result<void> take_setting(TimescaleSettings& settings, std::string_view code, std::string_view value);

}  // namespace makegood
