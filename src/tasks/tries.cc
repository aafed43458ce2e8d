#include "tasks/tries.h"

#include <algorithm>

#include <fmt/format.h>

#include "tasks/workspace.h"

namespace makegood::tasks {
namespace {

std::string key_of(const CountedTries& counted) { return token_hash(fmt::format("{}\n{}", counted.what, lower(counted.whose))); }

std::string wait_words(std::int64_t seconds) {
  if (seconds < 60) return seconds == 1 ? "1 second" : fmt::format("{} seconds", seconds);
  const auto minutes = (seconds + 59) / 60;
  return minutes == 1 ? "1 minute" : fmt::format("{} minutes", minutes);
}

}  // namespace

Result<void> may_try(const Workspace& w, std::initializer_list<CountedTries> counted) {
  const auto now = w.clock.now().seconds;
  std::int64_t wait = 0;
  for (const auto& one : counted) {
    const auto tally = w.accounts.tally(key_of(one));
    if (!tally) return tl::unexpected(tally.error());
    wait = std::max(wait, pause_left(*tally, now, one.throttle));
  }
  if (wait == 0) return {};
  return refuse(Fault::not_allowed, fmt::format("there were too many wrong answers: try again in {}", wait_words(wait)));
}

Result<void> count_failure(const Workspace& w, std::initializer_list<CountedTries> counted) {
  const auto now = w.clock.now().seconds;
  for (const auto& one : counted)
    if (auto done = w.accounts.add_failure(key_of(one), now); !done) return done;
  return w.accounts.forget_tallies(now - kForgetSeconds);
}

Result<void> clear_failures(const Workspace& w, const CountedTries& counted) { return w.accounts.clear_tally(key_of(counted)); }

}  // namespace makegood::tasks
