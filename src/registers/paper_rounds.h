#pragma once
// How a paper stands that went round for agreement: a round for each version, newest first, with every word that came
// back and everybody who was silent. Silence is no agreement, and an answer to an earlier version is none to this one.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "registers/group_words.h"
#include "registers/record.h"

namespace makegood::registers {

struct PaperAnswer {
  RecordId id;
  std::string member, post, organisation;  ///< who was asked: a member's number or a post
  std::string answer, comment;             ///< a code, as written where it is none; empty = silent
  std::optional<Day> answered;
  bool late = false;                       ///< answered after the day on which it was due
  [[nodiscard]] bool silent() const { return answer.empty(); }
};
struct PaperRound {
  std::string version, file;
  Day sent, due;
  bool replaced = false;                   ///< a newer version has gone round
  std::vector<PaperAnswer> answers;        ///< members by their numbers, then posts
};
/// Of the records about one paper of one group. Edge: a record without its days is about no round.
[[nodiscard]] std::vector<PaperRound> rounds_of(const CirculationWords& words, const std::vector<Record>& records);

struct RoundCount {
  int asked = 0, agree = 0, silent = 0;
  std::vector<std::pair<std::string, int>> by_answer;  ///< codes in the order of the field's choices, those that nobody gave too
};
[[nodiscard]] RoundCount count_round(const Definition& definition, const CirculationWords& words, const PaperRound& round);

/// "0f3c...9a terms.docx": how a record keeps which file went round.
struct SentFile {
  std::string digest, name;
  bool operator==(const SentFile&) const = default;
};
[[nodiscard]] std::string write_sent_file(const SentFile& file);
/// Edge: what is not a SHA-256 and a name is no file.
[[nodiscard]] std::optional<SentFile> read_sent_file(std::string_view written);

}  // namespace makegood::registers
