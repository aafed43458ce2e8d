// The scanner beside a running server: what is given is looked at by itself.
#include "app/looker.h"

#include <doctest/doctest.h>

#include <atomic>

#include "faults/fixture.h"

using namespace makegood;
using namespace std::chrono_literals;

namespace {

/// Away at first; then everything with "virus" in it is one.
class LateScanner final : public tasks::Scanner {
 public:
  std::atomic<bool> there = false;
  std::atomic<int> asked = 0;
  Result<tasks::Verdict> scan(std::string_view bytes) override {
    ++asked;
    if (!there) return refuse(Fault::unavailable, "the scanner cannot be reached");
    const bool bad = bytes.find("virus") != std::string_view::npos;
    return tasks::Verdict{!bad, bad ? "Test-Signature" : ""};
  }
};

template <class Condition>
bool soon(Condition condition) {
  for (int tries = 0; tries < 1000 && !condition(); ++tries) std::this_thread::sleep_for(5ms);
  return condition();
}

}  // namespace

TEST_CASE("files that wait are looked at by themselves; what a scanner that was away did not see waits") {
  auto bench = test::Bench::in_memory();
  LateScanner scanner;
  auto w = bench.workspace;
  w.scanner = &scanner;
  const auto state = [&](const Evidence& piece) { return tasks::find_evidence_file(w, piece.digest)->state; };
  const auto early = tasks::receive_file(w, {"early.txt", ""}, "given while it was away").value();
  {
    const app::Looker looker(w, 5ms);
    CHECK(soon([&] { return scanner.asked >= 1; }));
    scanner.there = true;
    const auto fine = tasks::receive_file(w, {"minutes.txt", ""}, "what was decided").value();
    const auto bad = tasks::receive_file(w, {"gift.txt", ""}, "a virus").value();
    CHECK(soon([&] { return state(fine) == ScanState::clean && state(bad) == ScanState::infected; }));
    CHECK(state(early) == ScanState::waiting);  // for a minute of the clock, which stands still here
  }
  const int asked = scanner.asked;
  REQUIRE(tasks::receive_file(w, {"late.txt", ""}, "after the server has ended"));
  std::this_thread::sleep_for(30ms);
  CHECK(scanner.asked == asked);  // it ended with its owner
}

TEST_CASE("without a scanner nothing looks, and it ends at once") {
  auto bench = test::Bench::in_memory();
  const auto piece = tasks::receive_file(bench.workspace, {"minutes.txt", ""}, "what was decided").value();
  { const app::Looker looker(bench.workspace, 5ms); }
  CHECK(tasks::find_evidence_file(bench.workspace, piece.digest)->state == ScanState::no_scanner);
}
