#pragma once
// Compression and the tag of a body.

#include <string>
#include <string_view>

namespace makegood::web {

inline constexpr int kQuickGzip = 1;  ///< for pages made anew for each visitor
inline constexpr int kBestGzip = 9;   ///< for assets, once

/// The bytes in gzip format; throws std::bad_alloc when memory is out.
[[nodiscard]] std::string gzip(std::string_view bytes, int level);

/// A strong entity tag, quoted. Equal bodies have equal tags for as long as the program runs.
[[nodiscard]] std::string etag_of(std::string_view bytes);

}  // namespace makegood::web
