#pragma once
// Ties: a record and the promises, the evidence or the records of other registers that it has to do with. Whoever
// handles the record makes them; each side shows them to those who may see the other.

#include <string>
#include <string_view>
#include <vector>

#include "registers/registers.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// Something that a record is or may be tied to, as its handler may see it.
struct TieShown {
  TieEnd end;
  std::string ref, title;   ///< of the item; of a record its register's title and what tells it apart
  std::string place_title;  ///< of the plan or register, in English
  ItemId item = {};         ///< under which a piece of evidence stands
  bool is_seen = true;      ///< false: it is there, but not for the actor to see
  bool made_there = false;  ///< the other record was tied to this one, and there it is untied
};

/// Tied before is tied. Refuses: a record that the actor does not handle, an end that they may not see or that is not
/// there -> not_found; a kind of end that the register does not say, the record itself -> invalid_input; a record that
/// somebody changed since `seen` -> conflict.
[[nodiscard]] Result<void> tie_record(const Workspace& workspace, const Actor& actor, const RecordId& id, const TieEnd& end);
/// Untied before is untied.
[[nodiscard]] Result<void> untie_record(const Workspace& workspace, const Actor& actor, const RecordId& id, const TieEnd& end);

/// In the order in which they were made. Refuses a record that the actor may not see -> not_found.
[[nodiscard]] Result<std::vector<TieShown>> ties_of_record(const Workspace& workspace, const Actor& actor, const RecordId& id);

/// What the words find among everything that the record may be tied to and is not: items by reference or words of their
/// title, their evidence by its words, records of other registers by number or words; at most kTiesOffered.
inline constexpr std::size_t kTiesOffered = 20;
[[nodiscard]] Result<std::vector<TieShown>> find_ties(const Workspace& workspace, const Actor& actor, const RecordId& id, std::string_view words);

/// Records of one register that are tied to an item or to evidence under it, as far as the actor may see them.
struct TiedHere {
  std::string register_name;
  Bilingual title;
  std::vector<RecordId> records;  ///< each once, oldest tie first; never empty
};
/// By the register's title. Nobody who is not signed in sees any.
[[nodiscard]] Result<std::vector<TiedHere>> records_tied_to(const Workspace& workspace, const Actor* actor, std::string_view plan, const ItemId& item);

}  // namespace makegood::tasks
