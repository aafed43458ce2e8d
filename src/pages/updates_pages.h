#pragma once
// What owners sent, as the coordinator meets it: what waits, one of them, and decisions about stages.
//
//   POST /desk/plans/SLUG/updates/ID/approve   sequence, summary, text-cy, text-simple, language, text-other,
//                                              open (ids of evidence), publish (yes)
//   POST /desk/plans/SLUG/updates/ID/return    sequence, question
//   POST /desk/plans/SLUG/updates/ID/publish   sequence
//   POST /desk/plans/SLUG/stages               items (ids), stage, draft (yes), body, day-day, day-month, day-year, note

#include "pages/answer_form.h"

namespace makegood::pages {

struct UpdateLine {
  std::string slug, plan_title, item_title, language = "en";
  Update update;
};

/// `/desk/updates`: what did owners say that nobody has read yet?
struct UpdatesPage {
  std::vector<UpdateLine> submitted, returned, approved;  ///< oldest first
};
[[nodiscard]] Html updates_page(const UpdatesPage& page, const Site& site);

/// The public words as they were typed.
struct ApprovalForm {
  std::string summary, welsh, simple, language, other;
  std::vector<std::string> open;
};
/// As the update has them; evidence that may be public is opened beforehand, files are not.
[[nodiscard]] ApprovalForm approval_form(const Update& update);
[[nodiscard]] ApprovalForm approval_form_from(const QueryPairs& pairs);
[[nodiscard]] std::vector<Translation> translations_in(const ApprovalForm& form);
/// A language that is none, words without one.
[[nodiscard]] std::vector<FieldFault> faults_of(const ApprovalForm& form);

/// `/desk/plans/SLUG/updates/ID`
struct UpdatePage {
  UpdateLine line;
  Item item;
  std::optional<Update> before;        ///< the owner's claim before it
  std::vector<ShownEvidence> evidence;
  ApprovalForm form;
  std::string question;
  std::vector<FieldFault> faults;
  std::string refusal;
  bool may_approve = true, may_publish = false;
};
[[nodiscard]] Url update_url(std::string_view slug, const UpdateId& id);
[[nodiscard]] Html update_page(const UpdatePage& page, const Site& site);

/// `/desk/plans/SLUG/stages`: what was decided, about which items?
struct StageForm {
  std::vector<std::string> items;
  std::string stage = "in_plan", body, note;
  DateFields day;
  bool draft = false;
};
[[nodiscard]] StageForm stage_form_from(const QueryPairs& pairs);
struct StagePage {
  struct Choice {
    ItemId id;
    std::string ref, title, approval;  ///< approval as the document has it
    Stage stage = Stage::in_plan;
    bool awaited = false;
  };
  std::string slug, plan_title, language = "en";
  std::vector<Choice> items;
  StageForm form;
  std::vector<FieldFault> faults;
  std::string refusal;
  bool done = false;
};
[[nodiscard]] Url stages_url(std::string_view slug);
[[nodiscard]] Html stage_page(const StagePage& page, const Site& site);

}  // namespace makegood::pages
