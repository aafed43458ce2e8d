// ask, cycle: asking the owners of a plan for updates, and with them what is due about registers.

#include <algorithm>
#include <charconv>

#include "cli/command.h"
#include "json/json.h"
#include "tasks/ask.h"
#include "tasks/sending.h"

namespace makegood::cli {
namespace {

std::string item_words(const Plan& plan, const ItemId& id) {
  const auto* item = find_item(plan, id);
  if (item == nullptr) return id.text;
  return item->ref.empty() ? shorten(item->title, 60) : item->ref;
}

std::string names_of(const tasks::PlanAsked& asked) {
  std::string said = asked.slug + ":";
  if (asked.opened) said += fmt::format(" cycle {} opened,", asked.opened->text());
  said += fmt::format(" {} asked, {} reminded, {} escalated", asked.asked, asked.reminded, asked.escalated);
  if (asked.closed > 0) said += fmt::format(", {} closed", asked.closed);
  if (asked.locked > 0) said += fmt::format(", {} locked", asked.locked);
  if (asked.closes) said += fmt::format("; answers count until {}", asked.closes->iso());
  else if (asked.next_opens) said += fmt::format("; the next cycle opens on {}", asked.next_opens->iso());
  return said;
}

/// One line a name behind which nobody can be asked.
void tell_unasked(Call& call, const tasks::Workspace& w, const tasks::PlanAsked& asked) {
  const auto kept = w.plans.find(asked.slug, View::live);
  if (!kept) return;
  for (const auto& one : asked.unasked) {
    const auto item = item_words((*kept)->plan, one.item);
    call.err << (one.named.empty() ? fmt::format("{}: {}: the plan names nobody\n", asked.slug, item)
                                   : fmt::format("{}: {}: \"{}\" cannot be asked: {}\n", asked.slug, item, squeeze(one.named), word(one.why)));
  }
}

/// Writes what waits in the outbox as files. How many.
Result<int> write_letters(Call& call, const Data& data, const tasks::Workspace& w) {
  MailSettings settings;
  settings.folder = call.arguments.get("--mail");
  settings.site = call.arguments.get("--at");
  const auto mailer = call.machine.mailer(data, settings);
  if (!mailer) return tl::unexpected(mailer.error());
  const auto sent = tasks::send_waiting(w, **mailer);
  if (!sent) return tl::unexpected(sent.error());
  if (sent->unreachable) return refuse(Fault::unavailable, "the letters could not be written; they wait in the outbox", settings.folder);
  return sent->sent;
}

Result<int> number_of(const Arguments& arguments, std::string_view name) {
  const auto text = arguments.get(name);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size())
    return refuse(Fault::invalid_input, fmt::format("{} takes a number of days, not \"{}\"", name, text));
  return number;
}

Result<std::vector<Day>> dates_in(const Arguments& arguments) {
  std::vector<Day> dates;
  for (const auto& text : arguments.all("--date")) {
    const auto day = Day::parse(text);
    if (!day) return tl::unexpected(day.error());
    dates.push_back(*day);
  }
  return dates;
}

/// The schedule as it is with what the options say put into it.
Result<Schedule> changed(Schedule schedule, const Arguments& arguments) {
  const auto frequency = frequency_from(arguments.get("--set"));
  if (!frequency)
    return refuse(Fault::invalid_input, fmt::format("--set takes monthly, quarterly, six-monthly, annual or named-dates, not \"{}\"", arguments.get("--set")));
  if (*frequency != schedule.frequency) schedule.dates.clear();
  schedule.frequency = *frequency;
  if (arguments.has("--date")) {
    auto dates = dates_in(arguments);
    if (!dates) return tl::unexpected(dates.error());
    schedule.dates = std::move(*dates);
  }
  for (const auto& [name, days] : {std::pair{"--open-days", &schedule.open_days}, std::pair{"--lock-days", &schedule.lock_days}}) {
    if (!arguments.has(name)) continue;
    const auto number = number_of(arguments, name);
    if (!number) return tl::unexpected(number.error());
    *days = *number;
  }
  if (arguments.has("--remind")) {
    auto reminders = read_reminders(arguments.get("--remind"));
    if (!reminders) return tl::unexpected(reminders.error());
    schedule.reminders = std::move(*reminders);
  }
  if (arguments.has("--escalate")) {
    const auto rung = read_rung(arguments.get("--escalate"));
    if (!rung) return tl::unexpected(rung.error());
    schedule.escalates = *rung;
  }
  if (arguments.has("--escalate-to")) schedule.escalates_to = arguments.get("--escalate-to");
  if (arguments.has("--officer")) schedule.officer = arguments.get("--officer");
  return schedule;
}

OrderedJson cycle_json(const Cycle& cycle, const Progress& progress) {
  int asked = 0, answered = 0;
  for (const auto& request : cycle.requests) {
    if (request.revoked) continue;
    ++asked;
    if (unanswered(request, progress).empty()) ++answered;
  }
  JsonObject o;
  o.text("cycle", cycle.id.text());
  o.day("first", cycle.period.first);
  o.day("last", cycle.period.last);
  o.day("opened", cycle.opened);
  o.day("closes", cycle.closes);
  o.day("closed", cycle.closed);
  o.day("locked", cycle.locked);
  o.always("asked", asked);
  o.always("answered", answered);
  return o.take();
}

}  // namespace

Result<int> ask_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  auto w = (*data)->workspace();
  if (const auto site = call.arguments.get("--at"); !site.empty()) w.letterhead.site = site.ends_with('/') ? site.substr(0, site.size() - 1) : site;
  auto slugs = call.arguments.all("--also");
  if (call.arguments.has("PLAN")) slugs.insert(slugs.begin(), call.arguments.get("PLAN"));
  const auto report = tasks::ask_for_updates(w, tasks::operator_of_the_machine(), slugs);
  if (!report) return tl::unexpected(report.error());
  for (const auto& asked : report->plans) {
    call.out << names_of(asked) << '\n';
    tell_unasked(call, w, asked);
  }
  const auto chased = chase_registers(call, w);
  if (!chased) return tl::unexpected(chased.error());
  if (!call.arguments.has("--mail")) {
    call.out << fmt::format("{} letters wait in the outbox\n", report->letters + *chased);
    return 0;
  }
  const auto written = write_letters(call, **data, w);
  if (!written) return tl::unexpected(written.error());
  call.out << fmt::format("{} letters written\n", *written);
  return 0;
}

Result<int> cycle_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto& w = (*data)->workspace();
  const auto slug = call.arguments.get("PLAN");
  auto state = tasks::read_cycle_state(w, slug);
  if (!state) return tl::unexpected(state.error());
  if (call.arguments.has("--set")) {
    const auto schedule = changed(state->schedule, call.arguments);
    if (!schedule) return tl::unexpected(schedule.error());
    const auto set = tasks::set_schedule(w, tasks::operator_of_the_machine(), slug, *schedule);
    if (!set) return tl::unexpected(set.error());
    state->schedule = *set;
    state->is_set = true;
  }
  JsonObject o;
  o.text("plan", slug);
  o.always("is_set", state->is_set);
  o.always("schedule", parse_json(write_schedule(state->schedule)).value());
  o.always("cycles", json_list(state->cycles, [&](const Cycle& cycle) { return cycle_json(cycle, *state->progress); }));
  return deliver(call, o.take().dump(2) + "\n");
}

}  // namespace makegood::cli
