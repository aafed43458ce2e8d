#pragma once
// A paper goes round: everybody who is a member on the day, and posts that are named besides or alone, is asked by letter
// whether they agree to this version of it. One record for each of them, its letter and its link are written together or not
// at all. A newer version asks everybody again: what was said to the version before stays, as replaced.

#include <string>
#include <vector>

#include "registers/paper_rounds.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

struct Circulating {
  std::string register_name, group, paper, version;
  Day due;
  std::vector<std::string> posts;       ///< as the directory has them, by id or title
  bool to_members = true;               ///< false = the posts alone
  std::string note;                     ///< goes into the letters
  std::string file_name, file_bytes;    ///< the paper itself; empty = it is somewhere else
  std::string once;                     ///< the form's number: the same form twice is one round
};
struct Circulated {
  int asked = 0, letters = 0, replaced = 0;
  bool already = false;                 ///< this form was sent before
};

/// Refuses: who may not send in records of the register or see the members -> not_allowed; no group, a paper or version
/// without a name, a day that has passed, a post that is not in the directory, nobody to ask -> invalid_input; a version
/// that went round before, or another round of the paper that is sent at the same moment -> conflict.
/// An entry "paper.sent" says that the paper went round: the subject is "paper:NAME:" and a mark of group and paper.
[[nodiscard]] Result<Circulated> circulate(const Workspace& workspace, const Actor& actor, const Circulating& circulating);

/// A letter more, with a link of its own, to everybody who has not answered the newest version; at most one a day.
/// Refuses as circulate() does; no such paper -> not_found; one whose day has passed -> conflict.
[[nodiscard]] Result<int> remind_of_paper(const Workspace& workspace, const Actor& actor, std::string_view register_name, std::string_view group, std::string_view paper);

/// What nobody's note is longer than, in bytes.
inline constexpr std::size_t kLongestNote = 4'000;

}  // namespace makegood::tasks
