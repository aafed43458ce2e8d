#pragma once
// What is wrong, for programs: application/problem+json (RFC 9457), with one line for each field at fault.

#include <string>
#include <string_view>
#include <vector>

#include "registers/answers_json.h"
#include "web/request.h"
#include "web/response.h"
#include "words/refusal_words.h"

namespace makegood::web {

/// {"type": "about:blank", "title": "Not Found", "status": 404, "detail": ..., "errors": [{"field", "detail"}]}; no cache keeps it.
[[nodiscard]] Response problem(int status, std::string_view detail, const std::vector<SentFault>& faults = {});
/// The status follows the fault; what the refusal is about is the field.
[[nodiscard]] Response problem(const Refusal& refusal);

/// A problem in the language that Accept-Language asks for, "en" or "cy", with the header that says which it came out in: English
/// where a sentence is not known in Welsh. `titles`: what may stand in a sentence. Anything but a problem stays as it is.
[[nodiscard]] Response in_language_asked(const Request& request, Response response, const Titles& titles = {});

/// Whether the address is one for programs: then what is wrong with it is said as a problem.
[[nodiscard]] bool is_for_programs(const Request& request);

}  // namespace makegood::web
