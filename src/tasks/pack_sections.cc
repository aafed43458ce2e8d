#include "tasks/pack_sections.h"

#include <algorithm>

#include "progress/standing.h"
#include "report/subject_access.h"
#include "tasks/composition.h"
#include "tasks/record_ties_step.h"
#include "tasks/register_watch.h"

namespace makegood::tasks {
namespace {

using registers::PackRecords;

constexpr int kDaysWithoutEarlier = 365;  // a group's first meeting is told of the year before it

/// An answer as a reader of this language reads it: organisations by their names, codes as their titles, days in words.
std::string said(const Words& words, const OrganisationNames& names, const Definition& definition, const RegisterField& field, std::string_view value) {
  if (!value.empty() && field.refers == Refers::organisation) return names.name_of(value);
  return answer_words(definition, field, value, words);
}

class PackGathering {
 public:
  PackGathering(const Workspace& w, const Actor& actor, const PackFor& about, const Words& words, OrganisationNames names, PackUsed& used)
      : w_(w), actor_(actor), about_(about), words_(words), names_(std::move(names)), used_(used), group_(answer(about.found.record.answers, about.words.group)) {}

  Result<MeetingPack> all();

 private:
  [[nodiscard]] const Definition& definition() const { return about_.found.kept->definition; }
  [[nodiscard]] std::string title_of(const Definition& d) const { return d.title.in(language_tag(words_.language())); }
  [[nodiscard]] std::string title_of(const RegisterField& f) const { return f.title.in(language_tag(words_.language())); }
  void add(PackSection section) { pack_.sections.push_back(std::move(section)); }
  void leave_out(const std::string& what) { left_out_.push_back(what); }

  [[nodiscard]] std::string cell(const Definition& d, const RegisterField& field, const Record& record) const;
  Result<void> look_back();
  void add_agenda();
  Result<void> add_members();
  Result<void> add_records(const PackRecords& records);
  Result<void> add_counts(const registers::PackCounts& counts);
  Result<void> add_signals(const std::string& name);
  Result<void> add_actions();
  void add_left_out();
  [[nodiscard]] Result<bool> belongs(const PackRecords& records, const Record& record) const;
  /// The register, where it is here and the actor may see all of it; else it is left out, and that is said.
  std::shared_ptr<const KeptRegister> open(const std::string& name);

  const Workspace& w_;
  const Actor& actor_;
  const PackFor& about_;
  const Words& words_;
  OrganisationNames names_;
  PackUsed& used_;
  std::string group_;
  MeetingPack pack_;
  std::vector<Record> earlier_;        ///< of the same group, before this one
  Day since_;                          ///< the day after the last of them
  std::vector<std::string> left_out_;  ///< titles
};

/// A choice that was not made is said to be none: an empty cell would leave open whether anybody was asked.
std::string PackGathering::cell(const Definition& d, const RegisterField& field, const Record& record) const {
  auto value = said(words_, names_, d, field, answer(record.answers, field.name));
  return value.empty() && !choices_of(d, field).empty() ? words_("register.counts.not_stated") : value;
}

Result<void> PackGathering::look_back() {
  const auto day = Day::parse(answer(about_.found.record.answers, about_.words.day)).value_or(about_.as_at);
  since_ = day.plus_days(-kDaysWithoutEarlier);
  std::optional<Day> last;
  auto done = w_.registers.each({.register_name = definition().name, .reach = kEveryRecord}, [&](const Record& record) {
    const auto held = Day::parse(answer(record.answers, about_.words.day));
    if (record.id == about_.found.record.id || !held || day <= *held || answer(record.answers, about_.words.group) != group_) return true;
    earlier_.push_back(record);
    last = std::max(last.value_or(*held), *held);
    return true;
  });
  if (last) since_ = last->plus_days(1);
  return done;
}

std::shared_ptr<const KeptRegister> PackGathering::open(const std::string& name) {
  auto kept = w_.registers.find(name);
  if (!kept) return nullptr;  // not in use here
  if (reach_for((*kept)->definition, actor_, Doing::see).all) {
    used_.registers.insert(name);
    return *kept;
  }
  leave_out(title_of((*kept)->definition));
  return nullptr;
}

void PackGathering::add_agenda() {
  PackSection section{words_("pack.agenda"), {}, {{words_("pack.question"), words_("pack.answer")}}};
  for (const auto& name : about_.words.agenda) {
    const auto& field = *definition().field(name);
    const auto value = said(words_, names_, definition(), field, answer(about_.found.record.answers, name));
    if (!value.empty()) section.rows.push_back({title_of(field), value});
  }
  if (section.rows.size() > 1) add(std::move(section));
}

Result<void> PackGathering::add_members() {
  if (about_.words.members.empty()) return {};
  const auto kept = open(about_.words.members);
  if (kept == nullptr) return {};
  const auto seen = composition_of(w_, actor_, about_.words.members, group_, about_.as_at);
  if (!seen) return seen.error().fault == Fault::not_found || seen.error().fault == Fault::not_allowed ? Result<void>{} : tl::unexpected(seen.error());
  PackSection section{words_("pack.members", {{"date", about_.as_at}}), {words_("composition.answer", {{"group", seen->group.title}, {"n", seen->members}, {"date", about_.as_at}})},
                      {{words_("pack.question"), words_("pack.answer"), words_("composition.members")}}};
  if (seen->vacant) section.lines.push_back(words_("composition.vacant", {{"n", *seen->vacant}, {"seats", *seen->group.seats}}));
  const auto& d = kept->definition;
  for (const auto& by : seen->lines)
    for (const auto& line : by.lines) {
      const auto value = said(words_, names_, d, *d.field(by.field), line.value);
      section.rows.push_back({title_of(*d.field(by.field)), value.empty() ? words_("register.counts.not_stated") : value, std::to_string(line.members)});
    }
  for (const auto& code : seen->missing) section.rows.push_back({title_of(*d.field(seen->required)), said(words_, names_, d, *d.field(seen->required), code), words_("composition.nobody")});
  add(std::move(section));
  return {};
}

Result<bool> PackGathering::belongs(const PackRecords& records, const Record& record) const {
  if (record.emptied) return false;
  if (!records.field.empty()) {
    const auto value = answer(record.answers, records.field);
    const auto key = [&](const Record& of) { return answer(of.answers, definition().primary_key.front()); };
    const bool holds = records.is == PackRecords::Is::group    ? value == group_
                       : records.is == PackRecords::Is::record ? value == key(about_.found.record)
                                                               : std::any_of(earlier_.begin(), earlier_.end(), [&](const Record& one) { return key(one) == value; });
    if (value.empty() || !holds) return false;
  }
  if (!records.tied) return true;
  const auto ties = w_.registers.ties_of(about_.found.record.id), there = w_.registers.ties_of(record.id);
  if (!ties) return tl::unexpected(ties.error());
  if (!there) return tl::unexpected(there.error());
  const auto leads = [](const std::vector<TieEnd>& ends, const RecordId& id) { return std::any_of(ends.begin(), ends.end(), [&](const TieEnd& end) { return end.to == TieTo::record && end.target == id.text; }); };
  return leads(*ties, record.id) || leads(*there, about_.found.record.id);
}

Result<void> PackGathering::add_records(const PackRecords& records) {
  const auto kept = open(records.register_name);
  if (kept == nullptr) return {};
  const auto& d = kept->definition;
  std::vector<const RegisterField*> fields;
  for (const auto& name : records.fields)
    if (const auto* field = d.field(name); field != nullptr && !field->is_protected()) fields.push_back(field);
  PackSection section{title_of(d), {}, {{}}};
  if (records.since_last) section.lines.push_back(words_("pack.since", {{"from", since_}, {"until", about_.as_at}}));
  for (const auto* field : fields) section.rows.front().push_back(title_of(*field));
  Result<void> trouble;
  RecordQuery query{.register_name = d.name, .reach = kEveryRecord, .until = about_.as_at};
  if (records.since_last) query.from = since_;
  auto done = w_.registers.each(query, [&](const Record& record) {
    const auto in = belongs(records, record);
    if (!in) return trouble = tl::unexpected(in.error()), false;
    if (!*in) return true;
    section.rows.emplace_back();
    for (const auto* field : fields) section.rows.back().push_back(cell(d, *field, record));
    return true;
  });
  if (!done) return done;
  if (!trouble) return trouble;
  if (section.rows.size() == 1) section = {section.heading, {words_("pack.nothing")}, {}};
  add(std::move(section));
  return {};
}

Result<void> PackGathering::add_counts(const registers::PackCounts& counts) {
  const auto kept = w_.registers.find(counts.register_name);
  if (!kept) return {};
  const auto& d = (*kept)->definition;
  if (!may_count(d, actor_) || open(counts.register_name) == nullptr) return leave_out(words_("pack.counts_of", {{"register", title_of(d)}})), Result<void>{};
  used_.counted.insert(counts.register_name);
  const auto offered = countable(d, actor_);
  for (const auto& by : counts.by) {
    if (std::find(offered.begin(), offered.end(), by) == offered.end()) continue;
    const auto counted = count_by(w_, actor_, {.register_name = d.name, .by = {by}, .from = since_, .until = about_.as_at, .over = {}});
    if (!counted) return tl::unexpected(counted.error());
    PackSection section{words_("pack.counts", {{"register", title_of(d)}, {"field", title_of(*d.field(by))}}), {words_("pack.since", {{"from", since_}, {"until", about_.as_at}})},
                        {{title_of(*d.field(by)), words_("register.counts.records")}}};
    for (const auto& row : counted->rows) {
      const auto value = said(words_, names_, d, *d.field(by), row.values[0]);
      section.rows.push_back({value.empty() ? words_("register.counts.not_stated") : value, std::to_string(row.records)});
    }
    add(std::move(section));
  }
  return {};
}

Result<void> PackGathering::add_signals(const std::string& name) {
  const auto kept = open(name);
  if (kept == nullptr) return {};
  const auto& d = kept->definition;
  const auto seen = signals_for(w_, actor_, name, about_.as_at);
  if (!seen) return tl::unexpected(seen.error());
  PackSection section{words_("pack.signals", {{"register", title_of(d)}}), {}, {{words_("pack.signal"), words_("pack.about"), words_("register.counts.records")}}};
  for (const auto& [signal, raised] : seen->raised) {
    if (!signal.to.empty()) used_.watched.insert(name + " " + signal.to);
    std::vector<std::string> values;
    for (std::size_t i = 0; i < raised.values.size(); ++i) values.push_back(i < signal.by.size() ? said(words_, names_, d, *d.field(signal.by[i]), raised.values[i]) : raised.values[i]);
    section.rows.push_back({signal.title.in(language_tag(words_.language())), join(values, ", "), std::to_string(raised.records)});
  }
  if (section.rows.size() > 1) add(std::move(section));
  return {};
}

Result<void> PackGathering::add_actions() {
  if (!about_.words.actions) return {};
  auto meetings = earlier_;
  meetings.push_back(about_.found.record);
  PackSection section{words_("pack.actions"), {}, {{words_("pack.reference"), words_("pack.action"), words_("pack.plan"), words_("pack.due"), words_("pack.claim"), words_("pack.arose")}}};
  std::set<TieEnd> told;
  for (const auto& meeting : meetings) {
    const auto ends = w_.registers.ties_of(meeting.id);
    if (!ends) return tl::unexpected(ends.error());
    for (const auto& end : *ends) {
      if (end.to != TieTo::item || !told.insert(end).second) continue;
      const auto shown = shown_end(w_, actor_, end);
      const auto kept = w_.plans.find(end.place, View::live);
      const auto progress = w_.progress.of_plan(end.place);
      const auto* item = kept && shown.is_seen ? find_item((*kept)->plan, ItemId(end.target)) : nullptr;
      if (item == nullptr || !progress) continue;
      const auto standing = standing_of(**progress, item->id);
      const auto claim = standing.claim == nullptr ? Claim::not_yet_reported : standing.claim->claim;
      if (claim == Claim::complete || claim == Claim::dropped || standing.stage == Stage::closed) continue;
      const auto released = w_.plans.find(end.place, View::released);
      if (!released || find_item((*released)->plan, item->id) == nullptr) used_.plans.insert(end.place);
      const auto key = definition().primary_key.size() == 1 ? std::string(answer(meeting.answers, definition().primary_key.front())) : meeting.id.text;
      section.rows.push_back({item->ref, item->title, shown.place_title, item->dates().due ? words_.date(*item->dates().due) : words_("pack.no_date"),
                              words_("claim." + std::string(word(claim))), key});
    }
  }
  if (section.rows.size() == 1) section = {section.heading, {words_("pack.no_actions")}, {}};
  add(std::move(section));
  return {};
}

void PackGathering::add_left_out() {
  if (left_out_.empty()) return;
  std::sort(left_out_.begin(), left_out_.end());
  left_out_.erase(std::unique(left_out_.begin(), left_out_.end()), left_out_.end());
  add({words_("pack.left_out"), {words_("pack.left_out_why"), join(left_out_, "; ")}, {}});
}

Result<MeetingPack> PackGathering::all() {
  pack_.language = language_tag(words_.language());
  const auto key = definition().primary_key.size() == 1 ? std::string(answer(about_.found.record.answers, definition().primary_key.front())) : about_.found.record.id.text;
  pack_.title = words_("pack.title", {{"group", group_}, {"record", key}});
  pack_.lines = {words_("pack.as_at", {{"date", about_.as_at}})};
  if (auto looked = look_back(); !looked) return tl::unexpected(looked.error());
  add_agenda();
  if (auto done = add_members(); !done) return tl::unexpected(done.error());
  for (const auto& records : about_.words.records)
    if (auto done = add_records(records); !done) return tl::unexpected(done.error());
  for (const auto& counts : about_.words.counts)
    if (auto done = add_counts(counts); !done) return tl::unexpected(done.error());
  for (const auto& name : about_.words.signals)
    if (auto done = add_signals(name); !done) return tl::unexpected(done.error());
  if (auto done = add_actions(); !done) return tl::unexpected(done.error());
  add_left_out();
  return std::move(pack_);
}

}  // namespace

Result<MeetingPack> gather_pack(const Workspace& w, const Actor& actor, const PackFor& about, const Words& words, PackUsed& used) {
  auto names = organisation_names(w);
  if (!names) return tl::unexpected(names.error());
  return PackGathering(w, actor, about, words, std::move(*names), used).all();
}

}  // namespace makegood::tasks
