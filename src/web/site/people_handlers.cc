// The directory: who holds which post, one noun at a time, a spreadsheet, and what plans' names mean.

#include <algorithm>
#include <charconv>

#include "pages/directory_pages.h"
#include "pages/erasure_page.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

using DirectoryHeld = std::shared_ptr<const Directory>;

std::string id_in(const RouteMatch& match, std::string_view name) { return match[name] == "new" ? std::string() : std::string(match[name]); }

// A page of the directory is nobody else's: no proxy and no browser keeps it.
Response noun(const Visit& who, const pages::NounPage& values, int status = 200) { return no_store(page(pages::noun_page(values, who.site), status)); }

/// Written down before anything of the directory is shown: who looks at whom, empty = at all of it.
Result<void> note_look(const App& app, const Visit& who, std::string_view whom) {
  return tasks::note_access(app.workspace, who.session->actor.name, tasks::Looked::people, whom);
}

/// A page about somebody, or a post with whoever holds it.
Response noted(const App& app, const Visit& who, std::string_view whom, const Result<pages::NounPage>& values) {
  if (!values) return refusal_page(who, values.error());
  const auto done = note_look(app, who, whom);
  return done ? noun(who, *values) : refusal_page(who, done.error());
}

tasks::Saving saving_of(const pages::DirectoryForm& form) {
  std::int64_t seen = 0;
  const auto text = form.text("seen");
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seen);
  return {.reason = "", .seen = error == std::errc() && end == text.data() + text.size() ? std::optional(seen) : std::nullopt};
}

// A noun's page as it stands, made anew whenever it is asked for.
using MakePage = std::function<Result<pages::NounPage>()>;
// Does what a form asks for, and says where to go then.
using Act = std::function<Result<html::Url>(const pages::DirectoryForm&)>;

/// The page again with all that was typed, saying why nothing was done.
Response form_refused(const Visit& who, const MakePage& make, const pages::DirectoryForm& typed, std::string_view step, const pages::QueryPairs& pairs,
                      const std::optional<Refusal>& refusal) {
  auto values = make();
  if (!values) return refusal_page(who, values.error());
  auto* form = values->find(step, pairs);
  if (form == nullptr) return refusal_page(who, refusal.value_or(Refusal{Fault::conflict, "somebody else changed this meanwhile: look at it again", {}}));
  const auto current = *form;
  *form = typed;
  if (refusal) values->refusal = refusal->message;
  if (refusal && typed.text("seen") != current.text("seen")) pages::tell_changes(*form, current);
  return noun(who, *values, refusal ? status_of(refusal->fault) : 422);
}

Response take_form(const Visit& who, const Request& request, std::string_view step, const MakePage& make, const Act& act) {
  auto values = make();
  if (!values) return refusal_page(who, values.error());
  const auto pairs = pairs_of(request.form);
  auto* form = values->find(step, pairs);
  if (form == nullptr) return refusal_page(who, {Fault::conflict, "somebody else changed this meanwhile: look at it again", {}});
  pages::fill(*form, pairs);
  if (!pages::look_over(*form)) return form_refused(who, make, *form, step, pairs, std::nullopt);
  const auto done = act(*form);
  return done ? go_to(who, done->view()) : form_refused(who, make, *form, step, pairs, done.error());
}

template <class Noun, class NounId>
Result<Noun> found_or_new(const Noun* found, const NounId& id) {
  if (found != nullptr) return *found;
  if (id.empty()) return Noun{};
  return refuse(Fault::not_found, "the directory has no such entry");
}

/// The directory for whoever may change it: it belongs to no plan, so that a role for one plan does not open its forms.
Result<DirectoryHeld> directory_to_change(const App& app, const Visit& who) {
  if (auto allowed = tasks::require(who.session->actor, tasks::Action::manage_people); !allowed) return tl::unexpected(allowed.error());
  return app.workspace.people.directory();
}

Result<pages::NounPage> organisation_values(const App& app, const Visit& who, const RouteMatch& match) {
  const auto directory = directory_to_change(app, who);
  if (!directory) return tl::unexpected(directory.error());
  const OrganisationId id(id_in(match, "organisation"));
  const auto organisation = found_or_new(find_organisation(**directory, id), id);
  if (!organisation) return tl::unexpected(organisation.error());
  return pages::organisation_page(**directory, *organisation);
}

Result<pages::NounPage> post_values(const App& app, const Visit& who, const RouteMatch& match) {
  const auto directory = directory_to_change(app, who);
  if (!directory) return tl::unexpected(directory.error());
  const PostId id(id_in(match, "post"));
  const auto post = found_or_new(find_post(**directory, id), id);
  if (!post) return tl::unexpected(post.error());
  return pages::post_page(**directory, *post, who.site.today);
}

Result<pages::NounPage> person_values(const App& app, const Visit& who, const RouteMatch& match) {
  const auto directory = directory_to_change(app, who);
  if (!directory) return tl::unexpected(directory.error());
  const PersonId id(id_in(match, "person"));
  const auto person = found_or_new(find_person(**directory, id), id);
  if (!person) return tl::unexpected(person.error());
  const auto plans = app.workspace.plans.list(View::live);
  if (!plans) return tl::unexpected(plans.error());
  std::vector<pages::Choice> choices;
  for (const auto& plan : *plans)
    if (tasks::may(who.session->actor, tasks::Action::grant_roles, {.plan = plan.slug})) choices.push_back({plan.slug, plan.title, 0});
  auto values = pages::person_page(**directory, *person, choices, who.site.today);
  const bool has_words = !person->name.empty() || !person->email.empty();
  if (has_words && tasks::may(who.session->actor, tasks::Action::erase)) values.erasure = pages::erasure_url(person->id.text);
  return values;
}

Result<html::Url> then(const Result<void>& done, html::Url url) {
  if (!done) return tl::unexpected(done.error());
  return url;
}

PostId post_of(const RouteMatch& match) { return PostId(std::string(match["post"])); }
/// A step of a post's page: `act` does it.
Response post_step(App& app, const Request& request, const RouteMatch& match, std::string_view step,
                   const std::function<Result<void>(const tasks::Actor&, const pages::DirectoryForm&)>& act) {
  const auto who = visit(app, request);
  return take_form(who, request, step, [&] { return post_values(app, who, match); },
                   [&](const pages::DirectoryForm& form) { return then(act(who.session->actor, form), pages::post_form_url(post_of(match))); });
}

Response person_step(App& app, const Request& request, const RouteMatch& match, std::string_view step,
                     const std::function<Result<void>(const tasks::Actor&, const pages::DirectoryForm&)>& act) {
  const auto who = visit(app, request);
  return take_form(who, request, step, [&] { return person_values(app, who, match); },
                   [&](const pages::DirectoryForm& form) { return then(act(who.session->actor, form), pages::person_form_url(person_of(match))); });
}

}  // namespace

Response people(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto& actor = who.session->actor;
  if (const auto allowed = tasks::require(actor, tasks::Action::see_people); !allowed) return refusal_page(who, allowed.error());
  if (const auto done = note_look(app, who, {}); !done) return refusal_page(who, done.error());
  const auto directory = app.workspace.people.directory();
  if (!directory) return refusal_page(who, directory.error());
  auto values = pages::make_people_page(**directory, squeeze(shorten(request.query().value("q"), 200)), who.site.today);
  values.may_change = tasks::may(actor, tasks::Action::manage_people);
  const auto plans = app.workspace.plans.list(View::live);
  if (!plans) return refusal_page(who, plans.error());
  for (const auto& summary : *plans) {
    if (!tasks::may(actor, tasks::Action::match_owners, {.plan = summary.slug})) continue;
    const auto kept = app.workspace.plans.find(summary.slug, View::live);
    if (!kept) return refusal_page(who, kept.error());
    const auto& plan = (*kept)->plan;
    values.plans.push_back({plan.slug, plan.title, static_cast<int>(tasks::owner_names(plan).size()),
                            static_cast<int>(tasks::owners_without_address(plan, **directory, who.site.today).size())});
  }
  return no_store(page(pages::people_page(values, who.site)));
}

Response organisation_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto values = organisation_values(app, who, match);
  return values ? noun(who, *values) : refusal_page(who, values.error());
}

Response keep_organisation(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  return take_form(who, request, "save", [&] { return organisation_values(app, who, match); }, [&](const pages::DirectoryForm& form) -> Result<html::Url> {
    auto organisation = pages::organisation_from(form, OrganisationId(id_in(match, "organisation")));
    const auto kept = tasks::keep_organisation(app.workspace, who.session->actor, std::move(organisation), saving_of(form));
    if (!kept) return tl::unexpected(kept.error());
    return html::Url("/desk/people");
  });
}

Response post_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  return noted(app, who, match["post"], post_values(app, who, match));
}

Response keep_post(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  return take_form(who, request, "save", [&] { return post_values(app, who, match); }, [&](const pages::DirectoryForm& form) -> Result<html::Url> {
    const auto kept = tasks::keep_post(app.workspace, who.session->actor, pages::post_from(form, PostId(id_in(match, "post"))), saving_of(form));
    if (!kept) return tl::unexpected(kept.error());
    return pages::post_form_url(*kept);  // to say who holds it
  });
}

Response hold_post(App& app, const Request& request, const RouteMatch& match) {
  return post_step(app, request, match, "hold", [&](const tasks::Actor& actor, const pages::DirectoryForm& form) {
    return tasks::hold_post(app.workspace, actor, pages::holding_from(form, post_of(match)), saving_of(form));
  });
}

Response end_holding(App& app, const Request& request, const RouteMatch& match) {
  return post_step(app, request, match, "end", [&](const tasks::Actor& actor, const pages::DirectoryForm& form) {
    const PersonId person(form.text("person"));
    if (form.ticked("mistake")) return tasks::take_back_holding(app.workspace, actor, post_of(match), person, saving_of(form));
    return tasks::end_holding(app.workspace, actor, post_of(match), person, *form.day("last"), saving_of(form));
  });
}

Response delegate_post(App& app, const Request& request, const RouteMatch& match) {
  return post_step(app, request, match, "delegate", [&](const tasks::Actor& actor, const pages::DirectoryForm& form) {
    return tasks::delegate(app.workspace, actor, pages::delegation_from(form, post_of(match)), saving_of(form));
  });
}

Response end_delegation(App& app, const Request& request, const RouteMatch& match) {
  return post_step(app, request, match, "end-delegation", [&](const tasks::Actor& actor, const pages::DirectoryForm& form) {
    return tasks::end_delegation(app.workspace, actor, post_of(match), PersonId(form.text("person")), *form.day("last"), saving_of(form));
  });
}

Response person_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  return noted(app, who, match["person"], person_values(app, who, match));
}

Response keep_person(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  return take_form(who, request, "save", [&] { return person_values(app, who, match); }, [&](const pages::DirectoryForm& form) -> Result<html::Url> {
    const auto kept = tasks::keep_person(app.workspace, who.session->actor, pages::person_from(form, PersonId(id_in(match, "person"))), saving_of(form));
    if (!kept) return tl::unexpected(kept.error());
    return html::Url("/desk/people");
  });
}

Response grant_role(App& app, const Request& request, const RouteMatch& match) {
  return person_step(app, request, match, "grant", [&](const tasks::Actor& actor, const pages::DirectoryForm& form) -> Result<void> {
    const auto grant = pages::role_from_form(form, person_of(match));
    if (!grant) return tl::unexpected(grant.error());
    return tasks::grant_role(app.workspace, actor, *grant, saving_of(form));
  });
}

Response end_role(App& app, const Request& request, const RouteMatch& match) {
  return person_step(app, request, match, "end-role", [&](const tasks::Actor& actor, const pages::DirectoryForm& form) -> Result<void> {
    const auto role = access::role_from(form.text("role"));
    if (!role) return refuse(Fault::invalid_input, "say which role");
    return tasks::end_role(app.workspace, actor, person_of(match), {*role, form.text("plan"), form.text("organisation")}, *form.day("last"), saving_of(form));
  });
}

Response owner(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  if (const auto allowed = tasks::require(who.session->actor, tasks::Action::see_people); !allowed) return refusal_page(who, allowed.error());
  const auto directory = app.workspace.people.directory();
  if (!directory) return refusal_page(who, directory.error());
  const auto* post = find_post(**directory, post_of(match));
  if (post == nullptr) return page(pages::not_found_page(who.site), 404);
  if (const auto done = note_look(app, who, post->id.text); !done) return refusal_page(who, done.error());
  const auto owed = tasks::owed_by(app.workspace, who.session->actor, post->id);
  if (!owed) return refusal_page(who, owed.error());
  pages::OwnerPage values;
  values.post = pages::post_line(**directory, *post, who.site.today);
  values.in_words = post_in_words(**directory, post->id, who.site.today);
  if (post_on(**directory, post->id, who.site.today) == post->id) values.before = former_names(**directory, post->id, who.site.today);
  values.has_sheet = tasks::may_somewhere(who.session->actor, tasks::Action::record_for_others) && !owed->empty();
  for (const auto& one : *owed) {
    auto plan = std::find_if(values.plans.begin(), values.plans.end(), [&](const pages::OwnerPlan& p) { return p.slug == one.slug; });
    if (plan == values.plans.end()) plan = values.plans.insert(values.plans.end(), {.slug = one.slug, .title = one.plan_title});
    const auto kept = app.workspace.plans.find(one.slug, View::live);
    if (!kept) return refusal_page(who, kept.error());
    RuleBook rules(who.site.today);
    rules.enter(one.item.id, one.status);
    plan->rows.push_back(pages::row_for((*kept)->plan, one.item, rules));
    ++values.items;
    if (one.status.rule == Rule::overdue) ++values.overdue;
  }
  return no_store(page(pages::owner_page(values, who.site)));
}

namespace {

constexpr auto kPeopleRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk/people", people, kSeePeople, {}, "people"},
    {Method::get, "/desk/people/organisations/{organisation}", organisation_form, kManagePeople, {}, "organisation-form"},
    {Method::post, "/desk/people/organisations/{organisation}", keep_organisation, kManagePeople, kForm, "keep-organisation"},
    {Method::get, "/desk/people/posts/{post}", post_form, kManagePeople, {}, "post-form"},
    {Method::post, "/desk/people/posts/{post}", keep_post, kManagePeople, kForm, "keep-post"},
    {Method::post, "/desk/people/posts/{post}/hold", hold_post, kManagePeople, kForm, "hold-post"},
    {Method::post, "/desk/people/posts/{post}/end", end_holding, kManagePeople, kForm, "end-holding"},
    {Method::post, "/desk/people/posts/{post}/delegate", delegate_post, kManagePeople, kForm, "delegate"},
    {Method::post, "/desk/people/posts/{post}/end-delegation", end_delegation, kManagePeople, kForm, "end-delegation"},
    {Method::get, "/desk/people/persons/{person}", person_form, kManagePeople, {}, "person-form"},
    {Method::post, "/desk/people/persons/{person}", keep_person, kManagePeople, kForm, "keep-person"},
    {Method::post, "/desk/people/persons/{person}/grant", grant_role, kGrantRoles, kForm, "grant-role"},
    {Method::post, "/desk/people/persons/{person}/end-role", end_role, kGrantRoles, kForm, "end-role"},
    {Method::get, "/desk/owners/{post}", owner, kSeePeople, {}, "owner"},
});

}  // namespace

std::span<const Route<App>> people_routes() { return kPeopleRoutes; }

}  // namespace makegood::web
