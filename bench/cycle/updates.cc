// Durable updates per second: owners send what the page under their link sends, and each is on the disk before the
// next. Beside it a bare loop of commits: one row of the same bytes, in the same journal mode and as durable.
//
//   bench_updates FOLDER
//
// The two are measured in turn, in rounds of a second, so that whatever else the disk does happens to both.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

#include <sqlite3.h>

#include "faults/asked_owners.h"
#include "progress/json.h"

using namespace makegood;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int kOwners = 50, kItemsEach = 10, kRounds = 5;
constexpr std::chrono::milliseconds kRound{1000};

std::string narrative(int n) {
  return fmt::format("Word {}: the method was agreed with staff networks, and the figures go to committee in the spring. What "
                     "is missing is the consent of two partners, who meet again next month.", n);
}

class BareLoop {
 public:
  explicit BareLoop(const std::filesystem::path& file) {
    if (sqlite3_open(file.c_str(), &db_) != SQLITE_OK) throw std::runtime_error("the bare database cannot be opened");
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE entries (sequence INTEGER PRIMARY KEY, payload TEXT NOT NULL)");
    sqlite3_prepare_v2(db_, "INSERT INTO entries (payload) VALUES (?1)", -1, &insert_, nullptr);
  }
  BareLoop(const BareLoop&) = delete;
  BareLoop& operator=(const BareLoop&) = delete;
  ~BareLoop() {
    sqlite3_finalize(insert_);
    sqlite3_close(db_);
  }

  double per_second(const std::string& payload) {
    const auto began = Clock::now();
    int done = 0;
    for (; Clock::now() - began < kRound; ++done) {
      run("BEGIN IMMEDIATE");
      sqlite3_bind_text(insert_, 1, payload.data(), static_cast<int>(payload.size()), SQLITE_STATIC);
      sqlite3_step(insert_);
      sqlite3_reset(insert_);
      run("COMMIT");
    }
    return done / std::chrono::duration<double>(Clock::now() - began).count();
  }

 private:
  void run(const char* sql) {
    if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db_));
  }
  sqlite3* db_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
};

/// Each thread answers for owners of its own, one item after the other.
double updates_per_second(const tasks::Workspace& w, const std::vector<std::string>& tokens, int threads) {
  static std::atomic<int> words{0};
  std::atomic<int> done{0};
  const auto began = Clock::now();
  std::vector<std::jthread> owners;
  for (int t = 0; t < threads; ++t)
    owners.emplace_back([&, t] {
      const auto mine = static_cast<int>(tokens.size()) / threads;
      for (int n = 0; Clock::now() - began < kRound; ++n) {
        const auto owner = static_cast<std::size_t>(n / kItemsEach % mine * threads + t);
        if (const auto sent = test::answer_by_link(w, tokens[owner], static_cast<std::size_t>(n), narrative(++words)); !sent)
          throw std::runtime_error(sent.error().line());
        ++done;
      }
    });
  owners.clear();
  return done / std::chrono::duration<double>(Clock::now() - began).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 || argv[1][0] == '-') return std::fprintf(stderr, "usage: %s FOLDER\n", argv[0]), 2;
  const std::filesystem::path folder = argv[1];
  auto bench = test::Bench::in(folder / "data");
  const auto tokens = test::fresh_links(bench.workspace, test::have_owners_asked(bench.workspace, kOwners, kItemsEach));
  const auto sent = test::must(test::answer_by_link(bench.workspace, tokens[0], 0, narrative(0)));
  const auto payload = write_update(sent[0]);
  BareLoop bare(folder / "bare.db");
  std::printf("%-34s %12s %14s %9s\n", "durable updates, each on the disk", "updates/s", "bare commits/s", "ratio");
  for (const int threads : {1, 4, 16}) {
    std::vector<double> ours, theirs;
    for (int round = 0; round < kRounds; ++round) {
      theirs.push_back(bare.per_second(payload));
      ours.push_back(updates_per_second(bench.workspace, tokens, threads));
    }
    const auto label = fmt::format("{} owner{} sending", threads, threads == 1 ? "" : "s at once");
    std::printf("%-34s %12.0f %14.0f %7.2f x\n", label.c_str(), median(ours), median(theirs), median(ours) / median(theirs));
  }
  return 0;
}
