#pragma once
// Answers as another system sends and reads them: one JSON object, field -> value. Whole numbers are numbers,
// yes and no are true and false, several codes are a list, and everything else is a text; nothing is guessed
// from a value of another kind, so that "0123" does not come in as 123.

#include <string>
#include <string_view>
#include <vector>

#include "json/json.h"
#include "registers/answers.h"

namespace makegood {

/// What is wrong with one field, in a sentence that follows its name.
struct SentFault {
  std::string field, detail;
  bool operator==(const SentFault&) const = default;
};

struct SentAnswers {
  Answers answers;                ///< null and "" are kept as "": the field is to be empty
  std::vector<SentFault> faults;  ///< in the order of the object
};

/// Parses a body once, as parse_json() does, and refuses what that lets pass: one name said twice in an object.
[[nodiscard]] Result<Json> parse_sent(std::string_view text);

/// `given` is any JSON; what is no object is a fault of the field "answers". `moment` says whose fields may be set.
[[nodiscard]] SentAnswers sent_answers(const Definition& definition, const Json& given, Moment moment);

/// Checks them as a form is checked, and tells what a form would never have asked. `before` are the answers that are there.
[[nodiscard]] std::vector<SentFault> check_sent(const Definition& definition, const Answers& sent, const Answers& before, Moment moment);

/// The way back. A value that does not fit its field's type any more stays a text.
[[nodiscard]] OrderedJson answers_json(const Definition& definition, const Answers& answers);

}  // namespace makegood
