#include "pages/gallery.h"

namespace makegood::pages {

namespace {

Provenance public_provenance() {
  return {.document = "aberllyn-plan.docx",
          .imported = Day::parse("2026-05-20").value(),
          .released = Day::parse("2026-06-01").value(),
          .changed = Day::parse("2026-07-14").value(),
          .is_public = true,
          .language = "en"};
}

std::vector<HistoryLine> gallery_history() {
  return {{.when = "2026-05-20T09:00:00Z", .who = "Coordinator", .kind = "plan.adopted", .subject = "aberllyn-plan.docx", .sequence = 1},
          {.when = "2026-07-14T10:30:00Z", .who = "Coordinator", .kind = "item.corrected",
           .subject = "Find out where applicants are lost", .item = ItemId("k2"),
           .changes = {{ItemField::title, {"Find out where aplicants are lost."}, {"Find out where applicants are lost."}},
                       {ItemField::owners, {}, {"Head of Human Resources"}}},
           .reason = "A letter was missing.", .sequence = 3},
          {.when = "2026-06-01T12:00:00Z", .who = "Publisher", .kind = "plan.released", .sequence = 2}};
}

Plan long_plan() {
  Plan plan = gallery_plan();
  const auto items = plan.items;
  for (int round = 0; round < 12; ++round)
    for (auto item : items) {
      item.id.text += "x" + std::to_string(round);
      if (!item.parent.empty()) item.parent.text += "x" + std::to_string(round);
      plan.items.push_back(std::move(item));
    }
  return plan;
}

class Gallery {
 public:
  explicit Gallery(Language language) : language_(language) {}

  template <class Page>
  void add(std::string name, const Url& path, Html (*page)(const Page&, const Site&), const Page& values,
           const std::optional<Viewer>& viewer = {}) {
    Site site = gallery_site(language_, path);
    site.viewer = viewer;
    pages_.push_back({std::move(name), page(values, site)});
  }
  [[nodiscard]] std::vector<GalleryPage> pages() && { return std::move(pages_); }

 private:
  Language language_;
  std::vector<GalleryPage> pages_;
};

void add_public(Gallery& gallery, const Plan& plan) {
  const auto today = gallery_today();
  const auto from = public_provenance();
  const KnownPlan known{&plan, from};
  gallery.add("home", "/", home_page, HomePage{{make_plan_line(known, today)}, false});
  gallery.add("home-fresh", "/", home_page, HomePage{{}, true}, Viewer{"Coordinator", true, true, "token"});
  gallery.add("plan", plan_url(plan.slug), plan_page, make_plan_page(plan, from, {}, today));
  const auto filtered = plan_query_from({{"status", "overdue"}, {"sort", "-due"}});
  gallery.add("plan-filtered", plan_url(plan.slug), plan_page, make_plan_page(plan, from, filtered, today));
  gallery.add("plan-long", plan_url(plan.slug), plan_page, make_plan_page(long_plan(), from, plan_query_from({{"page", "2"}}), today));
  for (const auto* id : {"k2", "k2a", "k4"})
    gallery.add(std::string("item-") + id, item_url(plan.slug, ItemId(id)), item_page,
                *make_item_page(plan, ItemId(id), from, gallery_history(), today), Viewer{"Coordinator", true, true, "token"});
  gallery.add("history", history_url(plan.slug), history_page,
              HistoryPage{plan.slug, plan.title, "en", newest_first(gallery_history())});
  gallery.add("search", Url("/search").with("q", "school"), search_page, make_search_page({known}, "school", today));
  gallery.add("search-nothing", Url("/search").with("q", "zebra"), search_page, make_search_page({known}, "zebra", today));
}

}  // namespace

Site gallery_site(Language language, const Url& path) {
  Site site{Words::for_language(language)};
  site.service_name = "Makegood";
  site.council_name = "Aberllyn Council";
  site.today = gallery_today();
  site.path = path;
  site.assets = {.stylesheet = "/assets/makegood.css", .script = "/assets/makegood.mjs", .icon = "/assets/icon.svg"};
  site.base_url = "https://plans.example.org";
  return site;
}

std::vector<GalleryPage> gallery_pages(Language language) {
  const auto plan = gallery_plan();
  Gallery gallery(language);
  add_public(gallery, plan);
  return std::move(gallery).pages();
}

}  // namespace makegood::pages
