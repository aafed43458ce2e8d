// Is this plan being kept? The answer and its bar first, then where, when, what and how it is known.

#include <algorithm>

#include "html/components/content.h"
#include "pages/edition_pages.h"
#include "pages/delivery_figure.h"
#include "pages/grid.h"
#include "pages/indicator_pages.h"
#include "pages/change_pieces.h"
#include "pages/criteria.h"
#include "pages/follow_pages.h"
#include "pages/plan_filters.h"
#include "pages/public_pages.h"
#include "pages/slipped.h"
#include "pages/assessment_pages.h"
#include "pages/timeline.h"

namespace makegood::pages {

using namespace html;

namespace {

Html steps(const Site& site, const PlanPage& page) {
  const auto step = [&](const Url& url, std::string_view key) {
    return when(site.may_open(url), [&] { return li(link_to(site.local(url), site.words(key))); });
  };
  const auto all = join(step(release_url(page.slug), "plan.release"), step(grid_url(page.slug), "grid.link"));
  return when(!all.empty(), [&] { return ul(cls("mg-links"), all); });
}

Html head_of(const Site& site, const PlanPage& page) {
  const auto& language = page.provenance.language;
  return join(when(!page.organisation.empty(),
                   [&] { return span(cls("govuk-caption-l"), lang(language), page.organisation); }),
              govuk::heading_of(page.heading_level, cls("govuk-heading-l") + lang(language), page.title),
              when(!page.provenance.is_public,
                   [&] { return govuk::inset_text({.text = site.words("plan.private")}); }),
              when(page.heading_level == 1, [&] { return steps(site, page); }));
}

bool has_commitments(const PlanPage& page) {
  return page.answer.counts.total() > 0 && std::any_of(page.kinds.begin(), page.kinds.end(), [](const KindCount& count) {
           return count.kind == ItemKind::commitment;
         });
}

// Who adds up several plans must know what they would count twice.
Html sharing(const Site& site, const PlanPage& page) {
  if (page.included == 0 && page.lent == 0) return {};
  return p(cls("govuk-body"), when(page.included > 0, [&] { return join(site.words("plan.included", {{"n", page.included}}), " "); }),
           when(page.lent > 0, [&] { return join(site.words("plan.lent", {{"n", page.lent}})); }));
}

Html answer_line(const Site& site, const PlanPage& page) {
  return section(attr("aria-labelledby", "answer"), h2(id("answer"), cls("govuk-heading-m"), site.words("plan.question")),
                 p(cls("govuk-body-l mg-answer"), answer_words(site, page.answer)), delivery_bar(site, page),
                 p(cls("govuk-body-s"), site.words("plan.basis", {{"date", page.today}}), " ",
                   link_to(site.local("/how-we-know"), site.words("plan.how_we_know"))),
                 p(cls("govuk-body"), site.words("plan.counts", {{"counts", kinds_words(site, page.kinds)}}),
                   when(has_commitments(page), [&] { return join(" ", site.words("plan.commitments_note")); })),
                 sharing(site, page));
}

// What only the public's own pages lead to: before the release, which is shown as it will be, they are not there yet.
bool has_public_pages(const PlanPage& page) { return page.provenance.is_public && page.provenance.released; }

bool has_criteria(const PlanPage& page) {
  return std::any_of(page.kinds.begin(), page.kinds.end(), [](const KindCount& one) { return one.kind == ItemKind::criterion; });
}

Html assessment_links(const Site& site, const PlanPage& page) {
  return join(when(has_public_pages(page), [&] { return li(link_to(site.local(assessment_url(page.slug)), site.words("assessment.link"))); }),
              when(site.may_open(desk_assessment_url(page.slug)), [&] { return li(link_to(site.local(desk_assessment_url(page.slug)), site.words("assessment.link_desk"))); }));
}

Html criteria_answer(const Site& site, const PlanPage& page) {
  return section(attr("aria-labelledby", "answer"), h2(id("answer"), cls("govuk-heading-m"), site.words("assessment.heading")),
                 p(cls("govuk-body-l mg-answer"), site.words("plan.criteria_assessed")), ul(cls("govuk-list"), assessment_links(site, page)),
                 p(cls("govuk-body"), site.words("plan.counts", {{"counts", kinds_words(site, page.kinds)}})), sharing(site, page));
}

Html by_theme(const Site& site, const PlanPage& page) {
  if (page.delivery.themes.size() < 2) return {};
  return section(attr("aria-labelledby", "themes"), heading_m(site.words("plan.by_theme"), "themes"),
                 delivery_figure(site, page, delivery_table(page.delivery)));
}

Html next_line(const Site& site, const PlanPage& page, const NextDate& next) {
  return li(strong(day(site, next.day)), " ",
            a(cls("govuk-link"), href(site.local(item_url(next.home.empty() ? page.slug : next.home, next.item))), lang(page.provenance.language),
              when(!next.ref.empty(), join(next.ref, " ")), headline(next.title)));
}

Html next_dates(const Site& site, const PlanPage& page) {
  return section(attr("aria-labelledby", "next"), heading_m(site.words("plan.next"), "next"),
                 page.next_dates.empty()
                     ? body_text(site.words("plan.no_next"))
                     : ul(cls("govuk-list govuk-list--spaced"),
                          each(page.next_dates, [&](const NextDate& next) { return next_line(site, page, next); })),
                 p(cls("govuk-body"), link_to(site.local(timeline_url(page.slug)), site.words("timeline.link"))));
}

std::string list_caption(const Site& site, const PlanPage& page) {
  if (page.pages > 1)
    return site.words("plan.showing_page", {{"n", page.matched}, {"page", page.page}, {"pages", page.pages}});
  return site.words(page.query.narrows() ? "plan.showing_some" : "plan.showing_all", {{"n", page.matched}});
}

Html items(const Site& site, const PlanPage& page) {
  const ItemTable table{list_caption(site, page), page.slug, page.provenance.language, &page.rows, &page.query};
  return section(attr("aria-labelledby", "items"), heading_m(site.words(are_criteria_alone(page.kinds) ? "plan.criteria" : "plan.items"), "items"), plan_filters(site, page),
                 page.rows.empty() ? body_text(site.words("plan.none_match")) : item_table(site, table),
                 plan_pagination(site, page));
}

Html gone_line(const Site& site, const PlanPage& page, const GoneElsewhere& gone) {
  const auto& language = page.provenance.language;
  return li(a(cls("govuk-link"), href(site.local(item_url(gone.home, gone.item))), lang(language), headline(gone.title)),
            p(cls("mg-item-note"), site.words("table.home"), " ",
              a(cls("govuk-link"), href(site.local(plan_url(gone.home))), lang(language), gone.home_title)),
            p(cls("govuk-body-s"), departure_words(site, gone.departure.reason),
              when(!gone.departure.note.empty(), [&] { return join(": ", quoted(language, gone.departure.note)); })));
}

Html gone_elsewhere(const Site& site, const PlanPage& page) {
  if (page.gone.empty()) return {};
  return section(attr("aria-labelledby", "gone"), heading_m(site.words("plan.gone"), "gone"),
                 ul(cls("govuk-list govuk-list--spaced"), each(page.gone, [&](const GoneElsewhere& gone) { return gone_line(site, page, gone); })));
}

Html indicators(const Site& site, const PlanPage& page) {
  if (page.indicators.empty() && !site.may_open(indicator_form_url(page.slug, {}))) return {};
  return section(attr("aria-labelledby", "indicators"), heading_m(site.words("plan.indicators"), "indicators"),
                 when(!page.indicators.empty(), [&] {
                   return ul(cls("govuk-list govuk-list--bullet"), each(page.indicators, [&](const IndicatorLine& line) {
                               return li(quoted(page.provenance.language, line.text));
                             }));
                 }),
                 p(cls("govuk-body"), link_to(site.local(indicators_url(page.slug)), site.words("plan.indicators_link"))));
}

Html key_to_words(const Site& site) {
  const auto line = [&](const RuleWord& rule) {
    return join(dt(rule_words(site, rule.rule)), dd(rule_meaning(site, rule.rule)));
  };
  return govuk::details({.summary_text = site.words("plan.key"),
                         .text = join(p(site.words("plan.key_note")), dl(cls("mg-definitions"), each(kRules, line)))});
}

Html date_fact(const Site& site, std::string_view key, const std::optional<Day>& date) {
  return when(date.has_value(), [&] { return li(site.words(key, {{"date", *date}})); });
}

Html provenance(const Site& site, const PlanPage& page) {
  const auto& from = page.provenance;
  const auto address = plan_url(page.slug);
  return section(
      attr("aria-labelledby", "source"), heading_m(site.words("plan.source"), "source"),
      ul(cls("govuk-list"),
         when(!from.document.empty(), [&] { return li(site.words("plan.document"), " ", quoted(from.language, from.document)); }),
         date_fact(site, "plan.imported", from.imported), date_fact(site, "plan.released", from.released),
         date_fact(site, "plan.changed", from.changed), li(link_to(site.local(history_url(page.slug)), site.words("plan.history"))),
         li(link_to(site.local(versions_url(page.slug)), site.words("changes.link"))),
         li(link_to(site.local(timeline_url(page.slug)), site.words("timeline.heading"))),
         li(link_to(site.local(slipped_url(page.slug)), site.words("slipped.heading"))),
         li(link_to(site.local(editions_url(page.slug)), site.words("editions.link"))),
         when(has_criteria(page) && !are_criteria_alone(page.kinds), [&] { return assessment_links(site, page); }),
         li(link_to(site.local("/verify"), site.words("plan.verify")))),
      heading_m(site.words("plan.download"), "download"),
      ul(cls("govuk-list"), li(link_to(address.suffixed(".docx"), site.words("plan.docx"))),
         li(link_to(address.suffixed(".xlsx"), site.words("plan.xlsx"))),
         li(link_to(address.suffixed(".csv"), site.words("plan.csv"))),
         li(link_to(address.suffixed(".json"), site.words("plan.json"))),
         li(link_to(address.suffixed(".md"), site.words("plan.md"))),
         li(link_to(history_url(page.slug).suffixed(".atom"), site.words("plan.atom"))),
         when(has_public_pages(page), [&] { return li(link_to(site.local(follow_url(page.slug)), site.words("follow.link"))); })));
}

Html context(const Site& site, const PlanPage& page) {
  if (page.context.empty()) return {};
  return govuk::details({.summary_text = site.words("plan.context"), .text = quoted_lines(page.provenance.language, page.context)});
}

}  // namespace

Html plan_content(const PlanPage& page, const Site& site) {
  const bool promises = !are_criteria_alone(page.kinds);
  return join(head_of(site, page), promises ? answer_line(site, page) : criteria_answer(site, page), voices_section(site, page.voices, page.slug, page.provenance.language),
              when(promises, [&] { return join(next_dates(site, page), by_theme(site, page)); }), items(site, page), gone_elsewhere(site, page),
              key_to_words(site), indicators(site, page), context(site, page), provenance(site, page));
}

Html plan_page(const PlanPage& page, const Site& site) {
  return frame(site, {.title = page.title}, plan_content(page, site));
}

}  // namespace makegood::pages
