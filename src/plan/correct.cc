#include "plan/correct.h"

#include <algorithm>
#include <array>

namespace makegood {
namespace {

struct FieldWord {
  ItemField field;
  std::string_view word;
};
constexpr std::array<FieldWord, 18> kFields = {{
    {ItemField::ref, "ref"}, {ItemField::kind, "kind"}, {ItemField::theme, "theme"}, {ItemField::title, "title"},
    {ItemField::detail, "detail"}, {ItemField::owners, "owners"}, {ItemField::partners, "partners"},
    {ItemField::lead_authority, "lead_authority"}, {ItemField::timescale, "timescale"}, {ItemField::start, "start"},
    {ItemField::due, "due"}, {ItemField::recurs, "recurs"}, {ItemField::ongoing, "ongoing"},
    {ItemField::complete, "complete"}, {ItemField::redated, "redated"}, {ItemField::status_raw, "status_raw"},
    {ItemField::response, "response"}, {ItemField::progress, "progress"},
}};
constexpr FieldWord kApproval = {ItemField::approval, "approval"};

using Values = std::vector<std::string>;

Values one(std::string text) { return text.empty() ? Values{} : Values{std::move(text)}; }
Values day(const std::optional<Day>& d) { return d ? Values{d->iso()} : Values{}; }
Values flag(bool on) { return {on ? "yes" : "no"}; }

tl::unexpected<Refusal> misfit(std::string message) { return refuse(Fault::invalid_input, std::move(message)); }

std::string only(const Values& values) { return values.empty() ? std::string{} : values.front(); }

Values cleaned(const Values& values) {
  Values out;
  for (const auto& value : values)
    if (auto text = squeeze(value); !text.empty()) out.push_back(std::move(text));
  return out;
}

// Text of several lines, as every reader leaves it: squeezed, without blank lines.
std::string tidy(std::string_view text) { return join(cleaned(split(text, '\n')), "\n"); }

// The dates that a person changes: what counts now, made theirs.
Timescale& confirmed(Item& item) {
  if (!item.confirmed) {
    item.confirmed = item.timescale;
    item.confirmed->findings.clear();
    item.confirmed->unparsed = false;
    item.confirmed->confidence = 1.0;
  }
  return *item.confirmed;
}

Result<std::optional<Day>> read_day(const Values& values) {
  if (only(values).empty()) return std::optional<Day>{};
  return Day::parse(only(values)).map([](Day d) { return std::optional<Day>(d); });
}

Result<bool> read_flag(const Values& values) {
  if (only(values) == "yes") return true;
  if (only(values) == "no" || values.empty()) return false;
  return misfit("\"" + shorten(only(values), 40) + "\" is neither yes nor no");
}

Result<void> set_date(Item& item, ItemField field, const Values& values) {
  const auto value = read_day(values);
  if (!value) return tl::unexpected(value.error());
  auto& dates = confirmed(item);
  (field == ItemField::start ? dates.start : dates.due) = *value;
  if (field != ItemField::start) dates.milestones.clear();
  if (dates.start && dates.due && *dates.due < *dates.start)
    return misfit("the start, " + dates.start->in_words() + ", is after the due date, " + dates.due->in_words());
  if (field == ItemField::due) item.first_due = *value;  // it never was another date: a mistake, not slippage
  return {};
}

Result<void> set_flag(Item& item, ItemField field, const Values& values) {
  const auto value = read_flag(values);
  if (!value) return tl::unexpected(value.error());
  (field == ItemField::ongoing ? confirmed(item).ongoing : confirmed(item).complete) = *value;
  return {};
}

Result<void> set_word(Item& item, ItemField field, const Values& values) {
  const auto text = only(values);
  if (field == ItemField::recurs) {
    const auto recurs = recurrence_from(text);
    if (recurs == Recurrence::none && !text.empty()) return misfit("\"" + shorten(text, 40) + "\" is not a recurrence");
    confirmed(item).recurs = recurs;
  } else if (field == ItemField::kind) {
    const auto kind = item_kind_from(text);
    if (!kind) return misfit("\"" + shorten(text, 40) + "\" is not a kind of item");
    item.kind = *kind;
  } else {
    const auto response = response_from(text);
    if (!response) return misfit("\"" + shorten(text, 40) + "\" is not a response");
    item.response = *response;
  }
  return {};
}

Result<void> set_theme(const Plan& plan, Item& item, const Values& values) {
  const ThemeId id(only(values));
  if (!id.empty() && find_theme(plan, id) == nullptr) return refuse(Fault::not_found, "there is no such theme");
  item.theme = id;
  return {};
}

Result<void> set_field(const Plan& plan, Item& item, ItemField field, const Values& values) {
  switch (field) {
    case ItemField::ref: item.ref = squeeze(only(values)); return {};
    case ItemField::detail: item.detail = tidy(only(values)); return {};
    case ItemField::status_raw: item.status_raw = tidy(only(values)); return {};
    case ItemField::progress: item.progress = tidy(only(values)); return {};
    case ItemField::approval: item.approval = tidy(only(values)); return {};
    case ItemField::owners: item.owners = cleaned(values); return {};
    case ItemField::partners: item.partners = cleaned(values); return {};
    case ItemField::lead_authority: item.lead_authority = cleaned(values); return {};
    case ItemField::title:
      item.title = squeeze(only(values));
      return item.title.empty() ? Result<void>(misfit("an item needs a title")) : Result<void>{};
    case ItemField::timescale:
      item.timescale_raw = squeeze(only(values));
      item.timescale = read_timescale(item.timescale_raw, plan.settings);
      item.confirmed.reset();
      item.first_due = item.timescale.due;
      return {};
    case ItemField::theme: return set_theme(plan, item, values);
    case ItemField::start:
    case ItemField::due:
    case ItemField::redated: return set_date(item, field, values);
    case ItemField::ongoing:
    case ItemField::complete: return set_flag(item, field, values);
    case ItemField::recurs:
    case ItemField::kind:
    case ItemField::response: return set_word(item, field, values);
  }
  return misfit("there is no such field");
}

bool about(const Settlement& settlement, const ItemId& item, const std::string& code, int ordinal) {
  return settlement.item == item && settlement.code == code && settlement.ordinal == ordinal;
}

void add_open(std::vector<OpenFinding>& open, const Plan& plan, const ItemId& item, const Findings& findings) {
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const auto before = std::count_if(findings.begin(), findings.begin() + static_cast<std::ptrdiff_t>(i),
                                      [&](const Finding& f) { return f.code == findings[i].code; });
    const auto ordinal = static_cast<int>(before);
    const bool settled = std::any_of(plan.settlements.begin(), plan.settlements.end(), [&](const Settlement& s) {
      return about(s, item, findings[i].code, ordinal);
    });
    if (!settled) open.push_back({item, findings[i], ordinal});
  }
}

constexpr std::array kDateFields = {ItemField::start, ItemField::due, ItemField::recurs, ItemField::ongoing,
                                    ItemField::complete};

Result<void> decide(Item& item, const Settlement& settlement) {
  switch (settlement.decision) {
    case Decision::leave:
    case Decision::confirm: return {};
    case Decision::no_date:
      item.confirmed = Timescale{};
      break;
    case Decision::set_dates: {
      const auto& dates = settlement.dates;
      if (dates.start && dates.due && *dates.due < *dates.start) return misfit("the start is after the due date");
      if (!dates.start && !dates.due && !dates.ongoing && !dates.complete && dates.recurs == Recurrence::none)
        return misfit("give a date, or say that there is none");
      item.confirmed = dates;
      break;
    }
    case Decision::split_owners: {
      auto owners = cleaned(settlement.owners);
      if (owners.empty()) return misfit("name at least one owner");
      item.owners = std::move(owners);
      return {};
    }
  }
  item.first_due = item.dates().due;
  return {};
}

std::vector<FieldChange> differences(const Item& before, const Item& after) {
  std::vector<FieldChange> changes;
  const auto compare = [&](ItemField field) {
    auto old_values = field_values(before, field);
    auto new_values = field_values(after, field);
    if (old_values != new_values) changes.push_back({field, std::move(old_values), std::move(new_values)});
  };
  for (const auto field : kDateFields) compare(field);
  compare(ItemField::owners);
  return changes;
}

}  // namespace

std::string_view word(ItemField field) {
  const auto found = std::find_if(kFields.begin(), kFields.end(), [&](const FieldWord& f) { return f.field == field; });
  return found == kFields.end() ? kApproval.word : found->word;
}

std::optional<ItemField> item_field_from(std::string_view text) {
  if (text == kApproval.word) return kApproval.field;
  const auto found = std::find_if(kFields.begin(), kFields.end(), [&](const FieldWord& f) { return f.word == text; });
  if (found == kFields.end()) return std::nullopt;
  return found->field;
}

std::vector<std::string> field_values(const Item& item, ItemField field) {
  const auto& dates = item.dates();
  switch (field) {
    case ItemField::ref: return one(item.ref);
    case ItemField::kind: return one(std::string(word(item.kind)));
    case ItemField::theme: return one(item.theme.text);
    case ItemField::title: return one(item.title);
    case ItemField::detail: return one(item.detail);
    case ItemField::owners: return item.owners;
    case ItemField::partners: return item.partners;
    case ItemField::lead_authority: return item.lead_authority;
    case ItemField::timescale: return one(item.timescale_raw);
    case ItemField::start: return day(dates.start);
    case ItemField::due:
    case ItemField::redated: return day(dates.due);
    case ItemField::recurs: return one(std::string(word(dates.recurs)));
    case ItemField::ongoing: return flag(dates.ongoing);
    case ItemField::complete: return flag(dates.complete);
    case ItemField::status_raw: return one(item.status_raw);
    case ItemField::response: return one(std::string(word(item.response)));
    case ItemField::progress: return one(item.progress);
    case ItemField::approval: return one(item.approval);
  }
  return {};
}

Result<FieldChange> apply(Plan& plan, const Correction& correction) {
  auto* item = find_item(plan, correction.item);
  if (item == nullptr) return refuse(Fault::not_found, "there is no such item in this plan");
  Item changed = *item;
  if (auto set = set_field(plan, changed, correction.field, correction.values); !set) return tl::unexpected(set.error());
  FieldChange change{correction.field, field_values(*item, correction.field), field_values(changed, correction.field)};
  if (changed == *item || (change.before == change.after && correction.field != ItemField::timescale))
    return refuse(Fault::conflict, "that is what it says already");
  *item = std::move(changed);
  return change;
}

Findings findings_of(const Item& item) {
  Findings all = item.findings;
  for (const auto& finding : item.timescale.findings) {
    const bool known = std::any_of(item.findings.begin(), item.findings.end(), [&](const Finding& f) {
      return f.code == finding.code && f.message == finding.message;
    });
    if (!known) all.push_back(finding);
  }
  return all;
}

std::vector<OpenFinding> open_findings(const Plan& plan) {
  std::vector<OpenFinding> open;
  add_open(open, plan, ItemId{}, plan.findings);
  for (const auto& item : plan.items) add_open(open, plan, item.id, findings_of(item));
  return open;
}

Result<std::vector<FieldChange>> settle(Plan& plan, const Settlement& settlement) {
  for (const auto& earlier : plan.settlements)
    if (about(earlier, settlement.item, settlement.code, settlement.ordinal))
      return refuse(Fault::conflict, "somebody has already settled this");
  const auto open = open_findings(plan);
  const bool exists = std::any_of(open.begin(), open.end(), [&](const OpenFinding& f) {
    return about(settlement, f.item, f.finding.code, f.ordinal);
  });
  if (!exists) return refuse(Fault::not_found, "there is no such finding");

  std::vector<FieldChange> changes;
  if (auto* item = find_item(plan, settlement.item); item != nullptr) {
    Item changed = *item;
    if (auto done = decide(changed, settlement); !done) return tl::unexpected(done.error());
    changes = differences(*item, changed);
    *item = std::move(changed);
  } else if (settlement.decision != Decision::confirm && settlement.decision != Decision::leave) {
    return misfit("this finding is about the whole plan: confirm it or leave it");
  }
  plan.settlements.push_back(settlement);
  return changes;
}

}  // namespace makegood
