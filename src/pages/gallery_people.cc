#include "pages/gallery_people.h"

#include "pages/directory_pages.h"
#include "people/keep.h"

namespace makegood::pages {
namespace {

const Viewer kCoordinator{"Coordinator", true, true, "token"};

class PeopleGallery {
 public:
  explicit PeopleGallery(Language language) : language_(language) {}

  template <class Page>
  void add(std::string name, const Url& path, Html (*page)(const Page&, const Site&), const Page& values) {
    auto site = gallery_site(language_, path);
    site.viewer = kCoordinator;
    pages_.push_back({std::move(name), page(values, site)});
  }
  std::vector<GalleryPage> pages() { return std::move(pages_); }

 private:
  Language language_;
  std::vector<GalleryPage> pages_;
};

void add_nouns(PeopleGallery& gallery, const Directory& directory) {
  const auto today = gallery_today();
  const auto& post = directory.posts[0];
  gallery.add("directory-post", post_form_url(post.id), noun_page, post_page(directory, post, today));
  gallery.add("directory-post-new", post_form_url({}), noun_page, post_page(directory, {}, today));
  auto changed = post_page(directory, post, today);
  const auto current = changed.form;
  fill(changed.form, {{"title", "Head of Homes"}, {"organisation", "council"}, {"from-day", "31"}, {"from-month", "2"}, {"from-year", "2026"}, {"seen", "3"}});
  look_over(changed.form);
  tell_changes(changed.form, current);
  changed.refusal = "somebody else changed this meanwhile: look at it again";
  gallery.add("directory-post-changed", post_form_url(post.id), noun_page, changed);
  const auto& person = directory.people[0];
  gallery.add("directory-person", person_form_url(person.id), noun_page, person_page(directory, person, {{"aberllyn", "The Aberllyn plan", 0}}, today));
  gallery.add("directory-organisation", organisation_form_url(directory.organisations[1].id), noun_page, organisation_page(directory, directory.organisations[1]));
}

}  // namespace

Directory gallery_directory() {
  Directory d;
  const OrganisationId council("council"), police("police"), old("old");
  keep(d, Organisation{council, "Aberllyn Council", {"the Council"}});
  keep(d, Organisation{police, "Llyn Valley Police", {"LVP"}});
  keep(d, Organisation{old, "Aberllyn Homes", {}, {std::nullopt, day("2025-03-31")}, council});
  keep(d, Post{PostId("housing"), "Head of Housing", council, {}, {}, {}, "Communities"});
  keep(d, Post{PostId("youth"), "Youth Lead", council});
  keep(d, Post{PostId("people"), "Head of People", council});
  keep(d, Post{PostId("clerk"), "Clerk", old});
  keep(d, Post{PostId("hate"), "Hate Crime Officer", police});
  keep(d, Person{PersonId("h"), "", "housing@aberllyn.example"});
  keep(d, Person{PersonId("y"), "", "youth@aberllyn.example", "cy", day("2026-03-31")});
  keep(d, Person{PersonId("p"), "", "people@aberllyn.example"});
  keep(d, Person{PersonId("c")});
  keep(d, Holding{PostId("housing"), PersonId("h"), {day("2024-09-01"), std::nullopt}});
  keep(d, Holding{PostId("housing"), PersonId("p"), {std::nullopt, day("2024-08-31")}});
  keep(d, Holding{PostId("youth"), PersonId("y"), {}});
  keep(d, Holding{PostId("people"), PersonId("p"), {}});
  keep(d, Holding{PostId("clerk"), PersonId("c"), {}});
  keep(d, Holding{PostId("hate"), PersonId("h"), {std::nullopt, day("2026-05-01")}});
  keep(d, Delegation{PostId("people"), PersonId("h"), {day("2026-01-01"), std::nullopt}, "Long leave"});
  keep(d, RoleGrant{PersonId("h"), {access::Role::scrutineer, "aberllyn", ""}, {day("2026-01-01"), std::nullopt}});
  d.sequence = 21;
  return d;
}

std::vector<GalleryPage> people_gallery(Language language, const Plan& plan) {
  PeopleGallery gallery(language);
  const auto directory = gallery_directory();
  const auto today = gallery_today();
  auto people = make_people_page(directory, "", today);
  people.may_change = true;
  people.plans = {{plan.slug, plan.title, 7, 2}};
  gallery.add("people", "/desk/people", people_page, people);
  gallery.add("people-fresh", "/desk/people", people_page, make_people_page({}, "", today));
  gallery.add("people-none", "/desk/people", people_page, make_people_page(directory, "xyz", today));
  add_nouns(gallery, directory);
  gallery.add("directory-import", "/desk/people/import", directory_import_page, DirectoryImportPage{});
  DirectoryImportPage faults;
  faults.faults = {{Fault::invalid_input, "\"housing at aberllyn\" is not an e-mail address", "row 4, column \"E-mail\""}};
  gallery.add("directory-import-faults", "/desk/people/import", directory_import_page, faults);
  DirectoryImportPage trial;
  trial.file = "directory.csv";
  trial.would_change = {1, 12, 11, 11};
  trial.findings = {{"column_not_used", "the column \"Phone\" is not used", "row 1"}};
  gallery.add("directory-import-trial", "/desk/people/import", directory_import_page, trial);
  auto matching = directory;
  keep(matching, OwnerMatch{plan.slug, plan.items[0].owners.empty() ? "" : plan.items[0].owners[0], PostId("people"), {}});
  auto match = make_match_page(plan, matching, "", today);
  gallery.add("match", match_url(plan.slug), match_page, match);
  if (!match.open.empty()) {
    match.open[0].picked = "other";
    match.open[0].other = "Somebody";
    match.open[0].fault = "people.error.other";
  }
  match.from = {"31", "2", "2026"};
  match.from_fault = "form.error.date";
  gallery.add("match-faults", match_url(plan.slug), match_page, match);
  OwnerPage owner{.post = post_line(directory, directory.posts[4], today), .in_words = post_in_words(directory, PostId("hate"), today), .items = 1, .overdue = 1};
  owner.plans = {{plan.slug, plan.title, "en", {row_for(plan, plan.items[0], today)}}};
  gallery.add("owner", owner_url(PostId("hate")), owner_page, owner);
  return gallery.pages();
}

}  // namespace makegood::pages
