#include <algorithm>

#include "people/check.h"
#include "people/json.h"
#include "people/keep.h"
#include "tasks/directory.h"
#include "tasks/owners.h"

namespace makegood::tasks {
namespace {

bool is_about(const OwnerMatch& match, const OwnerMatch& other) { return match.plan == other.plan && match.written == other.written; }

// Ends a match on the day before another begins; without a day, or where it begins no earlier, it never held.
OwnerMatch ended_before(OwnerMatch match, const std::optional<Day>& begins) {
  const bool held_until_then = begins && (!match.term.from || *match.term.from < *begins);
  match.term.until = held_until_then ? begins->plus_days(-1) : match.term.from.value_or(kEarliestDay).plus_days(-1);
  return match;
}

// The matches that have to be written so that the name means what `wanted` says, from its first day on.
std::vector<OwnerMatch> to_write(const Directory& directory, const OwnerMatch& wanted) {
  std::vector<OwnerMatch> changes;
  bool is_so = false;
  for (const auto& match : directory.matches) {
    if (!is_about(match, wanted) || match.term.never_holds()) continue;
    if (match == wanted) {
      is_so = true;
    } else if (match.term.from != wanted.term.from) {
      const auto over = ended_before(match, wanted.term.from);
      if (!match.term.until || *over.term.until < *match.term.until) changes.push_back(over);
    }
  }
  if (!is_so) changes.push_back(wanted);
  return changes;
}

bool is_written(const std::vector<OwnerName>& names, std::string_view written) {
  return std::any_of(names.begin(), names.end(), [&](const OwnerName& name) { return name.written == written; });
}

}  // namespace

Result<void> match_owners(const Workspace& w, const Actor& actor, std::string_view slug, std::vector<OwnerMatch> matches, const Saving& saving) {
  if (auto allowed = require(actor, Action::match_owners, {.plan = slug}); !allowed) return allowed;
  const auto seen = w.ledger.last_about(slug);
  if (!seen) return tl::unexpected(seen.error());
  const auto plan = w.plans.find(slug, View::live);
  if (!plan) return tl::unexpected(plan.error());
  const auto kept = w.people.directory();
  if (!kept) return tl::unexpected(kept.error());
  auto directory = **kept;
  const auto names = owner_names((*plan)->plan);
  Batch batch{.changes = {}, .expectations = {{std::string(slug), *seen}}, .attachments = {}, .at = w.clock.now().utc()};
  for (auto& match : matches) {
    match.plan = slug;
    if (!is_written(names, match.written)) return refuse(Fault::not_found, "the plan has no owner or partner called \"" + shorten(match.written, 80) + "\"");
    if (auto checked = check(directory, match, w.clock.now().today); !checked) return checked;
    for (auto& change : to_write(directory, match)) {
      batch.changes.push_back({"owner.matched", std::string(slug), actor.name, write_owner_match(change, saving.reason)});
      keep(directory, std::move(change));
    }
  }
  if (batch.changes.empty()) return refuse(Fault::conflict, "nothing was changed");
  if (auto entries = w.ledger.append(batch); !entries) return tl::unexpected(entries.error());
  return {};
}

}  // namespace makegood::tasks
