#include "store/together.h"

#include <utility>

#include <sqlite3.h>

namespace makegood::store {

Result<std::vector<Entry>> Together::append(const Batch& batch) {
  Waiting mine{batch};
  std::vector<Waiting*> all;
  {
    std::unique_lock lock(mutex_);
    waiting_.push_back(&mine);
    turn_.wait(lock, [&] { return mine.done || !carrying_; });
    if (mine.done) return std::move(mine.result);
    carrying_ = true;
    all = std::exchange(waiting_, {});
  }
  // Whatever happens to the one who carries, the others are answered.
  const auto answer = [&] {
    {
      const std::lock_guard lock(mutex_);
      for (auto* one : all) one->done = true;
      carrying_ = false;
    }
    turn_.notify_all();
  };
  try {
    carry(all);
  } catch (...) {
    answer();
    throw;
  }
  answer();
  return std::move(mine.result);
}

void Together::carry(const std::vector<Waiting*>& all) {
  std::vector<Result<std::vector<Entry>>> results;
  const auto done = guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    for (const auto* one : all) results.push_back(all.size() == 1 ? write_(*lease, one->batch) : write_by_itself(*lease, one->batch));
    if (all.size() == 1 && !results.front()) return {};  // rolled back
    tx.commit();
    return {};
  });
  for (std::size_t i = 0; i < all.size(); ++i) all[i]->result = done ? std::move(results[i]) : tl::unexpected(done.error());
}

Result<std::vector<Entry>> Together::write_by_itself(Db& db, const Batch& batch) {
  run(db, "SAVEPOINT batch");
  Result<std::vector<Entry>> result = refuse(Fault::unavailable, "nothing was changed");
  try {
    result = write_(db, batch);
  } catch (const SqlFault& fault) {
    if (sqlite3_get_autocommit(db.raw()) != 0) throw;  // SQLite has undone everything
    result = tl::unexpected(fault.refusal());
  }
  if (!result) run(db, "ROLLBACK TO batch");
  run(db, "RELEASE batch");
  return result;
}

}  // namespace makegood::store
