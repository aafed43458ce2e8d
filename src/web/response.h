#pragma once
// A response as handlers make it: status, headers, body. Length, date, ETag, compression,
// security headers and HEAD are the server's business (wire.h).

#include <memory>
#include <string>
#include <string_view>

#include "web/fields.h"

namespace makegood::web {

/// Bytes made once and sent many times (stylesheet, script, picture), compressed at the start.
struct Asset {
  std::string content_type;
  std::string bytes;
  std::string gzip;  ///< empty where compression does not pay
  std::string etag;  ///< quoted
};

[[nodiscard]] std::shared_ptr<const Asset> make_asset(std::string content_type, std::string bytes);

struct Response {
  int status = 200;
  Headers headers;
  std::string body;
  std::shared_ptr<const Asset> asset;  ///< sent instead of `body` when set

  [[nodiscard]] std::string_view bytes() const { return asset ? std::string_view(asset->bytes) : body; }
};

[[nodiscard]] std::string_view reason_phrase(int status);

[[nodiscard]] Response html(std::string page, int status = 200);
[[nodiscard]] Response text(std::string words, int status = 200);
[[nodiscard]] Response json(std::string document, int status = 200);
/// `file_name` is offered for saving; anything but letters, digits, ".", "-" and "_" becomes "-".
[[nodiscard]] Response csv(std::string table, std::string_view file_name);
[[nodiscard]] Response download(std::string bytes, std::string content_type, std::string_view file_name);
[[nodiscard]] Response send_asset(std::shared_ptr<const Asset> asset, std::string cache_control);
/// 303 after a form was taken: `path` is on this site and begins with one "/"; "/" otherwise.
[[nodiscard]] Response redirect_see_other(std::string_view path);
/// 308 to the path that this thing has now.
[[nodiscard]] Response redirect_permanently(std::string_view path);
[[nodiscard]] Response not_found(std::string page);

/// No cache may keep it: pages for one person, pages with a token.
[[nodiscard]] Response no_store(Response response);

}  // namespace makegood::web
