#pragma once
// What was filled in, by field, and whether it may stand. A value is text in one written form:
// dates 2026-03-31, numbers without signs of thousands, "true" and "false", several codes parted by ";".

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "registers/definition.h"

namespace makegood {

/// By field; a field without an answer is not there.
using Answers = std::map<std::string, std::string, std::less<>>;

/// "" where there is none.
[[nodiscard]] std::string_view answer(const Answers& answers, std::string_view field);

/// Why an answer is taken: a form insists on its choices, a file of another system brings what it has.
enum class Moment { submitting, importing, handling };

enum class AnswerTrouble {
  missing, not_a_date, not_a_month, not_a_year, not_a_number, not_whole, not_yes_or_no, not_an_email, not_a_link,
  too_short, too_long, too_small, too_large, wrong_form, unknown_choice,
  too_fine, taken, leads_nowhere,
};

struct RegisterFault {
  std::string field;
  AnswerTrouble trouble = AnswerTrouble::missing;
  std::string detail;  ///< the limit, the value that is not known, or the register in which it is not there
  bool operator==(const RegisterFault&) const = default;
};

/// "Enter the school", "Date must be a real date, such as 2026-03-31": for files and messages in English.
[[nodiscard]] std::string sentence(const Definition& definition, const RegisterFault& fault);

/// No answer is longer than this, whatever the definition allows.
inline constexpr int kLongestAnswer = 20'000;

/// Whether the condition holds. An answer to a question that is not asked itself counts as none.
[[nodiscard]] bool is_asked(const Definition& definition, const RegisterField& field, const Answers& answers);

/// The choices of a field: of its own frame, the shipped one, `enum`, or yes and no. Empty = free.
[[nodiscard]] std::vector<RegisterChoice> choices_of(const Definition& definition, const RegisterField& field);

/// How one value counts: its code; nothing where a shipped frame reads that it was not stated or not known; "unmapped"
/// where the field has choices and it is none of them.
[[nodiscard]] std::string coded(const Definition& definition, const RegisterField& field, std::string_view value);
inline constexpr std::string_view kUnmapped = "unmapped";

/// Checks answers against one definition; patterns are made ready once, for many rows.
class AnswerCheck {
 public:
  explicit AnswerCheck(const Definition& definition);
  AnswerCheck(AnswerCheck&&) noexcept;
  AnswerCheck& operator=(AnswerCheck&&) noexcept;
  ~AnswerCheck();

  /// Puts every answer into its one written form, drops those of questions that are not asked, and
  /// tells what may not stand, in the order of the fields. When importing, a code that is not known
  /// stays as it was given. When submitting, what only handlers fill in is not asked for.
  [[nodiscard]] std::vector<RegisterFault> operator()(Answers& answers, Moment moment) const;

 private:
  struct Patterns;
  std::optional<RegisterFault> check(const RegisterField& field, std::string& value, Moment moment) const;

  const Definition* definition_;
  std::unique_ptr<Patterns> patterns_;
};

}  // namespace makegood
