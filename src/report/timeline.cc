#include "report/timeline.h"

#include <algorithm>

#include "cycle/plan_dates.h"
#include "json/json.h"
#include "report/addresses.h"

namespace makegood {
namespace {

std::optional<Day> day_of_moment(std::string_view utc) {
  const auto day = Day::parse(utc.substr(0, 10));
  return day ? std::optional(*day) : std::nullopt;
}

std::string answer_in(const Update& update) {
  if (update.no_change) return "no_change";
  if (update.nil_return) return "nothing_to_report";
  return std::string(word(update.claim));
}

TimelineKind kind_of(DateKind kind) {
  switch (kind) {
    case DateKind::due: return TimelineKind::due;
    case DateKind::milestone: return TimelineKind::milestone;
    case DateKind::review: return TimelineKind::review;
  }
  return TimelineKind::due;
}

/// Gathers the entries of a plan, each where its day puts it.
class Gathering {
 public:
  explicit Gathering(const TimelineSource& source) : source_(source) {
    timeline_.today = source.rules.today();
    for (const auto& item : source.plan.items) items_.emplace(item.id, &item);
  }

  void add_plan() {
    for (const auto& version : source_.versions)
      if (const auto day = day_of_moment(version.released_at)) put({.day = *day, .kind = TimelineKind::released, .title = version.title, .name = version.called});
    for (const auto& edition : source_.editions)
      put({.day = edition.frozen, .kind = TimelineKind::edition, .title = edition.title, .name = edition.name, .edition = &edition});
  }

  void add_said() {
    for (const auto& move : source_.progress.stages)
      if (move.day)
        about(move.item, {.day = *move.day, .kind = move.draft ? TimelineKind::awaited : TimelineKind::decided, .says = std::string(word(move.stage)), .who = move.body});
    for (const auto& step : source_.progress.redatings)
      if (const auto day = day_of_moment(step.at); day && step.agreed)
        about(step.item, {.day = *day, .kind = TimelineKind::redated, .who = step.who, .text = step.reason, .from = step.from, .to = step.to});
    for (const auto& update : source_.progress.updates)
      if (update.state != UpdateState::returned)
        about(update.item, {.day = update.day, .kind = TimelineKind::reported, .says = answer_in(update), .who = update.voice.post_words, .text = public_words(update)});
    for (const auto& finding : source_.progress.findings)
      about(finding.item, {.day = finding.day, .kind = TimelineKind::found, .says = finding.hold ? "held" : std::string(word(finding.found)),
                           .who = finding.hold ? std::string{} : finding.voice.post_words, .text = finding.hold ? std::string{} : finding.reasons});
  }

  void add_dates() {
    for (const auto& date : dates_of(source_.plan, source_.rules))
      if (date.day > timeline_.today) about(date.item->id, {.day = date.day, .kind = kind_of(date.kind)});
  }

  Timeline take() {
    const auto earlier = [](const TimelineEntry& a, const TimelineEntry& b) { return a.day < b.day; };
    std::stable_sort(timeline_.ahead.begin(), timeline_.ahead.end(), earlier);
    std::stable_sort(timeline_.past.begin(), timeline_.past.end(), [&](const auto& a, const auto& b) { return earlier(b, a); });
    return std::move(timeline_);
  }

 private:
  void about(const ItemId& id, TimelineEntry entry) {
    const auto item = items_.find(id);
    if (item == items_.end() || item->second->absent) return;
    entry.item = id;
    entry.ref = item->second->ref;
    entry.title = item->second->title;
    const auto home = source_.homes.find(id);
    entry.home = home == source_.homes.end() ? source_.plan.slug : home->second;
    put(std::move(entry));
  }

  // A decision whose day has come is still awaited: nobody has written down that it was taken.
  void put(TimelineEntry entry) {
    auto& list = entry.day > timeline_.today ? timeline_.ahead : timeline_.past;
    list.push_back(std::move(entry));
  }

  const TimelineSource& source_;
  std::map<ItemId, const Item*> items_;
  Timeline timeline_;
};

OrderedJson entry_json(const Plan& plan, const TimelineEntry& entry) {
  JsonObject o;
  o.always("day", entry.day.iso());
  o.text("kind", word(entry.kind));
  o.text("item", entry.item.text);
  if (!entry.item.empty()) o.always("url", "/plans/" + entry.home + "/items/" + entry.item.text);
  if (entry.kind == TimelineKind::edition) o.always("url", plan_path(plan) + "/editions/" + entry.name);
  o.text("ref", entry.ref);
  o.text("title", entry.title);
  o.text("name", entry.name);
  o.text("says", entry.says);
  o.text("who", entry.who);
  o.text("text", entry.text);
  o.day("from", entry.from);
  o.day("to", entry.to);
  return o.take();
}

}  // namespace

std::string_view word(TimelineKind kind) { return word_in(kTimelineKinds, kind); }

Timeline make_timeline(const TimelineSource& source) {
  Gathering gathering(source);
  gathering.add_plan();
  gathering.add_said();
  gathering.add_dates();
  return gathering.take();
}

std::string timeline_json(const Plan& plan, const Timeline& timeline) {
  const auto list = [&](const std::vector<TimelineEntry>& entries) {
    return json_list(entries, [&](const TimelineEntry& entry) { return entry_json(plan, entry); });
  };
  const OrderedJson json = {{"plan", plan.slug}, {"as_at", timeline.today.iso()}, {"ahead", list(timeline.ahead)}, {"past", list(timeline.past)}};
  return json.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

}  // namespace makegood
