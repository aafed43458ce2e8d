#pragma once
// Forms about the directory, as data: which fields, what stands in them, what is wrong with them. One renderer
// draws them all. Labels are the catalogue's "people.NAME", hints "people.hint.NAME" where there is one.
//
//   DirectoryForm form{.name = "save", .to = post_form_url(id), .button = "people.save", .fields = {...}};
//   fill(form, pairs_of(request.form));                    // what was typed stands in the fields
//   if (!look_over(form)) show(form);                      // each field says what is wrong
//   const auto title = form.text("title");
//   const auto term = term_of(form);

#include <string>
#include <string_view>
#include <vector>

#include "html/components/content.h"
#include "pages/forms.h"
#include "pages/pieces.h"
#include "people/people.h"

namespace makegood::pages {

enum class FieldShape { line, lines, day, choice, tick, hidden };

struct FormField {
  FieldShape shape = FieldShape::line;
  std::string name;
  std::string value = {};           ///< lines: one a line; tick: "yes"; choice: of the one that is picked
  DateFields day = {};              ///< sent as NAME-day, NAME-month, NAME-year
  std::vector<Choice> choices = {};
  bool needed = false;
  std::string fault = {};           ///< catalogue key
  std::string now = {};             ///< what it says meanwhile, where somebody else changed it
};

struct DirectoryForm {
  std::string name;                 ///< begins the ids of its fields, so that a page can have several
  Url to;
  std::string button;               ///< catalogue key
  std::vector<FormField> fields;

  [[nodiscard]] const FormField* find(std::string_view field) const;
  /// Trimmed; empty where there is no such field.
  [[nodiscard]] std::string text(std::string_view field) const;
  [[nodiscard]] bool ticked(std::string_view field) const { return text(field) == "yes"; }
  /// Empty where none was given. Only after look_over().
  [[nodiscard]] std::optional<Day> day(std::string_view field) const;
  [[nodiscard]] bool has_faults() const;
};

/// What was typed takes the place of what stands there.
void fill(DirectoryForm& form, const QueryPairs& pairs);
/// False where a needed field is empty or a day is none.
bool look_over(DirectoryForm& form);
/// Tells beside each field of `typed` what `current` says, where it differs; the next try is about what is there now.
void tell_changes(DirectoryForm& typed, const DirectoryForm& current);

/// Fields "from" and "until".
[[nodiscard]] std::vector<FormField> term_fields(const Term& term);
[[nodiscard]] Term term_of(const DirectoryForm& form);

[[nodiscard]] Html directory_form(const Site& site, const DirectoryForm& form, bool secondary = false);
/// Entries for an error summary.
void add_errors(const Site& site, const DirectoryForm& form, std::vector<html::govuk::ErrorSummaryItem>& list);

}  // namespace makegood::pages
