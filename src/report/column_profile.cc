#include "report/column_profile.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "report/addresses.h"
#include "report/item_cells.h"

namespace makegood {
namespace {

// Runs of d, m and y, and what stands between them.
std::vector<std::string> parts_of(std::string_view format) {
  std::vector<std::string> parts;
  for (const char c : format) {
    if (!parts.empty() && parts.back().front() == c) parts.back() += c;
    else parts.emplace_back(1, c);
  }
  return parts;
}

std::string part_of_day(Day day, const std::string& part) {
  if (part == "dd") return fmt::format("{:02}", day.day());
  if (part == "d") return std::to_string(day.day());
  if (part == "mm") return fmt::format("{:02}", day.month());
  if (part == "m") return std::to_string(day.month());
  if (part == "yyyy") return fmt::format("{:04}", day.year());
  if (part == "yy") return fmt::format("{:02}", day.year() % 100);
  if (part != "mmm" && part != "mmmm") return part;
  const auto month = split(day.in_words(), ' ')[1];
  return part == "mmm" ? month.substr(0, 3) : month;
}

class ProfileRows {
 public:
  ProfileRows(const Plan& plan, const ColumnProfile& profile, const RuleBook& rules) : cells_(plan, rules), profile_(profile) {}

  std::vector<std::string> header() const {
    std::vector<std::string> row;
    for (const auto& column : profile_.columns) row.push_back(spreadsheet_safe(column.name));
    return row;
  }
  std::vector<std::string> row_of(const Item& item) const {
    std::vector<std::string> row;
    for (const auto& column : profile_.columns) row.push_back(spreadsheet_safe(cell(item, column)));
    return row;
  }

 private:
  std::vector<std::string> fact(PlanFact fact, const Item& item) const {
    const auto& plan = cells_.plan();
    std::string text;
    switch (fact) {
      case PlanFact::title: text = plan.title; break;
      case PlanFact::organisation: text = plan.organisation; break;
      case PlanFact::slug: text = plan.slug; break;
      case PlanFact::as_at: text = cells_.rules().today().iso(); break;
      case PlanFact::address: text = item_path(plan, item.id); break;
    }
    return text.empty() ? std::vector<std::string>{} : std::vector<std::string>{text};
  }

  std::vector<std::string> values(const Item& item, const ProfileColumn& column, const ColumnSource& from) const {
    auto all = from.field ? cells_.values(item, *from.field) : fact(from.fact, item);
    const bool dates = from.field ? name_of(*from.field).form == FieldForm::date || *from.field == Field::milestones : from.fact == PlanFact::as_at;
    if (dates && !column.date_format.empty())
      for (auto& value : all)
        if (const auto day = Day::parse(value)) value = format_day(*day, column.date_format);
    return all;
  }

  static std::string in_their_words(const ProfileColumn& column, const std::string& value) {
    const auto found = column.values.find(value);
    return found != column.values.end() ? found->second : column.otherwise.value_or(value);
  }

  std::string cell(const Item& item, const ProfileColumn& column) const {
    if (column.fixed) return *column.fixed;
    auto all = values(item, column, column.from);
    if (all.empty() && column.or_else) all = values(item, column, *column.or_else);
    if (column.only_first && all.size() > 1) all.resize(1);
    if (all.empty()) return column.empty;
    for (auto& value : all) value = in_their_words(column, value);
    auto text = join(all, column.separator);
    return column.at_most > 0 && shorten(text, column.at_most) != text ? shorten(text, column.at_most - 1) : text;
  }

  ItemCells cells_;
  const ColumnProfile& profile_;
};

}  // namespace

bool is_date_format(std::string_view format) {
  static constexpr std::array<std::string_view, 8> kKnown = {"dd", "d", "mm", "m", "mmm", "mmmm", "yyyy", "yy"};
  std::string seen;
  for (const auto& part : parts_of(format)) {
    const char c = part.front();
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && std::string_view("/-. ,").find(c) == std::string_view::npos) return false;
    if (!letter) continue;
    if (std::find(kKnown.begin(), kKnown.end(), part) == kKnown.end() || seen.find(c) != std::string::npos) return false;
    seen += c;
  }
  return seen.size() == 3;
}

std::string format_day(Day day, std::string_view format) {
  std::string out;
  for (const auto& part : parts_of(format)) out += part_of_day(day, part);
  return out;
}

std::vector<std::vector<std::string>> profile_rows(const Plan& plan, const ColumnProfile& profile, const RuleBook& rules) {
  const ProfileRows rows(plan, profile, rules);
  std::vector<std::vector<std::string>> out = {rows.header()};
  for (const auto& item : plan.items) {
    const bool wanted = profile.kinds.empty() || std::find(profile.kinds.begin(), profile.kinds.end(), item.kind) != profile.kinds.end();
    if (wanted && (profile.with_absent || !item.absent)) out.push_back(rows.row_of(item));
  }
  return out;
}

}  // namespace makegood
