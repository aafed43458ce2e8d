#include "formats/pdf_strokes.h"

#include <algorithm>
#include <numeric>

namespace makegood::formats {
namespace {

constexpr double kSame = 1.5;  // points: lines nearer than this are one
constexpr double kGap = 3.0;   // points: a break in a line that is none

// A line as seen along itself: where it stands, from where to where.
struct Stroke {
  double at = 0, from = 0, to = 0;
};

std::vector<Stroke> merge(std::vector<Stroke> strokes) {
  std::sort(strokes.begin(), strokes.end(), [](const Stroke& a, const Stroke& b) { return a.at < b.at; });
  std::vector<Stroke> merged;
  for (std::size_t i = 0; i < strokes.size();) {
    auto end = i + 1;  // strokes that stand on one line, however many were drawn
    while (end < strokes.size() && strokes[end].at - strokes[i].at <= kSame) ++end;
    const double at = (strokes[i].at + strokes[end - 1].at) / 2;
    std::sort(strokes.begin() + static_cast<std::ptrdiff_t>(i), strokes.begin() + static_cast<std::ptrdiff_t>(end),
              [](const Stroke& a, const Stroke& b) { return a.from < b.from; });
    const auto first = merged.size();
    for (; i < end; ++i) {
      if (merged.size() > first && strokes[i].from <= merged.back().to + kGap)
        merged.back().to = std::max(merged.back().to, strokes[i].to);
      else
        merged.push_back({at, strokes[i].from, strokes[i].to});
    }
  }
  return merged;
}

class Union {
 public:
  explicit Union(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[std::max(find(a), find(b))] = std::min(find(a), find(b)); }

 private:
  std::vector<std::size_t> parent_;
};

bool meet(const PdfBox& level, const PdfBox& upright) {
  return upright.x0 >= level.x0 - kTouch && upright.x0 <= level.x1 + kTouch && level.y0 >= upright.y0 - kTouch &&
         level.y0 <= upright.y1 + kTouch;
}

}  // namespace

std::vector<Rules> connected(const Rules& rules) {
  const auto n = rules.level.size();
  Union sets(n + rules.upright.size());
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t k = 0; k < rules.upright.size(); ++k)
      if (meet(rules.level[i], rules.upright[k])) sets.join(i, n + k);
  std::vector<Rules> out;
  std::vector<std::size_t> place(n + rules.upright.size(), std::size_t(-1));
  for (std::size_t i = 0; i < place.size(); ++i) {
    const auto root = sets.find(i);
    if (place[root] == std::size_t(-1)) {
      place[root] = out.size();
      out.emplace_back();
    }
    auto& component = out[place[root]];
    if (i < n)
      component.level.push_back(rules.level[i]);
    else
      component.upright.push_back(rules.upright[i - n]);
  }
  return out;
}

Rules merge_rules(const std::vector<PdfBox>& rules) {
  std::vector<Stroke> level, upright;
  for (const auto& rule : rules) {
    if (rule.width() >= rule.height())
      level.push_back({rule.middle_y(), rule.x0, rule.x1});
    else
      upright.push_back({rule.middle_x(), rule.y0, rule.y1});
  }
  Rules merged;
  for (const auto& s : merge(std::move(level))) merged.level.push_back({s.from, s.at, s.to, s.at});
  for (const auto& s : merge(std::move(upright))) merged.upright.push_back({s.at, s.from, s.at, s.to});
  return merged;
}

}  // namespace makegood::formats
