#pragma once
// people: the directory. Organisations have posts, posts have holders, and a post outlives whoever
// holds it: plans name posts ("Head of Housing"), letters go to people. A name as a plan writes it
// is matched to a post once, and a coordinator confirms it.
//
//   const Directory& directory = ...;                               // PeopleRepository::directory()
//   for (const PostId& post : posts_of(directory, "fair-work-plan", "Head of Housing", today)) {
//     const Answerer who = answerer(directory, post, today);
//     if (who.person) write_to(*who.person); else say(who.why_not);   // vacant, left, no address
//   }
//   Actor actor{person.email, grants_of(directory, person.id, today)};
//
// Dates are whole days; `from` counts, `until` is the last day that counts; empty = open.
// Nothing is deleted: a post ends, a person leaves, an organisation is succeeded by another.
// people must not know plans' items, sessions, nor how letters travel. Rooms:
//
//   people.h    the nouns                  directory.h   who answers, what a name means, grants
//   suggest.h   what a name might mean     keep.h        the directory after one more entry
//   check.h     what may be kept           directory_file.h  the sheet that comes in
//   json.h      how entries of the ledger write them
//   people_repository.h   the door to where the directory is kept

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/access.h"
#include "base/base.h"

namespace makegood {

using OrganisationId = Id<struct OrganisationTag>;
using PostId = Id<struct PostTag>;
using PersonId = Id<struct PersonTag>;

/// Nothing in a directory is older: what ends before it, never was.
inline const Day kEarliestDay = *Day::parse("1900-01-01");

/// When something holds. Both ends count; empty = open. What ends before it starts never holds: so a
/// holding that was written down by mistake is taken back.
struct Term {
  std::optional<Day> from, until;
  [[nodiscard]] bool holds(Day day) const { return (!from || *from <= day) && (!until || day <= *until); }
  [[nodiscard]] bool never_holds() const { return until && *until < from.value_or(kEarliestDay); }
  bool operator==(const Term&) const = default;
};

struct Organisation {
  OrganisationId id;
  std::string name;
  std::vector<std::string> also_called;  ///< as plans write it: "Llyn Valley Police", "LVP"
  Term term;
  OrganisationId successor;              ///< who takes over what it owns after its end; empty = nobody named
  bool operator==(const Organisation&) const = default;
};

struct Post {
  PostId id;
  std::string title;                     ///< "Head of Housing"
  OrganisationId organisation;           ///< empty = not known
  std::vector<std::string> also_called;
  Term term;
  PostId successor;                      ///< who takes over what it owns after its end
  std::string directorate;               ///< "Corporate Services": for reports; may be empty
  bool operator==(const Post&) const = default;
};

struct Person {
  PersonId id;
  std::string name;                      ///< never public unless `may_be_named`
  std::string email;                     ///< empty = cannot be written to
  std::string language = "en";           ///< "en" or "cy": in which letters come
  std::optional<Day> left;               ///< the last day in any post
  bool may_be_named = false;             ///< consent or seniority is recorded
  bool operator==(const Person&) const = default;
};

/// Somebody holds a post. A post without a holder today is vacant.
struct Holding {
  PostId post;
  PersonId person;
  Term term;
  bool operator==(const Holding&) const = default;
};

/// Somebody else answers for a post for a while.
struct Delegation {
  PostId post;
  PersonId to;
  Term term;
  std::string reason;
  bool operator==(const Delegation&) const = default;
};

/// What a name in a plan means, as a coordinator confirmed it. From another day on it may mean another post.
struct OwnerMatch {
  std::string plan;     ///< slug
  std::string written;  ///< exactly as an item's owner or partner
  PostId post;          ///< empty = confirmed that nobody can be asked
  Term term;
  bool operator==(const OwnerMatch&) const = default;
};

struct RoleGrant {
  PersonId person;
  access::Grant grant;
  Term term;
  bool operator==(const RoleGrant&) const = default;
};

struct Directory {
  std::vector<Organisation> organisations;  ///< each list by the order of the ledger
  std::vector<Post> posts;
  std::vector<Person> people;
  std::vector<Holding> holdings;
  std::vector<Delegation> delegations;
  std::vector<OwnerMatch> matches;
  std::vector<RoleGrant> grants;
  std::int64_t sequence = 0;                ///< of the last ledger entry about any of it
  bool operator==(const Directory&) const = default;
};

/// "housing@aberllyn.example": one "@", a domain with a dot, nothing that a letter's header could trip over.
/// At most 254 bytes. Source: RFC 5321, without quoted local parts, address literals and comments.
[[nodiscard]] bool is_email(std::string_view text);
/// The languages that letters come in: "en", "cy".
inline constexpr std::array<std::string_view, 2> kLetterLanguages = {"en", "cy"};

[[nodiscard]] const Organisation* find_organisation(const Directory& directory, const OrganisationId& id);
[[nodiscard]] const Post* find_post(const Directory& directory, const PostId& id);
[[nodiscard]] const Person* find_person(const Directory& directory, const PersonId& id);
/// Letter case does not matter. Nobody who has left by `today`.
[[nodiscard]] const Person* find_person_by_email(const Directory& directory, std::string_view email, Day today);

}  // namespace makegood
