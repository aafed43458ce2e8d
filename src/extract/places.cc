#include "extract/places.h"

#include <map>
#include <utility>

namespace makegood::extraction {
namespace {

// The first word about a place holds.
class Places {
 public:
  void add(const Position& at, PlaceIs is, const ItemId& item = {}) {
    if (at.block > 0) by_place_.try_emplace({at.block, at.row}, ReadPlace{at, is, item});
  }
  [[nodiscard]] std::vector<ReadPlace> all() const {
    std::vector<ReadPlace> out;
    for (const auto& [place, read] : by_place_) out.push_back(read);
    return out;
  }

 private:
  std::map<std::pair<int, int>, ReadPlace> by_place_;
};

void add_headers(Places& places, const Segment& segment) {
  if (!segment.own_header) return;
  auto at = segment.at;
  for (int n = 0; n < segment.header_rows; ++n, ++at.row) places.add(at, PlaceIs::header);
}

}  // namespace

std::vector<ReadPlace> places_of(const std::vector<Piece>& pieces, std::size_t title_pieces, const Plan& plan, const std::vector<Taken>& taken) {
  Places places;
  for (const auto& item : plan.items) places.add(item.source, PlaceIs::item, item.id);
  for (const auto& [at, item] : taken) places.add(at, PlaceIs::part, item);
  for (const auto& theme : plan.themes) places.add(theme.source, PlaceIs::theme);
  for (const auto& indicator : plan.indicators) places.add(indicator.source, PlaceIs::measure);
  for (std::size_t n = 0; n < pieces.size(); ++n) {
    if (pieces[n].is_table) add_headers(places, pieces[n].segment);
    else if (n < title_pieces) places.add(pieces[n].line.at, PlaceIs::title);
  }
  return places.all();
}

}  // namespace makegood::extraction
