#include "tasks/said_of_item.h"

#include "tasks/write_down.h"

namespace makegood::tasks {

Result<SaidOfItem> read_said(const Workspace& w, const HomeItem& at) {
  SaidOfItem said;
  const auto seen = w.ledger.last_about(at.item.text);
  if (!seen) return tl::unexpected(seen.error());
  said.seen = *seen;
  auto kept = w.plans.find(at.plan, View::live);
  if (!kept) return tl::unexpected(kept.error());
  said.kept = std::move(*kept);
  said.item = find_item(said.kept->plan, at.item);
  if (said.item == nullptr) return refuse(Fault::not_found, "there is no such item in this plan");
  auto progress = w.progress.of_plan(at.plan);
  if (!progress) return tl::unexpected(progress.error());
  said.progress = std::move(*progress);
  auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  said.directory = std::move(*directory);
  said.now = w.clock.now();
  return said;
}

Result<void> write_said(const Workspace& w, Change change, const SaidOfItem& said) {
  const Expectation unchanged{change.subject, said.seen};
  return write_down(w, {std::move(change)}, {unchanged}, said.now);
}

std::string words_of_person(std::string_view text) { return valid_utf8(trim(text)); }

}  // namespace makegood::tasks
