#include "people/json.h"

#include "json/json.h"

namespace makegood {
namespace {

void put_term(JsonObject& o, const Term& term) {
  o.day("from", term.from);
  o.day("until", term.until);
}

Term term_of(JsonReader& r, const Json& json) { return {r.day(json, "from"), r.day(json, "until")}; }

std::string with_reason(JsonObject& o, std::string_view reason) {
  o.text("reason", reason);
  return o.line();
}

}  // namespace

std::string write_organisation(const Organisation& organisation, std::string_view reason) {
  JsonObject o;
  o.text("id", organisation.id.text);
  o.text("name", organisation.name);
  o.texts("also_called", organisation.also_called);
  put_term(o, organisation.term);
  o.text("successor", organisation.successor.text);
  return with_reason(o, reason);
}

std::string write_post(const Post& post, std::string_view reason) {
  JsonObject o;
  o.text("id", post.id.text);
  o.text("title", post.title);
  o.text("organisation", post.organisation.text);
  o.texts("also_called", post.also_called);
  put_term(o, post.term);
  o.text("successor", post.successor.text);
  o.text("directorate", post.directorate);
  return with_reason(o, reason);
}

std::string write_person(const Person& person, std::string_view reason) {
  JsonObject o;
  o.text("id", person.id.text);
  o.text("name", person.name);
  o.text("email", person.email);
  o.text("language", person.language == "en" ? "" : person.language);
  o.day("left", person.left);
  o.flag("may_be_named", person.may_be_named);
  return with_reason(o, reason);
}

std::string write_holding(const Holding& holding, std::string_view reason) {
  JsonObject o;
  o.text("post", holding.post.text);
  o.text("person", holding.person.text);
  put_term(o, holding.term);
  return with_reason(o, reason);
}

std::string write_delegation(const Delegation& delegation, std::string_view reason) {
  JsonObject o;
  o.text("post", delegation.post.text);
  o.text("to", delegation.to.text);
  put_term(o, delegation.term);
  return with_reason(o, reason.empty() ? delegation.reason : reason);
}

std::string write_owner_match(const OwnerMatch& match, std::string_view reason) {
  JsonObject o;
  o.text("plan", match.plan);
  o.text("written", match.written);
  o.text("post", match.post.text);
  put_term(o, match.term);
  return with_reason(o, reason);
}

std::string write_role_grant(const RoleGrant& grant, std::string_view reason) {
  JsonObject o;
  o.text("person", grant.person.text);
  o.text("role", access::word(grant.grant.role));
  o.text("plan", grant.grant.plan);
  o.text("organisation", grant.grant.organisation);
  put_term(o, grant.term);
  return with_reason(o, reason);
}

Result<Organisation> read_organisation(std::string_view json) {
  return read_one<Organisation>(json, [](JsonReader& r, const Json& o) {
    return Organisation{OrganisationId(r.needed(o, "id")), r.needed(o, "name"), r.texts(o, "also_called"), term_of(r, o),
                        OrganisationId(r.text(o, "successor"))};
  });
}

Result<Post> read_post(std::string_view json) {
  return read_one<Post>(json, [](JsonReader& r, const Json& o) {
    return Post{PostId(r.needed(o, "id")), r.needed(o, "title"), OrganisationId(r.text(o, "organisation")), r.texts(o, "also_called"),
                term_of(r, o), PostId(r.text(o, "successor")), r.text(o, "directorate")};
  });
}

Result<Person> read_person(std::string_view json) {
  return read_one<Person>(json, [](JsonReader& r, const Json& o) {
    Person person{PersonId(r.needed(o, "id")), r.text(o, "name"), r.text(o, "email")};
    if (const auto language = r.text(o, "language"); !language.empty()) person.language = language;
    person.left = r.day(o, "left");
    person.may_be_named = r.flag(o, "may_be_named");
    return person;
  });
}

Result<Holding> read_holding(std::string_view json) {
  return read_one<Holding>(json, [](JsonReader& r, const Json& o) {
    return Holding{PostId(r.needed(o, "post")), PersonId(r.needed(o, "person")), term_of(r, o)};
  });
}

Result<Delegation> read_delegation(std::string_view json) {
  return read_one<Delegation>(json, [](JsonReader& r, const Json& o) {
    return Delegation{PostId(r.needed(o, "post")), PersonId(r.needed(o, "to")), term_of(r, o), r.text(o, "reason")};
  });
}

Result<OwnerMatch> read_owner_match(std::string_view json) {
  return read_one<OwnerMatch>(json, [](JsonReader& r, const Json& o) {
    return OwnerMatch{r.needed(o, "plan"), r.needed(o, "written"), PostId(r.text(o, "post")), term_of(r, o)};
  });
}

Result<RoleGrant> read_role_grant(std::string_view json) {
  return read_one<RoleGrant>(json, [](JsonReader& r, const Json& o) {
    RoleGrant grant{PersonId(r.needed(o, "person"))};
    const auto role = access::role_from(r.needed(o, "role"));
    if (!role) r.misfit("\"role\" is not a known word");
    grant.grant = {role.value_or(access::Role::owner), r.text(o, "plan"), r.text(o, "organisation")};
    grant.term = term_of(r, o);
    return grant;
  });
}

}  // namespace makegood
