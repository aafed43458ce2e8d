#include "store/account_room.h"

#include "store/writing.h"

namespace makegood::store {
namespace {

using tasks::Account;

// Inside the caller's transaction.
void put_recovery_codes(Db& db, std::string_view name, const std::vector<std::string>& hashes) {
  run(db, "DELETE FROM recovery_codes WHERE account = $1", name);
  for (const auto& hash : hashes) run(db, "INSERT INTO recovery_codes (account, hash) VALUES ($1, $2)", name, hash);
}

}  // namespace

Result<Account> AccountRoom::find(std::string_view name) {
  return guarded([&]() -> Result<Account> {
    auto lease = connections_.read();
    Account account{.name = std::string(name)};
    Query q(*lease,
            "SELECT password, code_secret, pending_secret, last_step, sign_ins, "
            "(SELECT count(*) FROM recovery_codes r WHERE r.account = a.name) FROM accounts a WHERE name = $1",
            name);
    if (!q.next()) return account;
    account.password = q.text(0);
    account.code_secret = q.text(1);
    account.pending_secret = q.text(2);
    account.last_step = q.number(3);
    account.sign_ins = q.number(4);
    account.recovery_codes = static_cast<int>(q.number(5));
    return account;
  });
}

Result<void> AccountRoom::set_password(std::string_view name, std::string_view hash) {
  return done(write(connections_,
                    "INSERT INTO accounts (name, password) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET password = excluded.password",
                    name, hash));
}

Result<std::int64_t> AccountRoom::count_sign_in(std::string_view name) {
  return guarded([&]() -> Result<std::int64_t> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    run(*lease, "INSERT INTO accounts (name, sign_ins) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET sign_ins = sign_ins + 1", name);
    std::int64_t count = 0;
    {
      Query q(*lease, "SELECT sign_ins FROM accounts WHERE name = $1", name);
      if (q.next()) count = q.number(0);
    }
    tx.commit();
    return count;
  });
}

Result<void> AccountRoom::set_pending_secret(std::string_view name, std::string_view secret) {
  return done(write(connections_,
                    "INSERT INTO accounts (name, pending_secret) VALUES ($1, $2) "
                    "ON CONFLICT (name) DO UPDATE SET pending_secret = excluded.pending_secret",
                    name, Blob{secret}));
}

Result<void> AccountRoom::confirm_secret(std::string_view name, std::string_view pending, std::int64_t step,
                                         const std::vector<std::string>& recovery_hashes) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    if (run(*lease,
            "UPDATE accounts SET code_secret = pending_secret, pending_secret = x'', last_step = $3 "
            "WHERE name = $1 AND pending_secret = $2",
            name, Blob{pending}, step) != 1)
      return refuse(Fault::conflict, "another secret was shown since: open the page again");
    put_recovery_codes(*lease, name, recovery_hashes);
    tx.commit();
    return {};
  });
}

Result<void> AccountRoom::remove_codes(std::string_view name) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    run(*lease, "UPDATE accounts SET code_secret = x'', pending_secret = x'' WHERE name = $1", name);
    put_recovery_codes(*lease, name, {});
    tx.commit();
    return {};
  });
}

Result<void> AccountRoom::forget(std::string_view name) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    run(*lease, "DELETE FROM accounts WHERE name = $1", name);
    put_recovery_codes(*lease, name, {});
    tx.commit();
    return {};
  });
}

Result<void> AccountRoom::take_step(std::string_view name, std::int64_t step) {
  const auto rows = write(connections_, "UPDATE accounts SET last_step = $2 WHERE name = $1 AND last_step < $2", name, step);
  if (rows && *rows != 1) return refuse(Fault::conflict, "that code was used already");
  return done(rows);
}

Result<void> AccountRoom::replace_recovery_codes(std::string_view name, const std::vector<std::string>& hashes) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    put_recovery_codes(*lease, name, hashes);
    tx.commit();
    return {};
  });
}

Result<void> AccountRoom::take_recovery_code(std::string_view name, std::string_view hash) {
  const auto rows = write(connections_, "DELETE FROM recovery_codes WHERE account = $1 AND hash = $2", name, hash);
  if (rows && *rows != 1) return refuse(Fault::not_found, "that code is not known, or it was used");
  return done(rows);
}

Result<Tally> AccountRoom::tally(std::string_view key_hash) {
  return guarded([&]() -> Result<Tally> {
    auto lease = connections_.read();
    Query q(*lease, "SELECT failures, last FROM wrong_answers WHERE hash = $1", key_hash);
    if (!q.next()) return Tally{};
    return Tally{static_cast<int>(q.number(0)), q.number(1)};
  });
}

Result<void> AccountRoom::add_failure(std::string_view key_hash, std::int64_t now) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    Tally tally;
    {
      Query q(*lease, "SELECT failures, last FROM wrong_answers WHERE hash = $1", key_hash);
      if (q.next()) tally = {static_cast<int>(q.number(0)), q.number(1)};
    }
    tally = after_failure(tally, now);
    run(*lease,
        "INSERT INTO wrong_answers (hash, failures, last) VALUES ($1, $2, $3) "
        "ON CONFLICT (hash) DO UPDATE SET failures = excluded.failures, last = excluded.last",
        key_hash, tally.failures, tally.last);
    tx.commit();
    return {};
  });
}

Result<void> AccountRoom::clear_tally(std::string_view key_hash) {
  return done(write(connections_, "DELETE FROM wrong_answers WHERE hash = $1", key_hash));
}

Result<void> AccountRoom::forget_tallies(std::int64_t before) {
  return done(write(connections_, "DELETE FROM wrong_answers WHERE last < $1", before));
}

}  // namespace makegood::store
