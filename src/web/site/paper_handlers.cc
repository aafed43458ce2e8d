// Papers that go round for agreement: the list, one of them, and the form that sends it.

#include "pages/group_pages.h"
#include "tasks/circulate.h"
#include "tasks/papers.h"
#include "tasks/quarantine.h"
#include "web/site/paper_values.h"

namespace makegood::web {
namespace {

pages::PaperPage page_values(const tasks::PaperSeen& seen) {
  pages::PaperPage values{.definition = &seen.kept->definition, .group = seen.group, .paper = seen.paper, .answer = seen.words.answer, .versions = {}, .may_circulate = seen.may_circulate,
                          .reminded = {}, .refusal = {}};
  for (const auto& version : seen.versions) {
    const auto file = registers::read_sent_file(version.round.file);
    values.versions.push_back({version.round.version, file ? file->name : "", version.round.answers.front().id, version.round.sent, version.round.due, version.count, {}});
    for (const auto& word : version.words) values.versions.back().words.push_back({word.said, word.who});
  }
  return values;
}

Response list(App& app, const Visit& who, std::string_view register_name) {
  const auto seen = tasks::papers_for(app.workspace, who.session->actor, register_name);
  if (!seen) return refusal_page(who, seen.error());
  const auto words = registers::read_group_words(seen->kept->text).circulation;
  pages::PapersPage values{.definition = &seen->kept->definition, .papers = {}, .answer = words ? words->answer : "", .may_circulate = seen->may_circulate};
  for (const auto& line : seen->papers) values.papers.push_back({line.group, line.paper, line.version, line.sent, line.due, line.count});
  return no_store(page(pages::papers_page(values, who.site)));
}

/// The form as it stands, with what may be chosen. Refuses whoever may not send a paper round.
Result<pages::CirculatePage> form_values(const App& app, const Visit& who, const tasks::PapersRegister& papers) {
  const auto groups_reach = tasks::need_reach(papers.members.groups->definition, who.session->actor, tasks::Doing::see);
  if (!groups_reach) return tl::unexpected(groups_reach.error());
  if (const auto reach = tasks::need_reach(papers.kept->definition, who.session->actor, tasks::Doing::submit); !reach) return tl::unexpected(reach.error());
  const auto groups = tasks::groups_of(app.workspace, papers.members, *groups_reach);
  if (!groups) return tl::unexpected(groups.error());
  pages::CirculatePage values{.definition = &papers.kept->definition, .groups = {}, .form = {}, .takes_posts = !papers.words.post.empty(), .takes_file = !papers.words.file.empty(), .faults = {},
                              .refusal = {}, .fault = {}};
  for (const auto& group : *groups) values.groups.push_back({group.key, group.title});
  return values;
}

tasks::Circulating circulating_from(const Request& request, std::string_view register_name, const pages::CirculateForm& form, Day due) {
  tasks::Circulating circulating{.register_name = std::string(register_name), .group = form.group, .paper = form.paper, .version = form.version, .due = due, .posts = pages::lines_of(form.posts),
                                 .to_members = !form.posts_alone, .note = form.note, .file_name = {}, .file_bytes = {}, .once = form.once};
  if (const auto* file = uploaded(request)) {
    circulating.file_name = file->name;
    circulating.file_bytes = std::string(file->content->bytes());
  }
  return circulating;
}

}  // namespace

Response papers(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto pairs = pairs_of(request.query());
  const auto paper = pages::field(pairs, "paper");
  if (paper.empty()) return list(app, who, match["register"]);
  const auto seen = tasks::paper_standing(app.workspace, who.session->actor, match["register"], pages::field(pairs, "group"), paper);
  if (!seen) return refusal_page(who, seen.error());
  return no_store(page(pages::paper_page(page_values(*seen), who.site)));
}

Response remind_silent(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto pairs = pairs_of(request.form);
  const auto group = pages::field(pairs, "group"), paper = pages::field(pairs, "paper");
  const auto& actor = who.session->actor;
  const auto reminded = tasks::remind_of_paper(app.workspace, actor, match["register"], group, paper);
  const auto seen = tasks::paper_standing(app.workspace, actor, match["register"], group, paper);
  if (!seen) return refusal_page(who, seen.error());
  auto values = page_values(*seen);
  if (reminded) values.reminded = *reminded;
  else values.refusal = reminded.error().message;
  return no_store(page(pages::paper_page(values, who.site), reminded ? 200 : status_of(reminded.error().fault)));
}

Response circulate_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto papers = tasks::papers_register(app.workspace, match["register"]);
  if (!papers) return refusal_page(who, papers.error());
  auto values = form_values(app, who, *papers);
  if (!values) return refusal_page(who, values.error());
  values->form = pages::circulate_form_from(pairs_of(request.query()));
  values->form.once = make_id_text(app.workspace.random);
  return no_store(page(pages::circulate_page(*values, who.site)));
}

Response send_round(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto papers = tasks::papers_register(app.workspace, match["register"]);
  if (!papers) return refusal_page(who, papers.error());
  auto values = form_values(app, who, *papers);
  if (!values) return refusal_page(who, values.error());
  values->form = pages::circulate_form_from(pairs_of(request.form));
  values->faults = pages::faults_of(values->form);
  if (!values->faults.empty()) return no_store(page(pages::circulate_page(*values, who.site), 422));
  const auto due = pages::day_from(values->form.due).value();
  const auto sent = tasks::circulate(app.workspace, who.session->actor, circulating_from(request, match["register"], values->form, *due));
  if (sent) return go_to(who, pages::paper_url(match["register"], squeeze(values->form.group), squeeze(values->form.paper)).text());
  values->refusal = sent.error().message;
  values->fault = sent.error().where;
  return no_store(page(pages::circulate_page(*values, who.site), status_of(sent.error().fault)));
}

Response paper_file(const App& app, const Visit& who, const registers::SentFile& sent) {
  const auto file = tasks::find_evidence_file(app.workspace, sent.digest);
  if (!file) return refusal_page(who, file.error());
  if (file->state == ScanState::infected) return no_store(refusal_page(who, {Fault::not_allowed, "the scanner found something harmful in this file: it is not handed out", {}}));
  if (file->state == ScanState::waiting) return no_store(refusal_page(who, {Fault::not_allowed, "the scanner has not looked at this file yet: try again in some minutes", {}}));
  auto bytes = app.workspace.quarantine.bytes(sent.digest);
  if (!bytes) return refusal_page(who, bytes.error());
  auto response = download(std::move(*bytes), file->media, sent.name);
  response.headers.set("Content-Security-Policy", "sandbox; default-src 'none'");
  return no_store(std::move(response));
}

Response record_paper(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto found = tasks::reached(app.workspace, who.session->actor, RecordId(std::string(match["record"])), tasks::Doing::see);
  if (!found) return refusal_page(who, found.error());
  const auto words = registers::read_group_words(found->kept->text).circulation;
  const auto file = words && found->record.register_name == match["register"] ? registers::read_sent_file(makegood::answer(found->record.answers, words->file)) : std::nullopt;
  if (!file) return page(pages::not_found_page(who.site), 404);
  return paper_file(app, who, *file);
}

}  // namespace makegood::web
