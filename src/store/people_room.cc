#include "store/people_room.h"

#include <algorithm>
#include <array>

#include "people/json.h"

namespace makegood::store {
namespace {

template <auto list, auto read>
Result<void> add(Directory& directory, std::string_view json) {
  auto noun = read(json);
  if (!noun) return tl::unexpected(noun.error());
  (directory.*list).push_back(std::move(*noun));
  return {};
}

struct Reader {
  std::string_view kind;
  Result<void> (*add)(Directory&, std::string_view);
};
constexpr auto kReaders = std::to_array<Reader>({
    {"organisation.kept", add<&Directory::organisations, read_organisation>},
    {"post.kept", add<&Directory::posts, read_post>},
    {"person.kept", add<&Directory::people, read_person>},
    {"post.held", add<&Directory::holdings, read_holding>},
    {"post.delegated", add<&Directory::delegations, read_delegation>},
    {"owner.matched", add<&Directory::matches, read_owner_match>},
    {"role.granted", add<&Directory::grants, read_role_grant>},
});

// Whoever holds a post and was erased is still somebody: without name and address.
void add_erased_people(Directory& directory) {
  const auto known = [&](const PersonId& id) {
    if (find_person(directory, id) == nullptr) directory.people.push_back({id});
  };
  for (const auto& holding : directory.holdings) known(holding.person);
  for (const auto& delegation : directory.delegations) known(delegation.to);
  for (const auto& grant : directory.grants) known(grant.person);
}

// Changes whenever anything of the directory does; an erasure changes it without an entry of its own.
std::string version_of(Db& db) {
  Query q(db,
          "SELECT coalesce((SELECT max(sequence) FROM directory), 0) || ' ' || "
          "coalesce((SELECT max(sequence) FROM entries WHERE kind = 'payload.erased'), 0)");
  return q.next() ? q.text(0) : std::string{};
}

Result<Directory> load(Db& db) {
  Directory directory;
  for (Query q(db, "SELECT kind, json, sequence FROM directory ORDER BY position"); q.next();) {
    const auto kind = q.text(0);
    const auto reader = std::find_if(kReaders.begin(), kReaders.end(), [&](const Reader& r) { return r.kind == kind; });
    if (reader == kReaders.end()) continue;
    if (auto done = reader->add(directory, q.text(1)); !done) return tl::unexpected(done.error());
    directory.sequence = std::max(directory.sequence, q.number(2));
  }
  add_erased_people(directory);
  return directory;
}

}  // namespace

Result<std::shared_ptr<const Directory>> PeopleRoom::directory() {
  return guarded([&]() -> Result<std::shared_ptr<const Directory>> {
    if (auto known = held(version_of(*connections_.glance()))) return known;
    auto lease = connections_.read();
    Tx tx(*lease, Tx::Kind::read);
    const auto version = version_of(*lease);
    auto loaded = load(*lease);
    if (!loaded) return tl::unexpected(loaded.error());
    auto directory = std::make_shared<const Directory>(std::move(*loaded));
    const std::lock_guard guard(lock_);
    version_ = version;
    held_ = directory;
    return directory;
  });
}

std::shared_ptr<const Directory> PeopleRoom::held(const std::string& version) {
  const std::lock_guard guard(lock_);
  return version_ == version ? held_ : nullptr;
}

void PeopleRoom::forget() {
  const std::lock_guard guard(lock_);
  held_.reset();
}

}  // namespace makegood::store
