#pragma once
// Why a number is not there. No NaN and no infinity leaves this module: where a figure does not
// exist its place is empty and one of these words says why.

#include <array>
#include <optional>
#include <string_view>

namespace makegood {

enum class Status {
  ok,
  missing,
  undefined,
  zero_denominator,
  withheld_few_events,
  not_a_number,
  not_whole,
  negative,
  too_large,
  out_of_range,
  events_exceed_n,
  repeated,
  missing_strata,
  separation,
};

struct StatusWord {
  Status status;
  std::string_view word;
  bool contradiction;  ///< the input contradicts itself (exit status 1), rather than leaving nothing to compute
  std::string_view means;
};

/// In the order of the enumerators.
inline constexpr std::array kStatusWords = {
    StatusWord{Status::ok, "ok", false, "Every estimate was computed; a limit or test that does not exist for these counts is empty, as the method's page says."},
    StatusWord{Status::missing, "missing", false, "A value that is needed is empty or NA."},
    StatusWord{Status::undefined, "undefined", false, "The figure does not exist for these values."},
    StatusWord{Status::zero_denominator, "zero_denominator", false, "There is nobody, or no time, to divide by."},
    StatusWord{Status::withheld_few_events, "withheld_few_events", false, "Too few events for the method to be published."},
    StatusWord{Status::not_a_number, "not_a_number", true, "A cell that should hold a number holds something else."},
    StatusWord{Status::not_whole, "not_whole", true, "A count is not a whole number, and the method needs one."},
    StatusWord{Status::negative, "negative", true, "A count or a population is below zero."},
    StatusWord{Status::too_large, "too_large", true, "A count is above 9,007,199,254,740,992 and could not be held exactly."},
    StatusWord{Status::out_of_range, "out_of_range", true, "A value lies outside what it may be, such as a probability above 1."},
    StatusWord{Status::events_exceed_n, "events_exceed_n", true, "There are more events than people."},
    StatusWord{Status::repeated, "repeated", true, "A group, age band or stratum is there twice."},
    StatusWord{Status::missing_strata, "missing_strata", true, "A stratum that other groups have is not there."},
    StatusWord{Status::separation, "separation", false, "The outcome is certain for some values, so the estimate has no finite value."},
};

[[nodiscard]] constexpr const StatusWord& row_of(Status status) { return kStatusWords[static_cast<std::size_t>(status)]; }
[[nodiscard]] constexpr std::string_view word(Status status) { return row_of(status).word; }
[[nodiscard]] constexpr bool is_contradiction(Status status) { return row_of(status).contradiction; }

/// A figure that may not exist.
using Figure = std::optional<double>;

/// Limits of an interval; either may not exist.
struct Limits {
  Figure lower, upper;
  bool operator==(const Limits&) const = default;
};

}  // namespace makegood
