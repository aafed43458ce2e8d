#pragma once
// The words of public bodies' plans: which words end a post, a unit or an organisation, which
// ones join. Kinds of words only; no list of names.

#include <string>
#include <string_view>
#include <vector>

namespace makegood::extraction {

[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);
/// Punctuation off both ends, brackets included.
[[nodiscard]] std::string_view bare(std::string_view word);

[[nodiscard]] bool starts_upper(std::string_view text);
[[nodiscard]] bool starts_lower(std::string_view text);
/// "HR", "C&N", "L&D", "WENTA": two letters or more, all capitals.
[[nodiscard]] bool is_acronym(std::string_view word);

[[nodiscard]] bool is_post_noun(std::string_view word);   ///< "Manager", "Officer", "Champion"
[[nodiscard]] bool is_rank_word(std::string_view word);   ///< "Head", "Chief", "Principal": begins a post
[[nodiscard]] bool is_body_noun(std::string_view word);   ///< "Trust", "Council", "Police": ends an organisation
[[nodiscard]] bool is_unit_word(std::string_view word);   ///< "Housing", "Safety": names of what is done
[[nodiscard]] bool is_joining_word(std::string_view word);///< "of", "and", "for": a text that ends so is cut off
[[nodiscard]] bool is_doing_word(std::string_view word);  ///< "Review", "Develop": begins an action
[[nodiscard]] bool is_month(std::string_view word);

/// A heading that names a part of any document: "Introduction", "Recommendations".
[[nodiscard]] bool is_general_heading(std::string_view text);
/// "Updated 3 May 2024", "Version 1.2": says how new the document is, and names nothing.
[[nodiscard]] bool is_edition_line(std::string_view text);
/// "plan", "strategy", "response", "recommendations": words of a plan's own title.
[[nodiscard]] bool has_plan_word(std::string_view text);
/// "Target to increase by 1% per year", "Baseline: 34": belongs to the action before it.
[[nodiscard]] bool is_target_line(std::string_view text);

}  // namespace makegood::extraction
