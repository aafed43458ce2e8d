// What is held about one person: one address, and a step in the form.

#include <algorithm>

#include "formats/write.h"
#include "pages/subject_page.h"
#include "tasks/subject_access.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

tasks::SubjectSearch search_of(const pages::SubjectForm& form) { return {form.value, form.reason}; }

std::vector<RecordId> chosen(const pages::SubjectForm& form) {
  std::vector<RecordId> ids;
  for (const auto& id : form.records) ids.emplace_back(id);
  return ids;
}

Response ask(const Visit& who, pages::SubjectForm form, const Refusal& refusal) {
  form.fault = refusal.where;
  form.refusal = refusal.message;
  return no_store(page(pages::subject_search_page(form, who.site), refusal.message.empty() ? 200 : status_of(refusal.fault)));
}

/// The records that were found, to choose from; again where a later step is refused.
Response found(const App& app, const Visit& who, pages::SubjectForm form, const Refusal& refusal = {}) {
  const auto found = tasks::find_subject(app.workspace, who.session->actor, search_of(form));
  if (!found) return ask(who, std::move(form), found.error());
  form.fault = refusal.where;
  form.refusal = refusal.message;
  return no_store(page(pages::subject_found_page(form, found->searched, found->records, who.site), refusal.message.empty() ? 200 : status_of(refusal.fault)));
}

Response redact(const App& app, const Visit& who, pages::SubjectForm form) {
  const auto report = tasks::subject_report(app.workspace, who.session->actor, search_of(form), chosen(form), {}, tasks::Issue::preview);
  if (!report) return found(app, who, std::move(form), report.error());
  if (!form.again)
    for (const auto& record : report->records)
      for (auto& name : suggested_left_out(record)) form.left_out.push_back(std::move(name));
  return no_store(page(pages::subject_redact_page(form, report->records, who.site)));
}

Response preview(const App& app, const Visit& who, pages::SubjectForm form, std::string_view refusal = {}) {
  const auto report = tasks::subject_report(app.workspace, who.session->actor, search_of(form), chosen(form), form.redaction(), tasks::Issue::preview);
  if (!report) return found(app, who, std::move(form), report.error());
  if (!refusal.empty()) form.fault = "looked", form.refusal = refusal;
  return no_store(page(pages::subject_preview_page(form, subject_document(*report, who.site.words), who.site), refusal.empty() ? 200 : 422));
}

Response give_out(const App& app, const Visit& who, pages::SubjectForm form, bool for_programs) {
  if (!form.looked) return preview(app, who, std::move(form), "tick that you have read it through");
  const auto report = tasks::subject_report(app.workspace, who.session->actor, search_of(form), chosen(form), form.redaction(), tasks::Issue::given_out);
  if (!report) return found(app, who, std::move(form), report.error());
  if (for_programs) return no_store(download(subject_json(*report), "application/json; charset=utf-8", "what-is-held.json"));
  return no_store(download(write_html(subject_document(*report, who.site.words)), "text/html; charset=utf-8", "what-is-held.html"));
}

Response subject_question(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto allowed = tasks::require(who.session->actor, access::Action::find_subject);
  return allowed ? ask(who, {}, {}) : refusal_page(who, allowed.error());
}

Response subject_step(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  auto form = pages::subject_form_from(pairs_of(request.form));
  const auto step = request.form.value("step");
  if (step == "redact") return redact(app, who, std::move(form));
  if (step == "preview") return preview(app, who, std::move(form));
  if (step == "html" || step == "json") return give_out(app, who, std::move(form), step == "json");
  return found(app, who, std::move(form));
}

constexpr auto kSubjectAccessRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk/subject-access", subject_question, kFindSubject, {}, "subject-access"},
    {Method::post, "/desk/subject-access", subject_step, kFindSubject, kHeavyForm, "subject-access-step"},
});

}  // namespace

std::span<const Route<App>> subject_access_routes() { return kSubjectAccessRoutes; }

}  // namespace makegood::web
