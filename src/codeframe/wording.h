#pragma once
// A label as plain words: case, dashes, brackets and the words that say nothing ("background",
// "ethnic group", "total") are gone, words written short ("brit") are whole. "/" and a listing comma become "or", "&"
// and "+" become "and".

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace makegood::codes {

using Words = std::vector<std::string>;
using WordsView = std::span<const std::string>;

enum class Comma { separates, lists };  ///< "White, British" | "English, Welsh, Scottish"

/// "White: Any other White background" -> white any other white. "BlackAfrican" -> black african.
[[nodiscard]] Words wording(std::string_view raw, Comma comma = Comma::separates);

/// The same with the words that say nothing still there.
[[nodiscard]] Words all_words(std::string_view raw, Comma comma = Comma::separates);
/// Without them, and without "or" and "and" at either end.
[[nodiscard]] Words telling_words(Words words);
[[nodiscard]] const std::set<std::string, std::less<>>& words_to_pass_over();

[[nodiscard]] bool is_connector(std::string_view word);  ///< "or", "and"
[[nodiscard]] std::string phrase_of(WordsView words);

}  // namespace makegood::codes
