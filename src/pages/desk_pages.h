#pragma once
// The coordinator's pages: import, look through, release, correct, and the morning's desk.

#include <map>

#include "pages/desk_model.h"
#include "pages/forms.h"
#include "pages/pieces.h"
#include "pages/public_pages.h"
#include "pages/source_excerpt.h"

namespace makegood::pages {

/// `/desk`: what needs me today?
[[nodiscard]] Html desk_page(const DeskPage& page, const Site& site);

/// `/desk/import`: hand a document in.
struct ImportPage {
  std::vector<ProposalLine> waiting;
  std::string as_of;    ///< as typed
  std::string refusal;  ///< why the last document was not taken, in one sentence; empty = it was not
  std::vector<Choice> plans = {};  ///< by slug: what the document may be a newer version of
  std::string newer_of = {};       ///< the slug that was chosen; empty = its title decides
};
[[nodiscard]] Html import_page(const ImportPage& page, const Site& site);

/// What accepting would do to a plan that is there already.
struct RevisionCounts {
  int added = 0, changed = 0, absent = 0;
  int questions = 0;  ///< doubtful matches, and what is gone without a reason: to be answered before it is accepted
};

/// A step by hand that had no place any more when the document was read again.
struct LostLine {
  std::string what;   ///< "settled", "edited", "added", "plan": a key under review.lost
  std::string title;  ///< of the item, theme or indicator; may be empty
  std::string field;  ///< a field's word, for "edited"
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
  bool only_findings = false;  ///< shown are only items that something was odd about
  int matched = 0;             ///< items that are shown, on all pages
  SourceView source;           ///< the document behind it, as far as it can be read again
  std::vector<Url> item_places;  ///< where each item of this page stands in the document
  Url question_place;            ///< where the question that is shown does
  std::string last_step;       ///< "settled", "edited", "reread" ...: what undo would take back; empty = nothing
  std::vector<LostLine> lost;  ///< of the last step, when it read the document again
  std::optional<RevisionCounts> revision;
  std::string refusal;  ///< of the last step; empty = it was taken
};
/// What the address asks for: ?asked= (from 0), ?page= (from 1), ?show=findings.
struct ProposalView {
  int asked = 0, page = 1;
  bool only_findings = false;
};
/// `asked` and `page` are brought inside what there is.
[[nodiscard]] ProposalPage make_proposal_page(const Plan& draft, ProposalLine line, const ProposalView& view = {}, const SourceView& source = {});
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
  SourceView source;           ///< of a proposal: the document that it was read from
};
[[nodiscard]] std::vector<Choice> theme_choices(const Plan& plan);
/// `/desk/import/ID/items/N`
[[nodiscard]] Html proposal_item_page(const ItemFormPage& page, const Site& site);

/// `/desk/import/ID/plan`: title, organisation, themes and indicators, by hand.
struct PlanFormPage {
  std::string proposal, plan_title, language = "en", organisation;
  std::vector<Choice> themes;                      ///< with the names of those above them
  std::map<std::string, std::string> theme_names;  ///< own names by id
  std::vector<Indicator> indicators;
  std::string refusal, fault_at, typed;  ///< why the last edit was not taken, its field's id, and what was typed
};
[[nodiscard]] PlanFormPage make_plan_form_page(const Plan& draft, std::string proposal);
/// What a form of that page asks for, and the id of its text field.
[[nodiscard]] PlanEdit plan_edit_from(const QueryPairs& pairs);
[[nodiscard]] std::string plan_form_field(const PlanEdit& edit);
[[nodiscard]] Html plan_form_page(const PlanFormPage& page, const Site& site);

/// `/desk/plans/SLUG/items/ID/correct`
[[nodiscard]] Html correct_page(const ItemFormPage& page, const Site& site);

/// `/desk/plans/SLUG/items/ID/share`: where else is it shown?
struct SharePage {
  std::string slug, plan_title, language = "en";
  ItemId item;
  std::string title;
  std::vector<Choice> places;       ///< other plans and their themes
  std::vector<Inclusion> shown_in;  ///< where it is shown already
  std::string place, reason;        ///< as typed
  FieldFault fault;                 ///< no field = none; "reason-SLUG" is that of a form that takes it out
  std::string refusal;
};
/// A plan and each of its themes: "SLUG" and "SLUG/THEME".
[[nodiscard]] std::vector<Choice> places_in(const Plan& plan);
/// The slug and theme of a place; both empty for an empty one.
[[nodiscard]] std::pair<std::string, ThemeId> place_from(std::string_view text);
[[nodiscard]] Html share_page(const SharePage& page, const Site& site);

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
  SourceView source = {};  ///< with it the place is shown as it looks
  Url place = {};          ///< where it stands in the whole document, or none
};
[[nodiscard]] Html question_form(const Site& site, const QuestionForm& form);

}  // namespace makegood::pages
