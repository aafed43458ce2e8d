#include "pages/gallery_meeting.h"

#include "pages/meeting_page.h"

namespace makegood::pages {

namespace {

OtherWord said(Claim claim, std::string narrative) {
  OtherWord other{"Head of Human Resources, Aberllyn Council", {}};
  other.update.claim = claim;
  other.update.narrative = std::move(narrative);
  other.update.day = Day::make(2026, 6, 14).value();
  return other;
}

MeetingItem open_item(const Plan& plan, std::string_view id) {
  MeetingItem one;
  one.item = *find_item(plan, ItemId(std::string(id)));
  one.calendar = calendar_fact(plan, one.item, gallery_today());
  return one;
}

MeetingPage meeting(const Plan& plan) {
  MeetingPage page{.slug = plan.slug, .title = plan.title};
  page.parts = {{"Head of Human Resources, Aberllyn Council", {open_item(plan, "k2"), open_item(plan, "k2a")}}, {"", {open_item(plan, "k3")}}};
  page.parts[0].items[0].last = said(Claim::on_track, "The panel met twice.");
  return page;
}

MeetingPage refused(const Plan& plan) {
  auto page = meeting(plan);
  page.recorded = 1;
  auto& overtaken = page.parts[0].items[0];
  overtaken.form.claim = "at_risk";
  overtaken.form.narrative = "The first round brought nobody.";
  overtaken.refusal = "somebody else has reported on this since you opened it: look at what they said";
  overtaken.since = {said(Claim::off_track, "We have lost the officer who did this.")};
  page.parts[0].items[1].recorded = true;
  auto& faulty = page.parts[1].items[0];
  faulty.form.claim = "paused";
  faulty.form.date = {"31", "2", "2027"};
  faulty.faults = meeting_faults(faulty.form, faulty.item);
  faulty.faults.push_back({faulty.item.id.text + "-whose", "meeting.error.whose"});
  return page;
}

}  // namespace

std::vector<GalleryPage> meeting_gallery(Language language) {
  const auto plan = gallery_plan();
  std::vector<GalleryPage> pages;
  auto site = gallery_site(language, meeting_url(plan.slug));
  site.viewer = kOfficer;
  pages.push_back({"meeting", meeting_page(meeting(plan), site)});
  pages.push_back({"meeting-refused", meeting_page(refused(plan), site)});
  return pages;
}

}  // namespace makegood::pages
