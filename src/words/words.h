#pragma once
// words: every word of the interface, from the catalogue (catalogue/locales/*.po), in the
// reader's language: messages with plurals, dates and numbers.
//
//   Words      one language's messages; a small value that is passed to page functions
//   Said       a text and the language that it is really in
//   Language   en, cy, and pseudo (accented English in brackets: hard-coded text stands out)
//
//   const Words words = Words::for_language(Language::cy);
//   std::string title = words("plan.title");
//   std::string late = words("plan.overdue", {{"n", 3}});           // ICU plural forms
//   std::string due = words("item.due", {{"date", Day::last_of_month(2023, 3)}});
//   std::string day = words.date(*Day::parse("2023-03-31"));         // "31 Mawrth 2023"
//   Said said = words.text("plan.title");                           // said.language: cy, or en when not translated
//
// Keys are stable ids ("plan.title": page or noun, then what is said); the English text stands in
// en.po. A key that no catalogue has comes back as "[key]"; a test finds every such literal.
// A whole number is grouped ("1,234"): give a year or a reference as text. What comes back is
// plain text, escaped by html. Loaded once, never changed afterwards, safe in every thread.
// words must not know HTML, requests, nor how a language is chosen.

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/base.h"

namespace makegood {

enum class Language { en, cy, pseudo };

/// "en" or "cy", for `lang` attributes; pseudo is a kind of English.
[[nodiscard]] std::string_view language_tag(Language language);

/// What a message's {name} stands for. A Day is written out in words.
class Value {
 public:
  template <std::integral T>
    requires(!std::same_as<T, bool> && !std::same_as<T, char>)
  Value(T number) : value_(static_cast<std::int64_t>(number)) {}
  Value(double number) : value_(number) {}
  Value(std::string text) : value_(std::move(text)) {}
  Value(std::string_view text) : value_(std::string(text)) {}
  Value(const char* text) : value_(std::string(text)) {}
  Value(Day day) : value_(day) {}

  [[nodiscard]] const std::variant<std::int64_t, double, std::string, Day>& get() const { return value_; }

 private:
  std::variant<std::int64_t, double, std::string, Day> value_;
};

struct Argument {
  std::string_view name;
  Value value;
};

using Arguments = std::initializer_list<Argument>;

struct Said {
  std::string text;
  Language language = Language::en;
};

namespace detail {
struct Catalogue;
}

class Words {
 public:
  [[nodiscard]] static Words for_language(Language language);

  [[nodiscard]] std::string operator()(std::string_view key, Arguments arguments = {}) const;
  /// The same, with the language that it is in: English where a Welsh text is missing.
  [[nodiscard]] Said text(std::string_view key, Arguments arguments = {}) const;
  [[nodiscard]] bool has(std::string_view key) const;

  [[nodiscard]] std::string date(Day day) const;            ///< "31 March 2023"
  [[nodiscard]] std::string short_date(Day day) const;      ///< "31 Mar 2023"
  [[nodiscard]] std::string weekday_date(Day day) const;    ///< "Friday 31 March 2023"
  [[nodiscard]] std::string month(Day day) const;           ///< "March 2023"
  [[nodiscard]] std::string number(std::int64_t n) const;   ///< "1,234"
  /// Fixed places, ties away from zero: number(5.25, 1) is "5.3".
  /// Edge: not finite gives an empty text; places outside 0 to 9 are brought inside.
  [[nodiscard]] std::string number(double n, int places) const;
  /// "a, b and c"; Welsh "a, b a c", with "ac" before a vowel.
  [[nodiscard]] std::string list(const std::vector<std::string>& parts) const;

  [[nodiscard]] Language language() const;
  [[nodiscard]] std::string_view tag() const { return language_tag(language()); }  ///< for `lang`
  [[nodiscard]] std::vector<std::string_view> keys() const;  ///< sorted, English ones included

 private:
  explicit Words(const detail::Catalogue& catalogue) : catalogue_(&catalogue) {}
  const detail::Catalogue* catalogue_;
};

}  // namespace makegood
