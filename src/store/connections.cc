#include "store/connections.h"

#include <stdexcept>

#include "store/pin.h"

namespace makegood::store {

Connections::Connections(std::string path, Access access, Faults* faults)
    : path_(std::move(path)), faults_(faults), writer_(std::make_unique<Db>(path_, access, faults)) {}

Lease Connections::write() {
  if (Pin::of(*this) != nullptr) throw std::logic_error("somebody writes within a snapshot that they read");
  return {std::unique_lock(writer_lock_), *writer_};
}

Lease Connections::read() {
  if (auto* db = Pin::of(*this)) return {{}, *db};
  if (path_ == ":memory:") return write();
  // The same one as long as nobody else has it: each commit empties the page caches of all.
  for (auto& reader : readers_)
    if (std::unique_lock lock(reader.lock, std::try_to_lock); lock.owns_lock()) return leased(reader, std::move(lock));
  auto& reader = readers_[next_++ % kReaders];
  return leased(reader, std::unique_lock(reader.lock));
}

Lease Connections::glance() {
  if (auto* db = Pin::of(*this)) return {{}, *db};
  if (std::unique_lock lock(writer_lock_, std::try_to_lock); lock.owns_lock()) return {std::move(lock), *writer_};
  return read();
}

Lease Connections::leased(Reader& reader, std::unique_lock<std::mutex> lock) {
  if (!reader.db) reader.db = std::make_unique<Db>(path_, Access::read, faults_);
  return {std::move(lock), *reader.db};
}

}  // namespace makegood::store
