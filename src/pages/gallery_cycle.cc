#include "pages/gallery_cycle.h"

#include "pages/cycle_page.h"

namespace makegood::pages {
namespace {

/// Every state of a reply: silent, in part, all, no change, taken back.
std::vector<RequestLine> requests(const Day& today) {
  const auto asked = today.plus_days(-12);
  RequestLine silent{.id = "r1", .post = "Head of Housing, Aberllyn Council", .items = 3, .asked = asked, .last_letter = today.plus_days(-2)};
  silent.next_letter = today.plus_days(1);
  RequestLine some{.id = "r2", .post = "Llyn Valley Police", .state = ReplyState::some, .items = 2, .answered = 1, .asked = asked, .last_letter = asked};
  some.last_answer = today.plus_days(-3);
  some.escalated = today;
  some.escalated_to = "Director of Policy, Aberllyn Council";
  some.next_letter = asked.plus_days(3);
  RequestLine same{.id = "r3", .post = "Youth Lead, Aberllyn Council", .state = ReplyState::answered, .items = 1, .answered = 1, .no_change = 1, .asked = asked, .last_letter = asked};
  same.last_answer = today.plus_days(-8);
  RequestLine back{.id = "r4", .post = "Head of People, Aberllyn Council", .state = ReplyState::revoked, .items = 2, .asked = asked, .last_letter = asked};
  back.revoked = today.plus_days(-5);
  back.revoked_because = "sent to the wrong post";
  return {silent, some, same, back};
}

CyclePage open_page(const Plan& plan, const Day& today) {
  CyclePage page;
  page.slug = plan.slug;
  page.title = plan.title;
  page.is_open = true;
  page.cycle = CycleId::containing(today, Frequency::quarterly, plan.settings);
  page.period = period_of(*page.cycle, plan.settings);
  page.opened = today.plus_days(-12);
  page.closes = today.plus_days(16);
  page.requests = requests(today);
  page.unasked = {{plan.items[0].id, plan.items[0].ref + " " + headline(plan.items[0].title), "Head of Schools", WhyNot::vacant},
                  {plan.items[1].id, headline(plan.items[1].title), "", WhyNot::no_post}};
  page.form = schedule_form({});
  return page;
}

}  // namespace

std::vector<GalleryPage> cycle_gallery(Language language, const Plan& plan) {
  std::vector<GalleryPage> pages;
  const auto today = gallery_today();
  const auto add = [&](std::string name, const Url& path, auto make, const auto& values) {
    auto site = gallery_site(language, path);
    site.viewer = Viewer{"Coordinator", true, true, "token"};
    pages.push_back({std::move(name), make(values, site)});
  };
  const auto open = open_page(plan, today);
  add("cycle-open", cycle_url(plan.slug), cycle_page, open);
  CyclePage never;
  never.slug = plan.slug;
  never.title = plan.title;
  never.letters = {{"Head of Housing, Aberllyn Council", 3, false}, {"Youth Lead, Aberllyn Council", 1, true}};
  never.form = schedule_form({});
  never.suggested_officer = "Equality Officer";
  never.is_set = true;
  add("cycle-never", cycle_url(plan.slug), cycle_page, never);
  auto closed = open;
  closed.is_open = false;
  closed.next_opens = day("2026-01-01");
  closed.requests.front().state = ReplyState::silent;
  closed.requests.front().next_letter.reset();
  closed.refusal = "no cycle is open";
  add("cycle-closed", cycle_url(plan.slug), cycle_page, closed);
  auto over = closed;
  over.refusal.clear();
  over.waits_to_close = true;
  add("cycle-over", cycle_url(plan.slug), cycle_page, over);
  add("cycle-overview", "/desk/cycle", cycle_overview_page, CycleOverview{{open, never}});
  return pages;
}

}  // namespace makegood::pages
