#pragma once
// A message in ICU MessageFormat syntax, compiled once into pieces that never change, so that
// saying it takes no lock. ICU reads the pattern and chooses the plural form.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "words/words.h"

namespace makegood {

/// What a message needs to know of its language.
struct Grammar {
  std::function<std::string(double)> plural;                 ///< "one", "few", "other" ...
  std::function<std::string(std::int64_t)> whole;            ///< "1,234"
  std::function<std::string(double)> fraction;               ///< "5.25"
  std::function<std::string(Day)> date;                      ///< "31 March 2023"
  std::function<std::string(std::string_view)> say;          ///< changes literal text; empty = as it is
};

class Message {
 public:
  /// Supports {name}, {name, number}, {name, plural, ...} with offset and =n, {name, select, ...}
  /// and apostrophe quoting. Refuses other types and broken patterns -> Fault::invalid_input.
  [[nodiscard]] static Result<Message> compile(std::string_view pattern, const Grammar& grammar);

  /// An argument that the message names and nobody gave is shown as "{name}".
  [[nodiscard]] std::string format(Arguments arguments, const Grammar& grammar) const;
  /// Names of all arguments, sorted, each once.
  [[nodiscard]] std::vector<std::string> argument_names() const;

  enum class Kind { literal, argument, count, plural, select };
  struct Branch;
  struct Piece {
    Kind kind = Kind::literal;
    std::string text;  ///< the literal, or the argument's name
    double offset = 0;
    std::vector<Branch> branches;
  };
  struct Branch {
    std::string keyword;  ///< "few", "other", or empty where `exactly` counts
    double exactly = 0;
    std::vector<Piece> pieces;
  };

 private:
  std::vector<Piece> pieces_;
};

}  // namespace makegood
