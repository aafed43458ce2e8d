// The child of the kill loop: what a running council does, without end and all at once. A coordinator imports and
// corrects plans; owners answer under their links, from several threads, and are asked back, each question with its
// letter; one more thread sends what waits in the outbox. What was acknowledged to whoever did it is then, and only
// then, said on standard output:
//
//   head COUNT HASH           the ledger was that long
//   said ITEM NARRATIVE       an owner was thanked for these words about the item
//   asked ITEM KEY            the letter of that key went into the outbox with an entry about the item
//
//   faults_writer DIR SEED                  until it is killed; letters become files in DIR/letters
//   faults_writer DIR SEED --smtp URL       letters go to a mail server on this machine
//   faults_writer DIR SEED --bytes BYTES    no file may grow beyond BYTES: works until it is refused, and exits with 3
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>
#include <thread>

#include <sys/resource.h>

#include "faults/asked_owners.h"
#include "mail/folder_mailer.h"
#include "mail/smtp_mailer.h"

using namespace makegood;

namespace {

constexpr int kOwners = 6, kItemsEach = 2, kThreads = 3;
const tasks::Letterhead kHead{"plans@aberllyn.example", "Aberllyn Council", "https://plans.aberllyn.example"};

/// The lines of several threads, whole; and the first refusal, which ends all of them.
class Tally {
 public:
  void say(const std::string& line) {
    const std::lock_guard lock(mutex_);
    std::printf("%s\n", line.c_str());
    std::fflush(stdout);
  }
  /// Whether to go on.
  bool went(const Result<void>& done) {
    if (!done && !ended_.exchange(true)) {
      std::fprintf(stderr, "%s\n", done.error().line().c_str());
      code_ = done.error().fault == Fault::unavailable ? 3 : 2;
    }
    return !ended_;
  }
  [[nodiscard]] int code() const { return code_; }

 private:
  std::mutex mutex_;
  std::atomic<bool> ended_ = false;
  std::atomic<int> code_ = 0;
};

// Something different each round, so that a kill meets all kinds of entry.
Result<void> import_one(test::Bench& bench, std::uint64_t round) {
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

void coordinate(test::Bench& bench, Tally& tally, std::uint64_t seed) {
  for (auto round = seed; tally.went(import_one(bench, round)); ++round)
    if (const auto head = bench.workspace.ledger.head()) tally.say(fmt::format("head {} {}", head->count, head->hash));
}

// The owner answers; the coordinator sends it back with a question, and its letter.
Result<void> answer_and_ask_back(const tasks::Workspace& w, Tally& tally, const std::string& token, std::size_t item, const std::string& words) {
  const auto sent = test::answer_by_link(w, token, item, words, test::seen_on_page(w, token, item));
  if (!sent) return tl::unexpected(sent.error());
  const auto& update = sent->front();
  tally.say(fmt::format("said {} {}", update.item.text, words));
  const auto progress = w.progress.of_plan(update.plan);
  if (!progress) return tl::unexpected(progress.error());
  for (const auto& kept : (*progress)->updates) {
    if (kept.id != update.id) continue;
    if (auto done = tasks::return_update(w, tasks::first_coordinator(), update.plan, {kept.id, kept.sequence}, "Since when?"); !done) return done;
    tally.say(fmt::format("asked {} question {} {}", update.item.text, kept.id.text, kept.sequence));
  }
  return {};
}

void own(const tasks::Workspace& w, Tally& tally, const std::vector<std::string>& tokens, std::size_t thread, std::uint64_t seed) {
  for (std::size_t n = 0;; ++n) {
    const auto owner = (thread + n / kItemsEach * kThreads) % tokens.size();  // nobody else's: no two write about one item
    if (!tally.went(answer_and_ask_back(w, tally, tokens[owner], n, fmt::format("Word {}.{}.{}.", seed, thread, n)))) return;
  }
}

void send(const tasks::Workspace& w, Tally& tally, tasks::Mailer& mailer) {
  for (;;) {
    const auto step = tasks::send_next(w, mailer);
    if (!tally.went(step ? Result<void>() : Result<void>(tl::unexpected(step.error())))) return;
    if (*step == tasks::Step::nothing_due) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

int work(const std::filesystem::path& folder, std::uint64_t seed, const std::string& smtp) {
  auto store = store::Store::open(folder, store::system_random());
  if (!store) return std::fprintf(stderr, "%s\n", store.error().line().c_str()), store.error().fault == Fault::unavailable ? 3 : 2;
  test::Bench bench(std::move(*store), seed);
  bench.clock.seconds += static_cast<std::int64_t>(seed % 100) * 700;  // what was being sent when the one before was killed is due again
  auto& w = bench.workspace;
  w.random = store::system_random();
  w.letterhead = kHead;
  std::unique_ptr<tasks::Mailer> mailer = std::make_unique<mail::FolderMailer>(folder / "letters", kHead);
  if (!smtp.empty()) mailer = test::must(mail::SmtpMailer::make({smtp, "", "", true}, kHead));
  const auto tokens = test::fresh_links(w, test::have_owners_asked(w, kOwners, kItemsEach));
  Tally tally;
  {
    std::vector<std::jthread> threads;
    threads.emplace_back([&] { coordinate(bench, tally, seed); });
    for (std::size_t t = 0; t < kThreads; ++t) threads.emplace_back([&, t] { own(w, tally, tokens, t, seed); });
    threads.emplace_back([&] { send(w, tally, *mailer); });
  }
  return tally.code();
}

void limit_files(const char* bytes) {
  const rlimit limit{static_cast<rlim_t>(std::atoll(bytes)), RLIM_INFINITY};
  setrlimit(RLIMIT_FSIZE, &limit);
  std::signal(SIGXFSZ, SIG_IGN);  // a write beyond the limit fails, as on a full disk
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 && argc != 5) return std::fprintf(stderr, "usage: %s DIR SEED [--smtp URL | --bytes BYTES]\n", argv[0]), 2;
  const std::string option = argc == 5 ? argv[3] : "";
  if (option == "--bytes") limit_files(argv[4]);
  try {
    return work(argv[1], std::strtoull(argv[2], nullptr, 10), option == "--smtp" ? argv[4] : "");
  } catch (const std::exception& refused) {  // before the work began
    return std::fprintf(stderr, "%s\n", refused.what()), 4;
  }
}
