// Bars are SVG whose widths are shares of the room there is and whose text keeps its size, so
// that a bar can be read at 320 pixels. Colour repeats what words beside the bar say.

#include "pages/delivery_figure.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace makegood::pages {

using namespace html;

namespace {

struct Ink {
  std::string_view fill, text;
};

// Dark blue, turquoise, dark pink, orange: told apart by readers who see few colours; text on
// each has a contrast of at least 4.5 to 1.
constexpr std::array<Ink, 4> kInks = {
    Ink{"#12436D", "#ffffff"}, Ink{"#28A197", "#0b0c0c"}, Ink{"#801650", "#ffffff"}, Ink{"#F46A25", "#0b0c0c"}};

Ink ink(Standing standing) { return kInks.at(static_cast<std::size_t>(standing)); }

/// Thousandths as per cent: 125 is "12.5%".
std::string per_cent(int thousandths) {
  return std::to_string(thousandths / 10) + "." + std::to_string(thousandths % 10) + "%";
}

int share(int part, int whole) { return whole == 0 ? 0 : part * 1000 / whole; }

// A number is written on its part only where it fits at 320 pixels.
bool has_room(int width, std::string_view digits) { return width >= 30 + 40 * static_cast<int>(digits.size()); }

Html bar_part(const Site& site, Standing standing, int count, int from, int to) {
  const auto digits = site.words.number(count);
  return join(
      element("rect", attr("x", per_cent(from)), attr("y", "0"), attr("width", per_cent(to - from)),
              attr("height", "100%"), attr("fill", ink(standing).fill), attr("stroke", "#ffffff"), attr("stroke-width", "2")),
      when(has_room(to - from, digits), [&] {
        return element("text", attr("x", per_cent((from + to) / 2)), attr("y", "50%"), attr("text-anchor", "middle"),
                       attr("dominant-baseline", "central"), attr("fill", ink(standing).text),
                       attr("font-size", "16"), attr("font-weight", "bold"), digits);
      }));
}

std::string counts_in_words(const Site& site, const StandingCounts& counts) {
  std::vector<std::string> parts;
  for (const auto standing : kStandings)
    if (counts[standing] > 0)
      parts.push_back(site.words("standing.count." + std::string(word(standing)), {{"n", counts[standing]}}));
  return site.words.list(parts);
}

struct Bar {
  std::string id, title, language;  ///< no language: the title is in the page's
  StandingCounts counts;
  int longest = 0;  ///< the count that fills the whole width
};

Html bar_svg(const Site& site, const Bar& bar) {
  Html parts;
  int done = 0;
  for (const auto standing : kStandings) {
    const int count = bar.counts[standing];
    if (count > 0) parts += bar_part(site, standing, count, share(done, bar.longest), share(done + count, bar.longest));
    done += count;
  }
  return element("svg", cls("mg-bar"), attr("role", "img"), attr("width", "100%"), attr("height", "32"),
                 attr("aria-labelledby", bar.id + "-title " + bar.id + "-desc"),
                 element("title", id(bar.id + "-title"), attr_if("lang", bar.language), bar.title),
                 element("desc", id(bar.id + "-desc"), counts_in_words(site, bar.counts)),
                 element("g", attr("aria-hidden", "true"), parts));
}

Html swatch(Standing standing) {
  return element("svg", cls("mg-swatch"), attr("width", "16"), attr("height", "16"), attr("aria-hidden", "true"),
                 attr("focusable", "false"),
                 element("rect", attr("width", "16"), attr("height", "16"), attr("fill", ink(standing).fill)));
}

Url filtered(const Site& site, const PlanPage& page, std::string_view name, std::string_view value) {
  return site.local(plan_url(page.slug)).with(name, value).at("items");
}

Html key_line(const Site& site, const PlanPage& page, Standing standing, int count) {
  const auto words = site.words("standing.count." + std::string(word(standing)), {{"n", count}});
  return li(cls("mg-key__item"), swatch(standing), " ",
            count > 0 ? link_to(filtered(site, page, "status", word(standing)), words) : span(words));
}

StandingCounts counts_of(const ProtectedTable& table, const ThemeId& theme) {
  StandingCounts counts;
  for (const auto& row : table.rows())
    if (row.codes.at(0) == theme.text && row.value)
      counts.add(standing_from(row.codes.at(1)).value_or(Standing::no_date), static_cast<int>(*row.value));
  return counts;
}

std::string title_of(const Site& site, const DeliveryRow& row) {
  return row.title.empty() ? site.words("theme.none") : row.title;
}

Html theme_name(const Site& site, const PlanPage& page, const DeliveryRow& row) {
  if (row.theme.empty()) return span(site.words("theme.none"));
  return a(cls("govuk-link"), href(filtered(site, page, "theme", row.theme.text)), lang(page.provenance.language), row.title);
}

Html theme_bar(const Site& site, const PlanPage& page, const DeliveryRow& row, const Bar& bar) {
  return li(cls("mg-theme"), p(cls("mg-theme__title"), theme_name(site, page, row)),
            p(cls("mg-theme__words"), counts_in_words(site, bar.counts)), bar_svg(site, bar));
}

Html number_cell(const Site& site, std::string_view label, int count) {
  return td(cls("govuk-table__cell govuk-table__cell--numeric"), attr("role", "cell"), attr("data-label", label),
            site.words.number(count));
}

Html table_line(const Site& site, const PlanPage& page, const DeliveryRow& row, const StandingCounts& counts) {
  const auto next = site.words("delivery.next");
  return tr(cls("govuk-table__row"), attr("role", "row"),
            th(cls("govuk-table__header"), attr("scope", "row"), attr("role", "rowheader"), theme_name(site, page, row)),
            each(kStandings, [&](Standing s) { return number_cell(site, standing_words(site, s), counts[s]); }),
            number_cell(site, site.words("delivery.total"), counts.total()),
            td(cls("govuk-table__cell"), attr("role", "cell"), attr("data-label", next),
               row.next_due ? day(site, *row.next_due) : span(cls("mg-absent"), site.words("delivery.no_next"))));
}

Html table_head(const Site& site) {
  const auto heading = [](std::string_view words, bool numeric) {
    return th(cls(numeric ? "govuk-table__header govuk-table__header--numeric" : "govuk-table__header"),
              attr("scope", "col"), attr("role", "columnheader"), words);
  };
  return thead(cls("govuk-table__head"), attr("role", "rowgroup"),
               tr(cls("govuk-table__row"), attr("role", "row"), heading(site.words("delivery.theme"), false),
                  each(kStandings, [&](Standing s) { return heading(standing_words(site, s), true); }),
                  heading(site.words("delivery.total"), true), heading(site.words("delivery.next"), false)));
}

Html theme_table(const Site& site, const PlanPage& page, const ProtectedTable& table) {
  return html::table(cls("govuk-table mg-stack"), attr("role", "table"),
                     caption(cls("govuk-table__caption govuk-table__caption--s"),
                             site.words("delivery.caption", {{"date", page.today}})),
                     table_head(site),
                     tbody(cls("govuk-table__body"), attr("role", "rowgroup"),
                           each(page.delivery.themes, [&](const DeliveryRow& row) {
                             return table_line(site, page, row, counts_of(table, row.theme));
                           })));
}

}  // namespace

Html delivery_bar(const Site& site, const PlanPage& page) {
  const auto& counts = page.answer.counts;
  return div(cls("mg-delivery"),
             ul(cls("govuk-list mg-key"),
                each(kStandings, [&](Standing standing) { return key_line(site, page, standing, counts[standing]); })),
             bar_svg(site, {"delivery-all", site.words("delivery.all", {{"date", page.today}}), "", counts, counts.total()}));
}

Html delivery_figure(const Site& site, const PlanPage& page, const ProtectedTable& table) {
  int longest = 0;
  for (const auto& row : page.delivery.themes) longest = std::max(longest, counts_of(table, row.theme).total());
  Html bars;
  int n = 0;
  for (const auto& row : page.delivery.themes)
    bars += theme_bar(site, page, row, {"theme-bar-" + std::to_string(++n), title_of(site, row),
                                        row.title.empty() ? "" : page.provenance.language, counts_of(table, row.theme), longest});
  return join(figure(cls("mg-figure"), attr("aria-labelledby", "delivery-caption"),
                     figcaption(id("delivery-caption"), cls("govuk-body"),
                                site.words("delivery.figure", {{"date", page.today}})),
                     ul(cls("govuk-list mg-themes"), bars)),
              details(cls("govuk-details"),
                      summary(cls("govuk-details__summary"),
                              span(cls("govuk-details__summary-text"), site.words("delivery.table"))),
                      div(cls("govuk-details__text"), theme_table(site, page, table))));
}

}  // namespace makegood::pages
