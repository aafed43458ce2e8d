#pragma once
// What the letters about registers say, in the reader's language: that returns are awaited, that they are missing, that a
// register raises a signal. Registers, organisations, periods and links: never what a record says.

#include <optional>
#include <string>
#include <vector>

#include "people/people.h"
#include "registers/definition.h"
#include "registers/periods.h"
#include "tasks/clock.h"
#include "tasks/letter.h"

namespace makegood::tasks {

/// One register and period in somebody's letter.
struct ReturnSection {
  std::string request;                     ///< id
  Bilingual register_title;
  ReturnPeriod period;
  Day closes;                              ///< the last day on which a return is in time
  std::vector<std::string> organisations;  ///< by name, whose return is awaited
  std::string form, returns;               ///< addresses, whole
  bool takes_nil = false;
  std::optional<Day> reminds_of;           ///< the day on which it was asked; nothing = it is asked now
};
/// One person's letter: every return that is asked of them in one run.
struct ReturnDigest {
  Person person;
  std::string post_words, reply_to;
  std::vector<ReturnSection> sections;
};
/// Of use until the last of its rounds has closed.
[[nodiscard]] Letter return_letter(const ReturnDigest& digest, const Now& now);

/// Organisations of one register and period, to whoever watches over it.
struct MissingSection {
  Bilingual register_title;
  ReturnPeriod period;
  Day closes;
  std::string returns;                     ///< address, whole
  std::vector<std::string> silent;         ///< asked, and without a word
  std::vector<std::string> nobody_to_ask;
};
struct MissingDigest {
  Person person;
  std::string post_words, reply_to;
  std::vector<MissingSection> sections;
};
[[nodiscard]] Letter missing_letter(const MissingDigest& digest, Day today);

/// New signals of one register.
struct SignalSection {
  struct Line {
    Bilingual title;                       ///< of the signal
    std::optional<ReturnPeriod> period;    ///< where it is about one
    bool operator==(const Line&) const = default;
  };
  Bilingual register_title;
  std::string address;                     ///< of the page of its signals, whole
  std::vector<Line> lines;
};
struct SignalDigest {
  Person person;
  std::string post_words, reply_to;
  std::string key;                         ///< of the letter
  std::vector<SignalSection> sections;
};
[[nodiscard]] Letter signal_letter(const SignalDigest& digest);

}  // namespace makegood::tasks
