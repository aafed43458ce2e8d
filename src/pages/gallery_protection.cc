#include "pages/gallery_protection.h"

#include <functional>

#include "pages/emergency_page.h"
#include "pages/protection_page.h"
#include "pages/register_pages.h"
#include "pages/subject_page.h"

namespace makegood::pages {

namespace {

const Viewer kLegalOfficer{"legal@aberllyn.example", true, true, "token"};
const RecordId kProtectedRecord{"k3v9x2m7qa"}, kOther{"m4w8y3n6rb"};

/// What a council wrote is not the interface's: where the interface is written in made-up letters, so is this.
std::string typed(Language language, std::string_view text) {
  if (language != Language::pseudo) return std::string(text);
  std::string wide;
  for (const char c : text) wide += c > ' ' && c < 127 ? utf8(static_cast<char32_t>(c) + 0xFEE0U) : std::string(1, c);
  return wide;
}

RegisterField field(Language language, const char* name, const char* en, const char* cy) {
  RegisterField made;
  made.name = name;
  made.title = {typed(language, en), cy};
  return made;
}

std::shared_ptr<const KeptRegister> made_register(Language language) {
  auto kept = std::make_shared<KeptRegister>();
  auto& d = kept->definition;
  d.name = "incidents";
  d.title = {typed(language, "School incidents"), "Digwyddiadau mewn ysgolion"};
  d.purpose = {"What happened, so that it is dealt with.", "Yr hyn a ddigwyddodd, fel yr eir i’r afael ag ef."};
  d.lawful = {.article_6 = "e", .article_9 = "g", .schedule_1 = "8", .controllers = {typed(language, "Aberllyn Council")}, .dpia = "DPIA-1"};
  d.retention = Retention{6, "closed"};
  d.organisation = "school";
  d.fields = {field(language, "school", "School", "Ysgol"), field(language, "words", "What was said", "Yr hyn a ddywedwyd"), field(language, "outcome", "Outcome", "Canlyniad"),
              field(language, "ethnicity", "Ethnic group", "Grŵp ethnig")};
  d.fields[1].holds = Holds::personal;
  d.fields[1].erased = d.fields[1].long_text = true;
  d.fields[3].holds = Holds::special_category;
  d.fields[3].for_the_case = false;
  d.states = {State{.name = "closed", .title = {typed(language, "Closed"), "Ar gau"}, .is_final = true}};
  return kept;
}

Record made_record(Language language) {
  Record record{.id = kProtectedRecord, .register_name = "incidents", .state = "closed", .recorded = day("2019-03-04"), .entered = day("2019-04-01"), .closed = day("2019-04-01")};
  record.answers = {{"school", typed(language, "Harbour Hill")}, {"words", typed(language, "The caretaker was told to go home")}, {"outcome", typed(language, "Apology")}};
  return record;
}

class ProtectionPages {
 public:
  explicit ProtectionPages(Language language) : language_(language) {}
  template <class Make>
  void add(std::string name, const Url& at, Make make) {
    auto site = gallery_site(language_, at);
    site.viewer = kLegalOfficer;
    pages_.push_back({std::move(name), make(site)});
  }
  [[nodiscard]] std::string typed(std::string_view text) const { return pages::typed(language_, text); }
  [[nodiscard]] Record record() const { return made_record(language_); }
  std::vector<GalleryPage> pages_;

 private:
  Language language_;
};

void add_retention(ProtectionPages& pages, const Definition& d) {
  RetentionPage page{.definition = &d, .emptied = {"words"}, .stays = {"school", "outcome", "ethnicity"}, .stay_in_all = 214, .mark = "mark", .may_hold = true};
  page.due = {{kProtectedRecord, pages.typed("Harbour Hill"), "closed", day("2019-04-01"), day("2025-04-01"), "", ""}};
  page.held = {{kOther, pages.typed("Ty Gwyn"), "closed", day("2018-05-02"), day("2024-05-02"), "A claim before the tribunal", "legal@aberllyn.example"}};
  pages.add("retention", retention_url("incidents"), [&](const Site& site) { return retention_page(page, site); });
  page.fault = "confirmed";
  page.refusal = "tick that these records may be emptied";
  pages.add("retention-fault", retention_url("incidents"), [&](const Site& site) { return retention_page(page, site); });
  RetentionPage done{.definition = &d, .emptied = {"words"}, .stays = {"school"}, .stay_in_all = 214, .done = 1};
  pages.add("retention-done", retention_url("incidents"), [&](const Site& site) { return retention_page(done, site); });
}

void add_record(ProtectionPages& pages, const Definition& d) {
  RecordProtectionPage page{.definition = &d, .id = kProtectedRecord, .seen = 4, .may_hold = true, .may_object = true, .may_read_looks = true};
  const auto url = record_protection_url("incidents", kProtectedRecord);
  pages.add("record-protection", url, [&](const Site& site) { return record_protection_page(page, site); });
  page.fault = "on";
  page.refusal = "enter the day of the objection";
  page.on = {"31", "2", "2026"};
  pages.add("record-protection-fault", url, [&](const Site& site) { return record_protection_page(page, site); });
  RecordProtectionPage stands{.definition = &d, .id = kProtectedRecord, .seen = 6, .may_hold = true, .may_object = true,
                              .hold = LegalHold{"A claim before the tribunal", "legal@aberllyn.example", "2026-05-04T10:00:00Z"},
                              .objection = Objection{day("2026-05-03"), ObjectionWay::email, {"ethnicity"}, "equality@aberllyn.example", "2026-05-04T09:00:00Z"}};
  pages.add("record-protection-stands", url, [&](const Site& site) { return record_protection_page(stands, site); });
}

void add_emergency(ProtectionPages& pages, const Definition& d) {
  EmergencyPage page{.definition = &d, .minutes = {15, 30, 60, 120, 240}, .chosen = "60"};
  pages.add("emergency", emergency_url("incidents"), [&](const Site& site) { return emergency_page(page, site); });
  const EmergencyLook look{7, kProtectedRecord, "incidents", "ty-gwyn@aberllyn.example", "A pupil is missing", "2026-05-04T10:00:00Z", 0, false};
  const std::string until = "2026-05-04T11:00:00Z";
  pages.add("emergencies", emergencies_url(), [&](const Site& site) {
    const auto& title = d.title.in(site.words.tag());
    return emergencies_page({{{look, until, title, true}, {{5, kOther, "incidents", "ty-gwyn@aberllyn.example", "", "2026-04-04T10:00:00Z", 0, true}, until, title, false}}, 0}, site);
  });
  RecordPage record{.definition = &d, .record = pages.record(), .hold = LegalHold{}, .objection = Objection{.on = day("2026-05-03")}, .emergencies = {look}, .open_until = until, .may_protect = true};
  record.record.answers = {{"outcome", pages.typed("Apology")}};
  pages.add("record-in-emergency", record_url("incidents", kProtectedRecord), [&](const Site& site) { return record_page(record, site); });
}

void add_subject(ProtectionPages& pages, const std::shared_ptr<const KeptRegister>& kept) {
  SubjectForm form;
  pages.add("subject-access", subject_url(), [&](const Site& site) { return subject_search_page(form, site); });
  form.value = "caretaker";
  form.reason = pages.typed("Request 14 of 3 July");
  const std::vector<SubjectRegister> searched{{kept, 214, 1}};
  SubjectReport report{gallery_today(), form.reason, searched, {{kept, pages.record(), {"words"}, {}, 0, {{"2019-03-04T09:00:00Z", "recorded"}, {"2019-04-01T09:00:00Z", "moved", "closed"}}}}};
  report.records[0].messages = {{pages.typed("Can I read what was written?"), true, "m1", "2019-03-05T09:00:00Z"}, {pages.typed("You can"), false, "m2", "2019-03-06T09:00:00Z"}};
  report.records[0].ties = {{{TieTo::item, "fair-work", "i1"}, pages.typed("1.5 Look at what is reported each term"), pages.typed("Fair Work Plan")}, {{TieTo::record, "complaints", kOther.text}, {}, {}}};
  pages.add("subject-access-found", subject_url(), [&](const Site& site) { return subject_found_page(form, searched, report.records, site); });
  form.records = {kProtectedRecord.text};
  pages.add("subject-access-redact", subject_url(), [&](const Site& site) { return subject_redact_page(form, report.records, site); });
  pages.add("subject-access-preview", subject_url(), [&](const Site& site) { return subject_preview_page(form, subject_document(report, site.words), site); });
}

}  // namespace

std::vector<GalleryPage> protection_gallery(Language language) {
  const auto kept = made_register(language);
  const auto& d = kept->definition;
  ProtectionPages pages(language);
  pages.add("data-protection", protection_url(), [&](const Site& site) { return protection_page({{&d}, true, true, true}, site); });
  pages.add("register-looks", looks_url("incidents"), [&](const Site& site) {
    return looks_page({&d, "", {{"2026-05-04T10:00:00Z", "equality@aberllyn.example", "record", "k3v9x2m7qa"}}, 0}, site);
  });
  add_retention(pages, d);
  add_record(pages, d);
  add_emergency(pages, d);
  add_subject(pages, kept);
  return std::move(pages.pages_);
}

}  // namespace makegood::pages
