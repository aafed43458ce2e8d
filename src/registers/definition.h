#pragma once
// What a register is. Shapes and meanings: docs/reference/registers.md.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace makegood {

/// A text in English, and in Welsh where there is one.
struct Bilingual {
  std::string en, cy;
  [[nodiscard]] bool empty() const { return en.empty(); }
  [[nodiscard]] const std::string& in(std::string_view language) const { return language == "cy" && !cy.empty() ? cy : en; }
  bool operator==(const Bilingual&) const = default;
};

enum class FieldType { string, integer, number, boolean, date, yearmonth, year };
enum class TextFormat { any, email, uri };
/// What data protection law calls what a field holds.
enum class Holds { ordinary, personal, special_category, criminal_offence };
enum class Refers { nothing, organisation, post, item, evidence, record };
enum class Snap { none, ward, lsoa, grid_1km, school };
/// Who fills a field in.
enum class SetBy { whoever_submits, handler, system };

/// "Asked only then": the field has one of `in`, or anything at all where `filled`.
struct Condition {
  std::string field;
  std::vector<std::string> in;
  bool filled = false;
  bool operator==(const Condition&) const = default;
};

struct Constraints {
  bool required = false, unique = false;
  std::optional<int> min_length, max_length;
  std::optional<std::string> minimum, maximum;  ///< as written; numbers or dates by the field's type
  std::string pattern;                          ///< RE2 syntax, over the whole value: matching takes time in proportion, whoever wrote it
  std::vector<std::string> one_of;
  bool operator==(const Constraints&) const = default;
};

struct RegisterField {
  std::string name;
  Bilingual title, question, hint;
  std::string description;
  FieldType type = FieldType::string;
  TextFormat format = TextFormat::any;
  Constraints constraints;
  std::string page;                   ///< of the form; empty = the last
  std::string frame;                  ///< own list or shipped code frame; empty = free
  bool many = false;                  ///< several values of the frame, parted by ";"
  std::optional<Condition> shown_if;
  Refers refers = Refers::nothing;
  Holds holds = Holds::ordinary;
  std::vector<std::string> seen_by;   ///< roles; empty = whoever sees the record
  std::vector<std::string> headings;  ///< under which other systems' extracts have the column
  Snap snap = Snap::none;
  SetBy set_by = SetBy::whoever_submits;
  bool erased = false, is_public = false, for_the_case = true, long_text = false;
  bool is_sender = false;             ///< says who sends it in: see Definition::anonymous and confidential

  [[nodiscard]] bool is_protected() const { return holds != Holds::ordinary || !seen_by.empty() || is_sender; }
};

struct RegisterChoice {
  std::string code;
  Bilingual title;
  std::vector<std::string> also = {};  ///< other spellings in files
};

struct State {
  std::string name;
  Bilingual title;
  std::vector<std::string> moves;  ///< names of states
  std::vector<std::string> needs;  ///< fields filled before it is entered
  std::optional<int> within_days;  ///< by when it is to be left, from entering
  std::optional<int> within_working_days;  ///< the same, counted without weekends and bank holidays
  bool is_final = false;
  bool sender_may_change = false;  ///< as the first one: see open_to_sender()
};

struct FormPage {
  std::string name;
  Bilingual title;
};

/// Who may, and to whose records. `anybody` needs no account.
struct Who {
  std::string role;
  bool own = false;  ///< only records of one's own organisation
};
struct RegisterRoles {
  std::vector<Who> submit, see, handle, take_out;
};

struct Lawful {
  std::string article_6, article_9, article_10, schedule_1, part_3;
  std::vector<std::string> controllers;
  std::string dpia, policy_document, sharing_agreement;
};

enum class Every { month, quarter, term, half_year, year, academic_year };
struct Returns {
  Every every = Every::quarter;
  std::string expected;  ///< kind of organisation, or "listed"
  bool nil = false;
  int due_days = 0;
};
struct Retention {
  int years = 0;
  std::string from;  ///< "recorded", "closed" or a date field
};
struct Consent {
  std::string field;
  std::vector<std::string> given;
};
struct Source {
  std::string title, dated, url;
};

enum class SignalKind { rise, overdue, missing, silence };
struct Signal {
  std::string name;
  Bilingual title;
  SignalKind kind = SignalKind::rise;
  std::vector<std::string> by;
  std::string field;
  std::optional<int> days;
  std::string to;
};

struct ForeignKey {
  std::vector<std::string> fields;
  std::string resource;  ///< another register; empty = this one
  std::vector<std::string> reference;
};

struct Definition {
  std::string name;
  int version = 1;
  Bilingual title, purpose;
  std::string shape;
  std::vector<Source> sources;
  Lawful lawful;
  std::vector<std::string> subjects;
  bool opens_with_dpia = false;
  RegisterRoles roles;
  std::string organisation, author, date;  ///< fields, empty where there is none
  std::vector<std::string> independent;
  std::vector<FormPage> pages;
  std::map<std::string, std::vector<RegisterChoice>, std::less<>> frames;
  std::vector<State> states;
  std::optional<Returns> returns;
  std::optional<Retention> retention;
  std::optional<Consent> consent;
  std::optional<Condition> public_when;
  bool anonymous = false;     ///< may be sent without saying who sends it
  bool confidential = false;  ///< who sends it is for those alone who handle the record
  bool exit_page = false;
  std::vector<std::string> counts_by;
  std::string counts_of;
  std::vector<Signal> signals;
  std::vector<std::string> links;
  std::vector<RegisterField> fields;
  std::vector<std::string> missing_values;
  std::vector<std::string> primary_key;
  std::vector<ForeignKey> foreign_keys;

  /// The field of that name, or null.
  [[nodiscard]] const RegisterField* field(std::string_view name) const;
  [[nodiscard]] const State* state(std::string_view name) const;
  /// Whether a field holds special category or criminal offence data: then it opens with a DPIA only.
  [[nodiscard]] bool needs_dpia() const;
  /// Whether whoever sends something in is given a number with which only they can ask about it.
  [[nodiscard]] bool gives_receipts() const { return anonymous || confidential; }
  /// Where records begin; empty without states.
  [[nodiscard]] std::string first_state() const { return states.empty() ? std::string{} : states.front().name; }
};

}  // namespace makegood
