// What is this plan measured by, and what was measured?

#include "html/components/content.h"
#include "html/components/lists.h"
#include "pages/indicator_pages.h"
#include "pages/page_parts.h"
#include "pages/public_pages.h"

namespace makegood::pages {

using namespace html;

namespace {

Html latest(const Site& site, const IndicatorView& view) {
  if (view.withheld) return body_text(site.words("indicator.withheld"));
  if (view.values.empty()) return body_text(site.words("indicator.nothing_measured"));
  const auto& last = view.values.back();
  return p(cls("govuk-body"), site.words("indicator.latest", {{"value", value_words(site.words, last, view.terms.unit)}, {"period", period_words(site.words, last)}}));
}

Html start(const Site& site, const IndicatorView& view) {
  if (view.withheld || !view.terms.baseline || !view.terms.baseline_day) return {};
  return body_text(site.words("indicator.started", {{"value", figure_words(site.words, *view.terms.baseline, view.terms.unit)}, {"date", *view.terms.baseline_day}}));
}

std::string target(const Site& site, const IndicatorTerms& terms) {
  const auto said = target_words(site.words, terms);
  return said.empty() ? site.words("indicator.no_target") : site.words("indicator.target_is", {{"target", said}});
}

Html path_words(const Site& site, const IndicatorView& view) {
  if (view.paths.size() < 2) return {};
  return ul(cls("govuk-list govuk-list--bullet"), each(view.paths, [&](const TargetPath& path) {
              const auto& end = path.points.back();
              return li(site.words("indicator.path." + std::string(word(path.kind)),
                                   {{"value", figure_words(site.words, end.value, view.terms.unit)}, {"date", end.day}}));
            }));
}

std::string of_how_many(const Site& site, const IndicatorValue& value) {
  if (!value.numerator || !value.denominator) return {};
  return site.words("indicator.of", {{"part", figure_words(site.words, *value.numerator, "")}, {"whole", figure_words(site.words, *value.denominator, "")}});
}

Html values_table(const Site& site, const IndicatorsPage& page, const IndicatorView& view) {
  std::vector<std::vector<govuk::TableCell>> rows;
  for (const auto& value : view.values)
    rows.push_back({{.text = period_words(site.words, value)},
                    {.text = value_words(site.words, value, view.terms.unit)},
                    {.text = of_how_many(site, value)},
                    {.text = join(quoted(page.language, value.source))}});
  return in_scroll(site.words("indicator.values"),
             govuk::table({.caption = site.words("indicator.values"),
                           .caption_classes = "govuk-visually-hidden",
                           .head = {{.text = site.words("indicator.head.period")},
                                    {.text = site.words("indicator.head.value")},
                                    {.text = site.words("indicator.head.of")},
                                    {.text = site.words("indicator.head.source")}},
                           .rows = std::move(rows),
                           .first_cell_is_header = true}));
}

bool has_figures(const IndicatorView& view) {
  return !view.withheld && (!view.paths.empty() || view.terms.baseline || std::any_of(view.values.begin(), view.values.end(), [](const auto& v) { return v.value.has_value(); }));
}

Html chart(const Site& site, const IndicatorsPage& page, const IndicatorView& view) {
  if (!has_figures(view)) return {};
  const auto id = "chart-" + view.terms.id.text;
  return figure(cls("mg-figure"), indicator_chart(site, view, id),
                when(!view.values.empty(), [&] {
                  return govuk::details({.summary_text = site.words("indicator.values"), .text = join(values_table(site, page, view))});
                }));
}

Html moved_by(const Site& site, const IndicatorsPage& page, const IndicatorView& view) {
  if (view.items.empty()) return {};
  return join(body_text(site.words("indicator.moved_by")), ul(cls("govuk-list govuk-list--bullet"), each(view.items, [&](const NamedItem& item) {
                return li(a(cls("govuk-link"), href(site.local(item_url(page.slug, item.id))), lang(page.language), headline(item.title)));
              })));
}

Html one(const Site& site, const IndicatorsPage& page, const IndicatorView& view) {
  const auto& terms = view.terms;
  return section(attr("aria-labelledby", "indicator-" + terms.id.text), id("of-" + terms.id.text),
                 h2(cls("govuk-heading-m"), id("indicator-" + terms.id.text), lang(page.language), terms.text), latest(site, view), start(site, view),
                 when(!view.withheld, [&] { return join(body_text(target(site, terms)), path_words(site, view)); }), chart(site, page, view),
                 moved_by(site, page, view),
                 when(page.may_edit, [&] {
                   return p(cls("govuk-body"), a(cls("govuk-link"), href(site.local(indicator_form_url(page.slug, terms.id))), site.words("indicator.edit"),
                                                 span(cls("govuk-visually-hidden"), ": ", quoted(page.language, terms.text))));
                 }));
}

}  // namespace

Html indicators_page(const IndicatorsPage& page, const Site& site) {
  const auto heading = site.words("indicator.heading");
  const auto own = indicators_url(page.slug);
  const auto main = join(
      span(cls("govuk-caption-l"), quoted(page.language, page.plan_title)), h1(cls("govuk-heading-l"), heading),
      lead_text(page.indicators.empty() ? site.words("indicator.none") : site.words("indicator.answer", {{"n", static_cast<int>(page.indicators.size())}})),
      when(!page.indicators.empty(), [&] { return body_text(site.words("indicator.no_significance")); }),
      each(page.indicators, [&](const IndicatorView& view) { return one(site, page, view); }),
      when(page.may_edit, [&] { return p(cls("govuk-body"), link_to(site.local(indicator_form_url(page.slug, {})), site.words("indicator.add"))); }),
      p(cls("govuk-body"), link_to(own.suffixed(".json"), site.words("plan.json")), " · ", link_to(own.suffixed(".csv"), site.words("plan.csv"))));
  return frame(site, {.title = heading, .trail = {{plan_url(page.slug), page.plan_title, page.language}}}, main);
}

}  // namespace makegood::pages
