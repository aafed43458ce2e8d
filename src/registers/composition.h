#pragma once
// The make-up of a group on a day: how many members it has by category, sector or organisation, which seats are empty
// and who should be there and is not.
//
// A term is lived, not switched: the record says from when until when, and what was recorded later about an earlier day
// holds for that day. Both ends count. Somebody who left before the end of the term was a member until then.
//
//   Composition composition(definition, words, {"category", "sector"}, day);
//   for (const Record& record : members) composition.take(record);   // those of one group
//   for (const auto& by : composition.lines()) ...

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "registers/coded_values.h"
#include "registers/group_words.h"

namespace makegood::registers {

/// Whether the record says that somebody is a member on the day.
/// Edge: without a first day nobody is; in a state that does not speak of members neither.
[[nodiscard]] bool is_member(const CompositionWords& words, const Record& record, Day day);
/// The last day of the term, or the day on which they left where that is earlier; empty = the end is open.
[[nodiscard]] std::optional<Day> last_day(const CompositionWords& words, const Answers& answers);

struct CompositionLine {
  std::string value;  ///< a code, a text, "unmapped", or empty: not stated
  int members = 0;
};
struct CompositionBy {
  std::string field;
  std::vector<CompositionLine> lines;  ///< in the order of the field's choices, else by their letters; "unmapped" and not stated last
};

class Composition {
 public:
  /// `definition` and `words` must outlive it. `by` = fields, at least one value each for every member.
  Composition(const Definition& definition, const CompositionWords& words, const std::vector<std::string>& by, Day day);

  /// Records of others than members on the day are passed over.
  void take(const Record& record);
  [[nodiscard]] int members() const { return members_; }
  [[nodiscard]] std::vector<CompositionBy> lines() const;
  /// Codes among `required` that no member has, in the order of the choices.
  [[nodiscard]] std::vector<std::string> without_member(const std::vector<std::string>& required) const;
  [[nodiscard]] Day day() const { return day_; }

 private:
  const Definition* definition_;
  const CompositionWords* words_;
  std::vector<CodedValues> by_;
  std::vector<CodedValues> required_;  ///< one, or none
  Day day_;
  int members_ = 0;
  std::vector<std::map<std::string, int>> counts_;
  std::map<std::string, int> there_;  ///< members by what must be there
};

/// How many of the seats are empty; nothing where the number of seats is not known. Edge: more members than seats = 0.
[[nodiscard]] std::optional<int> vacant_seats(std::optional<int> seats, int members);

}  // namespace makegood::registers
