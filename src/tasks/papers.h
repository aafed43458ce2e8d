#pragma once
// Papers that go round for agreement: how each stands. Sending one round is circulate.h, answering by a link paper_link.h.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "registers/paper_rounds.h"
#include "tasks/composition.h"

namespace makegood::tasks {

/// A register whose records are words on papers, and the one that knows who is a member.
struct PapersRegister {
  std::shared_ptr<const KeptRegister> kept;
  registers::CirculationWords words;
  MembersRegister members;
  std::string member_key;  ///< the field of the members' register with a member's number
};
/// Refuses: a register in which nothing goes round -> invalid_input; one of members or groups that is not here -> not_found.
[[nodiscard]] Result<PapersRegister> papers_register(const Workspace& workspace, std::string_view name);

/// Records about one paper of a group, whole, oldest first, as far as `reach` goes.
[[nodiscard]] Result<std::vector<Record>> words_on(const Workspace& workspace, const PapersRegister& papers, const Reach& reach, std::string_view group, std::string_view paper);

/// A paper in the list: its newest version.
struct PaperLine {
  std::string group, paper, version;
  Day sent, due;
  registers::RoundCount count;
};
struct PapersSeen {
  std::shared_ptr<const KeptRegister> kept;
  std::vector<PaperLine> papers;  ///< the last sent first
  bool may_circulate = false;
};
/// Refuses: nobody's records within reach -> not_allowed.
[[nodiscard]] Result<PapersSeen> papers_for(const Workspace& workspace, const Actor& actor, std::string_view register_name);

/// Somebody's word, with who they are in words: "Head of Housing, Aberllyn Council", "M1, Aberllyn University Health Board".
struct PaperWord {
  registers::PaperAnswer said;
  std::string who;
};
struct PaperVersion {
  registers::PaperRound round;
  registers::RoundCount count;
  std::vector<PaperWord> words;
};
struct PaperSeen {
  std::shared_ptr<const KeptRegister> kept;
  registers::CirculationWords words;
  std::string group, paper;
  std::vector<PaperVersion> versions;  ///< the newest first; never empty
  bool may_circulate = false;
};
/// Refuses: nobody's records within reach -> not_allowed; no such paper among them -> not_found.
[[nodiscard]] Result<PaperSeen> paper_standing(const Workspace& workspace, const Actor& actor, std::string_view register_name, std::string_view group, std::string_view paper);

}  // namespace makegood::tasks
