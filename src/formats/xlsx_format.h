#pragma once
// Number formats of a workbook. A cell holds 45017 and its format decides what people see:
// "mmmm yy" shows "April 23", "dd/mm/yyyy" shows "01/04/2023", "0" shows "45017". A plan was
// agreed as it was seen, so that is what is read.
//
//   NumberFormat("mmmm yy").shown(45017, DateSystem::from_1900)     // "April 23"
//   NumberFormat("#,##0.0%").shown(0.125, DateSystem::from_1900)    // "12.5%"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace makegood::formats {

/// Day 1 is 1 January 1900, with a 29 February 1900 that never was; or day 0 is 1 January 1904.
enum class DateSystem { from_1900, from_1904 };

/// Shape: up to four sections, "positive;negative;zero;text". Names of months are English whatever
/// language the code asks for, so that they can be read as dates.
/// Edge: figures alone with the month first ("m/d/yyyy") are shown day first, as readers in the
/// United Kingdom take them; the day is known, and 4/1/2023 must not become 4 January.
/// A date beyond the calendar, or before it, is shown as its number.
class NumberFormat {
 public:
  explicit NumberFormat(std::string_view code);
  /// The formats that files name by number only; "General" for numbers without one.
  [[nodiscard]] static std::string_view built_in(int id);

  [[nodiscard]] std::string shown(double value, DateSystem system) const;
  [[nodiscard]] bool is_date() const;
  [[nodiscard]] bool was_month_first() const { return month_first_; }

  enum class Part {
    literal, general, text, digit, point, percent, exponent, slash, year, month, day, hour, minute, second, fraction,
    half_day, hours_in_all, minutes_in_all, seconds_in_all
  };
  struct Token {
    Part part;
    int count = 1;     ///< letters: "mmm" is 3; decimals of a fraction
    std::string text;  ///< of a literal; "0", "#" or "?" of a digit
  };
  struct Section {
    std::vector<Token> tokens;
    std::optional<double> limit;  ///< "[>=100]"
    std::string comparison;
    bool date = false, thousands = false;
    int scale = 0;  ///< commas at the end: each divides by a thousand
  };

 private:
  [[nodiscard]] const Section* section_for(double value, bool& keeps_sign) const;

  std::vector<Section> sections_;
  bool month_first_ = false;
};

/// What Excel shows for a number without any format: "12", "0.3", "1.5E+20".
[[nodiscard]] std::string general_number(double value);
[[nodiscard]] std::string shown_number(double value, const NumberFormat::Section& section);
/// Empty where the calendar has no such day.
[[nodiscard]] std::string shown_date(double value, const NumberFormat::Section& section, DateSystem system);

}  // namespace makegood::formats
