// A member's answer to a paper, by a link and without an account.

#include "pages/group_pages.h"
#include "tasks/paper_link.h"
#include "web/site/paper_values.h"
#include "web/site/register_values.h"
#include "web/site/reply_values.h"

namespace makegood::web {
namespace {

pages::AgreePage page_values(const tasks::OpenPaper& open, std::string_view token) {
  const auto& words = open.papers.words;
  const auto& answers = open.record.answers;
  const auto answered = Day::parse(makegood::answer(answers, words.answered));
  return {.definition = &open.papers.kept->definition, .token = std::string(token), .group = open.group, .paper = open.paper, .version = open.version, .file = open.file ? open.file->name : "",
          .field = words.answer, .due = open.due, .answer = std::string(makegood::answer(answers, words.answer)), .comment = std::string(makegood::answer(answers, words.comment)),
          .answered = answered ? std::optional(*answered) : std::nullopt, .sent = false, .refusal = {}, .fault = {}};
}

}  // namespace

Response agree_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto open = tasks::find_paper(app.workspace, match["token"]);
  if (!open) return reply_gone(app, who, open.error());
  auto values = page_values(*open, match["token"]);
  values.sent = values.answered && request.query().value("sent") == "1";
  return no_store(page(pages::agree_page(values, who.site)));
}

Response agree(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto open = tasks::find_paper(app.workspace, match["token"]);
  if (!open) return reply_gone(app, who, open.error());
  if (!may_be_theirs(who, request)) return refusal_page(who, kStaleForm);
  const std::string said(request.form.value("answer")), comment(request.form.value("comment"));
  const auto sent = tasks::answer_paper(app.workspace, *open, said, comment);
  if (sent) return no_store(go_to(who, pages::agree_url(match["token"]).with("sent", "1").text()));
  auto values = page_values(*open, match["token"]);
  values.answer = said;
  values.comment = comment;
  values.refusal = sent.error().message;
  values.fault = sent.error().where;
  return no_store(page(pages::agree_page(values, who.site), status_of(sent.error().fault)));
}

Response agree_file(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto open = tasks::find_paper(app.workspace, match["token"]);
  if (!open) return reply_gone(app, who, open.error());
  if (!open->file) return page(pages::not_found_page(who.site), 404);
  return paper_file(app, who, *open->file);
}

}  // namespace makegood::web
