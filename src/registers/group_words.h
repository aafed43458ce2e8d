#pragma once
// What a definition says about groups of people who meet: who counts as a member on a day, how a paper goes round for
// agreement, and what belongs into the pack of a meeting. Few registers say any of it, so it is read apart from the
// Definition, from the same file, by whoever acts on it:
//
//   const GroupWords words = read_group_words(kept.text);
//   if (words.composition) ...                        // this register says who sits on which group
//
// Meanings: docs/reference/registers.md, "Groups".

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "registers/definition.h"
#include "registers/members.h"
#include "registers/placed_fault.h"

namespace makegood::registers {

/// Records of this register say who is a member of which group, and from when until when. Names of fields of this
/// register, but for `seats` and `required_in`, which are fields of the register of groups: `group` leads there.
struct CompositionWords {
  std::string group;
  std::string from, until, left;        ///< first and last days; the last two may be empty
  std::vector<std::string> states;      ///< in which a record speaks of a member; empty = in all
  std::vector<std::string> by;          ///< by what members are counted; never a protected field
  std::string address, language;        ///< where letters reach a member, and in which language they want them
  std::string seats;                    ///< how many a group has
  std::string required, required_in;    ///< codes of `required` that must have a member stand in the group's `required_in`
};

/// Each record of this register is one member's, or one post's, word on one version of a paper.
struct CirculationWords {
  std::string group, paper, version;
  std::string member;                   ///< with `group` the key of a record of the register that says who is a member
  std::string post;                     ///< somebody of the directory who is asked besides; may be empty
  std::string file;                     ///< SHA-256 of the paper and its name; may be empty
  std::string sent, due;
  std::string answer, answered, comment;
  std::vector<std::string> agree;       ///< answers that are agreement
  std::vector<std::string> explain;     ///< answers that need a comment
  std::string asked_state, answered_state, replaced_state;
};

/// Which records of a register are in a pack. What is left empty does not narrow.
struct PackRecords {
  std::string register_name;
  std::vector<std::string> fields;      ///< columns, in order; protected ones are left out whatever is said here
  std::string field;                    ///< of that register, which holds ...
  enum class Is { group, record, earlier } is = Is::group;  ///< the group, this record's key, or that of an earlier one of the group
  bool tied = false;                    ///< only those that are tied to this record
  bool since_last = false;              ///< only those that happened since the group's record before this one
};
struct PackCounts {
  std::string register_name;
  std::vector<std::string> by;          ///< one table for each
};
/// For a record of this register, a meeting say, a pack can be frozen: what was known on a day.
struct PackWords {
  std::string group, day;               ///< fields: whose meeting, and when
  std::vector<std::string> agenda;      ///< fields of the record, in order
  std::string members;                  ///< a register that has `composition`; empty = none
  std::vector<PackRecords> records;
  std::vector<PackCounts> counts;       ///< since the group's record before this one
  std::vector<std::string> signals;     ///< registers whose raised signals are in it
  bool actions = false;                 ///< open items that are tied to the group's records
};

struct GroupWords {
  std::optional<CompositionWords> composition;
  std::optional<CirculationWords> circulation;
  std::optional<PackWords> pack;
};

/// Of a definition's file. Edge: a file that read_definition() refuses says nothing.
[[nodiscard]] GroupWords read_group_words(std::string_view text);

/// The same from the member "makegood"; what cannot be read is a fault.
[[nodiscard]] GroupWords read_group_words(Members& in);
/// What contradicts the definition that they stand in.
void check_group_words(const Definition& definition, const GroupWords& words, Faults& faults);

/// The register and the fields to which a field leads by a key of its own, or with others; null = nowhere.
[[nodiscard]] const ForeignKey* key_through(const Definition& definition, std::string_view field, std::size_t parts);

}  // namespace makegood::registers
