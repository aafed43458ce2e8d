#include "report/item_cells.h"

#include <fmt/format.h>

#include "formats/markers.h"

namespace makegood {
namespace {

using Values = std::vector<std::string>;

Values one(std::string text) { return text.empty() ? Values{} : Values{std::move(text)}; }
Values day(const std::optional<Day>& day) { return day ? Values{day->iso()} : Values{}; }
Values yes(bool value) { return value ? Values{"yes"} : Values{}; }

}  // namespace

ItemCells::ItemCells(const Plan& plan, RuleBook rules)
    : plan_(plan), rules_(std::move(rules)), themes_(theme_labels(plan)), parents_(parent_labels(plan)) {}

std::string ItemCells::theme_label(const ThemeId& id) const {
  const auto found = themes_.label_of.find(id);
  return found == themes_.label_of.end() ? std::string() : found->second;
}

bool ItemCells::states_dates(const Item& item) const { return dates_from(item, plan_.settings) != DatesFrom::timescale; }

Values ItemCells::date_values(const Item& item, Field field) const {
  const auto& dates = item.dates();
  switch (field) {
    case Field::start: return day(dates.start);
    case Field::due: return day(dates.due);
    case Field::recurs: return one(std::string(word(dates.recurs)));
    case Field::ongoing: return yes(dates.ongoing);
    case Field::complete: return yes(dates.complete);
    case Field::condition: return one(dates.condition);
    case Field::dates_from: return one(std::string(word(dates_from(item, plan_.settings))));
    case Field::first_due: return item.first_due == dates.due ? Values{} : day(item.first_due);
    default: break;
  }
  Values days;
  for (const auto& milestone : dates.milestones) days.push_back(milestone.day.iso());
  return days;
}

Values ItemCells::values(const Item& item, Field field) const {
  switch (field) {
    case Field::id: return one(item.id.text);
    case Field::ref: return one(item.ref);
    case Field::kind: return one(std::string(word(item.kind)));
    case Field::parent: return item.parent.empty() || !parents_.contains(item.parent) ? Values{} : one(parents_.at(item.parent));
    case Field::theme: return one(theme_label(item.theme));
    case Field::title: return one(item.title);
    case Field::detail: return one(item.detail);
    case Field::owners: return item.owners;
    case Field::partners: return item.partners;
    case Field::lead_authority: return item.lead_authority;
    case Field::timescale: return one(item.timescale_raw);
    case Field::response: return one(std::string(word(item.response)));
    case Field::approval: return one(item.approval);
    case Field::status: return one(item.status_raw);
    case Field::progress: return one(item.progress);
    case Field::absent: return yes(item.absent);
    case Field::unit: return {};
    case Field::rule: return one(std::string(word(rules_.of(item).rule)));
    case Field::days: {
      const auto days = rules_.of(item).days;
      return days ? Values{fmt::format("{}", *days)} : Values{};
    }
    case Field::evidence: {
      Values lines;
      for (const auto& link : item.evidence) lines.push_back(evidence_line(link));
      return lines;
    }
    default: return date_values(item, field);
  }
}

std::string in_words(Field field, const std::string& value) {
  const auto form = name_of(field).form;
  if (value.empty() || (form != FieldForm::word && form != FieldForm::flag && form != FieldForm::worked_out)) return value;
  auto words = value;
  if (field == Field::rule) words = replace_all(std::move(words), "_", " ");
  if (field == Field::response) words = replace_all(std::move(words), "-", " ");
  if (words.front() >= 'a' && words.front() <= 'z') words.front() = static_cast<char>(words.front() - 'a' + 'A');
  return words;
}

std::string as_text(const std::string& value) {
  std::string out;
  for (const auto& line : split(value, '\n')) {
    if (!out.empty()) out += '\n';
    if (!formats::leading_bullet(line).text.empty()) out += utf8(0x2060);
    out += line;
  }
  return out;
}

}  // namespace makegood
