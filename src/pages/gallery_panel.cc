#include "pages/gallery_panel.h"

namespace makegood::pages {
namespace {

Voice post(std::string words) {
  Voice voice;
  voice.post_words = std::move(words);
  return voice;
}

Update update(std::string id, std::string_view item, Claim claim, std::string_view on, std::int64_t said) {
  Update made;
  made.id = UpdateId(std::move(id));
  made.plan = "aberllyn-fair-chances";
  made.item = ItemId(std::string(item));
  made.claim = claim;
  made.voice = post("Head of Human Resources, Aberllyn Council");
  made.narrative = "Every stage was counted.\nShortlisting loses most.";
  made.state = UpdateState::published;
  made.day = day(on);
  made.said = said;
  return made;
}

Evidence link(std::string id, std::string text) {
  Evidence made;
  made.id = EvidenceId(std::move(id));
  made.kind = EvidenceKind::link;
  made.text = std::move(text);
  made.url = "https://aberllyn.example/recruitment";
  made.open = true;
  return made;
}

PanelFinding finding(std::string id, const Update& about, Found found, std::string_view on, std::int64_t said) {
  PanelFinding made;
  made.id = FindingId(std::move(id));
  made.plan = about.plan;
  made.item = about.item;
  made.update = about.id;
  made.found = found;
  made.reasons = "The figures are there.\nWhat was changed because of them is not.";
  made.voice = post("Race Equality Panel");
  made.day = day(on);
  made.said = said;
  return made;
}

Challenge challenge(std::string id, std::string_view item, std::string question, std::string_view due) {
  Challenge made;
  made.id = ChallengeId(std::move(id));
  made.item = ItemId(std::string(item));
  made.question = std::move(question);
  made.raised = day("2026-08-01");
  made.answer_due = day(due);
  made.voice = post("Race Equality Panel");
  return made;
}

Redating moved(std::string_view item, std::string_view from, std::string_view to, bool agreed, std::string reason) {
  return {ItemId(std::string(item)), day(from), day(to), agreed, "Equality Officer, Aberllyn Council", std::move(reason), "2026-08-20T10:00:00Z", 31};
}

const Viewer kPanel{.name = "Race Equality Panel", .csrf = "token", .panel = true, .opens = [](const Url& url) { return !url.view().starts_with("/desk"); }};
const PanelRights kAll{true, true, true, true, true, true};

class PanelPages {
 public:
  explicit PanelPages(Language language) : language_(language) {}
  template <class Page>
  void add(std::string name, const Url& path, Html (*page)(const Page&, const Site&), const Page& values, const std::optional<Viewer>& viewer = {}) {
    Site site = gallery_site(language_, path);
    site.viewer = viewer;
    pages_.push_back({std::move(name), page(values, site)});
  }
  [[nodiscard]] std::vector<GalleryPage> pages() && { return std::move(pages_); }

 private:
  Language language_;
  std::vector<GalleryPage> pages_;
};

ItemPage item_with_voices(const Plan& plan, const char* id, const Progress& progress, const PanelRights& rights) {
  const ItemId item{id};
  RuleBook rules(gallery_today());
  hear(rules, plan, progress);
  auto page = *make_item_page(plan, item, {.is_public = true}, {}, rules);
  page.panel = make_panel_voice(plan.slug, item, progress, rights, gallery_today());
  page.computed = computed_status(page.item, makegood::standing_of(progress, item), gallery_today());
  return page;
}

void add_items(PanelPages& made, const Plan& plan, const Progress& progress) {
  const auto today = gallery_today();
  made.add("item-panel", item_url(plan.slug, ItemId("k2")), item_page, item_with_voices(plan, "k2", progress, kAll), kPanel);
  made.add("item-held", item_url(plan.slug, ItemId("k6")), item_page, item_with_voices(plan, "k6", public_part(progress), {}));
  RuleBook rules(today);
  hear(rules, plan, public_part(progress));
  auto page = make_plan_page(plan, {.is_public = true}, {}, rules);
  page.voices = make_voices_summary(plan, public_part(progress), today);
  made.add("plan-voices", plan_url(plan.slug), plan_page, page);
  made.add("panel", "/panel", panel_page, make_panel_page({{&plan, &progress, kAll, "en"}}, today), kPanel);
  const Progress nothing;
  made.add("panel-nothing", "/panel", panel_page, make_panel_page({{&plan, &nothing, kAll, "en"}}, today), kPanel);
  auto slipped = make_slipped_page(plan, progress, today);
  made.add("slipped", slipped_url(plan.slug), slipped_page, slipped);
  Plan still = plan;
  still.items.resize(1);
  made.add("slipped-nothing", slipped_url(plan.slug), slipped_page, make_slipped_page(still, nothing, today));
}

void add_forms(PanelPages& made, const Plan& plan, const Progress& progress) {
  const auto beside = [&](const char* id) { return *make_beside_item(plan, ItemId(id), progress, gallery_today()); };
  const auto url = [&](const char* id, std::string_view step = {}) { return panel_url(plan.slug, ItemId(id), step); };
  made.add("finding", url("k2"), finding_page, FindingPage{beside("k2"), {"", "", {}, "30"}, {}, {}, {}}, kPanel);
  FindingPage faulty{beside("k2"), {"", "", {"e1"}, "30"}, {}, {}, {}};
  faulty.faults = faults_of(faulty.form);
  made.add("finding-faults", url("k2"), finding_page, faulty, kPanel);
  made.add("finding-no-claim", url("k4"), finding_page, FindingPage{beside("k4"), {"", "", {}, "4"}, {}, {}, {}}, kPanel);
  ChallengePage asking{beside("k2"), {"Which stage was changed?", {"31", "2", "2026"}}, {}, {}};
  asking.faults = faults_of(asking.form, gallery_today());
  made.add("challenge", url("k2", "challenge"), challenge_page, asking, kPanel);
  for (const auto& row : kPanelSteps) {
    PanelStepPage page;
    page.step = row.step;
    page.beside = beside("k2");
    page.about = "f1";
    if (row.step == PanelStep::answer) page.challenge = progress.challenges.front();
    if (row.step == PanelStep::comment) page.faults = {{"text", "panel.step.comment.error"}};
    made.add("panel-" + std::string(row.word), url("k2", row.word), panel_step_page, page, kOfficer);
  }
  RedatePage moving{beside("k3"), "soon", "", "12", {{"redate", "grid.error.redate"}, {"reason", "form.error.reason"}}, {}, {}};
  made.add("redate", redate_url(plan.slug, ItemId("k3")), redate_page, moving, kOfficer);
}

BulkLine line(std::string_view id, std::string title, std::vector<FieldChange> changes, std::string refusal = {}) {
  return {ItemId(std::string(id)), "", std::move(title), std::move(changes), {}, {}, std::move(refusal), {}, {}};
}

void add_grid(PanelPages& made, const Plan& plan, const Progress& progress) {
  const auto today = gallery_today();
  const std::vector<ItemObjective> objectives = {{plan.slug, ItemId("k2"), "Fair recruitment at every stage", true, true, false}};
  auto grid = make_grid_page(plan, progress, {}, objectives, {}, today);
  made.add("grid", grid_url(plan.slug), grid_page, grid, kOfficer);
  auto filtered = make_grid_page(plan, progress, {}, objectives, grid_query_from({{"claim", "complete"}, {"to", "2027-01-31"}}), today);
  filtered.saved = {{"Late ones", "status=overdue"}, {"Of the schools", "theme=t2"}};
  filtered.form.items = {"k2"};
  filtered.form.owners = "Director of People";
  filtered.faults = {{"reason", "form.error.reason"}};
  made.add("grid-faults", grid_url(plan.slug), grid_page, filtered, kOfficer);
  BulkPage bulk;
  bulk.slug = plan.slug;
  bulk.plan_title = plan.title;
  bulk.form.reason = "The directorates were merged.";
  bulk.rows = "k2:30 k3:4";
  bulk.changing = {line("k2", plan.items[1].title, {{ItemField::owners, {"Head of Human Resources"}, {"Director of People"}}, {ItemField::redated, {"2026-03-31"}, {"2026-12-31"}}}),
                   line("k3", "Train the governors of every school.", {{ItemField::owners, {}, {"Director of People"}}})};
  bulk.changing[1].duty_before = ItemObjective{};
  bulk.changing[1].duty_after = objectives[0];
  bulk.form.limbs = {"a", "b"};
  bulk.refused = {line("k8", "Agree one way of recording ethnicity with partners.", {}, "the start, 1 February 2027, is after the due date, 31 December 2026")};
  bulk.unchanged = 2;
  made.add("bulk", grid_url(plan.slug, "preview"), bulk_page, bulk, kOfficer);
  bulk.refusal = "nothing was changed: somebody else changed some of these items while you looked";
  bulk.meanwhile = {bulk.changing[0]};
  bulk.meanwhile[0].changed_by = "Head of Policy";
  bulk.meanwhile[0].changed_at = "2026-09-15T09:12:00Z";
  made.add("bulk-conflict", grid_url(plan.slug, "change"), bulk_page, bulk, kOfficer);
}

}  // namespace

Progress gallery_progress() {
  Progress progress;
  progress.plan = "aberllyn-fair-chances";
  auto complete = update("u1", "k2", Claim::complete, "2026-07-01", 20);
  complete.evidence = {link("e1", "Recruitment, stage by stage"), link("e2", "")};
  const auto on_track = update("u2", "k3", Claim::on_track, "2026-08-03", 21);
  auto unseen = update("u3", "k6", Claim::complete, "2026-08-10", 22);
  auto late = update("u4", "k8", Claim::at_risk, "2026-08-12", 23);
  late.forecast = day("2027-03-31");
  const auto again = update("u5", "k7", Claim::complete, "2026-09-01", 28);
  progress.updates = {complete, on_track, unseen, late, again};
  progress.findings = {finding("f1", complete, Found::partly_evidenced, "2026-07-20", 25), finding("f2", unseen, Found::not_evidenced, "2026-08-15", 26),
                       finding("f3", again, Found::no_effect_seen, "2026-08-20", 27)};
  progress.findings[0].looked_at = {EvidenceId("e1"), EvidenceId("e2")};
  progress.findings[0].comments = {{post("Equality Officer, Aberllyn Council"), "What was changed is decided in November.", "2026-07-28T09:00:00Z"}};
  progress.findings[1].hold = FindingHold{"Monitoring Officer", "Proceedings are live.", "2026-08-18T09:00:00Z"};
  progress.challenges = {challenge("c1", "k2", "Which stage was changed because of it?", "2026-09-01"), challenge("c2", "k3", "How many schools are left?", "2026-10-01")};
  auto answered = challenge("c3", "k2", "Who reads the figures?", "2026-08-20");
  answered.answer = "The board, each quarter.";
  answered.answered = day("2026-08-19");
  answered.answered_by = post("Head of Human Resources, Aberllyn Council");
  progress.challenges.push_back(answered);
  progress.redatings = {moved("k8", "2026-09-30", "2026-10-31", false, "It was read wrongly."), moved("k8", "2026-10-31", "2027-01-31", true, "Two partners joined late.")};
  return progress;
}

std::vector<GalleryPage> panel_gallery(Language language) {
  const auto plan = gallery_plan();
  const auto progress = gallery_progress();
  PanelPages made(language);
  add_items(made, plan, progress);
  add_forms(made, plan, progress);
  add_grid(made, plan, progress);
  return std::move(made).pages();
}

}  // namespace makegood::pages
