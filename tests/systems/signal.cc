// Each signal of a register: raised where it should be, on the first day on which it should be, for the role that it is for; and
// not raised without cause. Whoever watches over the register is told of it by letter, once. Where a rise is planted in the made-up rows, that one is found, and is not there without them.

#include <algorithm>

#include <fmt/format.h>

#include "systems/council.h"
#include "systems/kinds.h"
#include "tasks/directory.h"
#include "tasks/register_monitor.h"
#include "tasks/register_watch.h"
#include "tasks/tell_signals.h"

namespace makegood::systems {
namespace {

struct Look {
  const Subject& about;
  const Signal& signal;
  Faults faults;

  /// What is raised under the signal's name on a day, as somebody of its role sees it.
  std::vector<registers::RaisedSignal> raised(Council& c, Day today, const std::vector<std::string>& organisations) {
    c.set_day(today);
    tasks::Actor actor{"somebody", {{access::role_from(signal.to).value(), "", ""}}};
    for (const auto& organisation : organisations) actor.grants.push_back({access::role_from(signal.to).value(), "", organisation});
    std::vector<registers::RaisedSignal> found;
    const auto seen = tasks::signals_for(c.w, actor, about.name, today);
    if (!seen) return faults.push_back(signal.name + ": " + seen.error().line()), found;
    for (const auto& one : seen->raised)
      if (one.signal.name == signal.name) found.push_back(one.raised);
    return found;
  }
  void expect(bool holds, std::string_view what) {
    if (!holds) faults.push_back(fmt::format("{}: {}", signal.name, what));
  }
};

std::vector<std::string> organisations_of(const Subject& about, const std::vector<Cells>& rows) {
  std::vector<std::string> all;
  for (const auto& row : rows)
    if (!about.definition.organisation.empty() && row.contains(about.definition.organisation)) all.push_back(row.at(about.definition.organisation));
  return all;
}

std::string bring_in(Council& c, const std::vector<Cells>& rows, Day today) {
  c.set_day(today);
  const auto done = c.bring_in(c.about, rows);
  if (!done) return done.error().line();
  return done->written ? std::string{} : done->faults.front().message;
}

/// Written as the date field of the register has it.
std::string as_date(const Subject& about, const std::string& field, Day d) {
  const auto type = about.definition.field(field)->type;
  return type == FieldType::year ? d.iso().substr(0, 4) : type == FieldType::yearmonth ? d.iso().substr(0, 7) : d.iso();
}

/// A row in which the field is asked, with what it needs above it.
std::optional<Cells> row_asking(const Subject& about, const std::string& field) {
  for (const auto& row : about.rows)
    if (is_asked(about.definition, *about.definition.field(field), Answers(row.begin(), row.end()))) return row;
  return std::nullopt;
}

/// Late on the day after `due`, in time on it.
void late_after(Look& look, const Cells& row, Day recorded, Day due) {
  Council c(look.about);
  if (const auto fault = bring_in(c, {row}, recorded); !fault.empty()) return look.expect(false, "a record does not come in: " + fault);
  const auto organisations = organisations_of(look.about, {row});
  look.expect(look.raised(c, due, organisations).empty(), "is raised on the last day, " + due.iso());
  const auto after = look.raised(c, due.plus_days(1), organisations);
  look.expect(after.size() == 1 && after[0].records == 1 && after[0].late.size() == 1 && after[0].late[0].due == due, "is not raised for its record the day after, " + due.plus_days(1).iso());
}

void overdue(Look& look) {
  const auto entered = day("2026-06-01");  // a Monday with no bank holiday in the weeks after
  if (look.signal.field.empty()) {
    const auto& first = look.about.definition.states.front();
    const auto calendar = first.within_days.value_or(first.within_working_days.value_or(0) / 5 * 7 + first.within_working_days.value_or(0) % 5);
    if (!first.within_days && !first.within_working_days) return;  // deadlines of later states: check_deadline
    return late_after(look, look.about.rows.front(), entered, entered.plus_days(calendar));
  }
  auto row = row_asking(look.about, look.signal.field);
  if (!row) return look.expect(false, "no made-up row has its field");
  (*row)[look.signal.field] = as_date(look.about, look.signal.field, day("2026-07-10"));
  late_after(look, *row, day("2026-07-01"), day("2026-07-10").plus_days(look.signal.days.value_or(0)));
  if (look.signal.by.empty()) return;
  auto newer = *row;
  newer[look.about.definition.date] = as_date(look.about, look.about.definition.date, day("2026-08-20"));
  newer[look.signal.field] = as_date(look.about, look.signal.field, day("2030-01-01"));
  Council c(look.about);
  (*row)[look.about.definition.date] = as_date(look.about, look.about.definition.date, day("2026-06-20"));
  if (const auto fault = bring_in(c, {*row, newer}, day("2026-08-20")); !fault.empty()) return look.expect(false, "two records do not come in: " + fault);
  look.expect(look.raised(c, day("2028-01-01"), organisations_of(look.about, {*row})).empty(), "is raised though it was done again");
}

void missing(Look& look) {
  auto row = row_asking(look.about, look.signal.field);
  if (!row) return look.expect(false, "no made-up row has its field");
  const auto filled = row->contains(look.signal.field) ? row->at(look.signal.field) : some_value(look.about, *look.about.definition.field(look.signal.field));
  row->erase(look.signal.field);
  const auto& date = look.about.definition.date;
  if (!date.empty()) (*row)[date] = as_date(look.about, date, day("2026-02-02"));
  late_after(look, *row, day("2026-02-02"), day("2026-02-02").plus_days(look.signal.days.value_or(0)));
  (*row)[look.signal.field] = filled;
  Council c(look.about);
  if (const auto fault = bring_in(c, {*row}, day("2026-02-02")); !fault.empty()) return look.expect(false, "a record does not come in: " + fault);
  look.expect(look.raised(c, day("2028-01-01"), organisations_of(look.about, {*row})).empty(), "is raised though it is filled in");
}

void no_return(Look& look) {
  const auto& returns = *look.about.definition.returns;
  const auto last = return_period(returns.every, day("2026-03-10")).until.plus_days(returns.due_days);
  Council c(look.about);
  auto row = look.about.rows.front();
  row[look.about.definition.organisation] = "Harbour Hill";
  row[look.about.definition.date] = as_date(look.about, look.about.definition.date, day("2026-03-10"));
  (void)tasks::expect_returns(c.w, tasks::first_coordinator(), look.about.name, {"Harbour Hill", "Gorse Bank"});
  if (const auto fault = bring_in(c, {row}, day("2026-03-10")); !fault.empty()) return look.expect(false, "a return does not come in: " + fault);
  const std::vector<std::string> both{"Harbour Hill", "Gorse Bank"};
  for (const auto& one : look.raised(c, last, both)) look.expect(one.until < day("2026-03-10"), "is raised before the return is due");
  const auto after = look.raised(c, last.plus_days(1), both);
  look.expect(after.size() == 1 && after[0].values == std::vector<std::string>{"Gorse Bank"}, "does not name who is silent, and nobody else");
}

void no_more(Look& look) {
  Council c(look.about);
  auto row = look.about.rows.front();
  for (const auto& by : look.signal.by)
    if (!row.contains(by)) row[by] = some_value(look.about, *look.about.definition.field(by));
  row[look.about.definition.date] = as_date(look.about, look.about.definition.date, day("2025-05-05"));
  if (const auto fault = bring_in(c, {row}, day("2025-05-05")); !fault.empty()) return look.expect(false, "a record does not come in: " + fault);
  const auto last = day("2025-05-05").plus_days(look.signal.days.value_or(0));
  const auto organisations = organisations_of(look.about, {row});
  look.expect(look.raised(c, last, organisations).empty(), "is raised too early");
  look.expect(look.raised(c, last.plus_days(1), organisations).size() == 1, "is not raised");
}

bool is_planted(const nlohmann::json& set, const Cells& row) {
  return std::all_of(set.items().begin(), set.items().end(), [&](const auto& one) { return row.contains(one.key()) && row.at(one.key()) == one.value(); });
}

/// The made-up rows with a cluster, or without it, looked at when the stretch of the cluster has ended.
void planted_rise(Look& look, const nlohmann::json& set) {
  std::vector<std::string> values;
  for (const auto& by : look.signal.by) values.push_back(set.at(by));
  const auto planted = day(set.at(look.about.definition.date).get<std::string>().substr(0, 10));
  std::vector<Cells> without;
  for (const auto& row : look.about.rows)
    if (!is_planted(set, row)) without.push_back(row);
  // The first day on which the newest stretch holds the planted day.
  auto today = planted;
  while (registers::stretches_of(look.about.definition, look.signal, today).front().until < planted) today = today.plus_days(1);
  for (const bool with : {true, false}) {
    Council c(look.about);
    if (const auto fault = bring_in(c, with ? look.about.rows : without, today); !fault.empty()) return look.expect(false, "the made-up rows do not come in: " + fault);
    const auto found = look.raised(c, today, organisations_of(look.about, look.about.rows));
    const bool named = std::any_of(found.begin(), found.end(), [&](const registers::RaisedSignal& one) { return one.values == values; });
    look.expect(named == with, with ? "does not find what is planted: " + join(values, ", ") : "finds what is not planted: " + join(values, ", "));
  }
}

/// One value of the field, where it takes several: one that is counted, and as another than `but` is.
std::string one_value(const Subject& about, const std::string& name, const std::string& but = {}) {
  const auto& field = *about.definition.field(name);
  for (const auto& row : about.rows) {
    if (!row.contains(name)) continue;
    const auto value = split(row.at(name), ';').front();
    const auto code = coded(about.definition, field, value);
    if (!code.empty() && (but.empty() || code != coded(about.definition, field, but))) return value;
  }
  return {};
}

/// A post that watches, and somebody who handles the register and does not.
Result<void> name_monitor(const Council& c) {
  const auto actor = tasks::first_coordinator();
  const auto council = tasks::keep_organisation(c.w, actor, {{}, "Aberllyn Council"}).value();
  const auto post = tasks::keep_post(c.w, actor, {{}, "Head of Equality", council}).value();
  const auto person = tasks::keep_person(c.w, actor, {{}, "", "equality@aberllyn.example"}).value();
  const auto other = tasks::keep_person(c.w, actor, {{}, "", "handler@aberllyn.example"}).value();
  if (auto held = tasks::hold_post(c.w, actor, {post, person}); !held) return held;
  if (auto granted = tasks::grant_role(c.w, actor, {other, {access::Role::handler, "", ""}}); !granted) return granted;
  return tasks::set_monitor(c.w, actor, c.about.name, "Head of Equality");
}

int times_told(const Council& c, const std::string& signal) {
  int times = 0;
  for (std::int64_t i = 1; i <= c.w.ledger.head()->count; ++i) {
    const auto entry = c.w.ledger.entry(i).value();
    if (entry.kind == "signal.told" && nlohmann::json::parse(entry.payload).at("signal") == signal) ++times;
  }
  return times;
}

/// The named post's holder gets a letter, and nobody else; the same signal is told no second time, that day or the next.
void told_once(Look& look, Council& c, Day today) {
  if (const auto named = name_monitor(c); !named) return look.expect(false, named.error().line());
  for (const int later : {0, 0, 1}) {
    c.set_day(today.plus_days(later));
    const auto told = tasks::tell_signals(c.w, tasks::first_coordinator());
    if (!told) return look.expect(false, told.error().line());
    const auto times = times_told(c, look.signal.name);
    look.expect(times == 1, fmt::format("is told {} times", times));
  }
  const auto letters = c.w.outbox.list({}, 100).value();
  look.expect(!letters.empty() && std::all_of(letters.begin(), letters.end(), [](const tasks::PostedLetter& one) { return one.letter.to == "equality@aberllyn.example"; }),
              "is not told to the post that watches, or to others too");
}

/// One record a stretch of one combination, and in the last stretch twelve of another.
void made_rise(Look& look) {
  const auto& last_of_by = look.signal.by.back();
  auto asking = row_asking(look.about, last_of_by);
  if (!asking) return look.expect(false, "no made-up row has its field");
  auto row = *asking;
  for (const auto& by : look.signal.by) row[by] = one_value(look.about, by);
  auto other = row;
  other[last_of_by] = one_value(look.about, last_of_by, row[last_of_by]);
  const auto today = day("2026-07-15");
  const auto stretches = registers::stretches_of(look.about.definition, look.signal, today);
  const auto& date = look.about.definition.date;
  for (const int many : {12, 1}) {
    std::vector<Cells> rows;
    const auto add = [&](Cells made, Day on) {
      made[date] = as_date(look.about, date, on);
      rows.push_back(another(look.about, std::move(made), static_cast<int>(rows.size())));
    };
    for (const auto& stretch : stretches) add(row, stretch.from), add(other, stretch.from.plus_days(1));
    for (int i = 1; i < many; ++i) add(other, stretches.front().from.plus_days(i));
    Council c(look.about);
    if (const auto fault = bring_in(c, rows, today); !fault.empty()) return look.expect(false, "records do not come in: " + fault);
    const auto found = look.raised(c, today, organisations_of(look.about, rows));
    look.expect(many == 1 ? found.empty() : found.size() == 1 && found[0].records == many && found[0].usual < 1.5, many == 1 ? "is raised where nothing changed" : "does not find twelve where one is usual");
    if (many > 1 && found.size() == 1) told_once(look, c, today);
  }
}

void rise(Look& look) {
  made_rise(look);
  for (const auto& plant : look.about.recipe.at("planted")) {
    if (!plant.contains("set") || !plant["set"].contains(look.about.definition.date)) continue;
    const auto& set = plant["set"];
    if (std::all_of(look.signal.by.begin(), look.signal.by.end(), [&](const std::string& by) { return set.contains(by); })) planted_rise(look, set);
  }
}

/// Somebody with every other role sees nothing of it.
void others(Look& look) {
  Council c(look.about);
  tasks::Actor actor{"somebody", {}};
  for (const auto& who : look.about.definition.roles.see)
    if (who.role != look.signal.to) actor.grants.push_back({access::role_from(who.role).value(), "", ""});
  const auto seen = tasks::signals_for(c.w, actor, look.about.name, day("2026-09-01"));
  if (seen)
    for (const auto& watched : seen->watched) look.expect(watched.name != look.signal.name, "is shown to others");
}

}  // namespace

bool has_signals(const Subject& about) { return !about.definition.signals.empty(); }

Faults check_signal(const Subject& about) {
  Faults faults;
  for (const auto& signal : about.definition.signals) {
    Look look{about, signal, {}};
    switch (signal.kind) {
      case SignalKind::rise: rise(look); break;
      case SignalKind::overdue: overdue(look); break;
      case SignalKind::missing: missing(look); break;
      case SignalKind::silence: about.definition.returns ? no_return(look) : no_more(look); break;
    }
    others(look);
    faults.insert(faults.end(), look.faults.begin(), look.faults.end());
  }
  return faults;
}

}  // namespace makegood::systems
