#include "store/project.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "store/entries.h"
#include "store/schema.h"
#include "store/topic.h"
#include "tasks/payload.h"

namespace makegood::store {
namespace {

// What erased payloads were replaced by; the last word counts.
Result<std::map<std::int64_t, std::string>> read_replacements(Db& db) {
  std::map<std::int64_t, std::string> replacements;
  for (Query q(db, "SELECT subject, payload FROM entries WHERE kind = 'payload.erased' ORDER BY sequence"); q.next();) {
    if (q.is_null(1)) continue;
    const auto payload = tasks::read_payload(q.text(1));
    if (!payload) return tl::unexpected(payload.error());
    replacements[std::stoll(q.text(0))] = payload->replacement;
  }
  return replacements;
}

}  // namespace

Result<void> project(Db& db, const Entry& entry, std::string_view payload) {
  if (payload.empty()) return {};
  for (const auto& topic : topics())
    for (const auto& projection : topic.projections) {
      if (projection.kind != entry.kind) continue;
      if (auto done = projection.apply(db, entry, payload); !done) return done;
    }
  return {};
}

bool settled_by(std::string_view kind, const std::set<std::string>& later) {
  return std::all_of(topics().begin(), topics().end(), [&](const Topic& topic) {
    const auto& all = topic.projections;
    if (std::none_of(all.begin(), all.end(), [&](const Projection& p) { return p.kind == kind; })) return true;
    return std::any_of(all.begin(), all.end(), [&](const Projection& p) { return p.settles && later.contains(std::string(p.kind)); });
  });
}

Result<void> rebuild(Db& db) {
  const auto replacements = read_replacements(db);
  if (!replacements) return tl::unexpected(replacements.error());
  remake_derived(db);
  for (Query q(db, kSelectEntries); q.next();) {
    const auto entry = entry_from(q);
    const auto replaced = replacements->find(entry.sequence);
    const auto& payload = replaced == replacements->end() ? entry.payload : replaced->second;
    if (auto done = project(db, entry, payload); !done) {
      auto refusal = done.error();
      refusal.where = fmt::format("entry {}", entry.sequence);
      return tl::unexpected(refusal);
    }
  }
  return {};
}

}  // namespace makegood::store
