// The child of the kill loop: does a coordinator's work without end, and prints the head of the
// ledger after each piece of it was acknowledged.
//
//   faults_writer DIR SEED          until it is killed
//   faults_writer DIR SEED BYTES    no file may grow beyond BYTES: works until it is refused
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <sys/resource.h>

#include "faults/fixture.h"

using namespace makegood;

namespace {

// Something different each round, so that a kill meets all kinds of entry.
Result<void> one_round(test::Bench& bench, std::uint64_t round) {
  auto& w = bench.workspace;
  const auto actor = tasks::first_coordinator();
  auto draft = test::small_draft();
  draft.title = "Plan " + std::to_string(round % 3);
  draft.items[0].title += " in round " + std::to_string(round);
  draft.items[1].detail = std::string(2000, 'd');
  const auto proposal = tasks::propose_import(w, actor, {"document " + std::to_string(bench.random()), "plan.docx"}, draft);
  if (!proposal) return tl::unexpected(proposal.error());
  if (round % 4 == 3) return tasks::discard_import(w, actor, proposal->id);
  const auto accepted = tasks::accept_import(w, actor, proposal->id, {.release = round % 2 == 0, .as_matched = true});
  if (!accepted) return tl::unexpected(accepted.error());
  const auto kept = w.plans.find(accepted->slug, View::live);
  if (!kept) return tl::unexpected(kept.error());
  const auto change = tasks::correct_item(w, actor, accepted->slug,
                                          {(*kept)->plan.items[0].id, ItemField::detail, {"round " + std::to_string(round)}, "x"});
  if (!change) return tl::unexpected(change.error());
  if (round % 8 == 5) return tasks::erase_payload(w, actor, w.ledger.last_about(proposal->id.text).value(), "by law");
  return {};
}

int work(const char* folder, std::uint64_t seed) {
  auto store = store::Store::open(folder, store::system_random());
  if (!store) return std::fprintf(stderr, "%s\n", store.error().line().c_str()), 2;
  test::Bench bench(std::move(*store), seed);
  for (std::uint64_t round = seed;; ++round) {
    if (auto done = one_round(bench, round); !done) {
      std::fprintf(stderr, "%s\n", done.error().line().c_str());
      return done.error().fault == Fault::unavailable ? 3 : 2;
    }
    const auto head = bench.store->ledger().head();
    if (!head) return 2;
    std::printf("%lld %s\n", static_cast<long long>(head->count), head->hash.c_str());
    std::fflush(stdout);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::fprintf(stderr, "usage: %s DIR SEED [BYTES]\n", argv[0]), 2;
  if (argc > 3) {
    const rlimit limit{static_cast<rlim_t>(std::atoll(argv[3])), RLIM_INFINITY};
    setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, SIG_IGN);  // a write beyond the limit fails, as on a full disk
  }
  return work(argv[1], std::strtoull(argv[2], nullptr, 10));
}
