#pragma once
// Groups for those who work with them. Never for the public.
//
//   GET  /desk/registers/NAME/composition   group, on (or on-day, on-month, on-year): who sits on it that day (.csv beside it)
//   GET  /desk/registers/NAME/papers        what has gone round; group, paper: who agrees to it (POST: group, paper)
//   GET  /desk/registers/NAME/circulate     the form that sends one round (POST: CirculateForm)
//   GET  /agree/TOKEN                       one member's answer (POST: answer, comment); /agree/TOKEN/file: the paper

#include <optional>
#include <string>
#include <vector>

#include "pages/forms.h"
#include "pages/register_pages.h"
#include "registers/composition.h"
#include "registers/paper_rounds.h"

namespace makegood::pages {

[[nodiscard]] Url composition_url(std::string_view name);

/// Something to choose in a form.
struct GroupOption {
  std::string key, title;
};
struct MemberRow {
  RecordId id;
  std::vector<std::string> values;  ///< in the order of `by`
  Day from;
  std::optional<Day> until;
};
struct CompositionPage {
  const Definition* definition = nullptr;
  std::vector<GroupOption> groups;
  std::string group, group_title;   ///< empty = there is no group yet
  Day day;
  DateFields typed;                 ///< the day as it was typed
  std::string day_fault;            ///< key of what is wrong with it; empty = nothing
  std::vector<std::string> by;      ///< fields
  int members = 0;
  std::optional<int> seats, vacant;
  std::vector<registers::CompositionBy> lines;
  std::string required;             ///< field
  std::vector<std::string> asked_for, missing;  ///< codes of it
  std::vector<MemberRow> each;
};
[[nodiscard]] Html composition_page(const CompositionPage& page, const Site& site);

[[nodiscard]] Url papers_url(std::string_view name);
[[nodiscard]] Url paper_url(std::string_view name, std::string_view group, std::string_view paper);
[[nodiscard]] Url circulate_url(std::string_view name);
[[nodiscard]] Url agree_url(std::string_view token);

/// A paper in the list of a register: its newest version.
struct PaperRow {
  std::string group, paper, version;
  Day sent, due;
  registers::RoundCount count;
};
struct PapersPage {
  const Definition* definition = nullptr;
  std::vector<PaperRow> papers;
  std::string answer;               ///< the field with the codes that are counted
  bool may_circulate = false;
};
[[nodiscard]] Html papers_page(const PapersPage& page, const Site& site);

struct PaperWordRow {
  registers::PaperAnswer said;
  std::string who;
};
struct PaperVersionShown {
  std::string version, file;        ///< `file` = its name; empty = none
  RecordId with_file;               ///< a record of the round, under whose address the file is
  Day sent, due;
  registers::RoundCount count;
  std::vector<PaperWordRow> words;
};
struct PaperPage {
  const Definition* definition = nullptr;
  std::string group, paper, answer;
  std::vector<PaperVersionShown> versions;  ///< the newest first
  bool may_circulate = false;
  std::optional<int> reminded;      ///< letters that have just been sent
  std::string refusal;
};
[[nodiscard]] Html paper_page(const PaperPage& page, const Site& site);

/// Its names are those of the fields.
struct CirculateForm {
  std::string group, paper, version, posts, note, once;
  DateFields due;
  bool posts_alone = false;  ///< the members are not asked
};
[[nodiscard]] CirculateForm circulate_form_from(const QueryPairs& pairs);
/// All that is missing, in the order of the form: the group, the paper, its version, the day.
[[nodiscard]] std::vector<FieldFault> faults_of(const CirculateForm& form);

struct CirculatePage {
  const Definition* definition = nullptr;
  std::vector<GroupOption> groups;
  CirculateForm form;
  bool takes_posts = false, takes_file = false;
  std::vector<FieldFault> faults;
  std::string refusal, fault;       ///< of the sending, and the field that it is about
};
[[nodiscard]] Html circulate_page(const CirculatePage& page, const Site& site);

struct AgreePage {
  const Definition* definition = nullptr;
  std::string token, group, paper, version, file;
  std::string field;                ///< whose choices are the answers
  Day due;
  std::string answer, comment;      ///< as they stand or were typed
  std::optional<Day> answered;      ///< when the answer that stands was given
  bool sent = false;                ///< it was given just now
  std::string refusal, fault;
};
[[nodiscard]] Html agree_page(const AgreePage& page, const Site& site);

}  // namespace makegood::pages
