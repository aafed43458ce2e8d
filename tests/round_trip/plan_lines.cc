#include "round_trip/plan_lines.h"

#include <algorithm>

#include <fmt/format.h>

namespace makegood::round_trip {
namespace {

template <class List, class IdOf>
std::string place(const List& list, const IdOf& id) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const auto& noun) { return noun.id == id; });
  return id.empty() ? "none" : found == list.end() ? "lost" : std::to_string(found - list.begin() + 1);
}

std::string quoted(const std::vector<std::string>& texts) {
  std::string out;
  for (const auto& text : texts) out += " «" + text + "»";
  return out;
}

std::string iso(const std::optional<Day>& day) { return day ? day->iso() : "none"; }

std::string dates_line(const Timescale& t) {
  auto line = fmt::format("{} to {}, recurs {}, ongoing {}, complete {}, unparsed {}, condition «{}», milestones", iso(t.start), iso(t.due), word(t.recurs),
                          t.ongoing, t.complete, t.unparsed, t.condition);
  for (const auto& milestone : t.milestones) line += " " + milestone.day.iso();
  return line;
}

void add_item(std::vector<std::string>& lines, const Plan& plan, const Item& item, std::size_t n) {
  const auto add = [&](std::string_view what, const std::string& text) { lines.push_back(fmt::format("item {} {}: {}", n, what, text)); };
  add("id", item.id.text);
  add("ref", item.ref);
  add("kind", std::string(word(item.kind)));
  add("parent", place(plan.items, item.parent));
  add("theme", place(plan.themes, item.theme));
  add("title", item.title);
  add("detail", item.detail);
  add("owners", quoted(item.owners));
  add("partners", quoted(item.partners));
  add("lead authority", quoted(item.lead_authority));
  add("timescale", item.timescale_raw);
  add("as read", dates_line(item.timescale));
  add("confirmed", item.confirmed ? dates_line(*item.confirmed) : "no");
  add("first due", iso(item.first_due ? item.first_due : item.dates().due));  // a plan in force always has one
  add("response", std::string(word(item.response)));
  add("approval", item.approval);
  add("status", item.status_raw);
  add("progress", item.progress);
  for (const auto& link : item.evidence) add("evidence", "«" + link.text + "» «" + link.url + "»");
  add("absent", item.absent ? "yes" : "no");
}

}  // namespace

std::vector<std::string> plan_lines(const Plan& plan) {
  std::vector<std::string> lines = {"title: " + plan.title, "organisation: " + plan.organisation, "context: " + plan.context};
  const auto& s = plan.settings;
  lines.push_back(fmt::format("settings: {} {} {} {}", s.financial_year_starts, s.academic_year_starts, s.quarters_are_financial, s.as_of.value_or(0)));
  for (const auto& theme : plan.themes) lines.push_back(fmt::format("theme: {} under {}", theme.title, place(plan.themes, theme.parent)));
  for (std::size_t n = 0; n < plan.items.size(); ++n) add_item(lines, plan, plan.items[n], n + 1);
  for (const auto& indicator : plan.indicators)
    lines.push_back(fmt::format("indicator: {} in {}, unit {}", indicator.text, place(plan.themes, indicator.theme), indicator.unit));
  return lines;
}

std::string difference(const Plan& meant, const Plan& came) {
  const auto a = plan_lines(meant), b = plan_lines(came);
  std::string out;
  int shown = 0;
  for (std::size_t n = 0; n < std::max(a.size(), b.size()) && shown < 5; ++n) {
    if (n < a.size() && n < b.size() && a[n] == b[n]) continue;
    ++shown;
    if (n < a.size()) out += "- " + a[n] + "\n";
    if (n < b.size()) out += "+ " + b[n] + "\n";
  }
  return out;
}

}  // namespace makegood::round_trip
