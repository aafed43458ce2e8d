#pragma once
// store: where everything is kept. One SQLite file, DIR/makegood.db: the ledger, the documents
// and the sessions, and beside them tables that are derived from the ledger and can be rebuilt.
//
//   auto store = store::Store::open("data", random);      // makes DIR and the tables on first use
//   auto entries = (*store)->ledger().append(batch);      // entry and derived tables, or neither
//   auto plan = (*store)->plans().find("our-plan", View::released);
//   auto report = (*store)->ledger().verify();
//   (*store)->backup("monday.db");
//   store::restore("monday.db", "data");
//
// One connection writes, behind a mutex; a few others read what is committed. Any number of
// threads may use a store. Inside this module a fault of SQLite travels as an exception; at the
// doors it becomes a Refusal: full disk, I/O fault or a busy file -> unavailable.
// Nothing outside this module includes sqlite3.h. store must not know the web or the command line.

#include <filesystem>
#include <memory>
#include <string>

#include "base/base.h"
#include "cycle/cycle_repository.h"
#include "ledger/ledger_store.h"
#include "people/people_repository.h"
#include "plan/plan_repository.h"
#include "progress/indicator_repository.h"
#include "progress/progress_repository.h"
#include "registers/care_repository.h"
#include "registers/register_repository.h"
#include "report/publication_repository.h"
#include "tasks/drafts.h"
#include "tasks/form_repository.h"
#include "tasks/access_log.h"
#include "tasks/accounts.h"
#include "tasks/api_tokens.h"
#include "tasks/imports.h"
#include "tasks/outbox.h"
#include "tasks/saved_filters.h"
#include "tasks/sheets.h"
#include "tasks/subscriptions.h"
#include "tasks/quarantine.h"
#include "tasks/sign_in.h"

namespace makegood::store {

struct Faults;  // of sqlite.h: breaks a chosen step, for tests

class Store {
 public:
  /// Opens DIR/makegood.db, making the folder and the tables where they are missing.
  /// Refuses: a newer schema, a file that is not ours -> invalid_input; no right to write -> unavailable.
  [[nodiscard]] static Result<std::unique_ptr<Store>> open(const std::filesystem::path& folder, RandomBits random,
                                                           Faults* faults = nullptr);
  /// Opens only what is there. Refuses: no database in DIR -> not_found.
  [[nodiscard]] static Result<std::unique_ptr<Store>> open_existing(const std::filesystem::path& folder,
                                                                    RandomBits random);
  /// In memory; gone with the store.
  [[nodiscard]] static Result<std::unique_ptr<Store>> open_in_memory(RandomBits random,
                                                                     Faults* faults = nullptr);

  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  ~Store();

  [[nodiscard]] LedgerStore& ledger();
  [[nodiscard]] PlanRepository& plans();
  [[nodiscard]] PeopleRepository& people();
  [[nodiscard]] ProgressRepository& progress();
  [[nodiscard]] PublicationRepository& publication();
  [[nodiscard]] CycleRepository& cycles();
  [[nodiscard]] IndicatorRepository& indicators();
  [[nodiscard]] RegisterRepository& registers();
  [[nodiscard]] tasks::ApiTokenRepository& api_tokens();
  [[nodiscard]] CareRepository& care();
  [[nodiscard]] tasks::ImportRepository& imports();
  [[nodiscard]] tasks::SignInRepository& sign_ins();
  [[nodiscard]] tasks::DraftRepository& drafts();
  [[nodiscard]] tasks::QuarantineRepository& quarantine();
  [[nodiscard]] tasks::Outbox& outbox();
  [[nodiscard]] tasks::SubscriptionRepository& subscriptions();
  [[nodiscard]] tasks::AccountRepository& accounts();
  [[nodiscard]] tasks::AccessLog& access_log();
  [[nodiscard]] tasks::SavedFilterRepository& filters();
  [[nodiscard]] tasks::SheetRepository& sheets();
  [[nodiscard]] tasks::FormRepository& forms();

  /// A consistent copy while others read and write; checked, and on the disk when it returns.
  /// Refuses: a file that is there already -> conflict.
  [[nodiscard]] Result<LedgerHead> backup(const std::filesystem::path& file);

  /// Every row of every derived table as text, in a fixed order: what rebuild must reproduce.
  [[nodiscard]] Result<std::string> dump_derived();

 private:
  struct Rooms;
  explicit Store(std::unique_ptr<Rooms> rooms);
  static Result<std::unique_ptr<Store>> open_at(const std::string& path, bool create, RandomBits random, Faults* faults);
  std::unique_ptr<Rooms> rooms_;
};

/// Puts a backup into DIR, after its integrity and its whole chain were checked.
/// Refuses: DIR holds something -> conflict; the file is not a whole backup -> invalid_input.
[[nodiscard]] Result<LedgerHead> restore(const std::filesystem::path& file, const std::filesystem::path& folder);

/// Random bits from the operating system, for ids, salts and tokens; safe from any thread.
[[nodiscard]] RandomBits system_random();

}  // namespace makegood::store
