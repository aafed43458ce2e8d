#pragma once
// The letter with which one member, or one post, is asked whether they agree to a paper.

#include <string>

#include "tasks/clock.h"
#include "tasks/letter.h"

namespace makegood::tasks {

struct PaperLetter {
  std::string to, to_name;
  Language language = Language::en;
  std::string asker, reply_to;      ///< who asks, and where answers by e-mail go; the latter may be empty
  std::string group, paper, version;
  std::string note;                 ///< what whoever asks adds; may be empty
  Day due;
  std::string address;              ///< of the link
  std::string key;                  ///< letter.h
  bool reminds = false;
};
/// Edge: a letter that could not go out is of no more use the day after the answer was due.
[[nodiscard]] Letter paper_letter(const PaperLetter& about, const Now& now);

}  // namespace makegood::tasks
