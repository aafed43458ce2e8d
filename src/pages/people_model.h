#pragma once
// The directory as plain values for its pages.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "pages/forms.h"
#include "pages/plan_model.h"
#include "people/directory.h"

namespace makegood::pages {

[[nodiscard]] Url organisation_form_url(const OrganisationId& id);  ///< /desk/people/organisations/ID, "new" for none
[[nodiscard]] Url post_form_url(const PostId& id);                  ///< /desk/people/posts/ID
[[nodiscard]] Url person_form_url(const PersonId& id);              ///< /desk/people/persons/ID
[[nodiscard]] Url match_url(std::string_view slug);                 ///< /desk/people/match/SLUG
[[nodiscard]] Url owner_url(const PostId& id);                      ///< /desk/owners/ID

/// Whom to contact for each of these names of a plan, each post once.
[[nodiscard]] std::vector<Contact> contacts_of(const Directory& directory, std::string_view slug, const std::vector<std::string>& names, Day today);
/// Those of them about whom a reader is told more than the plan says.
[[nodiscard]] std::vector<Contact> noted_of(const Directory& directory, std::string_view slug, const std::vector<std::string>& names, Day today);
/// Says beside the owners of a page's rows whose post is vacant, has passed to another body or has ended.
void tell_owners(PlanPage& page, const Directory& directory, Day today);
/// All of an item's owners have ended, and nobody has taken them over.
[[nodiscard]] bool owners_have_ended(const Directory& directory, std::string_view slug, const std::vector<std::string>& names, Day today);

/// A post and who answers for it.
struct PostLine {
  PostId id;
  std::string title, organisation;
  std::vector<std::string> holders;   ///< names, or addresses where no name is known
  std::string delegate;               ///< who answers instead; empty = nobody
  WhyNot why_not = WhyNot::none;      ///< why nobody can be asked
  std::optional<Day> vacant_since;
};
struct PersonLine {
  PersonId id;
  std::string name, email;            ///< both empty: erased
  std::vector<std::string> posts;
  std::vector<std::string> roles;     ///< words
  std::optional<Day> left;
};
struct OrganisationLine {
  OrganisationId id;
  std::string name, successor;
  Term term;
};
/// A plan whose names are to be matched.
struct PlanNames {
  std::string slug, title;
  int names = 0, unreached = 0;
};

inline constexpr std::size_t kPeopleShown = 200;

struct PeoplePage {
  std::string text;                   ///< that was searched for
  std::vector<PostLine> posts;        ///< those that nobody can be asked for first; at most kPeopleShown
  std::vector<PersonLine> people;     ///< likewise at most that many
  std::vector<OrganisationLine> organisations;
  std::vector<PlanNames> plans;
  int posts_found = 0, people_found = 0;
  int posts_in_all = 0, vacant = 0, unreached = 0;  ///< of all posts: without holder; with one who cannot be asked
  bool may_change = false;
};
/// What stands in the directory on the day, where `text` occurs in the names; everything where it is empty.
[[nodiscard]] PeoplePage make_people_page(const Directory& directory, std::string_view text, Day today);

/// A person's name, or address; empty = erased.
[[nodiscard]] std::string called(const Person& person);

/// A name of a plan with what it might mean.
struct MatchLine {
  std::string written;
  int owns = 0, partners = 0;
  bool confirmed = false;
  PostId post;                        ///< what it means now; empty = nothing, or nobody where it is confirmed
  std::vector<Choice> suggestions;    ///< posts: the one that it means first
  std::string picked;                 ///< as typed: a post's id, "nobody", "other", or empty = later
  std::string other;                  ///< as typed: a post's name
  std::string fault;                  ///< catalogue key
};
struct MatchPage {
  std::string slug, title, language = "en";
  std::vector<MatchLine> open;        ///< not confirmed yet, those that own most first; at most kMatchesShown
  std::vector<MatchLine> confirmed;
  int open_in_all = 0;
  std::vector<std::string> posts;     ///< all that stand, in words, to pick from
  DateFields from;                    ///< as typed: the day from which the answers hold
  std::string from_fault, refusal;
  std::string change;                 ///< a confirmed name that is asked about again; empty = none
};
inline constexpr std::size_t kMatchesShown = 40;
/// `change`: a confirmed name to be asked about again.
[[nodiscard]] MatchPage make_match_page(const Plan& plan, const Directory& directory, std::string_view change, Day today);

/// What a post owes, plan by plan.
struct OwnerPlan {
  std::string slug, title, language = "en";
  std::vector<ItemRow> rows;
};
struct OwnerPage {
  PostLine post;
  std::string in_words;
  std::vector<FormerName> before;     ///< what it was called before another took over
  std::vector<OwnerPlan> plans;
  int items = 0, overdue = 0;
  bool has_sheet = false;             ///< its items may be sent as a spreadsheet
};
[[nodiscard]] PostLine post_line(const Directory& directory, const Post& post, Day today);

}  // namespace makegood::pages
