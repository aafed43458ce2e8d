#include "pages/gallery_assessment.h"

#include "framework/fixture.h"
#include "pages/assessment_pages.h"
#include "pages/public_pages.h"

namespace makegood::pages {

namespace {

using framework::fixture::Told;

Plan ladder() {
  auto plan = framework::fixture::plan_of_criteria(4);
  plan.title = "Equality ladder";
  plan.items[0].title = "Information about communities is gathered and shared";
  plan.items[0].detail = "The council gathers information about its communities with its partners, and each uses what the other holds.";
  plan.items[1].title = "Managers answer for equality";
  return plan;
}

/// A round that is closed, and another in which two assessors differ.
Told two_rounds() {
  Told t;
  t.open("2025", "achieving");
  t.rate("c1", "Head of Equality, Aberllyn Council", "achieving");
  t.rate("c2", "Head of Equality, Aberllyn Council", "developing");
  t.close("2025");
  t.open("2026", "achieving");
  t.rate("c1", "Head of Equality, Aberllyn Council", "excellent");
  t.rate("c1", "Race Council Wales", "developing");
  t.rate("c2", "Race Council Wales", "achieving");
  t.rate("c3", "Race Council Wales", "developing");
  t.told("criterion.served", framework::write(framework::Service{ItemId("c3"), "aberllyn", ItemId("k2"), "2 Find out where applicants are lost", "", false}));
  return t;
}

CriterionPage criterion(const Plan& plan, const Told& told) {
  return {.plan = &plan, .item = &plan.items[0], .assessment = &told.a, .round = "2026", .assessor = "Head of Equality, Aberllyn Council", .sees_others = true, .may_run = true};
}

}  // namespace

std::vector<GalleryPage> assessment_gallery(Language language) {
  const auto plan = ladder();
  const auto told = two_rounds();
  const auto fresh = Told();
  auto site = gallery_site(language, desk_assessment_url(plan.slug));
  site.viewer = kOfficer;
  std::vector<GalleryPage> pages;
  pages.push_back({"assessment", assessment_page({.plan = &plan, .assessment = &told.a, .round = "2026", .may_run = true}, site)});
  pages.push_back({"assessment-first", assessment_page({.plan = &plan, .assessment = &fresh.a, .may_run = true, .name = "2026", .again = {"31", "2", "2027"},
                                                        .refusal = "there is no day 2027-2-31", .fault = "again"}, site)});
  Provenance provenance;
  provenance.is_public = true;
  pages.push_back({"plan-of-criteria", plan_page(make_plan_page(plan, provenance, {}, gallery_today()), site)});
  pages.push_back({"home-of-criteria", home_page({{make_plan_line({&plan, provenance}, gallery_today())}}, site)});
  const framework::Assessment none;
  pages.push_back({"assessment-levels", assessment_page({.plan = &plan, .assessment = &none, .may_run = true}, site)});
  pages.push_back({"criterion", criterion_page(criterion(plan, told), site)});
  auto hidden = criterion(plan, told);
  hidden.sees_others = hidden.may_run = false;
  hidden.assessor = "Head of Housing, Aberllyn Council";
  hidden.step = "rate";
  hidden.form.level = "achieving";
  hidden.refusal = "say why it is that level";
  hidden.fault = "reasons";
  pages.push_back({"criterion-refused", criterion_page(hidden, site)});
  const auto open_site = gallery_site(language, assessment_url(plan.slug));
  pages.push_back({"assessment-public", public_assessment_page({.plan = &plan, .assessment = &told.a, .round = "2025"}, open_site)});
  return pages;
}

}  // namespace makegood::pages
