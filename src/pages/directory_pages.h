#pragma once
// The directory's pages: who holds which post, one noun at a time, and what plans' names mean.

#include "pages/directory_form.h"
#include "pages/people_model.h"

namespace makegood::pages {

/// `/desk/people`: who holds which post?
[[nodiscard]] Html people_page(const PeoplePage& page, const Site& site);

/// Something that stands in a section of a noun's page: a holder, a delegation, a role.
struct FormRow {
  std::string text;      ///< "housing@aberllyn.example"
  std::string role;      ///< the word of a role; empty = none
  std::string about;     ///< of a role: for which plan or organisation; of a delegation: why
  Term term;
  std::optional<DirectoryForm> form;  ///< by which it ends; none = it has ended
};
struct FormSection {
  std::string title;     ///< catalogue key; also its id
  std::string none;      ///< key of what is said where there is no row
  std::vector<FormRow> rows;
  std::optional<DirectoryForm> form;  ///< by which one is added
};

/// One organisation, post or person: its own form, and what else is known about it.
struct NounPage {
  std::string heading;   ///< catalogue key
  std::string called;    ///< what it is called; empty for a new one
  DirectoryForm form;
  std::vector<FormSection> sections;
  std::string refusal;   ///< why the last form was not taken; empty = it was
  Url erasure = {};      ///< of a person, where they may be erased; none = there is no such page

  /// The form that goes to this step ("save", "hold", "end" ...) and says what the hidden fields of `pairs` say of whom
  /// it is about; null = there is none.
  [[nodiscard]] DirectoryForm* find(std::string_view step, const QueryPairs& pairs = {});
};
[[nodiscard]] Html noun_page(const NounPage& page, const Site& site);

/// `/desk/people/organisations/ID`, `/desk/people/posts/ID`, `/desk/people/persons/ID`; an empty id is a new one.
/// Forms: "save"; of a post "hold", "end-N" (by its row), "delegate", "end-delegation-N"; of a person "grant",
/// "end-role-N". Each carries "seen", the directory's sequence.
[[nodiscard]] NounPage organisation_page(const Directory& directory, const Organisation& organisation);
[[nodiscard]] NounPage post_page(const Directory& directory, const Post& post, Day today);
/// `plans`: those for which a role may be given.
[[nodiscard]] NounPage person_page(const Directory& directory, const Person& person, const std::vector<Choice>& plans, Day today);

/// What the forms ask for. Only for forms that were looked over.
[[nodiscard]] Organisation organisation_from(const DirectoryForm& form, const OrganisationId& id);
[[nodiscard]] Post post_from(const DirectoryForm& form, const PostId& id);
[[nodiscard]] Person person_from(const DirectoryForm& form, const PersonId& id);
[[nodiscard]] Holding holding_from(const DirectoryForm& form, const PostId& post);
[[nodiscard]] Delegation delegation_from(const DirectoryForm& form, const PostId& post);
/// Refuses: a role that is none -> invalid_input.
[[nodiscard]] Result<RoleGrant> role_from_form(const DirectoryForm& form, const PersonId& person);

/// `/desk/people/import`: the directory out of a spreadsheet.
struct DirectoryImportPage {
  std::vector<Refusal> faults;   ///< each with its row
  std::string refusal;           ///< why the file was not read at all
  Findings findings;
  std::optional<std::array<int, 4>> would_change;  ///< organisations, posts, people, holdings: of a trial
  std::string file;
};
[[nodiscard]] Html directory_import_page(const DirectoryImportPage& page, const Site& site);

/// `/desk/people/match/SLUG`: whom do the names in this plan mean?
[[nodiscard]] Html match_page(const MatchPage& page, const Site& site);

/// `/desk/owners/POST`: what does this post owe?
[[nodiscard]] Html owner_page(const OwnerPage& page, const Site& site);

}  // namespace makegood::pages
