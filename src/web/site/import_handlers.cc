// From an uploaded document to a private plan: hand in, look through, accept or discard.

#include <charconv>

#include "web/site/handlers.h"

namespace makegood::web {
namespace {

using tasks::ImportId;

std::string path_of(const ImportId& id) { return "/desk/import/" + id.text; }

/// Nothing where the field was left empty; refuses what is no year.
Result<std::optional<int>> year_from(std::string_view text) {
  text = trim(text);
  if (text.empty()) return std::optional<int>();
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size() || year < 1900 || year > 2200)
    return refuse(Fault::invalid_input, "the year must be four figures, such as 2026");
  return std::optional(year);
}

Result<pages::ImportPage> import_values(const App& app, const Visit& who) {
  auto waiting = waiting_proposals(app, who);
  if (!waiting) return tl::unexpected(waiting.error());
  const auto plans = app.workspace.plans.list(View::live);
  if (!plans) return tl::unexpected(plans.error());
  pages::ImportPage values;
  values.waiting = std::move(*waiting);
  for (const auto& plan : *plans)
    if (tasks::may(who.session->actor, tasks::Action::import, {.plan = plan.slug})) values.plans.push_back({plan.slug, plan.title, 0});
  return values;
}

Response import_again(const App& app, const Visit& who, const Request& request, const Refusal& refusal) {
  auto values = import_values(app, who).value_or(pages::ImportPage{});
  values.newer_of = request.form.value("slug");
  values.as_of = request.form.value("as_of");
  values.refusal = refusal.message;
  return no_store(page(pages::import_page(values, who.site), status_of(refusal.fault)));
}

Result<tasks::ImportProposal> take_document(const App& app, const Visit& who, const Request& request) {
  const auto* file = uploaded(request);
  if (file == nullptr) return refuse(Fault::invalid_input, "choose the document to read");
  const auto year = year_from(request.form.value("as_of"));
  if (!year) return tl::unexpected(year.error());
  const tasks::GivenDocument document{file->content->bytes(), file->name};
  auto draft = tasks::read_plan_document(document, {.as_of = *year, .pdf = app.workspace.pdf});
  if (!draft) return tl::unexpected(draft.error());
  return tasks::propose_import(app.workspace, who.session->actor, document, std::move(*draft),
                               {.slug = std::string(trim(request.form.value("slug")))});
}

pages::RevisionCounts counts_of(const ChangeSet& changes) {
  return {changes.count(Fate::added), changes.count(Fate::changed), changes.count(Fate::gone), changes.questions()};
}

std::string word_of(const tasks::ImportStep& step) {
  if (step.draft) return "reread";
  if (step.settlement) return "settled";
  if (step.match) return "matched";
  if (step.edit) return "plan";
  if (!step.removed.empty()) return "removed";
  return step.position >= 0 ? "added" : "edited";
}

void add_last_step(pages::ProposalPage& values, const tasks::Import& import) {
  if (import.steps.empty()) return;
  values.last_step = word_of(import.steps.back());
  for (const auto& lost : import.steps.back().lost) values.lost.push_back({lost.what, lost.title, lost.field});
}

pages::ProposalPage review_values(const App& app, const Request& request, const Reviewed& reviewed) {
  const auto query = request.query();
  const pages::ProposalView view{number_in(query.value("asked"), 0), number_in(query.value("page"), 1), query.value("show") == "findings"};
  auto values = pages::make_proposal_page(reviewed.draft, proposal_line(reviewed.import.summary), view, reviewed.view());
  add_last_step(values, reviewed.import);
  if (app.workspace.plans.find(reviewed.import.summary.slug, View::live)) {
    const auto changes = tasks::changes_of(app.workspace, reviewed.import);
    if (changes) values.revision = counts_of(*changes);
  }
  return values;
}

Response after_step(const App& app, const Visit& who, const Request& request, const RouteMatch& match, const Result<void>& done) {
  return done ? go_to(who, path_of(import_of(match))) : review_refused(app, who, request, match, done.error());
}

struct Edited {
  Reviewed reviewed;
  const Item* item = nullptr;
};

Result<Edited> find_in_draft(const App& app, const Visit& who, const RouteMatch& match) {
  auto reviewed = find_reviewed(app, who, match);
  if (!reviewed) return tl::unexpected(reviewed.error());
  Edited edited{std::move(*reviewed), nullptr};
  edited.item = find_item(std::as_const(edited.reviewed.draft), ItemId(std::string(match["id"])));
  if (edited.item == nullptr) return refuse(Fault::not_found, "there is no such item");
  return edited;
}

pages::ItemFormPage edit_values(const RouteMatch& match, const Edited& edited, pages::ItemForm form) {
  pages::ItemFormPage values;
  values.proposal = match["import"];
  values.plan_title = edited.reviewed.draft.title;
  values.item = *edited.item;
  values.form = std::move(form);
  values.themes = pages::theme_choices(edited.reviewed.draft);
  values.settings = edited.reviewed.draft.settings;
  values.source = edited.reviewed.view();
  return values;
}

Result<void> edit_fields(const App& app, const Visit& who, const ImportId& id, const std::vector<Correction>& corrections) {
  for (const auto& correction : corrections)
    if (auto done = tasks::edit_import(app.workspace, who.session->actor, id, correction); !done) return done;
  return {};
}

}  // namespace

tasks::ImportId import_of(const RouteMatch& match) { return ImportId(std::string(match["import"])); }

pages::SourceView Reviewed::view() const {
  return source ? pages::SourceView{&source->document, &source->reading} : pages::SourceView{};
}

Result<Reviewed> find_reviewed(const App& app, const Visit& who, const RouteMatch& match) {
  auto import = tasks::find_import(app.workspace, who.session->actor, import_of(match));
  if (!import) return tl::unexpected(import.error());
  auto source = tasks::source_of(app.workspace, *import);
  auto draft = import->draft();
  return Reviewed{std::move(*import), std::move(draft), source.value_or(nullptr)};
}

Response review_refused(const App& app, const Visit& who, const Request& request, const RouteMatch& match, const Refusal& refusal) {
  const auto reviewed = find_reviewed(app, who, match);
  if (!reviewed) return refusal_page(who, reviewed.error());
  auto values = review_values(app, request, *reviewed);
  values.refusal = refusal.message;
  return no_store(page(pages::proposal_page(values, who.site), status_of(refusal.fault)));
}

pages::ProposalLine proposal_line(const tasks::ImportSummary& summary) {
  pages::ProposalLine line;
  line.id = summary.id.text;
  line.title = summary.title;
  line.document = summary.document.name;
  if (const auto day = Day::parse(std::string_view(summary.at).substr(0, 10))) line.received = *day;
  return line;
}

Result<std::vector<pages::ProposalLine>> waiting_proposals(const App& app, const Visit& who) {
  const auto open = tasks::waiting_imports(app.workspace, who.session->actor);
  if (!open) return tl::unexpected(open.error());
  std::vector<pages::ProposalLine> lines;
  for (const auto& summary : *open) {
    auto line = proposal_line(summary);
    if (const auto import = app.workspace.imports.find(summary.id)) {
      const auto draft = import->draft();
      line.title = draft.title;
      line.items = static_cast<int>(draft.items.size());
      line.questions = static_cast<int>(pages::import_questions(draft).size());
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

Response import_form(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto values = import_values(app, who);
  if (!values) return refusal_page(who, values.error());
  return no_store(page(pages::import_page(*values, who.site)));
}

Response import_document(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto proposal = take_document(app, who, request);
  if (!proposal) return import_again(app, who, request, proposal.error());
  if (proposal->id.empty()) return go_to(who, pages::plan_url(proposal->slug).view());  // accepted before: nothing to do
  return go_to(who, path_of(proposal->id));
}

Response review(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto reviewed = find_reviewed(app, who, match);
  if (!reviewed) return refusal_page(who, reviewed.error());
  return no_store(page(pages::proposal_page(review_values(app, request, *reviewed), who.site)));
}

Response settle(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto id = import_of(match);
  const auto settlement = pages::settlement_from(pairs_of(request.form));
  if (!settlement) return review_refused(app, who, request, match, settlement.error());
  return after_step(app, who, request, match, tasks::settle_finding(app.workspace, who.session->actor, id, *settlement));
}

Response edit_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto edited = find_in_draft(app, who, match);
  if (!edited) return refusal_page(who, edited.error());
  return no_store(page(pages::proposal_item_page(edit_values(match, *edited, pages::item_form(*edited->item)), who.site)));
}

Response edit(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto edited = find_in_draft(app, who, match);
  if (!edited) return refusal_page(who, edited.error());
  auto values = edit_values(match, *edited, pages::item_form_from(pairs_of(request.form)));
  values.faults = pages::faults_of(values.form, false);
  if (!values.faults.empty()) return no_store(page(pages::proposal_item_page(values, who.site), 422));
  const auto done = edit_fields(app, who, import_of(match), pages::corrections_from(*edited->item, values.form));
  if (done) return go_to(who, path_of(import_of(match)));
  values.refusal = done.error().message;
  return no_store(page(pages::proposal_item_page(values, who.site), status_of(done.error().fault)));
}

Response undo(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto id = import_of(match);
  return after_step(app, who, request, match, tasks::undo_last_step(app.workspace, who.session->actor, id));
}

Response accept(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto accepted = tasks::accept_import(app.workspace, who.session->actor, import_of(match));
  if (!accepted) return review_refused(app, who, request, match, accepted.error());
  return go_to(who, pages::release_url(accepted->slug).view());
}

Response discard(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto id = import_of(match);
  const auto done = tasks::discard_import(app.workspace, who.session->actor, id);
  return done ? go_to(who, "/desk") : review_refused(app, who, request, match, done.error());
}

namespace {

constexpr auto kImportRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk/import", import_form, kImport, {}, "import"},
    {Method::post, "/desk/import", import_document, kImport, kUpload, "import-document"},
    {Method::get, "/desk/import/{import}", review, kImport, kReading, "review"},
    {Method::post, "/desk/import/{import}/settle", settle, kImport, kForm, "settle"},
    {Method::get, "/desk/import/{import}/items/{id}", edit_form, kImport, {}, "edit-item"},
    {Method::post, "/desk/import/{import}/items/{id}", edit, kImport, kForm, "save-item"},
    {Method::post, "/desk/import/{import}/undo", undo, kImport, kForm, "undo"},
    {Method::post, "/desk/import/{import}/accept", accept, kImport, kHeavyForm, "accept"},
    {Method::post, "/desk/import/{import}/discard", discard, kImport, kForm, "discard"},
});

}  // namespace

std::span<const Route<App>> import_routes() { return kImportRoutes; }

}  // namespace makegood::web
