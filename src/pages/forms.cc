#include "pages/forms.h"

#include <algorithm>
#include <charconv>

#include "pages/one_a_line.h"

namespace makegood::pages {

namespace {

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto trimmed = trim(text);
  const auto [end, error] = std::from_chars(trimmed.data(), trimmed.data() + trimmed.size(), number);
  if (error != std::errc() || end != trimmed.data() + trimmed.size()) return std::nullopt;
  return number;
}

std::string iso_of(const DateFields& fields) {
  const auto day = day_from(fields);
  return day && *day ? (*day)->iso() : std::string();
}

// Browsers send line ends as CR LF.
std::string plain_lines(std::string text) { return replace_all(std::move(text), "\r\n", "\n"); }

class Corrections {
 public:
  Corrections(const Item& item, std::string reason) : item_(item), reason_(std::move(reason)) {}
  void add(ItemField field, std::vector<std::string> values) {
    std::erase(values, "");
    auto before = field_values(item_, field);
    std::erase(before, "");
    if (before != values) all_.push_back({item_.id, field, std::move(values), reason_});
  }
  void add_always(ItemField field, const std::string& value) {
    all_.push_back({item_.id, field, value.empty() ? std::vector<std::string>{} : std::vector{value}, reason_});
  }
  [[nodiscard]] std::vector<Correction> all() && { return std::move(all_); }

 private:
  const Item& item_;
  std::string reason_;
  std::vector<Correction> all_;
};

// Each step must leave the start before the due date, so the one that makes room goes first.
void add_dates(Corrections& changes, const Item& item, const ItemForm& form) {
  const auto before = item_form(item);
  const auto due_field = form.agreed ? ItemField::redated : ItemField::due;
  const auto add_start = [&] { if (form.start != before.start) changes.add_always(ItemField::start, iso_of(form.start)); };
  const auto add_due = [&] { if (form.due != before.due) changes.add_always(due_field, iso_of(form.due)); };
  const auto& old_due = item.dates().due;
  const auto new_due = iso_of(form.due);
  const bool due_first = old_due && (new_due.empty() || new_due > old_due->iso());
  if (due_first) add_due();
  add_start();
  if (!due_first) add_due();
}

}  // namespace

DateFields date_fields(const std::optional<Day>& day) {
  if (!day) return {};
  return {std::to_string(day->day()), std::to_string(day->month()), std::to_string(day->year())};
}

Result<std::optional<Day>> day_from(const DateFields& fields) {
  if (fields.empty()) return std::optional<Day>();
  const auto day = whole_number(fields.day), month = whole_number(fields.month), year = whole_number(fields.year);
  if (!day || !month || !year || *year < 1900 || *year > 2999)
    return refuse(Fault::invalid_input, "the date needs a day, a month and a year of four figures");
  auto made = Day::make(*year, *month, *day);
  if (!made) return tl::unexpected(made.error());
  return std::optional<Day>(*made);
}

DateFields date_fields_from(const QueryPairs& pairs, std::string_view name) {
  const std::string start(name);
  return {field(pairs, start + "-day"), field(pairs, start + "-month"), field(pairs, start + "-year")};
}

std::string field(const QueryPairs& pairs, std::string_view name) {
  for (const auto& [key, value] : pairs)
    if (key == name) return value;
  return {};
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (const auto& line : split(text, '\n'))
    if (auto clean = squeeze(line); !clean.empty()) lines.push_back(std::move(clean));
  return lines;
}

ItemForm item_form(const Item& item) {
  ItemForm form{item.title, item.ref, std::string(word(item.kind)), item.theme.text, one_a_line(item.owners),
                one_a_line(item.partners), one_a_line(item.lead_authority), item.timescale_raw, item.detail, item.progress,
                std::string(word(item.response)), "", item.status_raw, item.approval, {}, {}, false};
  form.start = date_fields(item.dates().start);
  form.due = date_fields(item.dates().due);
  return form;
}

ItemForm item_form_from(const QueryPairs& pairs) {
  const auto text = [&](std::string_view name) { return plain_lines(field(pairs, name)); };
  return {text("title"), text("ref"), text("kind"), text("theme"), text("owners"), text("partners"),
          text("lead_authority"), text("timescale"), text("detail"), text("progress"), text("response"), text("reason"),
          text("status_raw"), text("approval"),
          date_fields_from(pairs, "start"), date_fields_from(pairs, "due"), field(pairs, "dates") == "agreed"};
}

std::vector<FieldFault> faults_of(const ItemForm& form, bool needs_reason) {
  std::vector<FieldFault> faults;
  if (trim(form.title).empty()) faults.push_back({"title", "form.error.title"});
  if (!item_kind_from(form.kind)) faults.push_back({"kind", "form.error.kind"});
  const auto start = day_from(form.start), due = day_from(form.due);
  if (!start) faults.push_back({"start-day", "form.error.date"});
  if (!due) faults.push_back({"due-day", "form.error.date"});
  if (start && due && *start && *due && **due < **start) faults.push_back({"due-day", "form.error.order"});
  if (needs_reason && trim(form.reason).empty()) faults.push_back({"reason", "form.error.reason"});
  return faults;
}

// The text of the timescale comes before the dates: reading it again drops confirmed ones.
std::vector<Correction> corrections_from(const Item& item, const ItemForm& form) {
  Corrections changes(item, form.reason);
  changes.add(ItemField::ref, {squeeze(form.ref)});
  changes.add(ItemField::kind, {form.kind});
  changes.add(ItemField::theme, {form.theme});
  if (form.title != item.title) changes.add(ItemField::title, {std::string(trim(form.title))});
  if (form.detail != item.detail) changes.add(ItemField::detail, {form.detail});
  if (form.progress != item.progress) changes.add(ItemField::progress, {form.progress});
  if (form.status_raw != item.status_raw) changes.add(ItemField::status_raw, {form.status_raw});
  if (form.approval != item.approval) changes.add(ItemField::approval, {form.approval});
  changes.add(ItemField::owners, lines_of(form.owners));
  changes.add(ItemField::partners, lines_of(form.partners));
  changes.add(ItemField::lead_authority, lines_of(form.lead_authority));
  changes.add(ItemField::response, {form.response});
  changes.add(ItemField::timescale, {squeeze(form.timescale)});
  add_dates(changes, item, form);
  return std::move(changes).all();
}

Result<Settlement> settlement_from(const QueryPairs& pairs) {
  const auto decision = decision_from(field(pairs, "decision"));
  const auto ordinal = whole_number(field(pairs, "ordinal"));
  if (!decision || field(pairs, "code").empty())
    return refuse(Fault::invalid_input, "the form does not say what was decided about which question");
  Settlement settlement;
  settlement.item = ItemId(field(pairs, "item"));
  settlement.code = field(pairs, "code");
  settlement.ordinal = ordinal.value_or(0);
  settlement.decision = *decision;
  settlement.note = squeeze(field(pairs, "note"));
  if (*decision == Decision::split_owners) settlement.owners = lines_of(field(pairs, "owners"));
  if (*decision == Decision::set_dates) {
    const auto due = day_from(date_fields_from(pairs, "due"));
    if (!due) return tl::unexpected(due.error());
    if (!*due) return refuse(Fault::invalid_input, "give the date: a day, a month and a year");
    settlement.dates.due = *due;
  }
  return settlement;
}

}  // namespace makegood::pages
