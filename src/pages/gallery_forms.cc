#include "pages/gallery_forms.h"

#include "pages/amendment_pages.h"
#include "pages/receipt_page.h"
#include "pages/register_import_page.h"
#include "registers/fixture.h"
#include "registers/sender_fixture.h"

namespace makegood::pages {
namespace {

const RecordId kRecord{"k3v9x2m7qa"};

class FormPages {
 public:
  explicit FormPages(Language language) : language_(language) {}
  /// As somebody signed in sees it, or somebody who is not.
  template <class Make>
  void add(std::string name, const Url& at, bool signed_in, Make make) {
    auto site = gallery_site(language_, at);
    if (signed_in) site.viewer = Viewer{"Head teacher, Harbour Hill School", false, false, "token"};
    pages.push_back({std::move(name), make(site)});
  }
  std::vector<GalleryPage> pages;

 private:
  Language language_;
};

Answers reported() { return {{"school", "Harbour Hill School"}, {"happened_on", "2026-05-04"}, {"kind", "verbal"}, {"words", "A word of hate"}}; }

RegisterForm form_at(const Definition& definition, std::string step) {
  return {.definition = &definition, .step = std::move(step), .answers = reported(), .once = "k3v9x2m7qa", .version = 1, .told = 1};
}

void add_forms(FormPages& pages, const Definition& d) {
  const std::vector<std::string> schools{"Harbour Hill School"};
  const auto url = report_url(d.name);
  auto first = form_at(d, "where");
  first.answers.clear();
  first.organisations = schools;
  pages.add("form-first-page", url, true, [&](const Site& site) { return register_form_page(first, site); });
  auto wrong = form_at(d, "what");
  wrong.answers.erase("words");
  wrong.faults = {{"words", AnswerTrouble::missing, {}}, {"pupils", AnswerTrouble::too_large, "50"}};
  pages.add("form-faults", url, true, [&](const Site& site) { return register_form_page(wrong, site); });
  pages.add("form-check", url, true, [&](const Site& site) { return register_form_page(form_at(d, std::string(kCheck)), site); });
  pages.add("form-received", received_url(d.name, kRecord), true, [&](const Site& site) { return register_received_page(d, kRecord, site, true); });
}

void add_amendments(FormPages& pages, const Definition& d) {
  auto form = form_at(d, "what");
  form.amends = FormAmends{.to = own_record_url(d.name, kRecord), .seen = 3, .question = "How many pupils heard it?", .messages = {}, .reply = {}, .theirs = {}};
  pages.add("amendment", form.amends->to, true, [&](const Site& site) { return register_form_page(form, site); });
  form.step = kCheck;
  form.amends->kept = *Day::parse("2026-03-02");
  pages.add("amendment-kept", form.amends->to, true, [&](const Site& site) { return register_form_page(form, site); });
  form.amends->kept.reset();
  pages.add("amendment-saved", form.amends->to, true, [&](const Site& site) { return amendment_saved_page(d, *Day::parse("2026-03-30"), form.amends->to, site); });
  form.amends->theirs = reported();
  form.amends->theirs["words"] = "What the deputy heard";
  form.amends->reply = "3";
  form.refusal = "somebody else changed this first: look at what they wrote, and send yours again if it is to stand";
  pages.add("amendment-conflict", form.amends->to, true, [&](const Site& site) { return register_form_page(form, site); });
}

void add_kept_forms(FormPages& pages, const Definition& d) {
  const std::vector<BegunLine> begun{{"k3v9x2m7qa", day("2026-06-28"), day("2026-07-26")}, {"k3v9x2m7qb", day("2026-06-20"), day("2026-07-18")}};
  pages.add("begun-forms", report_url(d.name), true, [&](const Site& site) { return begun_forms_page(d, begun, site); });
  const SavedPage saved{&d, "k3v9x2m7qa", "", false, day("2026-07-30")}, by_link{&d, "k3v9x2m7qa", "a-link-that-is-shown-once", true, day("2026-07-30")};
  pages.add("form-saved", report_url(d.name), true, [&](const Site& site) { return form_saved_page(saved, site); });
  pages.add("form-saved-link", report_url(d.name), false, [&](const Site& site) { return form_saved_page(by_link, site); });
}

void add_receipts(FormPages& pages, const Definition& tips) {
  const auto url = receipt_url(tips.name);
  RegisterForm first{.definition = &tips, .step = "what", .once = "k3v9x2m7qa", .version = 1, .told = 1, .asks_who = true, .who_missing = true, .receipt = "k3v9-x2m7-qa4t-9wfc"};
  pages.add("form-unknown-sender", report_url(tips.name), false, [&](const Site& site) { return register_form_page(first, site); });
  pages.add("receipt-given", report_url(tips.name), false, [&](const Site& site) { return receipt_given_page(tips, "k3v9-x2m7-qa4t-9wfc", site); });
  ReceiptPage page{.definition = &tips};
  page.refusal = "no record here has this number: look at it again";
  page.fault = "receipt";
  page.receipt = "k3v9";
  pages.add("receipt-question", url, false, [&](const Site& site) { return receipt_page(page, site); });
  ReceiptPage found{.definition = &tips, .receipt = "k3v9-x2m7-qa4t-9wfc", .found = true, .is_open = true, .state = "new", .recorded = day("2026-06-20"), .entered = day("2026-06-20")};
  found.messages = {{"Which gate is it?", false, "m1", "2026-06-21T09:00:00Z"}};
  found.once = "m2";
  found.written = true;
  pages.add("receipt", url, false, [&](const Site& site) { return receipt_page(found, site); });
  pages.add("receipt-amendment-saved", receipt_form_url(tips.name), false, [&](const Site& site) { return amendment_saved_page(tips, *Day::parse("2026-03-30"), std::nullopt, site); });
  pages.add("receipt-amended", receipt_form_url(tips.name), false, [&](const Site& site) { return amended_page(tips, site); });
}

void add_files(FormPages& pages, const Definition& d) {
  RegisterImportPage question{.definition = &d, .refusal = "", .organisations = {{"harbour-hill", "Harbour Hill School"}, {"ty-gwyn", "Ty Gwyn School"}}, .organisation = "ty-gwyn"};
  pages.add("register-import", register_import_url(d.name), true, [&](const Site& site) { return register_import_page(question, site); });
  WaitingFilePage file{.definition = &d, .id = "k3v9x2m7qa", .name = "extract.csv", .digest = "d1", .rows = 4, .fresh = 2, .changed = 1, .unchanged = 0, .faulty = 1, .faults = 1};
  file.shown = {{4, "Date", "Date must be a real date, such as 2026-03-31: 2026-02-31"}};
  file.columns = {{"Establishment", "school"}, {"Date", "happened_on"}};
  file.unknown = {"Teacher"};
  file.unmapped = {{"What happened", {{"shoved", 2}}}};
  file.unknown_organisations = {{"School", {{"Harbor Hill School", 1}}}};
  file.not_asked = {{"What was said", 1}};
  file.organisation = "ty-gwyn";
  file.organisation_name = "Ty Gwyn School";
  const auto url = waiting_file_url(d.name, file.id);
  pages.add("register-file", url, true, [&](const Site& site) { return waiting_file_page(file, site); });
  WaitingFilePage done{.definition = &d, .id = file.id, .name = file.name, .fresh = 2, .changed = 1, .faulty = 1, .accepted = true};
  pages.add("register-file-accepted", url, true, [&](const Site& site) { return waiting_file_page(done, site); });
}

void add_records(FormPages& pages, const Definition& d) {
  RecordPage page{.definition = &d, .record = {.id = kRecord, .register_name = d.name, .organisation = "harbour-hill", .state = "reported", .recorded = day("2026-05-05"), .entered = day("2026-05-05"), .answers = reported(), .reason = {}}};
  page.moves = {"reviewed"};
  page.due = day("2026-05-10");
  page.may_change = page.is_own = true;
  page.story = {{"2026-05-06T09:00:00Z", "Head of Equality", "moved", "How many pupils heard it?", "reported"}, {"2026-05-05T09:00:00Z", "Head teacher", "recorded", "", ""}};
  pages.add("record", record_url(d.name, kRecord), true, [&](const Site& site) { return record_page(page, site); });
  KeptRegister kept;
  kept.definition = d;
  kept.opening = Opening{d.name, "Data protection officer", "DPIA-1", day("2026-01-05")};
  DeskRegister desk{.kept = &kept, .query = {.register_name = d.name}};
  desk.list.records = {page.record};
  desk.count = 1;
  desk.organisations = {{"harbour-hill", "Harbour Hill School"}, {"ty-gwyn", "Ty Gwyn School"}};
  desk.returned = Completeness{9, 7, 2, 2};
  desk.period = return_period(Every::term, day("2026-05-04"));
  desk.may_submit = desk.may_export = desk.may_import = desk.may_count = true;
  pages.add("desk-register", desk_register_url(d.name), true, [&](const Site& site) { return desk_register_page(desk, site); });
  pages.add("desk-registers", desk_registers_url(), true, [&](const Site& site) {
    return desk_registers_page({{&d, true, true, 42}, {&d, true, true, 3}}, site);
  });
}

}  // namespace

std::vector<GalleryPage> form_gallery(Language language) {
  FormPages pages(language);
  const auto incidents = test::incidents();
  const auto tips = read_definition(test::kTips).definition;
  add_forms(pages, incidents);
  add_amendments(pages, incidents);
  add_kept_forms(pages, incidents);
  add_receipts(pages, tips);
  add_files(pages, incidents);
  add_records(pages, incidents);
  return std::move(pages.pages);
}

}  // namespace makegood::pages
