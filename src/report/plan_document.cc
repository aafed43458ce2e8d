// A plan as a committee would read it: title, introduction, a heading and a table a theme.
#include "report/item_cells.h"
#include "report/report.h"

namespace makegood {
namespace {

constexpr int kDeepestHeading = 6;

class Layout {
 public:
  explicit Layout(const Plan& plan) : plan_(plan), cells_(plan, Day{}) {
    for (const auto& theme : plan.themes) by_id_.emplace(theme.id, &theme);
    headings_suffice_ = cells_.labels_are_paths();
    for (const auto& theme : plan.themes) headings_suffice_ = headings_suffice_ && fits_headings(theme);
    choose_fields();
  }

  Document make() {
    document_.format = "report";
    document_.title = plan_.title;
    document_.profile = kOwnProfile;
    document_.language = "en-GB";
    if (!plan_.title.empty()) add(heading(1, plan_.title));
    for (const auto& line : split(plan_.context, '\n'))
      if (!line.empty()) add(paragraph(as_text(line)));
    add_facts();
    add_items();
    add_indicators();
    if (!headings_say_all()) add_themes();
    return std::move(document_);
  }

 private:
  using Path = std::vector<const Theme*>;  // from the top
  using Rows = std::vector<std::vector<std::string>>;

  void add(Block block) { document_.blocks.push_back(std::move(block)); }

  Path path_of(const ThemeId& id) const {
    Path path;
    for (auto at = by_id_.find(id); at != by_id_.end() && path.size() < by_id_.size(); at = by_id_.find(at->second->parent))
      path.insert(path.begin(), at->second);
    return path;
  }

  bool fits_headings(const Theme& theme) const {
    const bool reserved = theme.parent.empty() && (theme.title == kThemelessHeading || theme.title == kIndicatorsHeading || theme.title == kThemesHeading);
    return !theme.title.empty() && !reserved && path_of(theme.id).size() < kDeepestHeading;
  }

  // Dates that the timescale says are not said again, but for the one that people look for.
  std::vector<std::string> values(const Item& item, Field field) const {
    const bool date = field == Field::start || field == Field::milestones || field == Field::recurs || field == Field::ongoing ||
                      field == Field::complete || field == Field::condition;
    return date && !cells_.states_dates(item) ? std::vector<std::string>{} : cells_.values(item, field);
  }

  bool is_used(const FieldName& name) const {
    if (name.form == FieldForm::worked_out || (name.field == Field::theme && headings_suffice_)) return false;
    if (name.field == Field::kind || name.field == Field::title || name.field == Field::id) return true;
    for (const auto& item : plan_.items)
      if (!values(item, name.field).empty()) return true;
    return false;
  }

  void choose_fields() {
    for (const auto& name : kOwnFields)
      if (name.field != Field::id && is_used(name)) fields_.push_back(name.field);
    fields_.push_back(Field::id);  // for programs: last
  }

  void add_facts() {
    Rows rows = {{std::string(kFactHeading), std::string(kFactValueHeading)}};
    if (!plan_.organisation.empty()) rows.push_back({std::string(kOrganisationFact), as_text(plan_.organisation)});
    const auto stated = stated_settings(plan_.settings);
    for (const auto& setting : kSettings)
      if (const auto found = stated.find(std::string(setting.code)); found != stated.end()) rows.push_back({std::string(setting.fact), found->second});
    if (rows.size() > 1) add(table(rows));
  }

  // A table for each run of items under one theme; the plan's order stays.
  void add_items() {
    Path open;
    for (std::size_t from = 0; from < plan_.items.size();) {
      auto to = from + 1;
      if (!headings_suffice_) to = plan_.items.size();
      while (to < plan_.items.size() && plan_.items[to].theme == plan_.items[from].theme) ++to;
      if (headings_suffice_) open_headings(open, path_of(plan_.items[from].theme), from == 0);
      else if (from == 0 && !plan_.context.empty()) add(heading(2, "Actions"));
      add_table(from, to);
      from = to;
    }
  }

  void open_headings(Path& open, const Path& wanted, bool first) {
    if (wanted.empty()) {
      if (!first) add(heading(2, std::string(kThemelessHeading)));
      open.clear();
      return;
    }
    std::size_t same = 0;
    while (same < open.size() && same < wanted.size() && open[same] == wanted[same]) ++same;
    same = std::min(same, wanted.size() - 1);  // back to a theme from one under it: its heading again
    for (auto level = same; level < wanted.size(); ++level) {
      add(heading(static_cast<int>(level) + 2, wanted[level]->title));
      see(wanted[level]->id);
    }
    open = wanted;
  }

  void add_table(std::size_t from, std::size_t to) {
    std::vector<std::string> header;
    for (const auto field : fields_) header.emplace_back(name_of(field).heading);
    Rows rows = {std::move(header)};
    for (auto n = from; n < to; ++n) {
      std::vector<std::string> row;
      for (const auto field : fields_) row.push_back(text_of(plan_.items[n], field));
      rows.push_back(std::move(row));
    }
    auto block = table(rows);
    for (auto n = from; n < to; ++n) add_links(block.rows[n - from + 1], plan_.items[n]);
    add(std::move(block));
  }

  std::string text_of(const Item& item, Field field) const {
    auto all = values(item, field);
    for (auto& value : all) value = as_text(in_words(field, value));
    return join(all, "\n");
  }

  void add_links(Row& row, const Item& item) const {
    for (std::size_t column = 0; column < fields_.size() && column < row.cells.size(); ++column) {
      if (fields_[column] != Field::evidence || row.cells[column].blocks.empty()) continue;
      for (const auto& link : item.evidence)
        if (link.url.starts_with("https://") || link.url.starts_with("http://") || link.url.starts_with("mailto:"))
          if (evidence_line(link).ends_with("<" + link.url + ">")) row.cells[column].blocks.front().links.push_back({link.url, link.url});
    }
  }

  void add_indicators() {
    if (plan_.indicators.empty()) return;
    add(heading(2, std::string(kIndicatorsHeading)));
    Rows rows = {{std::string(kIndicatorHeading), std::string(kUnitHeading), std::string(kThemeHeading)}};
    for (const auto& indicator : plan_.indicators)
      rows.push_back({as_text(indicator.text), as_text(indicator.unit), as_text(cells_.theme_label(indicator.theme))});
    add(table(rows));
  }

  void see(const ThemeId& id) {
    for (const auto& seen : seen_)
      if (seen == id) return;
    seen_.push_back(id);
  }

  // Whether somebody who goes by the headings meets every theme, in the plan's order.
  bool headings_say_all() const {
    if (!headings_suffice_ || seen_.size() != plan_.themes.size()) return !headings_suffice_ && plan_.themes.empty();
    for (std::size_t n = 0; n < seen_.size(); ++n)
      if (seen_[n] != plan_.themes[n].id) return false;
    return true;
  }

  void add_themes() {
    add(heading(2, std::string(kThemesHeading)));
    Rows rows = {{std::string(kThemeHeading), std::string(kThemeTitleHeading), std::string(kThemeParentHeading)}};
    for (const auto& theme : plan_.themes)
      rows.push_back({as_text(cells_.theme_label(theme.id)), as_text(theme.title), as_text(cells_.theme_label(theme.parent))});
    add(table(rows));
  }

  const Plan& plan_;
  ItemCells cells_;
  std::map<ThemeId, const Theme*> by_id_;
  std::vector<Field> fields_;
  std::vector<ThemeId> seen_;  // in the order in which headings name them
  bool headings_suffice_ = true;
  Document document_;
};

}  // namespace

Document plan_document(const Plan& plan) { return Layout(plan).make(); }

}  // namespace makegood
