#pragma once
// What the letters of a cycle say, in the reader's language. Nobody's letter names another person's items, but
// for those who look after them: the officer who is copied and the post that silence is brought to.

#include <string>
#include <vector>

#include "cycle/cycle.h"
#include "tasks/clock.h"
#include "tasks/letter.h"

namespace makegood::tasks {

/// One plan in a person's letter.
struct AskSection {
  RequestId request;
  std::string plan_title, asker;    ///< the body whose plan it is
  CycleId cycle;
  Period period;
  Day closes;
  std::string address;              ///< of the reply page, whole
  std::vector<std::string> items;   ///< "1.05 Publish the pay gap"
  std::optional<Day> reminds_of;    ///< the day on which it was asked; nothing = it is asked now
};

/// One person's letter: everything that is asked of them in one run.
struct AskDigest {
  Person person;
  std::string post_words;           ///< "Head of Housing, Aberllyn Council"
  std::string reply_to;             ///< of whoever asks; may be empty
  std::vector<AskSection> sections;
};
/// Its key holds the requests and the day, so that the same letter is not put in twice. It is of use until the
/// last of its cycles has closed.
[[nodiscard]] Letter ask_letter(const AskDigest& digest, const Now& now);

/// Somebody in a list of others: "Head of Housing, Aberllyn Council: 3 items, asked on 1 April 2023".
struct ListedPost {
  std::string post_words;
  int items = 0;
  Day asked;
};
struct ListedItem {
  std::string item, named;          ///< `named`: whom the plan names; empty = nobody
  WhyNot why = WhyNot::no_post;
};
/// A letter about others' answers, to whoever looks after them.
struct WatchLetter {
  Person person;
  std::string post_words, reply_to;
  std::string plan_title, asker, plan_address;
  CycleId cycle;
  Period period;
  Day closes;
  std::vector<ListedPost> posts;
  std::vector<ListedItem> unasked;
};
/// That there is no answer yet, and behind which names nobody can be asked.
[[nodiscard]] Letter escalation_letter(const WatchLetter& watch, Day today);
/// Who was asked in the place of the officer.
[[nodiscard]] Letter copy_letter(const WatchLetter& watch, Day today);

}  // namespace makegood::tasks
