#pragma once
// How a language writes months, numbers and plural forms: asked of ICU once, kept as plain text.

#include <array>
#include <memory>
#include <string>

#include "words/message.h"

namespace makegood {

class Speech {
 public:
  explicit Speech(Language language);
  ~Speech();
  Speech(const Speech&) = delete;
  Speech& operator=(const Speech&) = delete;

  [[nodiscard]] const Grammar& grammar() const { return grammar_; }
  [[nodiscard]] const std::string& month(int n) const { return months_.at(static_cast<std::size_t>(n - 1)); }
  [[nodiscard]] const std::string& short_month(int n) const { return short_months_.at(static_cast<std::size_t>(n - 1)); }
  [[nodiscard]] const std::string& weekday(unsigned n) const { return weekdays_.at(n); }  ///< 0 = Sunday

 private:
  struct Plurals;
  std::unique_ptr<Plurals> plurals_;
  std::array<std::string, 12> months_, short_months_;
  std::array<std::string, 7> weekdays_;
  Grammar grammar_;
};

/// "1,234": both of our languages group by commas.
[[nodiscard]] std::string grouped(std::int64_t n);
/// Fixed places, ties away from zero (on the shortest decimal that reads back to `n`).
[[nodiscard]] std::string fixed(double n, int places);
/// Every ASCII letter with an accent, so that text from elsewhere stands out.
[[nodiscard]] std::string accented(std::string_view text);

}  // namespace makegood
