#pragma once
// A file of evidence as it is held: whether it may be opened, by whom, and under which name it goes into the file of an item.

#include <optional>
#include <string>
#include <string_view>

#include "progress/progress.h"

namespace makegood::tasks {

struct Workspace;

/// Where the file of a draft and one that was sent stand in the package.
inline constexpr std::string_view kSentFolder = "evidence/", kDraftFolder = "drafts/";

/// In that folder, told apart from others by its id: "evidence/e1-minutes.pdf".
[[nodiscard]] std::string name_in_package(std::string_view folder, const Evidence& evidence);

/// Its state with the scanner; none = the file is not kept here any more.
[[nodiscard]] std::optional<ScanState> state_of_file(const Workspace& workspace, const Evidence& evidence);
/// Only what the scanner has passed leaves to the public; nothing that it found something in leaves to anybody. `staff`:
/// signed in, with a role that sees evidence.
[[nodiscard]] bool may_be_opened(ScanState state, bool staff);

}  // namespace makegood::tasks
