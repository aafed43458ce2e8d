// Cookies, preferences and tags: whatever comes, what is kept is well formed.
#include "web/accept.h"
#include "web/cookie.h"
#include "web/fuzz_claim.h"
#include "web/token.h"

using namespace makegood::web;

namespace {

void check_cookies(std::string_view text) {
  const auto cookies = parse_cookies(text);
  claim(cookies.size() <= kMaxCookies, "cookies are counted");
  std::string again;
  for (const auto& cookie : cookies) {
    (void)set_cookie_value({.name = cookie.name, .value = cookie.value});  // throws for what no cookie can hold
    again += (again.empty() ? "" : "; ") + cookie.name + "=" + cookie.value;
  }
  claim(parse_cookies(again) == cookies, "what is written reads the same");
}

void check_preferences(std::string_view text) {
  const auto preferences = parse_preferences(text);
  claim(preferences.size() <= kMaxPreferences, "preferences are counted");
  int before = 1000;
  for (const auto& preference : preferences) {
    claim(preference.quality >= 0 && preference.quality <= before, "the best comes first");
    claim(!preference.value.empty() && !has_control(preference.value), "a preference names something");
    before = preference.quality;
  }
  static constexpr std::string_view kLanguages[] = {"en", "cy"};
  const auto language = best_language(text, kLanguages);
  claim(language == "en" || language == "cy", "there is always a language");
  (void)best_type(text, kLanguages);
  (void)accepts_gzip(text);
  (void)etag_listed(text, "\"a\"");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check_cookies(as_text(data, size));
  check_preferences(as_text(data, size));
  return 0;
}
