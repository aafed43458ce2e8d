#include "store/pin.h"

#include <utility>

namespace makegood::store {
namespace {

struct Pinned {
  const void* connections = nullptr;
  Db* db = nullptr;
};
thread_local Pinned pinned;

}  // namespace

Pin::Pin(Connections& connections) {
  if (pinned.db != nullptr) return;
  lease_.emplace(connections.glance());
  tx_.emplace(**lease_, Tx::Kind::read);
  pinned = {&connections, &**lease_};
}

Pin::~Pin() {
  if (lease_) pinned = {};
}

Db* Pin::of(const Connections& connections) { return pinned.connections == &connections ? pinned.db : nullptr; }

}  // namespace makegood::store
