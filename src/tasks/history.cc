#include "tasks/history.h"

#include <algorithm>

#include "plan/json.h"
#include "tasks/history_said.h"
#include "tasks/payload.h"
#include "tasks/public_entries.h"
#include "tasks/voice.h"

namespace makegood::tasks {
namespace {

std::string_view message_of(std::string_view kind) {
  const auto found = std::find_if(kEntryKinds.begin(), kEntryKinds.end(), [&](const KindWord& k) { return k.kind == kind; });
  return found == kEntryKinds.end() ? std::string_view("history.other") : found->message;
}

constexpr std::string_view kGone = "item.gone", kUnchanged = "item.kept";

/// A newer document moves every item to another line, so that each has an entry: most only stand there again.
void tell_without_changes(const Payload& payload, HistoryLine& line) {
  const auto item = read_item(payload.item);
  const bool gone = item && item->absent;
  line.kind = gone ? kGone : kUnchanged;
  line.message = gone ? "history.item_gone" : "history.item_kept";
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
  if (entry.kind == "item.revised" && line.changes.empty()) tell_without_changes(*payload, line);
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
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());

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
      if (view == View::released) line.actor = public_name(**directory, entry.actor, entry.at);
      if (is_said(entry.kind) && !tell_what_was_said(entry, view, **progress, line)) continue;
      if (view == View::live) tell_indicator(entry, line);
      if (is_of_sharing(entry) && !name_shared(w, entry, sight, line) && view == View::released) continue;
      if (item.empty() && line.kind == kUnchanged) continue;  // of the plan it is no news
      name_themes(line, plan);
      lines.push_back(std::move(line));
    }
    more = entries->size() == wanted;
    if (more) before = entries->back().sequence;
  }
  return lines;
}

}  // namespace makegood::tasks
