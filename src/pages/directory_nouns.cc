// What the pages of one organisation, post or person hold, and what their forms ask for.

#include <algorithm>

#include "pages/directory_pages.h"
#include "pages/one_a_line.h"
#include "people/presence.h"

namespace makegood::pages {
namespace {

constexpr auto kRolesOffered = std::to_array({access::Role::coordinator, access::Role::owner, access::Role::contributor, access::Role::scrutineer,
                                              access::Role::analyst, access::Role::publisher, access::Role::monitoring_officer, access::Role::handler, access::Role::system_operator});

Url post_step(const Post& post, std::string_view step) { return Url::path({"desk", "people", "posts", post.id.text, step}); }
Url person_step(const Person& person, std::string_view step) { return Url::path({"desk", "people", "persons", person.id.text, step}); }

FormField seen(const Directory& directory) { return {.shape = FieldShape::hidden, .name = "seen", .value = std::to_string(directory.sequence)}; }
FormField hidden_field(std::string name, std::string value) { return {.shape = FieldShape::hidden, .name = std::move(name), .value = std::move(value)}; }

std::vector<FormField> with_term(std::vector<FormField> fields, const Term& term) {
  for (auto& field : term_fields(term)) fields.push_back(std::move(field));
  return fields;
}

std::vector<Choice> organisations(const Directory& directory, const OrganisationId& but = {}) {
  std::vector<Choice> choices;
  for (const auto& organisation : directory.organisations)
    if (organisation.id != but) choices.push_back({organisation.id.text, organisation.name, 0});
  return choices;
}

std::vector<Choice> posts(const Directory& directory, const PostId& but, Day today) {
  std::vector<Choice> choices;
  for (const auto& post : directory.posts)
    if (post.id != but) choices.push_back({post.id.text, post_in_words(directory, post.id, today), 0});
  return choices;
}

std::string in_words(const Person& person) {
  if (person.name.empty() || person.email.empty()) return called(person);
  return person.name + ", " + person.email;
}

std::vector<Choice> people(const Directory& directory, Day today) {
  std::vector<Choice> choices;
  for (const auto& person : directory.people)
    if (!called(person).empty() && !has_left(person, today)) choices.push_back({person.id.text, in_words(person), 0});
  return choices;
}

std::string called(const Directory& directory, const PersonId& id) {
  const auto* person = find_person(directory, id);
  return person == nullptr ? std::string() : in_words(*person);
}

bool is_over(const Term& term, Day today) { return term.until && *term.until < today; }

DirectoryForm end_form(std::string name, const Url& to, const Directory& directory, std::vector<FormField> about) {
  about.push_back({.shape = FieldShape::day, .name = "last", .needed = true});
  about.push_back(seen(directory));
  return {.name = std::move(name), .to = to, .button = "people.end", .fields = std::move(about)};
}

FormSection holders(const Directory& directory, const Post& post, Day today) {
  FormSection section{.title = "people.holders", .none = "people.holders_none"};
  for (const auto& holding : directory.holdings) {
    if (holding.post != post.id || holding.term.never_holds()) continue;
    FormRow row{.text = called(directory, holding.person), .term = holding.term};
    if (!is_over(holding.term, today)) {
      auto form = end_form("end-" + std::to_string(section.rows.size()), post_step(post, "end"), directory, {hidden_field("person", holding.person.text)});
      form.fields.insert(form.fields.end() - 1, {.shape = FieldShape::tick, .name = "mistake"});
      row.form = std::move(form);
    }
    section.rows.push_back(std::move(row));
  }
  section.form = DirectoryForm{"hold", post_step(post, "hold"), "people.hold",
                               with_term({{.shape = FieldShape::choice, .name = "person", .choices = people(directory, today), .needed = true}}, {today, std::nullopt})};
  section.form->fields.push_back(seen(directory));
  return section;
}

FormSection delegations(const Directory& directory, const Post& post, Day today) {
  FormSection section{.title = "people.delegations", .none = "people.delegations_none"};
  for (const auto& delegation : directory.delegations) {
    if (delegation.post != post.id || delegation.term.never_holds()) continue;
    FormRow row{.text = called(directory, delegation.to), .about = delegation.reason, .term = delegation.term};
    if (!is_over(delegation.term, today))
      row.form = end_form("end-delegation-" + std::to_string(section.rows.size()), post_step(post, "end-delegation"), directory, {hidden_field("person", delegation.to.text)});
    section.rows.push_back(std::move(row));
  }
  section.form = DirectoryForm{"delegate", post_step(post, "delegate"), "people.delegate",
                               with_term({{.shape = FieldShape::choice, .name = "to", .choices = people(directory, today), .needed = true},
                                          {.name = "reason", .needed = true}},
                                         {today, std::nullopt})};
  section.form->fields.push_back(seen(directory));
  return section;
}

FormSection roles(const Directory& directory, const Person& person, const std::vector<Choice>& plans, Day today) {
  FormSection section{.title = "people.roles", .none = "people.roles_none"};
  for (const auto& grant : directory.grants) {
    if (grant.person != person.id || grant.term.never_holds()) continue;
    FormRow row{.role = std::string(word(grant.grant.role)), .about = grant.grant.plan, .term = grant.term};
    if (const auto* body = find_organisation(directory, OrganisationId(grant.grant.organisation)); body != nullptr) row.about += (row.about.empty() ? "" : ", ") + body->name;
    if (!is_over(grant.term, today))
      row.form = end_form("end-role-" + std::to_string(section.rows.size()), person_step(person, "end-role"), directory,
                          {hidden_field("role", row.role), hidden_field("plan", grant.grant.plan), hidden_field("organisation", grant.grant.organisation)});
    section.rows.push_back(std::move(row));
  }
  std::vector<Choice> offered;
  for (const auto role : kRolesOffered) offered.push_back({std::string(word(role)), std::string(word(role)), 0});
  section.form = DirectoryForm{"grant", person_step(person, "grant"), "people.grant",
                               with_term({{.shape = FieldShape::choice, .name = "role", .choices = std::move(offered), .needed = true},
                                          {.shape = FieldShape::choice, .name = "plan", .choices = plans},
                                          {.shape = FieldShape::choice, .name = "organisation", .choices = organisations(directory)}},
                                         {today, std::nullopt})};
  section.form->fields.push_back(seen(directory));
  return section;
}

}  // namespace

DirectoryForm* NounPage::find(std::string_view step, const QueryPairs& pairs) {
  const auto is_it = [&](const DirectoryForm& one) {
    const bool goes_there = one.name == step || (one.name.starts_with(step) && one.to.view().ends_with("/" + std::string(step)));
    return goes_there && std::all_of(one.fields.begin(), one.fields.end(), [&](const FormField& f) {
      return f.shape != FieldShape::hidden || f.name == "seen" || field(pairs, f.name) == f.value;
    });
  };
  if (is_it(form)) return &form;
  for (auto& section : sections) {
    if (section.form && is_it(*section.form)) return &*section.form;
    for (auto& row : section.rows)
      if (row.form && is_it(*row.form)) return &*row.form;
  }
  return nullptr;
}

NounPage organisation_page(const Directory& directory, const Organisation& organisation) {
  NounPage page{.heading = "people.organisation_heading", .called = organisation.name};
  page.form = {"save", organisation_form_url(organisation.id), "people.save",
               with_term({{.name = "name", .value = organisation.name, .needed = true},
                          {.shape = FieldShape::lines, .name = "also_called", .value = one_a_line(organisation.also_called)},
                          {.shape = FieldShape::choice, .name = "successor", .value = organisation.successor.text, .choices = organisations(directory, organisation.id)}},
                         organisation.term)};
  page.form.fields.push_back(seen(directory));
  return page;
}

NounPage post_page(const Directory& directory, const Post& post, Day today) {
  NounPage page{.heading = "people.post_heading", .called = post.title};
  page.form = {"save", post_form_url(post.id), "people.save",
               with_term({{.name = "title", .value = post.title, .needed = true},
                          {.shape = FieldShape::choice, .name = "organisation", .value = post.organisation.text, .choices = organisations(directory)},
                          {.name = "directorate", .value = post.directorate},
                          {.shape = FieldShape::lines, .name = "also_called", .value = one_a_line(post.also_called)},
                          {.shape = FieldShape::choice, .name = "successor", .value = post.successor.text, .choices = posts(directory, post.id, today)}},
                         post.term)};
  page.form.fields.push_back(seen(directory));
  if (!post.id.empty()) page.sections = {holders(directory, post, today), delegations(directory, post, today)};
  return page;
}

NounPage person_page(const Directory& directory, const Person& person, const std::vector<Choice>& plans, Day today) {
  NounPage page{.heading = "people.person_heading", .called = called(person)};
  page.form = {"save", person_form_url(person.id), "people.save",
               {{.name = "name", .value = person.name},
                {.name = "email", .value = person.email},
                {.shape = FieldShape::choice, .name = "language", .value = person.language, .choices = {{"en", "English", 0}, {"cy", "Cymraeg", 0}}, .needed = true},
                {.shape = FieldShape::day, .name = "left", .day = date_fields(person.left)},
                {.shape = FieldShape::tick, .name = "may_be_named", .value = person.may_be_named ? "yes" : ""},
                seen(directory)}};
  if (!person.id.empty()) page.sections = {roles(directory, person, plans, today)};
  return page;
}

Organisation organisation_from(const DirectoryForm& form, const OrganisationId& id) {
  return {id, squeeze(form.text("name")), lines_of(form.text("also_called")), term_of(form), OrganisationId(form.text("successor"))};
}

Post post_from(const DirectoryForm& form, const PostId& id) {
  return {id, squeeze(form.text("title")), OrganisationId(form.text("organisation")), lines_of(form.text("also_called")), term_of(form),
          PostId(form.text("successor")), squeeze(form.text("directorate"))};
}

Person person_from(const DirectoryForm& form, const PersonId& id) {
  return {id, squeeze(form.text("name")), form.text("email"), form.text("language"), form.day("left"), form.ticked("may_be_named")};
}

Holding holding_from(const DirectoryForm& form, const PostId& post) { return {post, PersonId(form.text("person")), term_of(form)}; }

Delegation delegation_from(const DirectoryForm& form, const PostId& post) {
  return {post, PersonId(form.text("to")), term_of(form), squeeze(form.text("reason"))};
}

Result<RoleGrant> role_from_form(const DirectoryForm& form, const PersonId& person) {
  const auto role = access::role_from(form.text("role"));
  if (!role) return refuse(Fault::invalid_input, "say which role");
  return RoleGrant{person, {*role, form.text("plan"), form.text("organisation")}, term_of(form)};
}

}  // namespace makegood::pages
