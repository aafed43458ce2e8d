#include "formats/markdown_profile.h"

#include <algorithm>

#include "base/base.h"

namespace makegood::formats {
namespace {

constexpr std::string_view kOpening = "<!-- profile: ", kBetween = "; language: ", kClosing = " -->";

bool is_word(std::string_view text) {
  return text.size() <= 60 && text.find("--") == std::string_view::npos &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
         });
}

}  // namespace

std::string write_markdown_profile(const MarkdownProfile& p) {
  if (p.profile.empty() || !is_word(p.profile)) return {};
  auto line = std::string(kOpening) + p.profile;
  if (!p.language.empty() && is_word(p.language)) line += std::string(kBetween) + p.language;
  return line + std::string(kClosing) + "\n\n";
}

std::optional<MarkdownProfile> read_markdown_profile(std::string_view text) {
  auto line = trim(text.substr(0, text.find('\n')));
  if (!line.starts_with(kOpening) || !line.ends_with(kClosing) || line.size() < kOpening.size() + kClosing.size()) return std::nullopt;
  line = line.substr(kOpening.size(), line.size() - kOpening.size() - kClosing.size());
  MarkdownProfile p;
  const auto between = line.find(kBetween);
  p.profile = std::string(line.substr(0, between));
  if (between != std::string_view::npos) p.language = std::string(line.substr(between + kBetween.size()));
  if (p.profile.empty() || !is_word(p.profile) || !is_word(p.language)) return std::nullopt;
  return p;
}

}  // namespace makegood::formats
