#include <array>

#include <fmt/format.h>

#include "report/report.h"

namespace makegood {
namespace {

using Cells = std::vector<std::string>;

constexpr std::string_view kBetween = "; ";

std::string iso(const std::optional<Day>& day) { return day ? day->iso() : std::string(); }
std::string yes(bool value) { return value ? "yes" : ""; }

std::string milestones(const Timescale& dates) {
  std::vector<std::string> days;
  for (const auto& milestone : dates.milestones) days.push_back(milestone.day.iso());
  return join(days, kBetween);
}

std::string parent_label(const Plan& plan, const Item& item) {
  const auto* parent = item.parent.empty() ? nullptr : find_item(plan, item.parent);
  if (parent == nullptr) return {};
  return parent->ref.empty() ? parent->id.text : parent->ref;
}

struct Subject {
  const Plan& plan;
  const Item& item;
  RuleStatus status;
};

struct Column {
  std::string_view name;
  std::string (*value)(const Subject&);
};

// One line a column: its name and where its value comes from.
constexpr std::array kColumns = {
    Column{"id", [](const Subject& s) { return s.item.id.text; }},
    Column{"ref", [](const Subject& s) { return s.item.ref; }},
    Column{"kind", [](const Subject& s) { return std::string(word(s.item.kind)); }},
    Column{"parent", [](const Subject& s) { return parent_label(s.plan, s.item); }},
    Column{"theme", [](const Subject& s) { return theme_title(s.plan, s.item.theme); }},
    Column{"title", [](const Subject& s) { return s.item.title; }},
    Column{"detail", [](const Subject& s) { return s.item.detail; }},
    Column{"owners", [](const Subject& s) { return join(s.item.owners, kBetween); }},
    Column{"partners", [](const Subject& s) { return join(s.item.partners, kBetween); }},
    Column{"lead_authority", [](const Subject& s) { return join(s.item.lead_authority, kBetween); }},
    Column{"timescale", [](const Subject& s) { return s.item.timescale_raw; }},
    Column{"start", [](const Subject& s) { return iso(s.item.dates().start); }},
    Column{"due", [](const Subject& s) { return iso(s.item.dates().due); }},
    Column{"milestones", [](const Subject& s) { return milestones(s.item.dates()); }},
    Column{"recurs", [](const Subject& s) { return std::string(word(s.item.dates().recurs)); }},
    Column{"ongoing", [](const Subject& s) { return yes(s.item.dates().ongoing); }},
    Column{"complete", [](const Subject& s) { return yes(s.item.dates().complete); }},
    Column{"response", [](const Subject& s) { return std::string(word(s.item.response)); }},
    Column{"progress", [](const Subject& s) { return s.item.progress; }},
    Column{"rule", [](const Subject& s) { return std::string(word(s.status.rule)); }},
    Column{"days", [](const Subject& s) { return s.status.days ? fmt::format("{}", *s.status.days) : std::string(); }},
};

Cells header() {
  Cells row;
  for (const auto& column : kColumns) row.emplace_back(column.name);
  return row;
}

Cells row_of(const Plan& plan, const Item& item, Day today) {
  const Subject subject{plan, item, rule_status(item, today)};
  Cells row;
  for (const auto& column : kColumns) row.push_back(spreadsheet_safe(column.value(subject)));
  return row;
}

}  // namespace

std::string spreadsheet_safe(std::string text) {
  const bool number = text.size() > 1 && text.find_first_not_of("0123456789.", 1) == std::string::npos;
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos && !number)
    text.insert(text.begin(), '\'');
  return text;
}

std::vector<Cells> plan_rows(const Plan& plan, Day today) {
  std::vector<Cells> rows = {header()};
  for (const auto& item : plan.items) rows.push_back(row_of(plan, item, today));
  return rows;
}

std::vector<Cells> item_rows(const Plan& plan, const Item& item, Day today) {
  std::vector<Cells> rows = {header(), row_of(plan, item, today)};
  for (const auto* child : children_of(plan, item.id)) rows.push_back(row_of(plan, *child, today));
  return rows;
}

}  // namespace makegood
