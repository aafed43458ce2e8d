#include <algorithm>
#include <map>
#include <utility>

#include "pages/source_page.h"

namespace makegood::pages {

namespace {

using Place = std::pair<int, int>;  // block, row

Place place_of(const Position& at) { return {at.block, at.row}; }

class Lines {
 public:
  Lines(const SourceView& view, const Plan& draft) : view_(view) {
    for (const auto& item : draft.items) items_[place_of(item.source)].push_back(&item);
    if (view.reading == nullptr) return;
    for (const auto& place : view.reading->places) places_[place_of(place.at)] = &place;
  }

  std::vector<SourceLine> all() const {
    std::vector<SourceLine> lines;
    if (view_.document == nullptr) return lines;
    for (const auto& block : view_.document->blocks) {
      if (block.rows.empty()) lines.push_back(line_at(block, -1));
      for (std::size_t n = 0; n < block.rows.size(); ++n)
        if (has_text(block.rows[n])) lines.push_back(line_at(block, static_cast<int>(n)));
    }
    return lines;
  }

 private:
  static bool has_text(const Row& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) { return !cell_text(cell).empty(); });
  }

  [[nodiscard]] SourceLine line_at(const Block& block, int row) const {
    SourceLine line{&block, row, SourceIs::nothing, {}};
    const auto at = place_of(line.at());
    if (const auto here = items_.find(at); here != items_.end()) {
      line.is = SourceIs::item;
      line.items = here->second;
    } else if (const auto read = places_.find(at); read != places_.end()) {
      set_place(line, *read->second);
    }
    return line;
  }

  // An item that was taken out by hand leaves its rows as nothing.
  void set_place(SourceLine& line, const ReadPlace& place) const {
    static constexpr std::array kSame = {SourceIs::item, SourceIs::part, SourceIs::theme, SourceIs::header, SourceIs::title, SourceIs::measure};
    line.is = kSame.at(static_cast<std::size_t>(place.is));
    if (place.is != PlaceIs::item && place.is != PlaceIs::part) return;
    const auto* item = find_item(view_.reading->plan, place.item);
    const auto there = item == nullptr ? items_.end() : items_.find(place_of(item->source));
    if (there == items_.end()) line.is = SourceIs::nothing;
    else line.is = SourceIs::part, line.items = {there->second.front()};
  }

  const SourceView& view_;
  std::map<Place, std::vector<const Item*>> items_;
  std::map<Place, const ReadPlace*> places_;
};

bool became_nothing(const SourceLine& line) { return line.is == SourceIs::nothing && line.block->kind != BlockKind::heading; }

}  // namespace

const Position& SourceLine::at() const { return row < 0 ? block->position : block->rows[static_cast<std::size_t>(row)].position; }

std::vector<SourceLine> source_lines(const SourceView& view, const Plan& draft) { return Lines(view, draft).all(); }

SourcePage make_source_page(const SourceView& view, const Plan& draft, ProposalLine line, int number, bool only_nothing) {
  SourcePage page;
  page.line = std::move(line);
  page.line.title = draft.title;
  page.view = view;
  page.only_nothing = only_nothing;
  auto lines = source_lines(view, draft);
  page.became = static_cast<int>(std::count_if(lines.begin(), lines.end(), [](const SourceLine& l) { return l.is == SourceIs::item; }));
  page.nothing = static_cast<int>(std::count_if(lines.begin(), lines.end(), became_nothing));
  if (only_nothing) std::erase_if(lines, [](const SourceLine& l) { return !became_nothing(l); });
  const int count = static_cast<int>(lines.size());
  page.pages = std::max(1, (count + kLinesPerPage - 1) / kLinesPerPage);
  page.page = std::clamp(number, 1, page.pages);
  const auto from = lines.begin() + std::min(count, (page.page - 1) * kLinesPerPage);
  page.lines.assign(from, from + std::min<std::ptrdiff_t>(kLinesPerPage, lines.end() - from));
  return page;
}

Url source_place_url(std::string_view proposal, const std::vector<SourceLine>& lines, const Position& at) {
  const auto found = std::find_if(lines.begin(), lines.end(), [&](const SourceLine& line) { return place_of(line.at()) == place_of(at); });
  const auto url = source_url(proposal);
  if (found == lines.end()) return url;
  const auto page = (found - lines.begin()) / kLinesPerPage + 1;
  return (page > 1 ? url.with("page", std::to_string(page)) : url).at(anchor_of(at));
}

}  // namespace makegood::pages
