#pragma once
// The target of a request, "/plans/leeds?status=overdue", in origin form and nothing else.

#include <string>
#include <string_view>
#include <vector>

#include "web/fields.h"
#include "web/rejection.h"

namespace makegood::web {

struct Target {
  std::string path = "/";             ///< as sent, percent-encoded, without the query
  std::string query_text;             ///< as sent, without "?"
  std::vector<std::string> segments;  ///< decoded, valid UTF-8; none is empty, "." or ".."
  bool trailing_slash = false;        ///< "/plans/": segments are those of "/plans"
  Fields query;                       ///< form-decoded
  bool operator==(const Target&) const = default;
};

/// Refuses (400) anything but a path and a query in visible ASCII; percent-encoding that is
/// broken or hides a control character, a slash or a backslash; segments that are empty, "."
/// or ".."; a path that is not UTF-8 once decoded.
[[nodiscard]] Parsed<Target> parse_target(std::string_view target);

/// One segment or query value, ready to stand in a URL.
[[nodiscard]] std::string percent_encode(std::string_view text);

}  // namespace makegood::web
