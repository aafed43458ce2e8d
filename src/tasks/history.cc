#include "tasks/history.h"

#include <algorithm>

#include "tasks/history_said.h"
#include "tasks/payload.h"

namespace makegood::tasks {
namespace {

std::string_view message_of(std::string_view kind) {
  const auto found = std::find_if(kEntryKinds.begin(), kEntryKinds.end(), [&](const KindWord& k) { return k.kind == kind; });
  return found == kEntryKinds.end() ? std::string_view("history.other") : found->message;
}

HistoryLine line_of(const Entry& entry, const Plan& plan) {
  HistoryLine line;
  line.sequence = entry.sequence;
  line.at = entry.at;
  line.actor = entry.actor;
  line.kind = entry.kind;
  line.message = entry.erased ? "history.erased" : std::string(message_of(entry.kind));
  if (const auto* item = find_item(plan, ItemId(entry.subject)); item != nullptr) {
    line.item = item->id;
    line.arguments.push_back(item->title);
  }
  if (entry.erased) return line;
  const auto payload = read_payload(entry.payload);
  if (!payload) return line;
  if (!payload->document_name.empty()) line.arguments.push_back(payload->document_name);
  if (!payload->changes.empty()) line.changes = read_changes(payload->changes).value_or(std::vector<FieldChange>{});
  line.reason = payload->reason;
  return line;
}

// Theme values are ids; a reader wants the titles.
void name_themes(HistoryLine& line, const Plan& plan) {
  for (auto& change : line.changes) {
    if (change.field != ItemField::theme) continue;
    for (auto* values : {&change.before, &change.after})
      for (auto& value : *values)
        if (auto title = theme_title(plan, ThemeId(value)); !title.empty()) value = std::move(title);
  }
}

struct Releases {
  std::int64_t first = 0, last = 0;  ///< sequences; 0 = never released
};

Releases releases_in(const std::vector<Entry>& entries) {
  Releases releases;
  for (const auto& entry : entries) {
    if (entry.kind != "plan.released") continue;
    if (releases.first == 0) releases.first = entry.sequence;
    releases.last = entry.sequence;
  }
  return releases;
}

// What the public may read: up to the last release, and later corrections that were public at
// once; of what was put right before the first release nothing, nor who settled which finding.
bool is_of_sharing(const Entry& entry) { return entry.kind == "item.shared" || entry.kind == "item.unshared"; }

// What owners and panel say is public as progress/standing.h has it, never as an entry; an edition is public at once.
bool is_of_plan(const Entry& entry) {
  static constexpr auto kKinds = std::to_array<std::string_view>({"plan.adopted", "plan.revised", "plan.released", "plan.withdrawn", "item.adopted",
                                                                  "item.revised", "item.corrected", "item.shared", "item.unshared", "payload.erased"});
  return std::find(kKinds.begin(), kKinds.end(), entry.kind) != kKinds.end();
}

bool is_kept_inside(const Entry& entry) {
  return std::any_of(kEntryKinds.begin(), kEntryKinds.end(), [&](const KindWord& k) { return k.kind == entry.kind && k.inside; });
}

bool is_public(const Entry& entry, const Releases& releases) {
  if (is_kept_inside(entry)) return false;
  if (!is_of_plan(entry)) return entry.kind == "edition.frozen" && !entry.erased;
  if (entry.kind == "item.corrected" && entry.sequence < releases.first) return false;
  if (entry.sequence <= releases.last) return true;
  if ((entry.kind != "item.corrected" && !is_of_sharing(entry)) || entry.erased) return false;
  const auto payload = read_payload(entry.payload);
  return payload && payload->released;
}

/// Names the item of another plan as it is called there where it is seen. False where no such item is.
bool name_shared(const Workspace& w, const Entry& entry, const Sight& sight, HistoryLine& line) {
  const auto payload = entry.erased ? Result<Payload>(Payload{}) : read_payload(entry.payload);
  if (!payload || payload->shared.empty()) return false;
  const auto home = w.plans.find(payload->home, sight.of(payload->home));
  const auto* item = home ? find_item((*home)->plan, ItemId(payload->shared)) : nullptr;
  if (item != nullptr) line.arguments.push_back(item->title);
  return item != nullptr;
}

Result<std::vector<Entry>> entries_for(const Workspace& w, std::string_view slug, const ItemId& item, int limit,
                                       std::int64_t before) {
  if (item.empty()) return w.ledger.within(slug, limit, before);
  auto entries = w.ledger.about(item.text);
  if (!entries) return entries;
  std::reverse(entries->begin(), entries->end());
  std::erase_if(*entries, [&](const Entry& e) { return before != 0 && e.sequence >= before; });
  if (entries->size() > static_cast<std::size_t>(limit)) entries->resize(static_cast<std::size_t>(limit));
  return entries;
}

}  // namespace

Result<std::vector<HistoryLine>> history(const Workspace& w, std::string_view slug, const ItemId& item, const Sight& sight,
                                         int limit, std::int64_t before) {
  const auto view = sight.of(slug);
  const auto kept = w.plans.find(slug, view);
  if (!kept) return tl::unexpected(kept.error());
  const auto& plan = (*kept)->plan;
  if (!item.empty() && find_item(plan, item) == nullptr) return refuse(Fault::not_found, "there is no such item");
  const auto about_plan = view == View::released ? w.ledger.about(slug) : Result<std::vector<Entry>>{};
  if (!about_plan) return tl::unexpected(about_plan.error());
  const auto releases = releases_in(*about_plan);
  const auto progress = w.progress.of_plan(slug);
  if (!progress) return tl::unexpected(progress.error());

  // What the public may not read yet must not shorten what it may: fetch on until there is enough.
  std::vector<HistoryLine> lines;
  const auto wanted = static_cast<std::size_t>(std::max(limit, 1));
  for (bool more = true; more && lines.size() < wanted;) {
    const auto entries = entries_for(w, slug, item, static_cast<int>(wanted), before);
    if (!entries) return tl::unexpected(entries.error());
    for (const auto& entry : *entries) {
      if (lines.size() == wanted) continue;
      if (view == View::released && !is_said(entry.kind) && !is_public(entry, releases)) continue;
      auto line = line_of(entry, plan);
      if (is_said(entry.kind) && !tell_what_was_said(entry, view, **progress, line)) continue;
      if (is_of_sharing(entry) && !name_shared(w, entry, sight, line) && view == View::released) continue;
      name_themes(line, plan);
      lines.push_back(std::move(line));
    }
    more = entries->size() == wanted;
    if (more) before = entries->back().sequence;
  }
  return lines;
}

}  // namespace makegood::tasks
