#include "extract/own_form.h"

#include <algorithm>
#include <set>

#include "extract/findings.h"
#include "extract/names.h"
#include "extract/own_cells.h"
#include "extract/own_items.h"
#include "extract/own_tables.h"

namespace makegood {
namespace extraction {
namespace {

constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

// Ids that come back are kept if they are well formed and nobody else's; others are numbered.
class Ids {
 public:
  void give(std::string_view text) { given_.emplace(text); }

  /// Empty text asks for a number.
  std::string take(std::string_view text) {
    if (is_id(text) && used_.emplace(text).second) return std::string(text);
    for (;;) {
      auto number = std::to_string(++last_);
      if (!given_.contains(number) && used_.insert(number).second) return number;
    }
  }

 private:
  static bool is_id(std::string_view text) {
    return !text.empty() && text.size() <= 40 && std::all_of(text.begin(), text.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
  }
  std::set<std::string, std::less<>> given_, used_;
  int last_ = 0;
};

class OwnReader {
 public:
  OwnReader(const Document& document, const ExtractOptions& options) : document_(document) {
    plan_.settings = options.settings;
    plan_.findings = document.findings;
  }

  Plan read() {
    for (const auto& block : document_.blocks)
      if (block.kind == BlockKind::table) tables_.push_back(own_rows(block));
    gather();
    std::size_t table = 0;
    for (const auto& block : document_.blocks) {
      if (block.kind == BlockKind::table) read_table(tables_[table++]);
      else read_text(block);
    }
    resolve_parents();
    if (!facts_name_title_) {
      plan_.title = title_.empty() ? document_.title : title_;
      plan_.context = context_;
    }
    look_through(plan_);
    return std::move(plan_);
  }

 private:
  static void note(Findings& findings, std::string code, std::string message, const Position& at) {
    findings.push_back(finding(code, std::move(message), at));
  }

  // What must be known before the first item is read: ids, settings, themes.
  void gather() {
    for (const auto& table : tables_) {
      for (const auto& row : table.rows) {
        const auto kind = table.kind == OwnTable::items ? lower(squeeze(row[Field::kind])) : std::string();
        if (table.kind == OwnTable::facts) read_fact(row);
        else if (kind == "plan") read_plan_row(row);
        else if (kind == "setting") read_setting(row[Field::title], row[Field::detail], row.at);
        else if (kind == "theme") theme_rows_.push_back({&row, row[Field::id]});
        else if (table.kind == OwnTable::themes) theme_rows_.push_back({&row, {}});
        else if (table.kind == OwnTable::items && kind != "indicator") item_ids_.give(squeeze(row[Field::id]));
      }
    }
    read_themes();
  }

  void read_fact(const OwnRow& row) {
    const auto fact = squeeze(row[Field::title]);
    const auto& value = row[Field::detail];
    if (fact == kTitleFact) {
      plan_.title = value;
      facts_name_title_ = true;
    } else if (fact == kOrganisationFact) plan_.organisation = value;
    else if (fact == kContextFact) plan_.context = value;
    else {
      const auto found = std::find_if(kSettings.begin(), kSettings.end(), [&](const SettingName& s) { return s.fact == fact; });
      if (found != kSettings.end()) read_setting(found->code, value, row.at);
    }
  }

  void read_plan_row(const OwnRow& row) {
    facts_name_title_ = true;
    plan_.title = without_guard(row[Field::title]);
    plan_.organisation = join(split_list(without_guard(row[Field::owners])), "; ");
    plan_.context = without_guard(row[Field::detail]);
  }

  void read_setting(std::string_view code, std::string_view value, const Position& at) {
    const auto taken = take_setting(plan_.settings, squeeze(code), squeeze(value));
    if (!taken) note(plan_.findings, "unknown_setting", "A setting could not be read: " + taken.error().message + ".", at);
  }

  struct ThemeRow {
    const OwnRow* row;
    std::string id;
  };

  void read_themes() {
    std::erase_if(theme_rows_, [](const ThemeRow& row) { return trim((*row.row)[Field::theme]).empty() && trim((*row.row)[Field::title]).empty(); });
    for (const auto& [row, id] : theme_rows_) theme_ids_.give(id);
    for (const auto& [row, id] : theme_rows_) {
      const bool guarded = row->has(Field::id);
      const auto label = own_cell(*row, Field::theme, guarded);
      auto title = own_cell(*row, Field::title, guarded);
      if (title.empty()) title = label;
      add_theme(label.empty() ? title : label, std::move(title), {}, row->at, id);
    }
    for (std::size_t n = 0; n < theme_rows_.size(); ++n) {
      const auto parent = own_cell(*theme_rows_[n].row, Field::parent, theme_rows_[n].row->has(Field::id));
      if (parent.empty()) continue;
      const auto found = theme_of_label_.find(parent);
      if (found == theme_of_label_.end()) note(plan_.findings, "parent_missing", "A theme is part of one that is not there: \"" + shorten(parent, 60) + "\".", theme_rows_[n].row->at);
      else if (!is_under(found->second, plan_.themes[n].id)) plan_.themes[n].parent = found->second;
    }
  }

  ThemeId add_theme(const std::string& label, std::string title, ThemeId parent, const Position& at, std::string_view id = {}) {
    const ThemeId fresh(theme_ids_.take(id));
    theme_of_label_.emplace(label, fresh);
    plan_.themes.push_back({fresh, std::move(title), std::move(parent), at});
    return fresh;
  }

  bool is_under(ThemeId at, const ThemeId& above) const {
    for (; !at.empty(); at = find_theme(plan_, at)->parent)
      if (at == above) return true;
    return false;
  }

  ThemeId theme_of_label(const std::string& label, const Position& at) {
    if (trim(label).empty()) return {};
    const auto found = theme_of_label_.find(label);
    return found != theme_of_label_.end() ? found->second : add_theme(label, label, {}, at);
  }

  ThemeId theme_of_headings(const Position& at) {
    ThemeId theme;
    std::string label;
    for (const auto& title : headings_) {
      if (title.empty()) continue;  // a level that was left out
      label += (label.empty() ? "" : ": ") + title;
      const auto found = theme_of_label_.find(label);
      theme = found != theme_of_label_.end() ? found->second : add_theme(label, title, theme, at);
    }
    return theme;
  }

  void read_text(const Block& block) {
    if (block.kind == BlockKind::heading && block.level <= 1) {
      if (title_.empty()) title_ = block.text;
    } else if (block.kind == BlockKind::heading) {
      in_context_ = false;
      headings_.resize(static_cast<std::size_t>(block.level - 1));
      headings_.back() = block.text;
      if (block.level == 2 && (block.text == kThemelessHeading || block.text == kIndicatorsHeading || block.text == kThemesHeading)) headings_.clear();
    } else if (in_context_) {
      context_ += (context_.empty() ? "" : "\n") + (block.marker.empty() ? block.text : block.marker + " " + block.text);
    }
  }

  void read_table(const OwnRows& table) {
    if (table.kind == OwnTable::none) {
      note(plan_.findings, "table_left_out", "A table that is not one of the plan's was left out.", {});
      return;
    }
    for (const auto& column : table.unknown)
      if (table.kind != OwnTable::notes) note(plan_.findings, "unknown_column", "The column \"" + shorten(column, 60) + "\" is not one of the plan's; it was left out.", {});
    for (const auto& row : table.rows) {
      if (table.kind == OwnTable::indicators) read_indicator(row, false);
      if (table.kind != OwnTable::items) continue;
      const auto kind = lower(squeeze(row[Field::kind]));
      if (kind == "indicator") read_indicator(row, table.codes);
      else if (kind != "plan" && kind != "setting" && kind != "theme") read_item(row, table.codes);
    }
  }

  void read_indicator(const OwnRow& row, bool guarded) {
    auto text = own_cell(row, Field::title, guarded);
    if (text.empty()) return;
    const IndicatorId id(indicator_ids_.take(squeeze(row[Field::id])));
    plan_.indicators.push_back({id, theme_of_label(own_cell(row, Field::theme, guarded), row.at), std::move(text), own_cell(row, Field::unit, guarded), row.at});
  }

  void read_item(const OwnRow& row, bool codes) {
    auto item = read_own_item(row, codes, plan_.settings);
    if (item.title.empty()) return note(plan_.findings, "no_title", "A row without a title was left out.", row.at);
    item.id = take_id(row, item);
    item.theme = row.has(Field::theme) ? theme_of_label(own_cell(row, Field::theme, codes), row.at) : theme_of_headings(row.at);
    parents_.push_back(own_cell(row, Field::parent, codes));
    given_ids_.push_back(squeeze(row[Field::id]));
    plan_.items.push_back(std::move(item));
  }

  ItemId take_id(const OwnRow& row, Item& item) {
    const auto given = squeeze(row[Field::id]);
    ItemId id(item_ids_.take(given));
    if (!given.empty() && id.text != given)
      note(item.findings, "repeated_id", "The id \"" + shorten(given, 40) + "\" cannot be this item's: another has it, or it is none. This item counts as new.", row.at);
    return id;
  }

  void resolve_parents() {
    std::map<std::string, std::size_t> by_id;
    std::map<std::string, std::vector<std::size_t>> by_ref;
    for (std::size_t n = 0; n < plan_.items.size(); ++n) {
      if (!given_ids_[n].empty()) by_id.emplace(given_ids_[n], n);
      if (!plan_.items[n].ref.empty()) by_ref[plan_.items[n].ref].push_back(n);
    }
    std::vector<std::size_t> parent_of(plan_.items.size(), kNobody);
    for (std::size_t n = 0; n < plan_.items.size(); ++n) {
      auto& item = plan_.items[n];
      if (parents_[n].empty()) continue;
      const auto id = by_id.find(parents_[n]);
      const auto ref = by_ref.find(parents_[n]);
      auto parent = id != by_id.end() ? id->second : ref != by_ref.end() ? nearest_above(ref->second, n) : kNobody;
      for (auto at = parent; at != kNobody; at = parent_of[at])
        if (at == n) parent = kNobody;  // its own ancestor
      parent_of[n] = parent;
      if (parent != kNobody) item.parent = plan_.items[parent].id;
      else note(item.findings, "parent_missing", "This is part of \"" + shorten(parents_[n], 60) + "\", which is not in the document.", item.source);
    }
  }

  static std::size_t nearest_above(const std::vector<std::size_t>& candidates, std::size_t n) {
    const auto after = std::lower_bound(candidates.begin(), candidates.end(), n);
    return after == candidates.begin() ? candidates.front() : *(after - 1);
  }

  const Document& document_;
  Plan plan_;
  std::vector<OwnRows> tables_;
  std::vector<ThemeRow> theme_rows_;
  std::map<std::string, ThemeId> theme_of_label_;
  Ids item_ids_, theme_ids_, indicator_ids_;
  std::vector<std::string> parents_, given_ids_;  // by item
  std::vector<std::string> headings_;             // of the themes that are open, from the top
  std::string title_, context_;
  bool in_context_ = true, facts_name_title_ = false;
};

}  // namespace
}  // namespace extraction

bool is_own_form(const Document& document) {
  bool any_table = false, ours = false;
  for (const auto& block : document.blocks) {
    if (block.kind != BlockKind::table) continue;
    any_table = true;
    const auto table = extraction::own_rows(block);
    if (table.is_certain) return true;
    ours = ours || table.kind != extraction::OwnTable::none;
  }
  return document.profile == kOwnProfile && (ours || !any_table);
}

Plan read_own_form(const Document& document, const ExtractOptions& options) { return extraction::OwnReader(document, options).read(); }

void look_through(Plan& plan) {
  extraction::Names names;
  for (const auto& item : plan.items) {
    for (const auto* list : {&item.owners, &item.partners})
      for (const auto& entry : *list) names.add_entry(entry);
    for (const auto* text : {&item.title, &item.detail, &item.progress, &item.status_raw}) names.add_prose(*text);
  }
  for (auto& item : plan.items) extraction::offer_privacy_findings(item, names);
  if (plan.items.empty()) plan.findings.push_back(extraction::finding("no_items", {}));
  else extraction::count_gaps(plan);
}

}  // namespace makegood
