#include "assets/assets.h"

#include <array>

#include "version.h"  // written by ui/build.mjs

// The assembler takes each file in as it is; the build rebuilds this file when one changes.
#define MAKEGOOD_EMBED(symbol, file)                                     \
  __asm__(".section .rodata\n"                                           \
          ".balign 8\n" symbol "_begin: .incbin \"" MAKEGOOD_UI_DIR "/" file "\"\n" symbol "_end:\n" symbol \
          "_gz_begin: .incbin \"" MAKEGOOD_UI_DIR "/" file ".gz\"\n" symbol "_gz_end:\n.balign 8\n.text\n")

MAKEGOOD_EMBED("makegood_asset_css", "makegood.css");
MAKEGOOD_EMBED("makegood_asset_js", "makegood.js");
MAKEGOOD_EMBED("makegood_asset_frontend", "govuk-frontend.min.js");
MAKEGOOD_EMBED("makegood_asset_icon", "favicon.svg");

extern "C" {
extern const char makegood_asset_css_begin[], makegood_asset_css_end[], makegood_asset_css_gz_begin[], makegood_asset_css_gz_end[];
extern const char makegood_asset_js_begin[], makegood_asset_js_end[], makegood_asset_js_gz_begin[], makegood_asset_js_gz_end[];
extern const char makegood_asset_frontend_begin[], makegood_asset_frontend_end[], makegood_asset_frontend_gz_begin[],
    makegood_asset_frontend_gz_end[];
extern const char makegood_asset_icon_begin[], makegood_asset_icon_end[], makegood_asset_icon_gz_begin[], makegood_asset_icon_gz_end[];
}

namespace makegood {
namespace {

Asset asset(std::string_view path, std::string_view type, const char* begin, const char* end, const char* gz_begin, const char* gz_end) {
  return {path, type, {begin, end}, {gz_begin, gz_end}, MAKEGOOD_ASSETS_VERSION};
}

const std::array<Asset, 4>& table() {
  static const std::array<Asset, 4> all = {
      asset("makegood.css", "text/css; charset=utf-8", makegood_asset_css_begin, makegood_asset_css_end, makegood_asset_css_gz_begin,
            makegood_asset_css_gz_end),
      asset("makegood.js", "text/javascript; charset=utf-8", makegood_asset_js_begin, makegood_asset_js_end, makegood_asset_js_gz_begin,
            makegood_asset_js_gz_end),
      asset("govuk-frontend.min.js", "text/javascript; charset=utf-8", makegood_asset_frontend_begin, makegood_asset_frontend_end,
            makegood_asset_frontend_gz_begin, makegood_asset_frontend_gz_end),
      asset("favicon.svg", "image/svg+xml", makegood_asset_icon_begin, makegood_asset_icon_end, makegood_asset_icon_gz_begin,
            makegood_asset_icon_gz_end),
  };
  return all;
}

}  // namespace

std::span<const Asset> assets() { return table(); }

const Asset* find_asset(std::string_view path) {
  for (const auto& one : table())
    if (one.path == path) return &one;
  return nullptr;
}

std::string_view assets_version() { return MAKEGOOD_ASSETS_VERSION; }

}  // namespace makegood
