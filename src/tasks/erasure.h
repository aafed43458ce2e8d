#pragma once
// Taking somebody out of the directory for data-protection law: first what would go and what stays, then doing it.
//
//   auto preview = preview_erasure(workspace, actor, person);
//   erase_person(workspace, actor, person, "request of 3 July 2023, case 14");
//
// Posts, what was said as a post, and the chain stay. So does the address under which somebody signed in where it says who
// wrote an entry: it is part of the hash, and taking it out would break the chain. It is never public.

#include <string>
#include <vector>

#include "people/people.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

struct ErasurePreview {
  Person person;                    ///< as the directory has them now
  int entries = 0;                  ///< of the ledger, whose words go
  bool has_sign_in = false;         ///< a password or codes, which go
  int sessions = 0;                 ///< which end
  int letters = 0;                  ///< in the outbox to their address, sent or not, which go
  std::vector<std::string> posts;   ///< that they hold or held: these stay, "Head of Housing, Aberllyn Council"
};
/// Refuses: no such person -> not_found; erased already -> conflict; whoever may not erase -> not_allowed.
[[nodiscard]] Result<ErasurePreview> preview_erasure(const Workspace& workspace, const Actor& actor, const PersonId& person);

/// Takes name, address and language out of every entry about somebody, ends their sessions and links, and removes their
/// password, codes and letters. Begun twice, it goes on where it stopped.
/// Refuses as preview_erasure() does; oneself -> not_allowed; no reason -> invalid_input.
[[nodiscard]] Result<void> erase_person(const Workspace& workspace, const Actor& actor, const PersonId& person, std::string_view reason);

}  // namespace makegood::tasks
