#include "tasks/record_ties_step.h"

#include <algorithm>

#include "tasks/plans.h"
#include "tasks/record_step.h"
#include "tasks/records.h"
#include "tasks/registers.h"
#include "tasks/seen_progress.h"

namespace makegood::tasks {
namespace {

constexpr std::size_t kTitle = 120;

TieShown not_seen(const TieEnd& end) {
  TieShown shown;
  shown.end = end;
  shown.is_seen = false;
  return shown;
}

std::shared_ptr<const KeptPlan> plan_of(const Workspace& w, const Actor& actor, std::string_view slug) {
  const auto kept = w.plans.find(slug, view_for(&actor, slug));
  return kept ? *kept : nullptr;
}

TieShown shown_item(const Workspace& w, const Actor& actor, const TieEnd& end) {
  const auto kept = plan_of(w, actor, end.place);
  const auto* item = kept == nullptr ? nullptr : find_item(kept->plan, ItemId(end.target));
  if (item == nullptr) return not_seen(end);
  return {.end = end, .ref = item->ref, .title = item->title, .place_title = kept->plan.title, .item = item->id};
}

/// The words of a piece: what it shows, else its file's name or its address.
std::string name_of(const Evidence& evidence) {
  const auto& name = evidence.name.empty() ? evidence.url : evidence.name;
  return shorten(evidence.text.empty() ? name : evidence.text, kTitle);
}

template <class Take>
void each_piece(const Workspace& w, const Actor& actor, const KeptPlan& kept, Take take) {
  const auto progress = seen_progress(w, kept.plan.slug, view_for(&actor, kept.plan.slug));
  if (!progress) return;
  for (const auto& update : (*progress)->updates)
    for (const auto& piece : update.evidence)
      take(TieShown{.end = {TieTo::evidence, kept.plan.slug, piece.id.text}, .ref = {}, .title = name_of(piece), .place_title = kept.plan.title, .item = update.item});
}

TieShown shown_evidence(const Workspace& w, const Actor& actor, const TieEnd& end) {
  auto shown = not_seen(end);
  if (const auto kept = plan_of(w, actor, end.place))
    each_piece(w, actor, *kept, [&](TieShown piece) {
      if (piece.end == end) shown = std::move(piece);
    });
  return shown;
}

/// What tells it from others: the first answers that are not protected.
std::string name_of(const Definition& definition, const Record& record) {
  std::vector<std::string> parts;
  for (const auto& field : definition.fields) {
    const auto value = answer(record.answers, field.name);
    if (parts.size() == 2 || value.empty() || field.is_protected() || field.name == definition.date || field.long_text) continue;
    parts.push_back(shorten(value, kTitle / 2));
  }
  return join(parts, ", ");
}

TieShown shown_as(const Definition& definition, const Record& record) {
  return {.end = {TieTo::record, definition.name, record.id.text}, .ref = happened_on(definition, record).iso(), .title = name_of(definition, record),
          .place_title = definition.title.en};
}

TieShown shown_record(const Workspace& w, const Actor& actor, const TieEnd& end) {
  const auto found = reached(w, actor, RecordId(end.target), Doing::see);
  if (!found || found->record.register_name != end.place) return not_seen(end);
  return shown_as(found->kept->definition, found->record);
}

}  // namespace

TieShown shown_end(const Workspace& w, const Actor& actor, const TieEnd& end) {
  switch (end.to) {
    case TieTo::item: return shown_item(w, actor, end);
    case TieTo::evidence: return shown_evidence(w, actor, end);
    case TieTo::record: return shown_record(w, actor, end);
  }
  return not_seen(end);
}

void offer_items(const Workspace& w, const Actor& actor, std::string_view words, std::vector<TieShown>& offered) {
  const auto plans = plans_in(w, sight_of(&actor));
  if (!plans) return;
  // A reference is found as it is written, wherever it stands: "1.5" is no word that a search would take.
  for (const auto& summary : *plans) {
    const auto kept = plan_of(w, actor, summary.slug);
    if (kept == nullptr) continue;
    for (const auto& item : kept->plan.items)
      if (!item.ref.empty() && !item.absent && fold(item.ref) == fold(words) && offered.size() < kTiesOffered)
        offered.push_back(shown_item(w, actor, {TieTo::item, summary.slug, item.id.text}));
  }
  const auto hits = w.plans.search(words, "", sight_of(&actor), static_cast<int>(kTiesOffered), 0);
  if (!hits) return;
  for (const auto& hit : hits->hits) {
    const TieEnd end{TieTo::item, hit.slug, hit.item.text};
    const bool is_there = std::any_of(offered.begin(), offered.end(), [&](const TieShown& one) { return one.end == end; });
    if (!is_there) offered.push_back(shown_item(w, actor, end));
  }
}

void offer_evidence(const Workspace& w, const Actor& actor, std::string_view words, std::vector<TieShown>& offered) {
  const auto plans = plans_in(w, sight_of(&actor));
  if (!plans) return;
  for (const auto& summary : *plans)
    if (const auto kept = plan_of(w, actor, summary.slug))
      each_piece(w, actor, *kept, [&](TieShown piece) {
        if (contains_fold(piece.title, trim(words)) && offered.size() < 2 * kTiesOffered) offered.push_back(std::move(piece));
      });
}

void offer_records(const Workspace& w, const Actor& actor, std::string_view words, std::vector<TieShown>& offered) {
  const auto all = registers_for(w, actor);
  if (!all) return;
  for (const auto& kept : *all) {
    if (auto exact = shown_record(w, actor, {TieTo::record, kept->definition.name, std::string(trim(words))}); exact.is_seen) offered.push_back(std::move(exact));
    const auto found = list_records(w, actor, {.register_name = kept->definition.name, .words = std::string(words), .limit = static_cast<int>(kTiesOffered)});
    if (!found) continue;  // one that the actor fills in and does not see
    for (const auto& record : found->records) offered.push_back(shown_as(kept->definition, record));
  }
}

std::vector<TieEnd> evidence_under(const Workspace& w, const Actor& actor, std::string_view plan, const ItemId& item) {
  std::vector<TieEnd> ends;
  if (const auto kept = plan_of(w, actor, plan))
    each_piece(w, actor, *kept, [&](const TieShown& piece) {
      if (piece.item == item) ends.push_back(piece.end);
    });
  return ends;
}

}  // namespace makegood::tasks
