// The letters: who was written to, and what became of it.

#include "pages/mail_pages.h"
#include "tasks/letters.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

std::string moment_of(std::int64_t seconds) { return seconds == 0 ? std::string{} : tasks::Now{seconds, {}}.utc(); }

pages::LetterLine line_of(const tasks::PostedLetter& posted) {
  return {.id = posted.id,
          .to = posted.letter.to_name.empty() ? posted.letter.to : posted.letter.to_name + ", " + posted.letter.to,
          .subject = posted.letter.subject,
          .language = std::string(language_tag(posted.letter.language)),
          .kind = std::string(tasks::word(posted.letter.kind)),
          .state = std::string(tasks::word(posted.state)),
          .queued = moment_of(posted.queued),
          .next_attempt = moment_of(posted.next_attempt),
          .settled = moment_of(posted.settled),
          .attempts = posted.attempts,
          .repeats = posted.repeats,
          .fault = posted.fault};
}

Response show(const App& app, const Visit& who, std::string_view id, const std::optional<Refusal>& refusal) {
  const auto shown = tasks::show_letter(app.workspace, who.session->actor, id);
  if (!shown) return refusal_page(who, shown.error());
  const pages::LetterPage values{line_of(shown->posted), shown->words.text, shown->words.html, shown->holds_key, refusal ? refusal->message : ""};
  return no_store(page(pages::letter_page(values, who.site), refusal ? status_of(refusal->fault) : 200));
}

Response mail(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto state = tasks::letter_state_from(request.query().value("show"));
  const auto list = tasks::list_letters(app.workspace, who.session->actor, state);
  if (!list) return refusal_page(who, list.error());
  pages::MailPage values{list->counts.waiting + list->counts.sending, list->counts.sent, list->counts.failed, list->counts.repeats,
                         state ? std::string(tasks::word(*state)) : std::string{}, {}};
  for (const auto& posted : list->letters) values.letters.push_back(line_of(posted));
  return no_store(page(pages::mail_page(values, who.site)));
}

Response letter(App& app, const Request& request, const RouteMatch& match) {
  return show(app, visit(app, request), match["id"], {});
}

Response send_again(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto done = tasks::send_letter_again(app.workspace, who.session->actor, match["id"]);
  if (!done) return show(app, who, match["id"], done.error());
  return go_to(who, "/desk/mail");
}

constexpr auto kMailRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk/mail", mail, kSeeMail, {}, "mail"},
    {Method::get, "/desk/mail/{id}", letter, kSeeMail, {}, "letter"},
    {Method::post, "/desk/mail/{id}/send-again", send_again, kSeeMail, kForm, "send-again"},
});

}  // namespace

std::span<const Route<App>> mail_routes() { return kMailRoutes; }

}  // namespace makegood::web
