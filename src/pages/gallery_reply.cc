#include "pages/gallery_reply.h"

#include "pages/reply_question.h"
#include "pages/reply_typed.h"
#include "pages/sheet_pages.h"

namespace makegood::pages {

namespace {

const std::string kToken(64, 'a');

Evidence evidence(std::string id, EvidenceKind kind, std::string text, std::string url = {}, std::string source = {}) {
  Evidence one;
  one.id = EvidenceId(std::move(id));
  one.kind = kind;
  one.text = std::move(text);
  one.url = std::move(url);
  one.source = std::move(source);
  return one;
}

Evidence minutes() {
  auto file = evidence("e1", EvidenceKind::file, "What the panel agreed");
  file.name = "minutes-of-june.pdf";
  file.media = "application/pdf";
  file.size = 183'500;
  file.open = true;
  return file;
}

std::vector<Evidence> pieces() {
  auto quotation = evidence("e4", EvidenceKind::quotation, "For the first time somebody asked me why I left.");
  quotation.consent = quotation.open = true;
  return {minutes(), evidence("e2", EvidenceKind::link, "The published figures", "https://aberllyn.example/figures"),
          evidence("e3", EvidenceKind::figure, "47 per cent of shortlisted applicants", {}, "Recruitment records, 2025/26"), quotation};
}

std::vector<ShownEvidence> shown(ScanState scan) {
  std::vector<ShownEvidence> all;
  for (const auto& piece : pieces()) all.push_back({piece, scan, scan == ScanState::clean ? Url("/plans/x/items/k2/evidence/e1") : Url()});
  return all;
}

Update update(std::string id, std::string_view item, Claim claim, std::string_view on) {
  Update one;
  one.id = UpdateId(std::move(id));
  one.plan = gallery_plan().slug;
  one.item = ItemId(std::string(item));
  one.claim = claim;
  one.day = day(on);
  one.voice.post_words = "Head of Human Resources, Aberllyn Council";
  one.said = one.sequence = 40;
  return one;
}

Update complete() {
  auto one = update("u2", "k2", Claim::complete, "2026-09-10");
  one.narrative = "The figures for 2025/26 are out.\nMost applicants are lost between shortlisting and interview; both panels now follow one form.";
  one.evidence = pieces();
  one.said = one.sequence = 41;
  return one;
}

ReplyItem asked(const Plan& plan, std::string_view id) {
  ReplyItem one;
  one.item = *find_item(plan, ItemId(std::string(id)));
  if (const auto* parent = one.item.parent.empty() ? nullptr : find_item(plan, one.item.parent)) one.parent_title = parent->title;
  one.calendar = calendar_fact(plan, one.item, gallery_today());
  return one;
}

ReplyPage reply(const Plan& plan) {
  ReplyPage page;
  page.at = reply_url(kToken);
  page.sheet = reply_sheet_url(kToken);
  page.who = "Head of Human Resources, Aberllyn Council";
  page.plan_title = plan.title;
  page.closes = day("2026-10-31");
  page.items = {asked(plan, "k2"), asked(plan, "k2a"), asked(plan, "k3")};
  page.items[0].last = OtherWord{"Head of Human Resources, Aberllyn Council", update("u1", "k2", Claim::on_track, "2026-06-14")};
  return page;
}

AnswerForm typed_form() {
  AnswerForm form;
  form.claim = "at_risk";
  form.narrative = "The first round brought nobody.";
  form.date = date_fields(day("2027-03-31"));
  form.because = "A second round begins in January.";
  return form;
}

ReplyQuestion question(std::string_view item, std::string_view due) {
  Challenge one;
  one.id = ChallengeId("c-" + std::string(item));
  one.item = ItemId(std::string(item));
  one.question = "Which groups are missing from the figures?\nAnd since when?";
  one.raised = day("2026-09-14");
  one.answer_due = day(due);
  one.voice.post_words = "Chair of the Scrutiny Panel, Aberllyn Council";
  return {one, true};
}

ReplyPage asked_by_panel(const Plan& plan) {
  auto page = reply(plan);
  PanelFinding finding;
  finding.item = ItemId("k2");
  finding.found = Found::partly_evidenced;
  finding.reasons = "The figures are there for two of three panels.";
  finding.day = day("2026-09-14");
  finding.voice.post_words = "Chair of the Scrutiny Panel, Aberllyn Council";
  page.items[0].panel = PanelVoice{.slug = plan.slug, .item = ItemId("k2"), .finding = finding, .looked_at = {"The published figures"}, .today = gallery_today()};
  page.items[0].questions = {question("k2", "2026-10-20"), question("k2", "2026-09-28")};
  page.items[1].questions = {question("k2a", "2026-10-20")};
  page.items[1].questions[0].may_answer = false;
  return page;
}

ReplyQuestionPage asked_question(const Plan& plan) {
  ReplyQuestionPage page;
  page.challenge = question("k2", "2026-10-20").challenge;
  page.at = reply_question_url(kToken, page.challenge.id);
  page.back = reply_url(kToken);
  page.who = "Head of Human Resources, Aberllyn Council";
  page.plan_title = plan.title;
  page.item = *find_item(plan, ItemId("k2"));
  page.may_answer = true;
  page.closes = day("2026-10-31");
  return page;
}

ReplyQuestionPage answered_question(const Plan& plan) {
  auto page = asked_question(plan);
  page.challenge.answer = "The two smallest ones, since 2024.";
  page.challenge.answered = day("2026-10-05");
  page.challenge.answered_by.post_words = page.who;
  return page;
}

ReplyPage typed(const Plan& plan) {
  auto page = reply(plan);
  auto& first = page.items[0];
  first.begun = true;
  first.form = typed_form();
  first.evidence = shown(ScanState::waiting);
  return page;
}

ReplyPage with_faults(const Plan& plan) {
  auto page = typed(plan);
  page.has_scanner = false;
  auto& first = page.items[0];
  first.form.date = {"31", "2", "2027"};
  first.form.because.clear();
  first.form.link = "aberllyn.example";
  page.items[1].begun = true;
  page.items[1].form.claim = "dropped";
  for (auto* item : {&first, &page.items[1]}) item->faults = faults_of(item->form, item->item, {});
  return page;
}

ReplyPage sent(const Plan& plan) {
  auto page = reply(plan);
  page.items[0].sent = complete();
  page.items[0].sent_evidence = shown(ScanState::clean);
  page.items[0].form = answer_form(complete());
  page.items[1].sent = update("u3", "k2a", Claim::on_track, "2026-09-10");
  page.items[1].sent->state = UpdateState::returned;
  page.items[1].sent->question = "Which of the two panels?";
  return page;
}

ReplyPage signed_in(const Plan& plan) {
  auto page = reply(plan);
  page.at = my_items_url(plan.slug);
  page.sheet = {};
  page.signed_in = true;
  page.closes.reset();
  return page;
}

MyItemsPage mine(const Plan& plan) {
  return {{{.slug = plan.slug, .title = plan.title, .items = 3, .begun = 1, .closes = day("2026-10-31")}, {.slug = "schools", .title = "Schools plan", .items = 1}}};
}

ReplyPage overtaken(const Plan& plan) {
  auto page = typed(plan);
  auto other = update("u4", "k2", Claim::off_track, "2026-09-12");
  other.narrative = "We have lost the officer who did this.";
  page.items[0].since = {{"Learning and Development Manager, Aberllyn Council", other}};
  page.refusal = "somebody else has reported on this since you opened it: look at what they said";
  return page;
}

UpdatePage to_read(const Plan& plan, UpdateState state) {
  UpdatePage page;
  page.line = {plan.slug, plan.title, find_item(plan, ItemId("k2"))->title, "en", complete()};
  page.line.update.state = state;
  page.item = *find_item(plan, ItemId("k2"));
  page.before = update("u1", "k2", Claim::on_track, "2026-06-14");
  page.evidence = shown(ScanState::clean);
  page.form = approval_form(page.line.update);
  page.may_publish = true;
  return page;
}

UpdatesPage waiting(const Plan& plan) {
  UpdatesPage page;
  const auto line = to_read(plan, UpdateState::submitted).line;
  page.submitted = {line, line};
  page.submitted[1].update.versions = 2;
  page.approved = {line};
  page.returned = {line};
  return page;
}

StagePage stages(const Plan& plan) {
  StagePage page;
  page.slug = plan.slug;
  page.plan_title = plan.title;
  for (const auto& item : plan.items) page.items.push_back({item.id, item.ref, item.title, item.approval, Stage::in_plan, false});
  page.items[0].awaited = true;
  page.form.items = {plan.items[0].id.text};
  page.form.body = "The Board";
  page.faults = {{"day-day", "stages.error.no_day"}};
  return page;
}

Progress told() {
  Progress progress;
  auto first = update("u1", "k2", Claim::on_track, "2026-06-14");
  auto no_change = update("u5", "k2", Claim::not_yet_reported, "2026-09-12");
  no_change.no_change = true;
  auto partner = update("u6", "k2", Claim::at_risk, "2026-09-11");
  partner.speaker = Speaker::contributor;
  partner.voice.post_words = "Ethnic Minority Staff Network";
  partner.narrative = "Interviews are still arranged at short notice.";
  auto late = complete();
  late.forecast = day("2027-03-31");
  late.forecast_reason = "A second round begins in January.";
  late.claim = Claim::at_risk;
  late.translations = {{"ur", "تعیناتی کے اعداد و شمار شائع ہو چکے ہیں۔"}, {"en-simple", "The numbers are on our web page."}};
  progress.updates = {first, late, partner, no_change};
  StageMove draft;
  draft.item = ItemId("k2");
  draft.stage = Stage::closed;
  draft.draft = true;
  draft.body = "The Board";
  draft.day = day("2026-12-06");
  progress.stages = {draft};
  return progress;
}

ItemPage reported(const Plan& plan) {
  Provenance from;
  from.document = "aberllyn-plan.docx";
  from.is_public = true;
  auto page = *make_item_page(plan, ItemId("k2"), from,
                              {{.when = "2026-09-10T09:30:00Z", .who = "Head of Human Resources, Aberllyn Council", .kind = "update.submitted", .item = ItemId("k2"),
                                .says = "claim.at_risk", .quote = "The figures for 2025/26 are out.", .sequence = 41}},
                              gallery_today());
  page.voice = make_owner_voice(page.item, told(), gallery_today(), [](const Evidence& e) { return ShownEvidence{e, ScanState::clean, "/plans/x/items/k2/evidence/e1"}; });
  tell_progress(page.commitments, told());
  return page;
}

ItemFilePage file(const Plan& plan) {
  ItemFilePage page;
  page.slug = plan.slug;
  page.plan_title = plan.title;
  page.item = ItemId("k2");
  page.title = find_item(plan, page.item)->title;
  page.entries = {{12, "2026-06-01T09:30:00Z", "Coordinator", "item.adopted", false, "{\n  \"plan\": \"aberllyn\"\n}"},
                  {41, "2026-09-10T09:30:00Z", "Head of Human Resources", "update.submitted", true, ""}};
  page.evidence = shown(ScanState::no_scanner);
  page.drafts = {{"Head of Human Resources, Aberllyn Council", "2026-10-01T08:15:00Z", typed_form(), shown(ScanState::waiting)}};
  return page;
}

}  // namespace

std::vector<GalleryPage> reply_gallery(Language language) {
  const auto plan = gallery_plan();
  std::vector<GalleryPage> pages;
  const auto add = [&](std::string name, const Url& path, const auto& make, const std::optional<Viewer>& viewer = {}) {
    auto site = gallery_site(language, path);
    site.viewer = viewer;
    pages.push_back({std::move(name), make(site)});
  };
  const auto at = reply_url(kToken);
  add("reply", at, [&](const Site& site) { return reply_page(reply(plan), site); });
  add("reply-faults", at, [&](const Site& site) { return reply_page(with_faults(plan), site); });
  add("reply-sent-before", at, [&](const Site& site) { return reply_page(sent(plan), site); });
  add("reply-check", at.suffixed("/check"), [&](const Site& site) { return reply_check_page(typed(plan), site); });
  add("reply-overtaken", at.suffixed("/check"), [&](const Site& site) { return reply_check_page(overtaken(plan), site); });
  add("reply-thanks", at.suffixed("/sent"), [&](const Site& site) { return reply_sent_page(sent(plan), site); });
  add("reply-asked", at, [&](const Site& site) { return reply_page(asked_by_panel(plan), site); });
  const auto question_at = reply_question_url(kToken, ChallengeId("c-k2"));
  add("reply-question", question_at, [&](const Site& site) { return reply_question_page(asked_question(plan), site); });
  add("reply-question-faults", question_at, [&](const Site& site) {
    auto page = asked_question(plan);
    page.faults = {{"text", "panel.step.answer.error"}};
    return reply_question_page(page, site);
  });
  add("reply-question-answered", question_at, [&](const Site& site) {
    auto page = answered_question(plan);
    page.just_answered = true;
    page.others_open = 1;
    return reply_question_page(page, site);
  });
  add("reply-question-overtaken", question_at, [&](const Site& site) {
    auto page = answered_question(plan);
    page.text = "All but one.";
    page.refusal = "this challenge is answered already";
    return reply_question_page(page, site);
  });
  add("reply-unknown", at, [](const Site& site) { return reply_gone_page(ReplyGone::unknown, "", "", site); });
  add("reply-over", at, [](const Site& site) { return reply_gone_page(ReplyGone::over, "the time for answers ended on 31 October 2026: write to whoever sent this link, who can still take down what you have to say", "equality@aberllyn.example", site); });
  add("reply-over-typed", at, [](const Site& site) {
    return reply_over_page("this link was taken back on 6 October 2026: somebody else is asked now, or nobody is; write to whoever sent it if that is wrong", "equality@aberllyn.example",
                           {"Both panels now follow the same questions.\n\nThe second round begins in November."}, site);
  });
  const Viewer owner{.name = "hr@aberllyn.example", .csrf = "token", .owner = true};
  add("my-items", "/my-items", [&](const Site& site) { return my_items_page(mine(plan), site); }, owner);
  add("my-items-none", "/my-items", [&](const Site& site) { return my_items_page({}, site); }, owner);
  add("my-items-plan", my_items_url(plan.slug), [&](const Site& site) { return reply_page(signed_in(plan), site); }, owner);
  add("updates", "/desk/updates", [&](const Site& site) { return updates_page(waiting(plan), site); }, kOfficer);
  add("updates-none", "/desk/updates", [](const Site& site) { return updates_page({}, site); }, kOfficer);
  const auto one = update_url(plan.slug, UpdateId("u2"));
  add("update", one, [&](const Site& site) { return update_page(to_read(plan, UpdateState::submitted), site); }, kOfficer);
  add("update-approved", one, [&](const Site& site) { return update_page(to_read(plan, UpdateState::approved), site); }, kOfficer);
  add("update-to-publish", one, [&](const Site& site) {
    auto page = to_read(plan, UpdateState::approved);
    page.may_approve = false;
    return update_page(page, site);
  }, Viewer{.name = "Publisher", .publisher = true, .csrf = "token"});
  add("update-not-approved", one, [&](const Site& site) {
    auto page = to_read(plan, UpdateState::submitted);
    page.may_approve = false;
    return update_page(page, site);
  }, Viewer{.name = "Publisher", .publisher = true, .csrf = "token"});
  add("stages", stages_url(plan.slug), [&](const Site& site) { return stage_page(stages(plan), site); }, kOfficer);
  add("item-reported", item_url(plan.slug, ItemId("k2")), [&](const Site& site) { return item_page(reported(plan), site); }, kOfficer);
  add("item-file", Url::path({"desk", "plans", plan.slug, "items", "k2", "file"}), [&](const Site& site) { return item_file_page(file(plan), site); }, kOfficer);
  return pages;
}

}  // namespace makegood::pages
