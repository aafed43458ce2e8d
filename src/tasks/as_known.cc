#include "tasks/as_known.h"

#include <algorithm>
#include <map>

#include "progress/json.h"
#include "tasks/payload.h"

namespace makegood::tasks {
namespace {

bool is_by(std::string_view utc, Day day) {
  const auto at = day_of(utc);
  return at && *at <= day;
}

/// Lays the entries of a plan down one after the other, as the store's projections do.
class Replay {
 public:
  Result<void> add(const Entry& entry) {
    if (entry.erased || entry.payload.empty()) return {};
    const auto payload = read_payload(entry.payload);
    if (!payload) return tl::unexpected(payload.error());
    if (!payload->head.empty()) head_ = payload->head;
    if (!payload->item.empty()) {
      auto item = read_item(payload->item);
      if (!item) return tl::unexpected(item.error());
      keep(std::move(*item), payload->position);
    }
    for (std::size_t n = 0; n < payload->order.size(); ++n)
      if (const auto found = items_.find(payload->order[n]); found != items_.end()) found->second.position = static_cast<int>(n);
    return {};
  }

  Result<Plan> plan(std::string_view slug) {
    auto plan = read_plan(head_);
    if (!plan) return plan;
    plan->slug = slug;
    std::vector<Placed*> placed;
    for (auto& [id, item] : items_) placed.push_back(&item);
    std::stable_sort(placed.begin(), placed.end(), [](const Placed* a, const Placed* b) { return a->position < b->position; });
    for (auto* item : placed) plan->items.push_back(std::move(item->item));
    return plan;
  }

 private:
  struct Placed {
    Item item;
    int position = 0;
  };

  void keep(Item item, int position) {
    auto& placed = items_[item.id.text];
    if (position >= 0) placed.position = position;
    placed.item = std::move(item);
  }

  std::string head_;
  std::map<std::string, Placed> items_;
};

bool lays_down(const Entry& entry) {
  static constexpr auto kKinds = std::to_array<std::string_view>(
      {"plan.adopted", "plan.revised", "item.adopted", "item.revised", "item.corrected", "plan.settled"});
  return std::find(kKinds.begin(), kKinds.end(), entry.kind) != kKinds.end();
}

// Nothing with history is ever deleted: the items of today are all that there ever were.
Result<std::vector<Entry>> entries_of(const Workspace& w, const Plan& plan) {
  auto all = w.ledger.about(plan.slug);
  if (!all) return all;
  for (const auto& item : plan.items) {
    auto about = w.ledger.about(item.id.text);
    if (!about) return about;
    all->insert(all->end(), about->begin(), about->end());
  }
  std::erase_if(*all, [](const Entry& entry) { return !lays_down(entry); });
  std::sort(all->begin(), all->end(), [](const Entry& a, const Entry& b) { return a.sequence < b.sequence; });
  return all;
}

Result<Plan> plan_at(const Workspace& w, const Plan& now, Day day) {
  const auto entries = entries_of(w, now);
  if (!entries) return tl::unexpected(entries.error());
  if (std::all_of(entries->begin(), entries->end(), [&](const Entry& entry) { return is_by(entry.at, day); })) return now;
  Replay replay;
  for (const auto& entry : *entries)
    if (is_by(entry.at, day))
      if (auto added = replay.add(entry); !added) return tl::unexpected(added.error());
  return replay.plan(now.slug);
}

bool was_entered_by(const Workspace& w, std::string_view slug, Day day) {
  const auto about = w.ledger.about(slug);
  return about && std::any_of(about->begin(), about->end(), [&](const Entry& entry) { return entry.kind == "plan.adopted" && is_by(entry.at, day); });
}

/// As it was said by the day: a later version is put back to the last one before it.
template <class Noun>
void put_back(const Workspace& w, std::vector<Noun>& nouns, std::string_view kinds, Result<Noun> (*read)(std::string_view), Day day) {
  for (auto& noun : nouns) {
    if (is_by(noun.at, day)) continue;
    const auto entries = w.ledger.about(noun.item.text);
    if (!entries) continue;
    for (const auto& entry : *entries) {
      if (!entry.kind.starts_with(kinds) || entry.erased || !is_by(entry.at, day)) continue;
      auto before = read(entry.payload);
      if (!before || before->id != noun.id) continue;
      before->at = entry.at;
      before->sequence = entry.sequence;
      before->said = entry.sequence;
      noun = std::move(*before);
    }
  }
}

// A hold, a return and an approval stand as they are today: what may not be shown now is not shown.
void keep_today(const SharingVector<Update>& today, std::vector<Update>& then) {
  for (auto& update : then)
    for (const auto& now : today)
      if (now.id == update.id && now.state == UpdateState::returned) update.state = now.state;
}

void keep_today(const std::vector<PanelFinding>& today, std::vector<PanelFinding>& then) {
  for (auto& finding : then)
    for (const auto& now : today)
      if (now.id == finding.id) finding.hold = now.hold;
}

/// Later versions put back, but for the answers to the period's own requests: those count as they were given at last.
std::vector<Update> updates_put_back(const Workspace& w, const Progress& now, Day day, std::string_view cycle) {
  std::vector<Update> updates = now.updates;
  put_back(w, updates, "update.", read_update, day);
  keep_today(now.updates, updates);
  if (!cycle.empty())
    for (auto& update : updates)
      for (const auto& answer : now.updates)
        if (answer.id == update.id && answer.cycle == cycle) update = answer;
  return updates;
}

void put_all_back(const Workspace& w, const Progress& now, Progress& known, Day day, std::string_view cycle) {
  known.updates = updates_put_back(w, now, day, cycle);
  put_back(w, known.findings, "finding.", read_panel_finding, day);
  keep_today(now.findings, known.findings);
  std::erase_if(known.redatings, [&](const Redating& move) { return !is_by(move.at, day); });
}

Progress said_by(const Workspace& w, const Progress& now, Day day, std::string_view cycle, bool entered_later) {
  auto known = now;
  if (!entered_later) put_all_back(w, now, known, day, cycle);
  std::vector<Update> updates = known.updates;
  std::erase_if(updates, [&](const Update& update) { return update.day > day && (cycle.empty() || update.cycle != cycle); });
  known.updates = std::move(updates);
  std::erase_if(known.findings, [&](const PanelFinding& finding) { return finding.day > day; });
  std::erase_if(known.challenges, [&](const Challenge& challenge) { return challenge.raised > day; });
  for (auto& challenge : known.challenges)
    if (challenge.answered && *challenge.answered > day) {
      challenge.answered.reset();
      challenge.answer.clear();
    }
  std::erase_if(known.stages, [&](const StageMove& move) { return move.day && *move.day > day; });
  return known;
}

}  // namespace

Result<Known> known_at(const Workspace& w, std::string_view slug, Day day, std::string_view cycle) {
  const auto kept = w.plans.find(slug, View::live);
  if (!kept) return tl::unexpected(kept.error());
  const auto progress = w.progress.of_plan(slug);
  if (!progress) return tl::unexpected(progress.error());
  Known known;
  known.entered_later = !was_entered_by(w, slug, day);
  known.progress = said_by(w, **progress, day, cycle, known.entered_later);
  if (known.entered_later) {
    known.plan = (*kept)->plan;
    return known;
  }
  auto plan = plan_at(w, (*kept)->plan, day);
  if (!plan) return tl::unexpected(plan.error());
  known.plan = std::move(*plan);
  return known;
}

}  // namespace makegood::tasks
