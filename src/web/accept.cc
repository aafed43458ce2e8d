#include "web/accept.h"

#include <algorithm>

#include "web/fields.h"
#include "web/token.h"

namespace makegood::web {
namespace {

// "0", "1", "0.5", "0.125", "1.000" in thousandths; -1 for anything else (RFC 9110, 12.4.2).
int read_quality(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return -1;
  if (text.size() > 1 && text[1] != '.') return -1;
  int thousandths = (text[0] - '0') * 1000;
  int unit = 100;
  for (const char digit : text.substr(std::min<std::size_t>(2, text.size()))) {
    if (digit < '0' || digit > '9') return -1;
    thousandths += (digit - '0') * unit;
    unit /= 10;
  }
  return thousandths <= 1000 ? thousandths : -1;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool is_range(std::string_view value) {
  const auto slash = value.find('/');
  if (slash == std::string_view::npos) return is_token(value);
  return is_token(value.substr(0, slash)) && is_token(value.substr(slash + 1));
}

bool read_member(std::string_view member, Preference& out) {
  const auto value = trim_blanks(take_until(member, ';'));
  if (!is_range(value)) return false;
  out = {lower_ascii(value), 1000};
  while (!member.empty()) {
    auto parameter = trim_blanks(take_until(member, ';'));
    const auto name = trim_blanks(take_until(parameter, '='));
    if (equals_any_case(name, "q")) out.quality = read_quality(trim_blanks(parameter));
    if (out.quality < 0) return false;
  }
  return true;
}

// How closely does a range name what is offered: 3 = exactly, 2 = its family, 1 = anything.
int closeness(std::string_view range, std::string_view offered) {
  if (range == offered) return 3;
  if (range == "*" || range == "*/*") return 1;
  const auto family = offered.substr(0, offered.find('/') + 1);
  return !family.empty() && range.starts_with(family) && range.substr(family.size()) == "*" ? 2 : 0;
}

// The quality that the closest range gives.
int quality_of(const std::vector<Preference>& preferences, std::string_view offered) {
  int best = 0;
  int quality = 0;
  for (const auto& preference : preferences) {
    const int close = closeness(preference.value, offered);
    if (close > best) best = close, quality = preference.quality;
  }
  return quality;
}

}  // namespace

std::vector<Preference> parse_preferences(std::string_view header) {
  std::vector<Preference> preferences;
  while (!header.empty() && preferences.size() < kMaxPreferences) {
    Preference preference;
    if (read_member(take_until(header, ','), preference)) preferences.push_back(std::move(preference));
  }
  std::stable_sort(preferences.begin(), preferences.end(),
                   [](const Preference& a, const Preference& b) { return a.quality > b.quality; });
  return preferences;
}

std::string_view best_language(std::string_view accept_language, std::span<const std::string_view> supported) {
  if (supported.empty()) return {};
  for (const auto& preference : parse_preferences(accept_language)) {
    if (preference.quality == 0) break;
    if (preference.value == "*") return supported.front();
    const auto primary = std::string_view(preference.value).substr(0, preference.value.find('-'));
    const auto found = std::find(supported.begin(), supported.end(), primary);
    if (found != supported.end()) return *found;
  }
  return supported.front();
}

std::string_view best_type(std::string_view accept, std::span<const std::string_view> offered) {
  if (offered.empty()) return {};
  if (trim_blanks(accept).empty()) return offered.front();
  const auto preferences = parse_preferences(accept);
  std::string_view best;
  int best_quality = 0;
  for (const auto type : offered) {
    const int quality = quality_of(preferences, type);
    if (quality > best_quality) best = type, best_quality = quality;
  }
  return best;
}

bool accepts_gzip(std::string_view accept_encoding) {
  return quality_of(parse_preferences(accept_encoding), "gzip") > 0;
}

bool etag_listed(std::string_view if_none_match, std::string_view etag) {
  if (trim_blanks(if_none_match) == "*") return true;
  while (!if_none_match.empty()) {
    auto tag = trim_blanks(take_until(if_none_match, ','));
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    if (!tag.empty() && tag == etag) return true;
  }
  return false;
}

}  // namespace makegood::web
