// A line of dots over time. Places are shares of the width, so that the text keeps its size at 320
// pixels; heights are pixels. What the dots say stands in the table beside it.

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "pages/indicator_pages.h"

namespace makegood::pages {

using namespace html;

namespace {

constexpr int kTop = 24, kBottom = 168, kHeight = 200;  // room for figures above, for days below
constexpr double kLeft = 4, kRight = 86;                // per cent of the width: the last figure stands on the right
constexpr std::string_view kMeasured = "#12436D";
constexpr std::array<std::string_view, 2> kTargets = {"#801650", "#F46A25"};

/// Days and values as places.
struct Scale {
  Day first, last;
  double most = 0;

  [[nodiscard]] std::string x(Day day) const {
    const int all = std::max(1, days_between(first, last));
    return fmt::format("{:.2f}%", kLeft + (kRight - kLeft) * days_between(first, day) / all);
  }
  [[nodiscard]] std::string y(double value) const {
    const double share = most > 0 ? value / most : 0;
    return fmt::format("{:.1f}", kBottom - (kBottom - kTop) * share);
  }
};

Scale scale_of(const IndicatorView& view) {
  Scale scale;
  bool any = false;
  const auto take = [&](Day day, double value) {
    scale.first = any ? std::min(scale.first, day) : day;
    scale.last = any ? std::max(scale.last, day) : day;
    scale.most = std::max(scale.most, value);
    any = true;
  };
  for (const auto& value : view.values)
    if (value.value) take(value.last, *value.value);
  for (const auto& path : view.paths)
    for (const auto& point : path.points) take(point.day, point.value);
  if (view.terms.baseline && view.terms.baseline_day) take(*view.terms.baseline_day, *view.terms.baseline);
  return scale;
}

Html line_between(const Scale& scale, const TargetPoint& from, const TargetPoint& to, std::string_view colour, bool dashed) {
  return element("line", attr("x1", scale.x(from.day)), attr("y1", scale.y(from.value)), attr("x2", scale.x(to.day)),
                 attr("y2", scale.y(to.value)), attr("stroke", colour), attr("stroke-width", "2"),
                 attr("stroke-dasharray", dashed ? "6 4" : "none"));
}

Html text_at(const std::string& x, const std::string& y, std::string_view anchor, const std::string& words) {
  return element("text", attr("x", x), attr("y", y), attr("text-anchor", anchor), attr("font-size", "16"), attr("fill", "#0b0c0c"), words);
}

std::string above(const Scale& scale, double value) { return fmt::format("{:.1f}", std::stod(scale.y(value)) - 10); }

Html target(const Site& site, const Scale& scale, const IndicatorView& view, std::size_t n) {
  const auto& points = view.paths[n].points;
  Html parts;
  for (std::size_t i = 1; i < points.size(); ++i) parts += line_between(scale, points[i - 1], points[i], kTargets.at(n % 2), true);
  if (points.empty()) return parts;
  const auto& end = points.back();
  parts += element("circle", attr("cx", scale.x(end.day)), attr("cy", scale.y(end.value)), attr("r", "4"), attr("fill", "#ffffff"),
                   attr("stroke", kTargets.at(n % 2)), attr("stroke-width", "2"));
  // Of two paths the lower one is written below, so that the figures do not meet.
  const auto y = n == 1 ? fmt::format("{:.1f}", std::stod(scale.y(end.value)) + 20) : above(scale, end.value);
  return parts + text_at(scale.x(end.day), y, "middle", figure_words(site.words, end.value, view.terms.unit));
}

Html measured(const Site& site, const Scale& scale, const IndicatorView& view) {
  std::vector<TargetPoint> points;
  if (view.terms.baseline && view.terms.baseline_day) points.push_back({*view.terms.baseline_day, *view.terms.baseline});
  for (const auto& value : view.values)
    if (value.value) points.push_back({value.last, *value.value});
  Html parts;
  for (std::size_t i = 1; i < points.size(); ++i) parts += line_between(scale, points[i - 1], points[i], kMeasured, false);
  for (std::size_t i = 0; i < points.size(); ++i) {
    parts += element("circle", attr("cx", scale.x(points[i].day)), attr("cy", scale.y(points[i].value)), attr("r", "5"), attr("fill", kMeasured));
    if (i == 0 || i + 1 == points.size())
      parts += text_at(scale.x(points[i].day), above(scale, points[i].value), i == 0 ? "start" : "middle",
                       figure_words(site.words, points[i].value, view.terms.unit));
  }
  return parts;
}

Html axis(const Site& site, const Scale& scale) {
  const auto base = std::to_string(kBottom), below = std::to_string(kBottom + 22);
  return join(element("line", attr("x1", "0%"), attr("y1", base), attr("x2", "100%"), attr("y2", base), attr("stroke", "#505a5f"), attr("stroke-width", "1")),
              text_at("0%", below, "start", site.words.short_date(scale.first)),
              when(scale.last != scale.first, [&] { return text_at("100%", below, "end", site.words.short_date(scale.last)); }));
}

}  // namespace

Html indicator_chart(const Site& site, const IndicatorView& view, const std::string& id) {
  const auto scale = scale_of(view);
  Html parts = axis(site, scale);
  for (std::size_t n = 0; n < view.paths.size(); ++n) parts += target(site, scale, view, n);
  parts += measured(site, scale, view);
  return element("svg", cls("mg-chart"), attr("role", "img"), attr("width", "100%"), attr("height", std::to_string(kHeight)),
                 attr("aria-labelledby", id + "-title"), element("title", html::id(id + "-title"), site.words("indicator.chart", {{"what", view.terms.text}})),
                 element("g", attr("aria-hidden", "true"), parts));
}

}  // namespace makegood::pages
