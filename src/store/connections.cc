#include "store/connections.h"

namespace makegood::store {

Connections::Connections(std::string path, Access access, Faults* faults)
    : path_(std::move(path)), faults_(faults), writer_(std::make_unique<Db>(path_, access, faults)) {}

Lease Connections::read() {
  if (path_ == ":memory:") return write();
  const auto first = next_++;
  for (std::size_t i = 0; i < kReaders; ++i) {
    auto& reader = readers_[(first + i) % kReaders];
    std::unique_lock lock(reader.lock, std::try_to_lock);
    if (!lock.owns_lock()) continue;
    if (!reader.db) reader.db = std::make_unique<Db>(path_, Access::read, faults_);
    return {std::move(lock), *reader.db};
  }
  auto& reader = readers_[first % kReaders];
  std::unique_lock lock(reader.lock);
  if (!reader.db) reader.db = std::make_unique<Db>(path_, Access::read, faults_);
  return {std::move(lock), *reader.db};
}

}  // namespace makegood::store
