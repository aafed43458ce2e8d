// What was promised, and is it being kept? A line for each plan, with its answer.

#include "html/components/content.h"
#include "pages/criteria.h"
#include "pages/page_parts.h"
#include "pages/public_pages.h"
#include "pages/search_form.h"

namespace makegood::pages {

using namespace html;

namespace {

Html plan_line(const Site& site, const PlanLine& line) {
  return li(cls("mg-plan"),
            h3(cls("govuk-heading-s mg-plan__title"),
               a(cls("govuk-link"), href(site.local(plan_url(line.slug))), lang(line.language), line.title)),
            when(!line.organisation.empty(), [&] { return p(cls("mg-item-note"), quoted(line.language, line.organisation)); }),
            p(cls("govuk-body mg-plan__answer"), plan_answer_words(site, line.kinds, line.answer)),
            p(cls("govuk-body-s"), site.words("plan.counts", {{"counts", kinds_words(site, line.kinds)}}),
              when(line.provenance.released.has_value(), [&] {
                return join(" ", site.words("plan.released", {{"date", *line.provenance.released}}));
              })));
}

Html first_step(const Site& site) {
  if (site.is_coordinator())
    return join(lead_text(site.words("home.fresh.coordinator")),
                govuk::button({.text = site.words("home.fresh.import"), .href = site.local("/desk/import"), .is_start_button = true}));
  return join(lead_text(site.words("home.fresh.reader")),
              when(!site.viewer, [&] { return p(cls("govuk-body"), link_to(site.local("/sign-in"), site.words("home.fresh.sign_in"))); }));
}

Html plans(const Site& site, const HomePage& page) {
  if (page.plans.empty()) return page.fresh ? first_step(site) : lead_text(site.words("home.none_public"));
  return join(lead_text(site.words("home.answer", {{"n", static_cast<int>(page.plans.size())}, {"date", site.today}})),
              h2(cls("govuk-heading-m"), site.words("home.plans")),
              ul(cls("govuk-list mg-plans"), each(page.plans, [&](const PlanLine& line) { return plan_line(site, line); })),
              p(cls("govuk-body-s"), site.words("home.basis", {{"date", site.today}}), " ",
                link_to(site.local("/how-we-know"), site.words("plan.how_we_know"))));
}

}  // namespace

Html home_page(const HomePage& page, const Site& site) {
  const auto heading = site.words("home.heading");
  return frame(site, {.title = heading},
               join(h1(cls("govuk-heading-l"), heading), plans(site, page),
                    when(!page.plans.empty(), [&] { return search_form(site, ""); })));
}

}  // namespace makegood::pages
