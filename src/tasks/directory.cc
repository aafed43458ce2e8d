#include "tasks/directory.h"

#include <algorithm>

#include "people/check.h"
#include "people/directory.h"
#include "people/json.h"
#include "tasks/write_down.h"

namespace makegood::tasks {
namespace {

using KeptDirectory = std::shared_ptr<const Directory>;

// What stands before a decision: the directory, and that nobody writes about the subject meanwhile.
struct Before {
  KeptDirectory directory;
  std::vector<Expectation> expectations;
};

Result<Before> before(const Workspace& w, const std::vector<std::string>& subjects, const Saving& saving) {
  Before before;
  for (const auto& subject : subjects) {
    if (subject.empty()) continue;
    const auto last = w.ledger.last_about(subject);
    if (!last) return tl::unexpected(last.error());
    if (saving.seen && *last > *saving.seen) return refuse(Fault::conflict, "somebody else changed this meanwhile: look at it again");
    before.expectations.push_back({subject, *last});
  }
  auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  before.directory = std::move(*directory);
  return before;
}

Day today(const Workspace& w) { return w.clock.now().today; }

Change entry(std::string_view kind, std::string_view subject, const Actor& actor, std::string payload) {
  return {std::string(kind), std::string(subject), actor.name, std::move(payload)};
}

/// A role is for all plans (empty), a plan that there is, or a register that there is ("register:NAME").
Result<void> find_scope(const Workspace& w, std::string_view scope) {
  constexpr std::string_view kRegister = "register:";
  if (scope.empty()) return {};
  if (scope.starts_with(kRegister)) {
    const auto kept = w.registers.find(scope.substr(kRegister.size()));
    return kept ? Result<void>{} : tl::unexpected(kept.error());
  }
  const auto plan = w.plans.find(scope, View::live);
  return plan ? Result<void>{} : tl::unexpected(plan.error());
}

// Checks a noun with an id, or gives it one, and writes it.
template <class Noun, class Tag>
Result<Id<Tag>> keep_noun(const Workspace& w, const Actor& actor, Noun noun, Id<Tag> successor, const Saving& saving, std::string_view kind,
                          std::string (*write_noun)(const Noun&, std::string_view)) {
  if (auto allowed = require(actor, Action::manage_people); !allowed) return tl::unexpected(allowed.error());
  const auto seen = before(w, {noun.id.text, successor.text}, saving);
  if (!seen) return tl::unexpected(seen.error());
  if (noun.id.empty()) noun.id = make_id<Tag>(w.random);
  if (auto checked = check(*seen->directory, noun, today(w)); !checked) return tl::unexpected(checked.error());
  if (auto done = write_down(w, {entry(kind, noun.id.text, actor, write_noun(noun, saving.reason))}, seen->expectations); !done)
    return tl::unexpected(done.error());
  return noun.id;
}

bool overlap(const Term& a, const Term& b) {
  const auto starts_after = [](const Term& later, const Term& earlier) { return later.from && earlier.until && *earlier.until < *later.from; };
  return !starts_after(a, b) && !starts_after(b, a);
}

template <class Noun, class Is>
const Noun* newest(const std::vector<Noun>& all, Is is) {
  const auto found = std::find_if(all.rbegin(), all.rend(), is);
  return found == all.rend() ? nullptr : &*found;
}

Result<Term> ended(Term term, Day last) {
  if (term.from && last < *term.from) return refuse(Fault::invalid_input, "the last day is before the first, " + term.from->in_words());
  term.until = last;
  return term;
}

// Ends the newest holding of a post by somebody; `end` makes the term that it has then.
template <class End>
Result<void> change_holding(const Workspace& w, const Actor& actor, const PostId& post, const PersonId& person, const Saving& saving, End end) {
  if (auto allowed = require(actor, Action::manage_people); !allowed) return allowed;
  const auto seen = before(w, {post.text}, saving);
  if (!seen) return tl::unexpected(seen.error());
  const auto* held = newest(seen->directory->holdings, [&](const Holding& h) { return h.post == post && h.person == person && !h.term.never_holds(); });
  if (held == nullptr) return refuse(Fault::not_found, "they do not hold this post");
  auto term = end(held->term);
  if (!term) return tl::unexpected(term.error());
  return write_down(w, {entry("post.held", post.text, actor, write_holding({post, person, *term}, saving.reason))}, seen->expectations);
}

}  // namespace

Result<OrganisationId> keep_organisation(const Workspace& w, const Actor& actor, Organisation organisation, const Saving& saving) {
  const auto successor = organisation.successor;
  return keep_noun(w, actor, std::move(organisation), successor, saving, "organisation.kept", write_organisation);
}

Result<PostId> keep_post(const Workspace& w, const Actor& actor, Post post, const Saving& saving) {
  const auto successor = post.successor;
  return keep_noun(w, actor, std::move(post), successor, saving, "post.kept", write_post);
}

Result<PersonId> keep_person(const Workspace& w, const Actor& actor, Person person, const Saving& saving) {
  person.email = trim(person.email);
  return keep_noun(w, actor, std::move(person), PersonId(), saving, "person.kept", write_person);
}

Result<void> hold_post(const Workspace& w, const Actor& actor, const Holding& holding, const Saving& saving) {
  if (auto allowed = require(actor, Action::manage_people); !allowed) return allowed;
  const auto seen = before(w, {holding.post.text}, saving);
  if (!seen) return tl::unexpected(seen.error());
  if (auto checked = check(*seen->directory, holding, today(w)); !checked) return checked;
  for (const auto& other : seen->directory->holdings)
    if (other.post == holding.post && other.person == holding.person && other.term.from != holding.term.from && !other.term.never_holds() &&
        overlap(other.term, holding.term))
      return refuse(Fault::conflict, "they hold this post in that time already");
  return write_down(w, {entry("post.held", holding.post.text, actor, write_holding(holding, saving.reason))}, seen->expectations);
}

Result<void> end_holding(const Workspace& w, const Actor& actor, const PostId& post, const PersonId& person, Day last, const Saving& saving) {
  return change_holding(w, actor, post, person, saving, [&](const Term& term) { return ended(term, last); });
}

Result<void> take_back_holding(const Workspace& w, const Actor& actor, const PostId& post, const PersonId& person, const Saving& saving) {
  return change_holding(w, actor, post, person, saving, [](const Term& term) -> Result<Term> {
    return Term{term.from, term.from.value_or(kEarliestDay).plus_days(-1)};
  });
}

Result<void> delegate(const Workspace& w, const Actor& actor, const Delegation& delegation, const Saving& saving) {
  if (auto allowed = require(actor, Action::manage_people); !allowed) return allowed;
  const auto seen = before(w, {delegation.post.text}, saving);
  if (!seen) return tl::unexpected(seen.error());
  if (auto checked = check(*seen->directory, delegation, today(w)); !checked) return checked;
  return write_down(w, {entry("post.delegated", delegation.post.text, actor, write_delegation(delegation, saving.reason))}, seen->expectations);
}

Result<void> end_delegation(const Workspace& w, const Actor& actor, const PostId& post, const PersonId& to, Day last, const Saving& saving) {
  if (auto allowed = require(actor, Action::manage_people); !allowed) return allowed;
  const auto seen = before(w, {post.text}, saving);
  if (!seen) return tl::unexpected(seen.error());
  const auto* found = newest(seen->directory->delegations, [&](const Delegation& d) { return d.post == post && d.to == to; });
  if (found == nullptr) return refuse(Fault::not_found, "the post is not delegated to them");
  const auto term = ended(found->term, last);
  if (!term) return tl::unexpected(term.error());
  auto delegation = *found;
  delegation.term = *term;
  return write_down(w, {entry("post.delegated", post.text, actor, write_delegation(delegation, saving.reason))}, seen->expectations);
}

Result<void> grant_role(const Workspace& w, const Actor& actor, const RoleGrant& grant, const Saving& saving) {
  if (auto allowed = require(actor, Action::grant_roles, {.plan = grant.grant.plan}); !allowed) return allowed;
  if (!actor.person.empty() && actor.person == grant.person.text)
    return refuse(Fault::not_allowed, "you cannot give a role to yourself: ask somebody else who gives roles");
  const auto seen = before(w, {grant.person.text}, saving);
  if (!seen) return tl::unexpected(seen.error());
  if (auto checked = check(*seen->directory, grant, today(w)); !checked) return checked;
  if (const auto there = find_scope(w, grant.grant.plan); !there) return there;
  return write_down(w, {entry("role.granted", grant.person.text, actor, write_role_grant(grant, saving.reason))}, seen->expectations);
}

Result<void> end_role(const Workspace& w, const Actor& actor, const PersonId& person, const Grant& grant, Day last, const Saving& saving) {
  if (auto allowed = require(actor, Action::grant_roles, {.plan = grant.plan}); !allowed) return allowed;
  const auto seen = before(w, {person.text}, saving);
  if (!seen) return tl::unexpected(seen.error());
  const auto* found = newest(seen->directory->grants, [&](const RoleGrant& g) { return g.person == person && g.grant == grant; });
  if (found == nullptr) return refuse(Fault::not_found, "they have no such role");
  auto over = *found;
  over.term.until = last;  // before its first day: it is taken back
  return write_down(w, {entry("role.granted", person.text, actor, write_role_grant(over, saving.reason))}, seen->expectations);
}

}  // namespace makegood::tasks
