#pragma once
// The head of a request, read strictly from its bytes. Beast reads the same bytes a second time
// for framing: what the two could understand differently (folded lines, lists of transfer
// codings, a missing Host) is refused here, because such differences are how one visitor's
// request is smuggled inside another's.

#include <cstdint>
#include <optional>
#include <string_view>

#include "web/fields.h"
#include "web/rejection.h"
#include "web/request.h"

namespace makegood::web {

inline constexpr std::size_t kMaxHeaders = 100;

struct Head {
  Request request;  ///< method, target, headers, cookies
  std::optional<std::uint64_t> content_length;
  bool chunked = false;
  bool keep_alive = true;
  bool expects_continue = false;

  [[nodiscard]] bool has_body() const { return chunked || content_length.value_or(0) > 0; }
};

/// How many bytes the head takes, its empty line included; 0 while that has not come. Looks from
/// `from` on, up to which an earlier look found nothing.
/// Refuses (400) a bare LF at once, since such a head would never end.
[[nodiscard]] Parsed<std::size_t> find_head_end(std::string_view bytes, std::size_t from = 0);

/// `bytes` is everything up to and including the empty line.
/// Refuses with 400 (malformed), 405 (a method that is known and not served), 417 (an
/// expectation other than 100-continue), 431 (too many headers), 501 (an unknown method or
/// transfer coding) or 505 (neither HTTP/1.0 nor HTTP/1.1).
/// HTTP/1.0 needs no Host (load balancers' probes) and may not be chunked.
[[nodiscard]] Parsed<Head> parse_head(std::string_view bytes);

}  // namespace makegood::web
