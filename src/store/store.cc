#include "store/store.h"

#include <stdexcept>

#include <sodium.h>

#include "store/answer_room.h"
#include "store/access_log_room.h"
#include "store/account_room.h"
#include "store/api_token_room.h"
#include "store/backup.h"
#include "store/care_room.h"
#include "store/cycle_room.h"
#include "store/filter_room.h"
#include "store/form_room.h"
#include "store/import_room.h"
#include "store/indicator_room.h"
#include "store/register_room.h"
#include "store/ledger_room.h"
#include "store/outbox_room.h"
#include "store/people_room.h"
#include "store/plan_room.h"
#include "store/progress_room.h"
#include "store/project.h"
#include "store/publication_room.h"
#include "store/schema.h"
#include "store/sheet_room.h"
#include "store/sign_in_room.h"
#include "store/subscription_room.h"

namespace makegood::store {
namespace fs = std::filesystem;

struct Store::Rooms {
  Rooms(std::string path, Access access, RandomBits random, Faults* faults)
      : connections(std::move(path), access, faults),
        plans(connections),
        people(connections),
        progress(connections),
        publication(connections),
        cycles(connections),
        indicators(connections),
        registers(connections),
        api_tokens(connections),
        care(connections),
        imports(connections),
        sign_ins(connections),
        outbox(connections),
        subscriptions(connections),
        drafts(connections),
        quarantine(connections),
        accounts(connections),
        access_log(connections),
        filters(connections),
        sheets(connections),
        forms(connections),
        ledger(connections, std::move(random), [this] { plans.forget(), people.forget(), progress.forget(), cycles.forget(); }) {}

  Connections connections;
  PlanRoom plans;
  PeopleRoom people;
  ProgressRoom progress;
  PublicationRoom publication;
  CycleRoom cycles;
  IndicatorRoom indicators;
  RegisterRoom registers;
  ApiTokenRoom api_tokens;
  CareRoom care;
  ImportRoom imports;
  SignInRoom sign_ins;
  OutboxRoom outbox;
  SubscriptionRoom subscriptions;
  DraftRoom drafts;
  QuarantineRoom quarantine;
  AccountRoom accounts;
  AccessLogRoom access_log;
  FilterRoom filters;
  SheetRoom sheets;
  FormRoom forms;
  LedgerRoom ledger;
};

namespace {

Result<void> prepare(Connections& connections) {
  auto lease = connections.write();
  if (auto done = migrate(*lease); !done) return done;
  if (derived_is_current(*lease)) return {};
  Tx tx(*lease, Tx::Kind::write);
  if (auto done = rebuild(*lease); !done) return done;
  tx.commit();
  return {};
}

tl::unexpected<Refusal> at(Refusal refusal, const fs::path& where) {
  refusal.where = where.string();
  return tl::unexpected(std::move(refusal));
}

}  // namespace

Store::Store(std::unique_ptr<Rooms> rooms) : rooms_(std::move(rooms)) {}
Store::~Store() = default;

LedgerStore& Store::ledger() { return rooms_->ledger; }
PlanRepository& Store::plans() { return rooms_->plans; }
PeopleRepository& Store::people() { return rooms_->people; }
ProgressRepository& Store::progress() { return rooms_->progress; }
PublicationRepository& Store::publication() { return rooms_->publication; }
CycleRepository& Store::cycles() { return rooms_->cycles; }
IndicatorRepository& Store::indicators() { return rooms_->indicators; }
RegisterRepository& Store::registers() { return rooms_->registers; }
tasks::ApiTokenRepository& Store::api_tokens() { return rooms_->api_tokens; }
CareRepository& Store::care() { return rooms_->care; }
tasks::ImportRepository& Store::imports() { return rooms_->imports; }
tasks::SignInRepository& Store::sign_ins() { return rooms_->sign_ins; }
tasks::DraftRepository& Store::drafts() { return rooms_->drafts; }
tasks::QuarantineRepository& Store::quarantine() { return rooms_->quarantine; }
tasks::Outbox& Store::outbox() { return rooms_->outbox; }
tasks::SubscriptionRepository& Store::subscriptions() { return rooms_->subscriptions; }
tasks::AccountRepository& Store::accounts() { return rooms_->accounts; }
tasks::AccessLog& Store::access_log() { return rooms_->access_log; }
tasks::SavedFilterRepository& Store::filters() { return rooms_->filters; }
tasks::SheetRepository& Store::sheets() { return rooms_->sheets; }
tasks::FormRepository& Store::forms() { return rooms_->forms; }

Result<std::unique_ptr<Store>> Store::open_at(const std::string& path, bool create, RandomBits random, Faults* faults) {
  return guarded([&]() -> Result<std::unique_ptr<Store>> {
    auto rooms = std::make_unique<Rooms>(path, create ? Access::create : Access::write, std::move(random), faults);
    if (auto done = prepare(rooms->connections); !done) return tl::unexpected(done.error());
    return std::unique_ptr<Store>(new Store(std::move(rooms)));
  });
}

Result<std::unique_ptr<Store>> Store::open(const fs::path& folder, RandomBits random, Faults* faults) {
  std::error_code error;
  if (!fs::exists(folder, error)) {
    fs::create_directories(folder, error);
    if (error) return refuse(Fault::unavailable, "the folder cannot be made: " + error.message(), folder.string());
    // What is not released is nobody else's business.
    fs::permissions(folder, fs::perms::owner_all, error);
  } else if (!fs::is_directory(folder, error)) {
    return refuse(Fault::invalid_input, "this is not a folder", folder.string());
  }
  auto store = open_at((folder / "makegood.db").string(), true, std::move(random), faults);
  if (!store) return at(store.error(), folder);
  return store;
}

Result<std::unique_ptr<Store>> Store::open_existing(const fs::path& folder, RandomBits random) {
  std::error_code error;
  const auto path = folder / "makegood.db";
  if (!fs::is_regular_file(path, error)) return refuse(Fault::not_found, "there is no database here", folder.string());
  auto store = open_at(path.string(), false, std::move(random), nullptr);
  if (!store) return at(store.error(), folder);
  return store;
}

Result<std::unique_ptr<Store>> Store::open_in_memory(RandomBits random, Faults* faults) {
  return open_at(":memory:", true, std::move(random), faults);
}

Result<std::string> Store::dump_derived() {
  return guarded([&]() -> Result<std::string> {
    auto lease = rooms_->connections.read();
    Tx tx(*lease, Tx::Kind::read);
    return store::dump_derived(*lease);
  });
}

Result<LedgerHead> Store::backup(const fs::path& file) {
  return guarded([&]() -> Result<LedgerHead> {
    auto lease = rooms_->connections.read();
    return copy_checked(*lease, file);
  });
}

RandomBits system_random() {
  if (sodium_init() < 0) throw std::runtime_error("the operating system gives no random bits");
  return [] {
    std::uint64_t bits = 0;
    randombytes_buf(&bits, sizeof bits);
    return bits;
  };
}

}  // namespace makegood::store
