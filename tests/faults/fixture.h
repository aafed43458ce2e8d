#pragma once
// A workspace for tests: a store in memory or in a folder, a clock that stands still until it is
// moved, and chance that repeats.

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>

#include <unistd.h>

#include "store/sqlite.h"
#include "store/store.h"
#include "tasks/tasks.h"

namespace makegood::test {

class StillClock final : public tasks::Clock {
 public:
  std::int64_t seconds = 1686735000;  // 2023-06-14T09:30:00Z
  tasks::Now now() const override {
    return {seconds, Day(std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(seconds))))};
  }
};

/// Different bits at each call, the same ones in each run; from any thread.
inline RandomBits repeating_bits(std::uint64_t seed = 1) {
  auto state = std::make_shared<std::atomic<std::uint64_t>>(seed);
  return [state] {
    std::uint64_t z = state->fetch_add(0x9e3779b97f4a7c15U) + 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
  };
}

/// A folder of its own, removed at the end.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "makegood-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct Bench {
  explicit Bench(std::unique_ptr<store::Store> kept, std::uint64_t seed = 1)
      : store(std::move(kept)),
        random(repeating_bits(seed)),
        workspace{.ledger = store->ledger(),
                  .plans = store->plans(),
                  .people = store->people(),
                  .progress = store->progress(),
                  .publication = store->publication(),
                  .cycles = store->cycles(),
                  .indicators = store->indicators(),
                  .registers = store->registers(),
                  .api_tokens = store->api_tokens(),
                  .care = store->care(),
                  .imports = store->imports(),
                  .sign_ins = store->sign_ins(),
                  .outbox = store->outbox(),
                  .subscriptions = store->subscriptions(),
                  .drafts = store->drafts(),
                  .quarantine = store->quarantine(),
                  .accounts = store->accounts(),
                  .access_log = store->access_log(),
                  .filters = store->filters(),
                  .sheets = store->sheets(),
                  .forms = store->forms(),
                  .random = random,
                  .clock = clock} {}

  static Bench in_memory(store::Faults* faults = nullptr) {
    return Bench(store::Store::open_in_memory(repeating_bits(99), faults).value());
  }
  static Bench in(const std::filesystem::path& folder, store::Faults* faults = nullptr) {
    return Bench(store::Store::open(folder, repeating_bits(99), faults).value());
  }

  std::unique_ptr<store::Store> store;
  StillClock clock;
  RandomBits random;
  tasks::Workspace workspace;
};

/// The same workspace with another directory and other progress: what a test says of them.
inline tasks::Workspace with(const tasks::Workspace& w, PeopleRepository& people, ProgressRepository& progress) {
  return {.ledger = w.ledger,
          .plans = w.plans,
          .people = people,
          .progress = progress,
          .publication = w.publication,
          .cycles = w.cycles,
          .indicators = w.indicators,
          .registers = w.registers,
          .api_tokens = w.api_tokens,
          .care = w.care,
          .imports = w.imports,
          .sign_ins = w.sign_ins,
          .outbox = w.outbox,
          .subscriptions = w.subscriptions,
          .drafts = w.drafts,
          .quarantine = w.quarantine,
          .accounts = w.accounts,
          .access_log = w.access_log,
          .filters = w.filters,
          .sheets = w.sheets,
          .forms = w.forms,
          .random = w.random,
          .clock = w.clock};
}

/// A small plan as extract would draft it: two themes, three items (one under another), findings.
inline Plan small_draft() {
  Plan plan;
  plan.title = "Fair Work Plan";
  plan.organisation = "Exampleshire Council";
  plan.themes = {{ThemeId("1"), "Employment", {}, {}}, {ThemeId("2"), "Education", {}, {}}};
  Item first;
  first.id = ItemId("1");
  first.ref = "01.05";
  first.kind = ItemKind::recommendation;
  first.theme = ThemeId("1");
  first.title = "Publish the pay gap by ethnic group";
  first.owners = {"Head of People", "Head of Communications"};
  first.timescale_raw = "Q4 2023/24";
  first.timescale = read_timescale(first.timescale_raw);
  first.source = {.page = 3, .row = 2};
  Item child;
  child.id = ItemId("2");
  child.kind = ItemKind::commitment;
  child.parent = first.id;
  child.theme = ThemeId("1");
  child.title = "Agree the method with staff networks";
  Item last;
  last.id = ItemId("3");
  last.ref = "02.01";
  last.theme = ThemeId("2");
  last.title = "Review the school curriculum";
  last.partners = {"Young People's Café"};
  last.timescale_raw = "6 months-1 Year";
  last.findings = {{"unreadable_date", "No date can be read.", "row 4"}};
  plan.items = {first, child, last};
  plan.indicators = {{IndicatorId("1"), ThemeId("1"), "Share of senior posts", "percent", {}}};
  return plan;
}

/// Proposes, accepts and returns the slug.
inline std::string adopt_small_plan(Bench& bench, bool release = false) {
  const auto actor = tasks::first_coordinator();
  const auto proposal = tasks::propose_import(bench.workspace, actor, {"the document", "plan.docx"}, small_draft()).value();
  return tasks::accept_import(bench.workspace, actor, proposal.id, {release}).value().slug;
}

}  // namespace makegood::test
