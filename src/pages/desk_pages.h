#pragma once
// The coordinator's pages: import, look through, release, correct, and the morning's desk.

#include "pages/desk_model.h"
#include "pages/forms.h"
#include "pages/pieces.h"
#include "pages/public_pages.h"

namespace makegood::pages {

/// `/desk`: what needs me today?
[[nodiscard]] Html desk_page(const DeskPage& page, const Site& site);

/// `/desk/import`: hand a document in.
struct ImportPage {
  std::vector<ProposalLine> waiting;
  std::string as_of;    ///< as typed
  std::string refusal;  ///< why the last document was not taken, in one sentence; empty = it was not
};
[[nodiscard]] Html import_page(const ImportPage& page, const Site& site);

/// What accepting would do to a plan that is there already.
struct RevisionCounts {
  int added = 0, changed = 0, absent = 0;
};

/// `/desk/import/ID`: is this what the document says?
struct ProposalPage {
  ProposalLine line;
  std::string language = "en", organisation;
  std::vector<KindCount> kinds;
  int themes = 0, indicators = 0, settled = 0;
  std::vector<Question> questions;  ///< that are still open
  int asked = 0;                    ///< which of them is shown, from 0
  std::vector<Item> items;          ///< those of this page
  std::vector<std::string> item_themes;
  int page = 1, pages = 1;
  std::vector<ColumnMeaning> columns;
  std::optional<RevisionCounts> revision;
  bool can_undo = false;
  std::string refusal;  ///< of the last step; empty = it was taken
};
/// `asked` and `page` are brought inside what there is. They stand in the address as ?asked= (from 0)
/// and ?page= (from 1).
[[nodiscard]] ProposalPage make_proposal_page(const Plan& draft, ProposalLine line, int asked, int page);
[[nodiscard]] Html proposal_page(const ProposalPage& page, const Site& site);

/// One item in a form: of a proposal, or of a plan in force (then with a reason).
struct ItemFormPage {
  std::string slug;      ///< of the plan in force; empty for a proposal
  std::string proposal;  ///< its id; empty for a plan in force
  std::string plan_title, language = "en";
  Item item;             ///< as it stands
  ItemForm form;         ///< as typed, or item_form(item)
  std::vector<FieldFault> faults;
  std::vector<Choice> themes;
  std::string refusal;
  TimescaleSettings settings;  ///< of the plan, by which the timescale is read back
};
[[nodiscard]] std::vector<Choice> theme_choices(const Plan& plan);
/// `/desk/import/ID/items/N`
[[nodiscard]] Html proposal_item_page(const ItemFormPage& page, const Site& site);
/// `/desk/plans/SLUG/items/ID/correct`
[[nodiscard]] Html correct_page(const ItemFormPage& page, const Site& site);

/// `/desk/plans/SLUG/release`: exactly what the public will see.
struct ReleasePage {
  PlanPage preview;
  std::vector<Question> to_settle;
  bool is_public = false;    ///< an earlier state is public already
  bool has_changes = true;   ///< there is something that the public does not see yet
  std::string refusal;
};
[[nodiscard]] Html release_page(const ReleasePage& page, const Site& site);

/// One question with its answers, sent to `settle`.
struct QuestionForm {
  const Question* question = nullptr;
  int number = 1, of = 1;
  std::string language;
  Url settle, edit;  ///< where the answers go; the item's form, or none
};
[[nodiscard]] Html question_form(const Site& site, const QuestionForm& form);

}  // namespace makegood::pages
