// Numbers and dates as Excel displays them. The expected texts were worked out by hand from
// ECMA-376 part 1, 18.8.30 and 18.8.31, and from the days that the serial numbers stand for.
#include "formats/xlsx_format.h"

#include <doctest/doctest.h>

using namespace makegood::formats;

namespace xlsx_format_test {

std::string shown(double value, const char* code, DateSystem system = DateSystem::from_1900) {
  return NumberFormat(code).shown(value, system);
}

TEST_CASE("numbers are shown as their format has them") {
  struct {
    const char* name;
    double value;
    const char* code;
    const char* expected;
  } rows[] = {
      {"a whole number without a format", 12, "General", "12"},
      {"a fraction without a format", 1.5, "General", "1.5"},
      {"what binary fractions leave over is not shown", 0.1 + 0.2, "General", "0.3"},
      {"a long number keeps its figures", 447700900123, "General", "447700900123"},
      {"a negative one", -3, "General", "-3"},
      {"an empty code is General", 7, "", "7"},
      {"words around General", 5, "General\" days\"", "5 days"},
      {"no decimals", 12.6, "0", "13"},
      {"two decimals", 2, "0.00", "2.00"},
      {"a reference with its zero", 1.1, "0.00", "1.10"},
      {"halves are rounded up as people do", 0.285, "0.00", "0.29"},
      {"optional decimals", 2.5, "0.###", "2.5"},
      {"leading zeros", 7, "000", "007"},
      {"thousands", 1234567.891, "#,##0.0", "1,234,567.9"},
      {"no thousands where there are none", 12, "#,##0", "12"},
      {"divided by a thousand", 12500, "0.0,\"k\"", "12.5k"},
      {"percent", 0.125, "0%", "13%"},
      {"percent with a decimal", 0.125, "0.0%", "12.5%"},
      {"pounds", 1250, "\"\xC2\xA3\"#,##0.00", "\xC2\xA3" "1,250.00"},
      {"pounds by locale", 1250, "[$\xC2\xA3-809]#,##0", "\xC2\xA3" "1,250"},
      {"the accounts' negative in brackets", -1250, "#,##0;(#,##0)", "(1,250)"},
      {"the negative of a single section", -1250, "#,##0", "-1,250"},
      {"a colour is no text", -2, "0;[Red]-0", "-2"},
      {"zero has a section of its own", 0, "0;-0;\"none\"", "none"},
      {"a condition", 150, "[>=100]\"many\";0", "many"},
      {"a condition that is not met", 15, "[>=100]\"many\";0", "15"},
      {"figures with marks between", 123456, "00-00-00", "12-34-56"},
      {"more figures than places", 1234, "0-0", "123-4"},
      {"scientific", 12345, "0.00E+00", "1.23E+04"},
      {"a fraction is shown as a decimal", 0.5, "# ?/?", "0.5"},
      {"escaped and padded characters", 3, "\\N\\o_)0", "No 3"},
      {"a star fills the cell", 3, "* 0", "3"},
      {"the format of text", 2023, "@", "2023"},
      {"a quotation mark that is not closed", 3, "0\"abc", "3abc"},
      {"a bracket that is not closed", 3, "0[abc", "3"},
      {"words alone", 1, "\"Yes\";\"No\"", "Yes"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(shown(row.value, row.code) == row.expected);
  }
}

TEST_CASE("dates are shown as their format has them") {
  // 45017 is 1 April 2023, a Saturday.
  struct {
    const char* name;
    double value;
    const char* code;
    const char* expected;
  } rows[] = {
      {"month and short year", 45017, "mmmm yy", "April 23"},
      {"short month", 45017, "mmm-yy", "Apr-23"},
      {"day, month, year", 45017, "dd/mm/yyyy", "01/04/2023"},
      {"without leading zeros", 45017, "d/m/yy", "1/4/23"},
      {"the ISO form", 45017, "yyyy-mm-dd", "2023-04-01"},
      {"words in quotation marks", 45017, "\"by \"d mmmm yyyy", "by 1 April 2023"},
      {"escaped spaces", 45017, "d\\ mmmm\\ yyyy", "1 April 2023"},
      {"a locale before", 45017, "[$-809]dd mmmm yyyy", "01 April 2023"},
      {"a locale and a section for text", 45017, "[$-809]d mmmm yyyy;@", "1 April 2023"},
      {"the long date of whoever looks", 45017, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "01 April 2023"},
      {"the day of the week", 45017, "dddd d mmm", "Saturday 1 Apr"},
      {"the short day of the week", 45018, "ddd", "Sun"},
      {"the first letter of the month", 45017, "mmmmm", "A"},
      {"a day with a time", 45017.75, "dd/mm/yyyy hh:mm", "01/04/2023 18:00"},
      {"minutes are not months", 0.5 + 7.0 / 1440, "h:mm", "12:07"},
      {"minutes before seconds", 65.0 / 86400, "mm:ss", "01:05"},
      {"morning and afternoon", 0.75, "h:mm AM/PM", "6:00 PM"},
      {"midnight", 0, "h AM/PM", "12 AM"},
      {"hours in all", 1.5, "[h]:mm", "36:00"},
      {"tenths of a second", 1.55 / 86400, "ss.0", "01.5"},
      {"a moment before midnight is the next day", 45016.999999, "dd/mm/yyyy hh:mm", "01/04/2023 00:00"},
      {"month first in figures is shown day first", 45017, "m/d/yyyy", "1/4/2023"},
      {"month first with two figures", 45017, "mm/dd/yy", "01/04/23"},
      {"month first in words stays", 45017, "mmmm d, yyyy", "April 1, 2023"},
      {"year first stays", 45017, "yyyy/mm/dd", "2023/04/01"},
      {"the first day", 1, "dd/mm/yyyy", "01/01/1900"},
      {"before the day that never was", 59, "dd/mm/yyyy", "28/02/1900"},
      {"the day that never was", 60, "dd/mm/yyyy", "29/02/1900"},
      {"after the day that never was", 61, "dd/mm/yyyy", "01/03/1900"},
      {"the last day", 2958465, "dd/mm/yyyy", "31/12/9999"},
      {"a day beyond the calendar is its number", 2958466, "dd/mm/yyyy", "2958466"},
      {"a day before the calendar is its number", -1, "dd/mm/yyyy", "-1"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(shown(row.value, row.code) == row.expected);
  }
}

TEST_CASE("the calendar from 1904") {
  CHECK(shown(0, "dd/mm/yyyy", DateSystem::from_1904) == "01/01/1904");
  CHECK(shown(43555, "dd/mm/yyyy", DateSystem::from_1904) == "01/04/2023");
  CHECK(shown(2957003, "dd/mm/yyyy", DateSystem::from_1904) == "31/12/9999");
  CHECK(shown(2957004, "dd/mm/yyyy", DateSystem::from_1904) == "2957004");
}

TEST_CASE("formats that are named by number") {
  const auto by_number = [](double value, int id) { return NumberFormat(NumberFormat::built_in(id)).shown(value, DateSystem::from_1900); };
  CHECK(by_number(45017, 14) == "01/04/2023");  // as a reader in the United Kingdom sees it
  CHECK(by_number(45017, 15) == "1-Apr-23");
  CHECK(by_number(45017, 17) == "Apr-23");
  CHECK(by_number(45017, 55) == "01/04/2023");
  CHECK(by_number(0.5, 9) == "50%");
  CHECK(by_number(-1250, 6) == "-\xC2\xA3" "1,250");
  CHECK(by_number(45017, 0) == "45017");
  CHECK(by_number(45017, 999) == "45017");
}

TEST_CASE("whether a date was month first is told") {
  CHECK(NumberFormat("m/d/yyyy").was_month_first());
  CHECK_FALSE(NumberFormat("d/m/yyyy").was_month_first());
  CHECK_FALSE(NumberFormat("yyyy-mm-dd").was_month_first());
  CHECK_FALSE(NumberFormat("hh:mm dd").was_month_first());
}

}  // namespace xlsx_format_test
