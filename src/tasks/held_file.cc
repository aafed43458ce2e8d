#include "tasks/held_file.h"

#include "tasks/quarantine.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

std::string name_in_package(std::string_view folder, const Evidence& evidence) {
  std::string name = std::string(folder) + evidence.id.text + "-";
  for (const char c : evidence.name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    name += plain ? c : '_';
  }
  return name;
}

std::optional<ScanState> state_of_file(const Workspace& w, const Evidence& evidence) {
  const auto found = find_evidence_file(w, evidence.digest);
  return found ? std::optional(found->state) : std::nullopt;
}

bool may_be_opened(ScanState state, bool staff) { return state == ScanState::clean || (state == ScanState::no_scanner && staff); }

}  // namespace makegood::tasks
