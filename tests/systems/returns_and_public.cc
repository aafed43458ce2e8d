// Who returned, and what of a register everybody may see.

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "systems/council.h"
#include "systems/kinds.h"
#include "tasks/register_watch.h"

namespace makegood::systems {
namespace {

struct PeriodOf {
  const char *every, *from, *until;
};
/// In which period 10 March 2026 lies, looked up in a calendar.
constexpr PeriodOf kPeriods[] = {{"month", "2026-03-01", "2026-03-31"},     {"quarter", "2026-01-01", "2026-03-31"}, {"term", "2026-01-01", "2026-04-30"},
                                 {"half_year", "2025-10-01", "2026-03-31"}, {"year", "2025-04-01", "2026-03-31"},    {"academic_year", "2025-09-01", "2026-08-31"}};

Cells of_organisation(const Subject& about, Cells row, const std::string& organisation) {
  row[about.definition.organisation] = organisation;
  row[about.definition.date] = "2026-03-10";
  return row;
}

std::string standing(const tasks::ReturnsSeen& seen, std::string_view organisation) {
  const auto row = std::find_if(seen.rows.begin(), seen.rows.end(), [&](const tasks::ReturnRow& r) { return r.organisation == organisation; });
  return row == seen.rows.end() ? "not there" : std::string(word(row->standing));
}

void expect(Faults& faults, bool holds, std::string what) {
  if (!holds) faults.push_back(std::move(what));
}

}  // namespace

bool has_returns(const Subject& about) { return about.ours().contains("returns"); }

Faults check_return(const Subject& about) {
  Faults faults;
  Council c(about);
  const auto& returns = about.ours().at("returns");
  const auto* period = std::find_if(std::begin(kPeriods), std::end(kPeriods), [&](const PeriodOf& p) { return returns.at("every") == p.every; });
  const std::string returned = "Harbour Hill", nil = "Quay Lane", silent = "Gorse Bank";
  if (auto done = tasks::expect_returns(c.w, tasks::first_coordinator(), about.name, {returned, nil, silent}); !done) return {done.error().line()};
  const auto brought = c.bring_in(about, {of_organisation(about, about.rows.front(), returned)});
  if (!brought || !brought->written) return {"a return does not come in: " + (brought ? brought->faults.front().message : brought.error().line())};
  const auto head = c.who_may(about.definition.roles.submit, nil);
  const auto said = tasks::say_nil(c.w, head, about.name, nil, day("2026-03-10"));
  const bool may_be_nil = returns.value("nil", false);
  expect(faults, said.has_value() == may_be_nil, may_be_nil ? "nothing to report cannot be said" : "nothing to report can be said, and should not");
  tasks::Actor reader{"somebody", {}};
  for (const auto& who : about.definition.roles.see) reader.grants.push_back({access::role_from(who.role).value(), "", ""});
  for (const auto& who : about.definition.roles.see)
    for (const auto& organisation : {returned, nil, silent})
      if (who.own) reader.grants.push_back({access::role_from(who.role).value(), "", organisation});
  const auto last = day(period->until).plus_days(returns.at("due_days").get<int>());
  for (const int after : {0, 1}) {
    c.set_day(last.plus_days(after));
    const auto seen = tasks::returns_for(c.w, reader, about.name, day("2026-03-10"));
    if (!seen) return {seen.error().line()};
    const std::string open = after == 0 ? "not_due" : "silent";
    expect(faults, seen->period.from.iso() == period->from && seen->period.until.iso() == period->until, "the period is " + seen->period.from.iso() + " to " + seen->period.until.iso());
    expect(faults, standing(*seen, returned) == "returned", returned + " is " + standing(*seen, returned));
    expect(faults, standing(*seen, nil) == (may_be_nil ? "nil" : open), nil + " is " + standing(*seen, nil));
    expect(faults, standing(*seen, silent) == open, silent + " is " + standing(*seen, silent));
    const auto& sum = seen->completeness;
    const int nils = may_be_nil ? 1 : 0, silences = after == 0 ? 0 : 2 - nils;
    expect(faults, sum.expected == 3 && sum.returned == 1 + nils && sum.nil == nils && sum.silent == silences,
           fmt::format("{} of {} returned, {} nil, {} silent", sum.returned, sum.expected, sum.nil, sum.silent));
  }
  const auto counted = tasks::count_by(c.w, tasks::operator_of_the_machine(), {.register_name = about.name, .by = {}, .from = {}, .until = day("2026-03-10"), .over = {}}, tasks::Rights::of_the_machine);
  expect(faults, counted && counted->returns && counted->returns->completeness.expected == 3, "the completeness is not beside the count");
  return faults;
}

namespace {

bool holds(const nlohmann::json& condition, const Cells& row) {
  const auto there = row.find(condition.at("field").get<std::string>());
  if (there == row.end()) return false;
  if (condition.value("filled", false)) return true;
  const auto& in = condition.contains("in") ? condition.at("in") : condition.at("given");
  return std::find(in.begin(), in.end(), there->second) != in.end();
}

/// What the file of the register says may be shown of a row; nothing where it may not be.
std::optional<Answers> showable(const Subject& about, const Cells& row) {
  if (!holds(about.ours().at("public").at("when"), row)) return std::nullopt;
  if (about.ours().contains("consent") && !holds(about.ours().at("consent"), row)) return std::nullopt;
  Answers shown;
  for (const auto& [field, value] : row)
    if (about.of_field(field, "public") == true) shown[field] = value;
  return shown;
}

std::multiset<Answers> all_showable(const Subject& about) {
  std::multiset<Answers> all;
  for (const auto& row : about.rows)
    if (auto one = showable(about, row)) all.insert(std::move(*one));
  return all;
}

std::multiset<Answers> shown(const Council& c) {
  const auto list = tasks::public_records(c.w, {.register_name = c.about.name, .limit = kMostPublished}).value();
  return {list.entries.begin(), list.entries.end()};
}

}  // namespace

bool has_public(const Subject& about) { return about.ours().contains("public"); }
bool has_consent(const Subject& about) { return has_public(about) && about.ours().contains("consent"); }

Faults check_public(const Subject& about) {
  Faults faults;
  Council c(about);
  if (const auto done = c.bring_in(about, about.rows); !done || !done->written) return {"the made-up rows do not come in: " + (done ? done->faults.front().message : done.error().line())};
  const auto expected = all_showable(about), there = shown(c);
  expect(faults, !expected.empty(), "none of the made-up rows may be public");
  expect(faults, expected.size() == there.size(), fmt::format("{} are public, and should be {}", there.size(), expected.size()));
  expect(faults, expected == there, "what is public is not what may be");
  for (const auto& one : there)
    for (const auto& [field, value] : one) {
      const auto held = about.of_field(field, "holds");
      expect(faults, about.of_field(field, "public") == true && held != "special_category" && held != "criminal_offence", field + " is public");
    }
  return faults;
}

Faults check_consent(const Subject& about) {
  Faults faults = check_public(about);
  Council c(about);
  if (const auto done = c.bring_in(about, about.rows); !done || !done->written) return {"the made-up rows do not come in"};
  const auto field = about.ours().at("consent").at("field").get<std::string>();
  const auto& given = about.ours().at("consent").at("given");
  std::string withdrawn;
  for (const auto& choice : choices_of(about.definition, *about.definition.field(field)))
    if (std::find(given.begin(), given.end(), choice.code) == given.end()) withdrawn = choice.code;
  if (withdrawn.empty()) return {"there is no way to withdraw"};
  std::optional<Record> chosen;
  (void)c.w.registers.each({.register_name = about.name, .reach = {.all = true, .organisations = {}}}, [&](const Record& record) {
    if (public_answers(about.definition, record)) chosen = record;
    return !chosen;
  });
  const auto before = shown(c);
  const auto handler = c.who_may(about.definition.roles.handle, chosen->organisation);
  const auto changed = tasks::change_record(c.w, handler, {.id = chosen->id, .answers = {{field, withdrawn}}, .reason = "it asked to", .move_to = "", .seen = chosen->sequence});
  if (!changed || !changed->faults.empty()) return {"it cannot be withdrawn: " + (changed ? sentence(about.definition, changed->faults.front()) : changed.error().line())};
  auto after = before;
  after.erase(after.find(*public_answers(about.definition, *chosen)));
  expect(faults, shown(c) == after, "it was withdrawn and is there still");
  return faults;
}

}  // namespace makegood::systems
