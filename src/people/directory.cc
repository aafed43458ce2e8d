#include "people/directory.h"

#include <algorithm>
#include <set>

#include "people/presence.h"

namespace makegood {
namespace {

bool has_ended(const Term& term, Day day) { return term.until && *term.until < day; }

const Post* find(const Directory& directory, const PostId& id) { return find_post(directory, id); }
const Organisation* find(const Directory& directory, const OrganisationId& id) { return find_organisation(directory, id); }

// From what has ended to who took over, as far as that leads.
template <class NounId>
NounId taken_over_by(const Directory& directory, NounId id, Day day) {
  std::set<NounId> seen;
  for (const auto* noun = find(directory, id); noun != nullptr && has_ended(noun->term, day) && seen.insert(id).second;
       noun = find(directory, id)) {
    if (find(directory, noun->successor) == nullptr) break;
    id = noun->successor;
  }
  return id;
}

template <class NounId>
bool leads_to(const Directory& directory, const NounId& from, const NounId& to) {
  std::set<NounId> seen;
  for (auto id = from; !id.empty() && seen.insert(id).second;) {
    if (id == to) return true;
    const auto* noun = find(directory, id);
    id = noun == nullptr ? NounId() : noun->successor;
  }
  return false;
}

const Organisation* body_of(const Directory& directory, const Post& post, Day day) {
  return find_organisation(directory, taken_over_by(directory, post.organisation, day));
}

bool stands(const Directory& directory, const Post& post, Day day) {
  const auto* body = body_of(directory, post, day);
  return post.term.holds(day) && (body == nullptr || !has_ended(body->term, day));
}

std::string titled(const Post& post, const Organisation* body) { return body == nullptr ? post.title : post.title + ", " + body->name; }

// Those that ended between `id` and who stands for it on the day, in the order of their ends.
template <class NounId, class Told>
void each_that_ended(const Directory& directory, NounId id, Day day, const Told& told) {
  for (const auto last = taken_over_by(directory, id, day); id != last; id = find(directory, id)->successor) told(*find(directory, id));
}

struct Candidate {
  PersonId person;
  bool by_delegation = false;
};

// Whom to ask, in this order: delegates, the newest delegation first; then holders, the newest first.
std::vector<Candidate> candidates(const Directory& directory, const PostId& post, Day day) {
  std::vector<Candidate> found;
  for (auto d = directory.delegations.rbegin(); d != directory.delegations.rend(); ++d)
    if (d->post == post && d->term.holds(day)) found.push_back({d->to, true});
  for (auto h = directory.holdings.rbegin(); h != directory.holdings.rend(); ++h)
    if (h->post == post && h->term.holds(day)) found.push_back({h->person, false});
  return found;
}

WhyNot why_not_asked(const Directory& directory, const PersonId& id, Day day) {
  const auto* person = find_person(directory, id);
  if (person == nullptr) return WhyNot::vacant;
  if (has_left(*person, day)) return WhyNot::left;
  return person->email.empty() ? WhyNot::no_address : WhyNot::none;
}

const OwnerMatch* match_of(const Directory& directory, std::string_view plan, std::string_view written, Day day) {
  const OwnerMatch* last = nullptr;
  for (const auto& match : directory.matches)
    if (match.plan == plan && match.written == written && match.term.holds(day) && (last == nullptr || last->term.from <= match.term.from))
      last = &match;
  return last;
}

// Most names begin otherwise, and need not be folded to know that they are not the same.
bool begins_otherwise(std::string_view name, std::string_view folded) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !name.empty() && is_letter(name[0]) && (name[0] | 0x20) != folded[0];
}

bool is_called(const Directory& directory, const Post& post, std::string_view folded, Day day) {
  const auto is_name = [&](const std::string& title) {
    if (begins_otherwise(title, folded)) return false;
    const auto name = fold(title);
    if (name == folded) return true;
    if (!folded.starts_with(name)) return false;
    const auto with = [&](const Organisation* body) { return body != nullptr && fold(title + " " + body->name) == folded; };
    return with(find_organisation(directory, post.organisation)) || with(body_of(directory, post, day));
  };
  return is_name(post.title) || std::any_of(post.also_called.begin(), post.also_called.end(), is_name);
}

// The one post that is called so, or took over from one that was; empty = none, or more than one.
PostId post_called(const Directory& directory, std::string_view written, Day day) {
  const auto folded = fold(written);
  PostId only;
  if (folded.empty()) return only;
  for (const auto& post : directory.posts) {
    if (!is_called(directory, post, folded, day)) continue;
    const auto id = taken_over_by(directory, post.id, day);
    if (!find_post(directory, id)->term.holds(day) || id == only) continue;
    if (!only.empty()) return {};
    only = id;
  }
  return only;
}

}  // namespace

std::string_view word(WhyNot why) {
  constexpr std::array<std::string_view, 6> kWords = {"", "vacant", "left", "no_address", "no_post", "ended"};
  return kWords[static_cast<std::size_t>(why)];
}

PostId post_on(const Directory& directory, const PostId& post, Day day) { return taken_over_by(directory, post, day); }

Answerer answerer(const Directory& directory, const PostId& asked, Day day) {
  Answerer answer{.post = post_on(directory, asked, day)};
  const auto* post = find_post(directory, answer.post);
  if (post == nullptr || !stands(directory, *post, day)) {
    answer.why_not = ended_on(directory, answer.post, day) ? WhyNot::ended : WhyNot::no_post;
    return answer;
  }
  answer.why_not = WhyNot::vacant;
  bool first = true;
  for (const auto& candidate : candidates(directory, answer.post, day)) {
    const auto why_not = why_not_asked(directory, candidate.person, day);
    if (why_not == WhyNot::none) return {answer.post, candidate.person, candidate.by_delegation, WhyNot::none};
    if (std::exchange(first, false)) answer.why_not = why_not;
  }
  return answer;
}

std::vector<PersonId> holders_of(const Directory& directory, const PostId& post, Day day) {
  std::vector<PersonId> holders;
  for (const auto& holding : directory.holdings) {
    const auto* person = find_person(directory, holding.person);
    if (holding.post == post && holding.term.holds(day) && person != nullptr && !has_left(*person, day)) holders.push_back(holding.person);
  }
  return holders;
}

std::optional<Day> vacant_since(const Directory& directory, const PostId& post, Day day) {
  if (!holders_of(directory, post, day).empty()) return std::nullopt;
  std::optional<Day> since;
  for (const auto& holding : directory.holdings) {
    if (holding.post != post || (holding.term.from && *holding.term.from > day)) continue;
    auto last = holding.term.until;
    const auto* person = find_person(directory, holding.person);
    if (person != nullptr && person->left && (!last || *person->left < *last)) last = person->left;
    if (last && !Term{holding.term.from, last}.never_holds() && (!since || *since <= *last)) since = last->plus_days(1);
  }
  return since;
}

std::vector<PostId> posts_of(const Directory& directory, std::string_view plan, std::string_view written, Day day) {
  const auto* match = match_of(directory, plan, written, day);
  const auto post = match == nullptr ? post_called(directory, written, day) : match->post;
  if (post.empty()) return {};
  return {post};
}

bool is_matched(const Directory& directory, std::string_view plan, std::string_view written, Day day) {
  return match_of(directory, plan, written, day) != nullptr;
}

std::string post_in_words(const Directory& directory, const PostId& id, Day day) {
  const auto* post = find_post(directory, id);
  return post == nullptr ? std::string() : titled(*post, body_of(directory, *post, day));
}

std::vector<FormerName> former_names(const Directory& directory, const PostId& asked, Day day) {
  std::vector<FormerName> former;
  each_that_ended(directory, asked, day, [&](const Post& post) {
    former.push_back({post_in_words(directory, post.id, *post.term.until), *post.term.until});
  });
  if (const auto* post = find_post(directory, post_on(directory, asked, day)); post != nullptr && !ended_on(directory, post->id, day))
    each_that_ended(directory, post->organisation, day, [&](const Organisation& body) {
      if (!post->term.from || *post->term.from <= *body.term.until) former.push_back({body.name, *body.term.until});
    });
  std::stable_sort(former.begin(), former.end(), [](const FormerName& a, const FormerName& b) { return a.until > b.until; });
  return former;
}

std::optional<Day> ended_on(const Directory& directory, const PostId& asked, Day day) {
  const auto* post = find_post(directory, post_on(directory, asked, day));
  if (post == nullptr) return std::nullopt;
  if (has_ended(post->term, day)) return post->term.until;
  const auto* body = body_of(directory, *post, day);
  return body != nullptr && has_ended(body->term, day) ? body->term.until : std::nullopt;
}

OrganisationId organisation_of(const Directory& directory, const PostId& id, Day day) {
  const auto* post = find_post(directory, post_on(directory, id, day));
  return post == nullptr ? OrganisationId() : taken_over_by(directory, post->organisation, day);
}

bool succeeds_itself(const Directory& directory, const OrganisationId& id, const OrganisationId& successor) {
  return leads_to(directory, successor, id);
}
bool succeeds_itself(const Directory& directory, const PostId& id, const PostId& successor) { return leads_to(directory, successor, id); }

std::vector<access::Grant> grants_of(const Directory& directory, const PersonId& id, Day day) {
  std::vector<access::Grant> grants;
  const auto* person = find_person(directory, id);
  if (person == nullptr || has_left(*person, day)) return grants;
  for (const auto& grant : directory.grants)
    if (grant.person == id && grant.term.holds(day)) grants.push_back(grant.grant);
  return grants;
}

}  // namespace makegood
