#pragma once
// Three kinds of trouble, three mechanisms: a Finding is carried on with, a Refusal is
// returned in a Result, a breakdown is an exception (caught in web::serve and cli::run only).

#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace makegood {

/// Why something was refused; decides the exit status and the HTTP status, never the wording.
enum class Fault {
  invalid_input,  ///< what was given cannot be used
  unreadable,     ///< a document whose bytes cannot be read at all
  too_large,      ///< over a limit, which the message names
  not_found,
  not_allowed,
  conflict,       ///< somebody else changed it first, or it is already so
  unavailable,    ///< full disk, busy database, taken port: try again
};

/// One sentence that a person can act on, and where it applies ("plan.docx: row 14").
struct Refusal {
  Fault fault = Fault::invalid_input;
  std::string message;
  std::string where;

  /// "WHERE: MESSAGE", or the message alone.
  [[nodiscard]] std::string line() const { return where.empty() ? message : where + ": " + message; }
};

template <class T>
using Result = tl::expected<T, Refusal>;

[[nodiscard]] inline tl::unexpected<Refusal> refuse(Fault fault, std::string message, std::string where = {}) {
  return tl::unexpected<Refusal>(Refusal{fault, std::move(message), std::move(where)});
}

/// Odd input that was carried on with. `code` is stable and for machines
/// ("year_unknown"), `message` a sentence, `where` a position in words
/// ("page 7, table 3, row 2, column \"Timeline\"").
struct Finding {
  std::string code;
  std::string message;
  std::string where;

  bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

}  // namespace makegood
