// What somebody types comes back as typed; a record walks every move that there is, and no other.

#include <algorithm>
#include <deque>

#include <fmt/format.h>

#include "systems/council.h"
#include "systems/kinds.h"

namespace makegood::systems {
namespace {

std::string first_fault(const Result<tasks::Submitted>& sent, const Definition& definition) {
  if (!sent) return sent.error().line();
  return sent->faults.empty() ? std::string{} : sentence(definition, sent->faults.front());
}

bool told(const Result<tasks::Submitted>& sent, const std::string& field, AnswerTrouble trouble) {
  return sent && std::any_of(sent->faults.begin(), sent->faults.end(), [&](const RegisterFault& f) { return f.field == field && f.trouble == trouble; });
}

/// The states from the first to this one, each after the one before.
std::vector<std::string> path_to(const Definition& definition, const std::string& state) {
  std::deque<std::vector<std::string>> open{{definition.first_state()}};
  while (!open.empty()) {
    const auto path = open.front();
    open.pop_front();
    if (path.back() == state || path.size() > definition.states.size()) return path;
    for (const auto& next : definition.state(path.back())->moves)
      if (std::find(path.begin(), path.end(), next) == path.end()) {
        open.push_back(path);
        open.back().push_back(next);
      }
  }
  return {};
}

/// A record on its way, as whoever handles it sees it.
struct Walker {
  Council& council;
  RecordId id;
  tasks::Actor handler;

  [[nodiscard]] Record record() const { return council.w.registers.record(id).value(); }
  [[nodiscard]] Result<tasks::Changed> move(const std::string& to, const Answers& answers) const {
    return tasks::change_record(council.w, handler, {.id = id, .answers = answers, .reason = "", .move_to = to, .seen = record().sequence});
  }
  /// What the state needs and the record lacks, and what every handled record must have.
  [[nodiscard]] Answers needed_for(const State& to) const {
    auto whole = record().answers;
    Answers needed;
    const auto add = [&](const RegisterField& field) {
      if (!answer(whole, field.name).empty()) return;
      if (field.shown_if && !is_asked(council.definition(), field, whole)) {  // what it hangs on first
        const auto& on = *field.shown_if;
        whole[on.field] = needed[on.field] = on.filled ? some_value(council.about, *council.definition().field(on.field)) : on.in.front();
      }
      const auto author = council.definition().author.empty() ? std::string{} : std::string(answer(whole, council.definition().author));
      whole[field.name] = needed[field.name] = field.constraints.unique ? "U-" + id.text : some_value(council.about, field, author);
    };
    for (const auto& name : to.needs) add(*council.definition().field(name));
    for (const auto& field : council.definition().fields)
      if (field.constraints.required && field.set_by == SetBy::handler && is_asked(council.definition(), field, whole)) add(field);
    return needed;
  }
};

std::optional<Walker> walked_to(Council& council, const Cells& row, int number, const std::string& state, Faults& faults) {
  const auto answers = as_submitted(council.about, another(council.about, row, number));
  const auto sent = council.submit(answers);
  if (const auto fault = first_fault(sent, council.definition()); !fault.empty()) return faults.push_back("a record does not come in: " + fault), std::nullopt;
  auto handler = council.who_may(council.definition().roles.handle, council.w.registers.record(sent->id)->organisation);
  handler.name = "somebody else";  // whoever sent a record in does not review it
  Walker walker{council, sent->id, handler};
  const auto path = path_to(council.definition(), state);
  for (std::size_t i = 1; i < path.size(); ++i)
    if (const auto moved = walker.move(path[i], walker.needed_for(*council.definition().state(path[i]))); !moved || !moved->faults.empty())
      return faults.push_back(fmt::format("{} is not reached: {}", path[i], moved ? sentence(council.definition(), moved->faults.front()) : moved.error().line())), std::nullopt;
  return walker;
}

void try_move(const Walker& walker, const State& from, const State& to, Faults& faults) {
  const auto& definition = walker.council.definition();
  const auto what = fmt::format("{} to {}", from.name, to.name);
  if (std::find(from.moves.begin(), from.moves.end(), to.name) == from.moves.end()) {
    const auto moved = walker.move(to.name, walker.needed_for(to));
    if (moved || moved.error().fault != Fault::conflict) faults.push_back(what + " is no move, and is not refused");
    return;
  }
  const auto before = walker.record();
  for (const auto& name : to.needs) {
    if (!answer(before.answers, name).empty()) continue;
    auto lacking = walker.needed_for(to);
    lacking.erase(name);
    const auto moved = walker.move(to.name, lacking);
    if (moved && moved->faults.empty()) return faults.push_back(fmt::format("{} goes without {}", what, name));
  }
  if (!definition.author.empty())
    for (const auto& name : definition.independent) {
      auto own = walker.needed_for(to);
      own[name] = std::string(answer(before.answers, definition.author));
      if (const auto moved = walker.move(to.name, own); moved && moved->faults.empty()) return faults.push_back(what + " goes with its author as the independent one");
    }
  const auto moved = walker.move(to.name, walker.needed_for(to));
  if (!moved || !moved->faults.empty()) return faults.push_back(fmt::format("{} is refused: {}", what, moved ? sentence(definition, moved->faults.front()) : moved.error().line()));
  const auto after = walker.record();
  if (after.state != to.name || after.closed.has_value() != to.is_final) faults.push_back(what + " does not end where it should");
}

}  // namespace

bool has_anything(const Subject& about) { return !about.rows.empty(); }
bool has_states(const Subject& about) { return !about.definition.states.empty(); }

namespace {

/// What a made-up row, in another system's spelling, says as a form writes it.
std::string as_form_writes(const Subject& about, const RegisterField& field, const std::string& value) {
  if (field.type == FieldType::date) return value.substr(0, 10);
  if (field.type == FieldType::boolean) return lower(value);
  if (field.frame.empty() || field.many) return value;
  const auto code = coded(about.definition, field, value);
  return code.empty() || code == kUnmapped ? value : code;
}

}  // namespace

Faults check_form(const Subject& about) {
  Faults faults;
  Council council(about);
  const auto row = good_row(about);
  if (!row) return {"a form takes none of its made-up rows"};
  const auto answers = as_submitted(about, *row);
  const auto sent = council.submit(answers);
  if (const auto fault = first_fault(sent, about.definition); !fault.empty()) return {"a row does not come in: " + fault};
  const auto kept = council.w.registers.record(sent->id).value();
  for (const auto& [name, value] : answers) {
    const auto& field = *about.definition.field(name);
    if (field.snap == Snap::none && answer(kept.answers, name) != as_form_writes(about, field, value))
      faults.push_back(fmt::format("{} was {} and came back as {}", name, value, answer(kept.answers, name)));
  }
  const auto reader = council.who_may(about.definition.roles.see, kept.organisation);
  if (const auto seen = tasks::see_record(council.w, reader, sent->id, false); !seen || seen->record.id != sent->id) faults.push_back("nobody who may see it does");
  for (const auto& field : about.definition.fields) {
    if (field.set_by != SetBy::whoever_submits || !is_asked(about.definition, field, answers)) continue;
    auto without = as_submitted(about, another(about, *row, 7));
    without.erase(field.name);
    // A question on which others hang takes them with it: then other faults, or none, are right.
    if (field.constraints.required) {
      const auto lacking = council.submit(without);
      // Without the organisation it is nobody's own record, and that is said first.
      const bool refused = field.name == about.definition.organisation && !lacking && lacking.error().fault == Fault::not_allowed;
      if (!refused && !told(lacking, field.name, AnswerTrouble::missing)) faults.push_back(field.name + " is left out and not missed");
    }
    auto strange = as_submitted(about, another(about, *row, 8));
    strange[field.name] = "no such code";
    if (!choices_of(about.definition, field).empty() && !told(council.submit(strange), field.name, AnswerTrouble::unknown_choice)) faults.push_back(field.name + " takes a code that is not there");
  }
  if (council.count() != 1) faults.push_back("what was refused was kept");
  return faults;
}

Faults check_state(const Subject& about) {
  Faults faults;
  Council council(about);
  const auto row = good_row(about);
  if (!row) return {"a form takes none of its made-up rows"};
  int number = 0;
  for (const auto& from : about.definition.states)
    for (const auto& to : about.definition.states) {
      if (from.name == to.name) continue;
      if (const auto walker = walked_to(council, *row, ++number, from.name, faults)) try_move(*walker, from, to, faults);
      if (!faults.empty()) return faults;
    }
  return faults;
}

namespace {

/// Days on which offices are closed, written down here and not read from the program's list.
bool closed(Day d) {
  for (const auto* holiday : {"2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31"})
    if (d.iso() == holiday) return true;
  const std::chrono::weekday weekday(d.days());
  return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

Day by_hand(const State& state, Day entered) {
  if (state.within_days) return entered.plus_days(*state.within_days);
  auto due = entered;
  for (int left = *state.within_working_days; left > 0;) {
    due = due.plus_days(1);
    if (!closed(due)) --left;
  }
  return due;
}

}  // namespace

bool has_deadline(const Subject& about) {
  return std::any_of(about.definition.states.begin(), about.definition.states.end(), [](const State& s) { return s.within_days || s.within_working_days; });
}

Faults check_deadline(const Subject& about) {
  Faults faults;
  const auto row = good_row(about);
  if (!row) return {"a form takes none of its made-up rows"};
  for (const auto& state : about.definition.states) {
    if (!state.within_days && !state.within_working_days) continue;
    Council council(about);
    const auto entered = day("2026-12-23");  // Christmas, its Monday instead, and New Year are before most deadlines
    council.set_day(entered);
    const auto walker = walked_to(council, *row, 1, state.name, faults);
    if (!walker) return faults;
    const auto due = by_hand(state, entered);
    const auto reader = council.who_may(about.definition.roles.see, walker->record().organisation);
    const auto seen = tasks::see_record(council.w, reader, walker->id, false);
    if (!seen || seen->due != due) faults.push_back(fmt::format("{} is due on {}, by hand on {}", state.name, seen && seen->due ? seen->due->iso() : "no day", due.iso()));
  }
  return faults;
}

}  // namespace makegood::systems
