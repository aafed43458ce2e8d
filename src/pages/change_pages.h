#pragma once
// What a newer version changes: for the coordinator before it is accepted, for everybody after.

#include "pages/change_model.h"
#include "pages/pieces.h"

namespace makegood::pages {

[[nodiscard]] Url versions_url(std::string_view slug);                                              ///< /plans/SLUG/changes
[[nodiscard]] Url changes_url(std::string_view slug, std::string_view from, std::string_view to);   ///< /plans/SLUG/changes/A..B
[[nodiscard]] Url import_changes_url(std::string_view import);                                      ///< /desk/import/ID/changes

struct VersionName {
  std::string called;
  std::optional<Day> adopted, released;
};

/// `/plans/SLUG/changes/A..B`: what did the new version of the plan change?
struct ChangesPage {
  std::string slug, plan_title, language = "en";
  std::string from, to;  ///< what the versions are called
  std::vector<ChangeLine> lines;
  std::vector<ThemeChange> themes;
};
[[nodiscard]] Html changes_page(const ChangesPage& page, const Site& site);

/// `/plans/SLUG/changes`: which versions are there?
struct VersionsPage {
  std::string slug, plan_title, language = "en";
  std::vector<VersionName> versions;  ///< oldest first
};
[[nodiscard]] Html versions_page(const VersionsPage& page, const Site& site);

/// One question of the coordinator's page: a doubtful match, or an item that is gone.
struct ChangeQuestion {
  ChangeLine line;
  std::vector<NamedItem> choices;  ///< of a match: items in force that it may be instead; of a gone item: what it may have gone into
};

/// What the form of a gone item sent, when it could not be taken: it is shown again as it was typed.
struct RefusedReason {
  ItemId current;
  std::string reason, successor, note;
};
[[nodiscard]] RefusedReason refused_reason_from(const QueryPairs& pairs);

/// `/desk/import/ID/changes`: which of these are the same, and why is the rest gone?
struct ImportChangesPage {
  std::string id, plan_title, language = "en";
  std::vector<ChangeQuestion> questions;  ///< those that are shown, doubtful matches first
  int open = 0;                           ///< questions in all
  std::vector<ChangeLine> lines;          ///< every change
  std::vector<ThemeChange> themes;
  bool can_undo = false;
  std::string refusal;  ///< of the last step
  RefusedReason typed;  ///< by it; the form of this item says what is wrong
};
inline constexpr std::size_t kQuestionsShown = 10;
inline constexpr std::size_t kChoicesShown = 50;
[[nodiscard]] ImportChangesPage make_import_changes(const Plan& current, const Plan& draft, const ChangeSet& changes);
[[nodiscard]] Html import_changes_page(const ImportChangesPage& page, const Site& site);

/// What the forms of that page send: verdict (same, apart, gone), draft, current; and of a gone item
/// reason, successor, note. Refuses an unknown verdict or reason -> invalid_input.
[[nodiscard]] Result<MatchDecision> match_decision_from(const QueryPairs& pairs);

}  // namespace makegood::pages
