// Erasing somebody: the preview, and the button.

#include "pages/directory_pages.h"
#include "pages/erasure_page.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

Result<pages::ErasurePage> erasure_values(const App& app, const Visit& who, const RouteMatch& match) {
  auto preview = tasks::preview_erasure(app.workspace, who.session->actor, person_of(match));
  if (!preview) return tl::unexpected(preview.error());
  if (const auto noted = tasks::note_access(app.workspace, who.session->actor.name, tasks::Looked::people, match["person"]); !noted) return tl::unexpected(noted.error());
  const auto& person = preview->person;
  pages::ErasurePage values;
  values.id = person.id.text;
  values.called = person.name.empty() ? person.email : person.name;
  values.entries = preview->entries;
  values.sessions = preview->sessions;
  values.letters = preview->letters;
  values.has_address = !person.email.empty();
  values.has_sign_in = preview->has_sign_in;
  values.posts = std::move(preview->posts);
  return values;
}

Response erasure_question(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto values = erasure_values(app, who, match);
  return values ? no_store(page(pages::erasure_page(*values, who.site))) : refusal_page(who, values.error());
}

Response erase(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  auto values = erasure_values(app, who, match);
  if (!values) return refusal_page(who, values.error());
  values->reason = request.form.value("reason");
  if (trim(values->reason).empty()) {
    values->fault = {"reason", "form.error.reason"};
    return no_store(page(pages::erasure_page(*values, who.site), 422));
  }
  const auto done = tasks::erase_person(app.workspace, who.session->actor, person_of(match), values->reason);
  if (done) return go_to(who, "/desk/people");
  values->refusal = done.error().message;
  return no_store(page(pages::erasure_page(*values, who.site), status_of(done.error().fault)));
}

constexpr auto kErasureRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk/people/persons/{person}/erase", erasure_question, kErase, {}, "erasure"},
    {Method::post, "/desk/people/persons/{person}/erase", erase, kErase, kForm, "erase"},
});

}  // namespace

std::span<const Route<App>> erasure_routes() { return kErasureRoutes; }

}  // namespace makegood::web
