#pragma once
// What an owner's words must be like before they are sent. Everything that does not fit is named at
// once, by the field that it is typed into, so that nothing has to be sent twice.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "progress/progress.h"

namespace makegood {

inline constexpr std::size_t kLongestNarrative = 20'000;  ///< letters, not bytes
inline constexpr std::size_t kLongestReason = 2'000;      ///< of reasons, sources and what evidence shows
inline constexpr std::size_t kLongestUrl = 2'000;
inline constexpr std::size_t kMostEvidence = 20;          ///< pieces with one update
inline constexpr std::size_t kLargestEvidence = 20'000'000;  ///< bytes of one file

/// `field` is the name of the form's field; `code` says what is wrong and is half a catalogue key.
struct AnswerFault {
  std::string_view field, code;
  bool operator==(const AnswerFault&) const = default;
};

/// Refused are: no answer at all; two answers at once; paused or dropped without a reason; a new date without one;
/// words that are too long; more evidence than kMostEvidence. `due`: a forecast that says the same needs no reason.
[[nodiscard]] std::vector<AnswerFault> faults_of(const Update& words, const std::optional<Day>& due = {});
/// Nothing to show, a link that is none, a figure without a source, no text in a quotation; words that are too long.
[[nodiscard]] std::vector<AnswerFault> faults_of(const Evidence& evidence);

/// Whether both give the same answer, with the same to show for it: then sending one after the other says nothing.
[[nodiscard]] bool says_the_same(const Update& a, const Update& b);

/// "https://aberllyn.example/a" and nothing with spaces or quotes in it.
[[nodiscard]] bool is_web_address(std::string_view url);

}  // namespace makegood
