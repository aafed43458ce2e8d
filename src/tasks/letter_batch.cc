#include "tasks/letter_batch.h"

namespace makegood::tasks {

std::string reply_address(const Actor& actor) { return is_mail_address(actor.name) ? actor.name : std::string(); }

Result<int> write_with_letters(const Workspace& w, Batch batch, const std::vector<Letter>& letters) {
  if (batch.changes.empty()) return 0;
  for (const auto& letter : letters) {
    auto errand = letter_errand(w, letter);
    if (!errand) return tl::unexpected(errand.error());
    batch.errands.push_back(std::move(*errand));
  }
  batch.at = w.clock.now().utc();
  if (auto written = w.ledger.append(batch); !written) return tl::unexpected(written.error());
  return static_cast<int>(letters.size());
}

}  // namespace makegood::tasks
