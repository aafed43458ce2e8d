#pragma once
// assets: the stylesheet, the scripts and the icon, built by ui/ and carried in the program.
//
//   Asset             its path, type, bytes, and the same bytes compressed by gzip
//   assets()          all of them
//   find_asset(path)  one of them, or null
//
//   const Asset* css = find_asset("makegood.css");
//   response.type = css->content_type;
//   response.body = client_takes_gzip ? css->gzip : css->bytes;
//   // Served at "/assets/" + assets_version() + "/makegood.css", which may be cached for ever;
//   // the script imports its neighbour from the same folder. Another version there: 404.
//   etag = css->version;
//
// assets must not know requests or pages; it only holds bytes.

#include <span>
#include <string_view>

namespace makegood {

struct Asset {
  std::string_view path;          ///< "makegood.css"
  std::string_view content_type;  ///< "text/css; charset=utf-8"
  std::string_view bytes;
  std::string_view gzip;
  std::string_view version;       ///< that of the whole set, 16 hexadecimal digits of SHA-256
};

[[nodiscard]] std::span<const Asset> assets();
/// Null when there is none of that name; `path` without the version.
[[nodiscard]] const Asset* find_asset(std::string_view path);
/// The address part that changes when any asset does.
[[nodiscard]] std::string_view assets_version();

}  // namespace makegood
