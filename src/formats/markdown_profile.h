#pragma once
// The comment on the first line of a Markdown file in which the program that wrote it declares its
// form: <!-- profile: makegood-plan-1; language: cy -->

#include <optional>
#include <string>
#include <string_view>

namespace makegood::formats {

struct MarkdownProfile {
  std::string profile, language;  ///< letters, digits and hyphens only
};

/// Empty where there is nothing to declare; ends in a line break and a blank line.
[[nodiscard]] std::string write_markdown_profile(const MarkdownProfile& profile);
[[nodiscard]] std::optional<MarkdownProfile> read_markdown_profile(std::string_view text);

}  // namespace makegood::formats
