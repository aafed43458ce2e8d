#pragma once
// From a handler's response to the bytes that are sent: length, date, entity tag, 304,
// compression, HEAD, and the security headers that every response carries.

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "web/request.h"
#include "web/response.h"

namespace makegood::web {

struct WireResponse {
  int status = 200;
  std::string head;  ///< status line and headers with the empty line
  std::string body;
  std::shared_ptr<const Asset> asset;  ///< keeps `payload` alive where it is an asset's
  std::string_view asset_payload;
  bool keep_alive = false;

  [[nodiscard]] std::string_view payload() const { return asset ? asset_payload : std::string_view(body); }
};

/// `request` is null when it could not be read: the answer is then whole and final.
///
/// A 200 to GET or HEAD gets an ETag unless its Cache-Control says no-store, and becomes 304
/// where the visitor has that very page. Text over 1 KB is compressed where that is accepted,
/// but never a page made for somebody with a cookie: the size of compressed text tells what is
/// in it (BREACH), and such pages hold tokens.
/// Throws std::invalid_argument for a header that would break out of its line.
[[nodiscard]] WireResponse to_wire(const Request* request, Response response, bool keep_alive,
                                   std::chrono::system_clock::time_point now);

/// "Sun, 06 Nov 1994 08:49:37 GMT"
[[nodiscard]] std::string http_date(std::chrono::system_clock::time_point when);

}  // namespace makegood::web
