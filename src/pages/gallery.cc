#include "pages/gallery.h"

#include <functional>

#include "pages/gallery_forms.h"
#include "pages/gallery_panel.h"
#include "pages/gallery_protection.h"
#include "pages/gallery_reply.h"
#include "pages/gallery_assessment.h"
#include "pages/gallery_group.h"
#include "pages/gallery_meeting.h"
#include "pages/gallery_report.h"
#include "pages/gallery_sheet.h"
#include "pages/gallery_cycle.h"
#include "pages/gallery_people.h"
#include "pages/gallery_register.h"
#include "pages/gallery_source.h"
#include "pages/gallery_tokens.h"
#include "pages/source_page.h"

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
  /// A page that takes nothing but the site, or that needs more than one value.
  void add_made(std::string name, const Url& path, const std::function<Html(const Site&)>& make,
                const std::optional<Viewer>& viewer = {}) {
    Site site = gallery_site(language_, path);
    site.viewer = viewer;
    pages_.push_back({std::move(name), make(site)});
  }
  [[nodiscard]] std::vector<GalleryPage> pages() && { return std::move(pages_); }

 private:
  Language language_;
  std::vector<GalleryPage> pages_;
};

// A plan of the schools that includes an item with its commitments, and one that its home no longer has.
void add_shared(Gallery& gallery, Plan home, const Provenance& from) {
  const auto today = gallery_today();
  home.items.back().absent = true;
  home.items.back().departure = Departure{DepartureReason::completed, {}, "The event was held in July.", {}};
  Plan schools;
  schools.slug = "aberllyn-schools";
  schools.title = "The Aberllyn schools plan";
  schools.themes = {{ThemeId("s1"), "Staff", {}, {}}};
  const auto include = [&](const Item& item, std::string theme) {
    return IncludedItem{{home.slug, home.title, item.id, schools.slug, schools.title, ThemeId(std::move(theme)), "The schools carry it out."}, &home, &item};
  };
  const std::vector<IncludedItem> included = {include(*find_item(home, ItemId("k2")), "s1"), include(*find_item(home, ItemId("k3")), ""),
                                              include(home.items.back(), "s1")};
  auto page = make_plan_page(include_items(schools, included), from, {}, today);
  tell_sharing(page, included, {});
  gallery.add("plan-included", plan_url(schools.slug), plan_page, page);
  std::vector<Inclusion> lent;
  for (const auto& one : included) lent.push_back(one.inclusion);
  auto lender = make_plan_page(home, from, {}, today);
  tell_sharing(lender, {}, lent);
  gallery.add("plan-lent", plan_url(home.slug), plan_page, lender);
  auto item = *make_item_page(home, ItemId("k3"), from, {}, today);
  item.lent = {lent[1]};
  gallery.add("item-shared", item_url(home.slug, ItemId("k3")), item_page, item);
  SharePage share{.slug = home.slug, .plan_title = home.title, .item = ItemId("k3"), .title = item.item.title, .places = places_in(schools)};
  gallery.add("share", share_url(home.slug, share.item), share_page, share, Viewer{"Coordinator", true, true, "token"});
  share.shown_in = {lent[1]};
  share.fault = {"reason-" + schools.slug, "form.error.reason"};
  gallery.add("share-fault", share_url(home.slug, share.item), share_page, share, Viewer{"Coordinator", true, true, "token"});
}

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
  add_shared(gallery, plan, from);
  gallery.add("history", history_url(plan.slug), history_page,
              HistoryPage{plan.slug, plan.title, "en", newest_first(gallery_history()), {}, {}, true});
  gallery.add("search", Url("/search").with("q", "school"), search_page, make_search_page({known}, "school", today));
  gallery.add("search-nothing", Url("/search").with("q", "zebra"), search_page, make_search_page({known}, "zebra", today));
}

ProposalLine waiting() {
  return {"pr1", "Fair chances: the Aberllyn race equality plan", "aberllyn-plan.docx", Day::parse("2026-09-14").value(), 11, 3};
}

void add_mail(Gallery& gallery) {
  LetterLine sent{"l1", "Head of Housing, housing@aberllyn.example", "Two promises need a word from you", "en", "ask", "sent",
                  "2026-09-14T09:00:00Z", "", "2026-09-14T09:00:02Z", 1, 0, ""};
  LetterLine failed{"l2", "schools@aberllyn.example", "Mae un addewid angen gair gennych", "cy", "remind", "failed",
                    "2026-09-13T09:00:00Z", "", "2026-09-13T09:00:02Z", 2, 1, "the mail server said: 550 5.1.1 no such mailbox"};
  LetterLine waits{"l3", "Police partnership, partnership@police.example", "One promise needs a word from you", "en", "ask", "waiting",
                   "2026-09-14T09:00:00Z", "2026-09-14T10:00:00Z", "", 3, 0, "the mail server cannot be used: Timeout was reached"};
  gallery.add("mail", mail_url(), mail_page, MailPage{1, 1, 1, 1, "", {waits, sent, failed}}, kOfficer);
  gallery.add("mail-none", mail_url(), mail_page, MailPage{}, kOfficer);
  gallery.add("letter", letter_url("l1"), letter_page,
              LetterPage{sent, "Please say what has happened.\n\nhttps://plans.aberllyn.example/reply/1\n", "<p>Please say what has happened.</p>", false, ""}, kOfficer);
  gallery.add("letter-refused", letter_url("l2"), letter_page, LetterPage{failed, "", "", true, "this letter is of no more use: its link has ended"}, kOfficer);
}

void add_following(Gallery& gallery, const Plan& plan) {
  FollowPage follow{.slug = plan.slug, .plan_title = plan.title, .themes = {{"theme:t1", "Fair chances at work"}}, .owners = {{"owner:Head of Housing", "Head of Housing"}}};
  follow.item = FollowChoice{"item:k2", find_item(plan, ItemId("k2"))->title};
  follow.about = "item:k2";
  gallery.add("follow", follow_url(plan.slug, "item:k2"), follow_page, follow);
  follow.email = "resident";
  follow.fault_field = "email";
  follow.refusal = "enter an e-mail address such as name@example.org";
  gallery.add("follow-fault", follow_url(plan.slug), follow_page, follow);
  gallery.add_made("follow-asked", follow_url(plan.slug), [&](const Site& site) { return follow_asked_page(site, follow); });
  ConfirmPage confirm{"1", plan.slug, plan.title, "en", false};
  gallery.add("follow-confirm", "/follow/confirm/1", confirm_page, confirm);
  confirm.done = true;
  gallery.add("follow-confirmed", "/follow/confirm/1", confirm_page, confirm);
  gallery.add("follow-stop", "/follow/stop/1", stop_page, StopPage{"1", {{"s1", plan.title, plan.title}, {"s2", plan.title, follow.item->title}}});
  gallery.add("follow-stopped", "/follow/stop/1", stop_page, StopPage{"1", {}});
  gallery.add_made("follow-refused", "/follow/stop/1", follow_refused_page);
  gallery.add("history-part", history_url(plan.slug).with("about", "item:k2"), history_page,
              HistoryPage{plan.slug, plan.title, "en", {gallery_history().at(1)}, "item:k2", follow.item->title, true});
}

void add_import(Gallery& gallery, const Plan& plan) {
  gallery.add("import", "/desk/import", import_page, ImportPage{{waiting()}, "", "", {{plan.slug, plan.title}}}, kOfficer);
  gallery.add("import-refused", "/desk/import", import_page,
              ImportPage{{}, "2026", "The document is password-protected; remove the password in Word or Excel and send it again."}, kOfficer);
  auto proposal = make_proposal_page(plan, waiting());
  proposal.last_step = "settled";
  const auto path = proposal_url("pr1");
  gallery.add("proposal", path, proposal_page, proposal, kOfficer);
  for (int asked = 1; asked < static_cast<int>(proposal.questions.size()); ++asked)
    gallery.add("proposal-question-" + std::to_string(asked + 1), path, proposal_page, make_proposal_page(plan, waiting(), {.asked = asked}), kOfficer);
  Plan settled = plan;
  settled.findings.clear();
  for (auto& item : settled.items) item.findings.clear(), item.timescale.findings.clear();
  auto revision = make_proposal_page(settled, waiting());
  revision.revision = RevisionCounts{2, 3, 1, 2};
  gallery.add("proposal-revision", path, proposal_page, revision, kOfficer);
}

// The pages that show the document: the source outlives them all.
void add_source(Gallery& gallery) {
  const auto source = gallery_source();
  const auto& plan = source.reading.plan;
  const auto path = proposal_url("pr1");
  gallery.add("proposal-source", path, proposal_page, make_proposal_page(plan, waiting(), {}, source.view()), kOfficer);
  auto reread = make_proposal_page(plan, waiting(), {.only_findings = true}, source.view());
  reread.last_step = "reread";
  reread.lost = {{"edited", "Publish who applies", "owners"}, {"settled", "Train every interview panel", "unreadable_date"}};
  gallery.add("proposal-reread", path, proposal_page, reread, kOfficer);
  gallery.add("source", source_url("pr1"), source_page, make_source_page(source.view(), plan, waiting(), 1, false), kOfficer);
  gallery.add("source-nothing", source_url("pr1").with("show", "nothing"), source_page,
              make_source_page(source.view(), plan, waiting(), 1, true), kOfficer);
  auto form = make_plan_form_page(plan, "pr1");
  form.indicators = {{IndicatorId("1"), plan.themes.at(0).id, "Share of appointments", "percent", {}}};
  gallery.add("plan-form", plan_form_url("pr1"), plan_form_page, form, kOfficer);
  form.refusal = "there is a theme of this name already";
  form.fault_at = plan_form_field({PlanPart::new_theme, "", "", "", ""});
  form.typed = "Recruitment";
  gallery.add("plan-form-refused", plan_form_url("pr1"), plan_form_page, form, kOfficer);
}

// The plan a year on: one item reworded and re-dated, one with another owner, one moved, one new, one gone.
Plan newer_plan(const Plan& plan) {
  Plan newer = plan;
  auto& late = *find_item(newer, ItemId("k2"));
  late.title = "Find out at which stage applicants from ethnic minorities are lost between applying and starting work, and change what "
               "loses them. Publish what was found each spring, with a sentence on what it means.";
  late.timescale_raw = "Q4 2026/27";
  late.timescale = read_timescale(late.timescale_raw);
  find_item(newer, ItemId("k3"))->owners = {"Director of Education"};
  find_item(newer, ItemId("k8"))->theme = ThemeId("t1");
  newer.themes[1].title = "Schools and young people";
  find_item(newer, ItemId("k9"))->absent = true;
  find_item(newer, ItemId("k9"))->departure = Departure{DepartureReason::dropped, {}, "Residents asked for smaller meetings instead.", gallery_today()};
  auto added = *find_item(plan, ItemId("k3"));
  added.id = ItemId("k10");
  added.ref = "2.3";
  added.title = "Ask pupils each year whether what they learn tells the whole of history.";
  newer.items.push_back(added);
  return newer;
}

void add_changes(Gallery& gallery, const Plan& plan) {
  const auto newer = newer_plan(plan);
  const auto changes = compare_versions(plan, newer);
  gallery.add("changes", changes_url(plan.slug, "2025", "2026"), changes_page,
              ChangesPage{plan.slug, plan.title, "en", "2025", "2026", make_change_lines(plan, newer, changes), changes.themes});
  gallery.add("versions", versions_url(plan.slug), versions_page,
              VersionsPage{plan.slug, plan.title, "en", {{"2025", day("2025-11-27"), day("2025-12-01")}, {"2026", day("2026-09-14"), {}}, {"2026-11-02", day("2026-11-02"), {}}}});
  Plan draft = newer;
  std::erase_if(draft.items, [](const Item& item) { return item.absent; });
  find_item(draft, ItemId("k6"))->title = "Let a panel of residents look at records of stop and search";
  for (auto& item : draft.items) item.id.text = "n" + item.id.text, item.parent.text = item.parent.empty() ? "" : "n" + item.parent.text;
  auto asked = make_import_changes(plan, draft, compare(plan, draft));
  asked.id = "pr1";
  asked.can_undo = true;
  gallery.add("import-changes", import_changes_url("pr1"), import_changes_page, asked, kOfficer);
  auto refused = asked;
  const auto gone = std::find_if(refused.lines.begin(), refused.lines.end(), [](const ChangeLine& line) { return line.fate == Fate::gone; });
  refused.refusal = "say in a sentence why it was dropped: the public will read it";
  refused.typed = {gone->before.id, "dropped", "", ""};
  gallery.add("import-changes-refused", import_changes_url("pr1"), import_changes_page, refused, kOfficer);
  auto settled = make_import_changes(plan, plan, compare_versions(plan, plan));
  settled.id = "pr1";
  gallery.add("import-changes-settled", import_changes_url("pr1"), import_changes_page, settled, kOfficer);
}

ItemFormPage item_form_page(const Plan& plan, std::string_view id) {
  ItemFormPage page;
  page.plan_title = plan.title;
  page.item = *find_item(plan, ItemId(std::string(id)));
  page.form = item_form(page.item);
  page.themes = theme_choices(plan);
  return page;
}

void add_desk(Gallery& gallery, const Plan& plan) {
  const auto today = gallery_today();
  Provenance is_private = public_provenance();
  is_private.is_public = false;
  gallery.add("desk", "/desk", desk_page, make_desk_page({{&plan, public_provenance()}, {&plan, is_private}}, {waiting()}, today), kOfficer);
  const Viewer panel{.name = "Race Equality Panel", .csrf = "token", .panel = true, .opens = [](const Url& url) { return url.view() == "/panel" || url.view() == "/desk/registers"; }};
  gallery.add("desk-of-the-panel", "/desk", desk_page, make_desk_page({{&plan, public_provenance()}, {&plan, is_private}}, {}, today), panel);
  gallery.add("desk-fresh", "/desk", desk_page, make_desk_page({}, {}, today), kOfficer);
  gallery.add("release", release_url(plan.slug), release_page,
              ReleasePage{make_plan_page(plan, is_private, {}, today), release_questions(plan)}, kOfficer);
  gallery.add("release-public", release_url(plan.slug), release_page,
              ReleasePage{make_plan_page(plan, public_provenance(), {}, today), {}, true, false}, kOfficer);
  auto edit = item_form_page(plan, "k4");
  edit.proposal = "pr1";
  gallery.add("proposal-item", proposal_item_url("pr1", edit.item.id), proposal_item_page, edit, kOfficer);
  auto correct = item_form_page(plan, "k2");
  correct.slug = plan.slug;
  correct.form.title = "";
  correct.form.due = {"31", "2", "2027"};
  correct.faults = faults_of(correct.form, true);
  gallery.add("correct-faults", correct_url(plan.slug, correct.item.id), correct_page, correct, kOfficer);
}

void add_plain(Gallery& gallery, const Plan& plan) {
  gallery.add_made("how-we-know", "/how-we-know", how_we_know_page);
  gallery.add_made("accessibility-statement", "/accessibility-statement", accessibility_page);
  gallery.add_made("privacy", "/privacy", privacy_page);
  gallery.add("data", "/data", data_page, DataPage{{{plan.slug, plan.title, "en"}}});
  gallery.add("verify", "/verify", verify_page, VerifyPage{42, std::string(64, 'a'), ""});
  gallery.add("verify-broken", "/verify", verify_page, VerifyPage{42, std::string(64, 'a'), "entry 7: its hash is not that of its content"});
  gallery.add_made("not-found", "/nowhere", not_found_page);
  gallery.add_made("error", "/plans", [](const Site& site) { return error_page(site, "k3v9x2m7qa"); });
  gallery.add_made("refused", "/desk", [](const Site& site) { return refusal_page(site, "this form is too old: open it again"); });
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
  add_mail(gallery);
  add_following(gallery, plan);
  add_import(gallery, plan);
  add_source(gallery);
  add_desk(gallery, plan);
  add_changes(gallery, plan);
  add_plain(gallery, plan);
  auto pages = std::move(gallery).pages();
  for (auto& page : panel_gallery(language)) pages.push_back(std::move(page));
  for (auto& page : reply_gallery(language)) pages.push_back(std::move(page));
  for (auto& page : assessment_gallery(language)) pages.push_back(std::move(page));
  for (auto& page : meeting_gallery(language)) pages.push_back(std::move(page));
  for (auto& page : sheet_gallery(language)) pages.push_back(std::move(page));
  for (auto& page : people_gallery(language, plan)) pages.push_back(std::move(page));
  for (auto& page : gallery_sign_in(language)) pages.push_back(std::move(page));
  for (auto& page : cycle_gallery(language, plan)) pages.push_back(std::move(page));
  for (auto& page : tokens_gallery(language)) pages.push_back(std::move(page));
  for (auto& page : register_gallery(language)) pages.push_back(std::move(page));
  for (auto& page : group_gallery(language)) pages.push_back(std::move(page));
  for (auto& page : report_gallery(language, plan)) pages.push_back(std::move(page));
  for (auto& page : protection_gallery(language)) pages.push_back(std::move(page));
  for (auto& page : form_gallery(language)) pages.push_back(std::move(page));
  return pages;
}

}  // namespace makegood::pages
