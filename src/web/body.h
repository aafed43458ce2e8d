#pragma once
// The body of a request, taken in as it arrives and put into the request when it has ended.

#include <memory>
#include <string>
#include <string_view>

#include "web/multipart.h"
#include "web/rejection.h"
#include "web/request.h"
#include "web/server.h"

namespace makegood::web {

class BodyReader {
 public:
  virtual ~BodyReader() = default;
  [[nodiscard]] virtual Parsed<void> feed(std::string_view bytes) = 0;
  /// Fills `form`, `files` or `body` of the request.
  [[nodiscard]] virtual Parsed<void> finish(Request& request) = 0;
};

/// The reader for what the route takes and the request says that it is. The caller holds the whole
/// body to `policy.max_body`; the text fields of a multipart form together also to kFormBytes.
/// Refuses 415 where the two do not agree and 400 for a multipart form without a boundary.
[[nodiscard]] Parsed<std::unique_ptr<BodyReader>> make_body_reader(const Request& head, const RoutePolicy& policy,
                                                                   const std::string& upload_folder);

}  // namespace makegood::web
