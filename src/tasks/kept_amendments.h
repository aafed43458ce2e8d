#pragma once
// Changes to what was sent in that are not sent yet: kept for 28 days as a form is that somebody began (begun_forms.h),
// and found again by whoever may open the record's form, by their account or by their receipt. Until they are sent, what
// was sent before stands.

#include <optional>
#include <string>
#include <string_view>

#include "tasks/begun_forms.h"

namespace makegood::tasks {

/// Whose they are, and of which record.
struct AmendmentPlace {
  std::string holder, once;
};
/// For an account. With the number that the sender was given (receipts.h) it says neither the record nor the number.
[[nodiscard]] AmendmentPlace amendment_of(const Actor& actor, const RecordId& record);
[[nodiscard]] AmendmentPlace amendment_by(std::string_view receipt);

struct KeptAmendment {
  Answers answers;
  std::string reply;      ///< to the question with which it was sent back
  std::string step;       ///< where the person was
  int version = 1;        ///< of the definition
  std::int64_t seen = 0;  ///< the last entry about the record that they saw
  std::int64_t saved = 0; ///< seconds since 1970
};
[[nodiscard]] Result<void> keep_amendment(const Workspace& workspace, const AmendmentPlace& place, std::string_view register_name, const KeptAmendment& amendment);
/// Nothing where none is kept, or its time is over.
[[nodiscard]] std::optional<KeptAmendment> kept_amendment(const Workspace& workspace, const AmendmentPlace& place, std::string_view register_name);
[[nodiscard]] Result<void> drop_amendment(const Workspace& workspace, const AmendmentPlace& place);

}  // namespace makegood::tasks
