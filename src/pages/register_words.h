#pragma once
// Words of a register's definition on a page: in the page's language where the definition has them, else in English and
// marked so. What records say is in the language of whoever wrote it, which nobody asked: it is marked as English.

#include <string_view>
#include <vector>

#include "pages/register_pages.h"

namespace makegood::pages {

[[nodiscard]] Html marked(const Site& site, const Bilingual& words);
/// For an element of its own, where nothing can stand inside: "en", or empty where the page's language is meant.
[[nodiscard]] std::string language_of(const Site& site, const Bilingual& words);

[[nodiscard]] Html marked_field(const Site& site, const RegisterField& field);     ///< its title
[[nodiscard]] Html marked_question(const Site& site, const RegisterField& field);  ///< as it is asked
[[nodiscard]] Html marked_state(const Site& site, const Definition& definition, std::string_view state);
/// A code as its title, a date in words; what somebody wrote as they wrote it.
[[nodiscard]] Html marked_answer(const Site& site, const Definition& definition, const RegisterField& field, std::string_view value);

/// Stands in a sentence of the catalogue for markup: filled(site.words("register.stands", {{"state", kHole}, ...}), state).
inline constexpr std::string_view kHole = "\uFFFC";
[[nodiscard]] Html filled(std::string_view sentence, const Html& inside);

/// What tells a record from others: its first answers that are not protected, as a line and as markup. Empty = there are none.
[[nodiscard]] std::string record_line(const Site& site, const Definition& definition, const Record& record);
[[nodiscard]] Html marked_record_line(const Site& site, const Definition& definition, const Record& record);

/// The way back: the desk, the registers that somebody works with and, below it, one of them.
[[nodiscard]] std::vector<Step> desk_trail(const Site& site);
[[nodiscard]] std::vector<Step> desk_trail(const Site& site, const Definition& definition);
[[nodiscard]] std::vector<Step> desk_trail(const Site& site, const Definition& definition, Step below);
/// The way back for everybody: the register's own page.
[[nodiscard]] std::vector<Step> register_trail(const Site& site, const Definition& definition);
/// "Screening - Equality impact assessments": a page's title where others have the same heading.
[[nodiscard]] std::string title_in(const Site& site, const std::string& heading, const Definition& definition);

}  // namespace makegood::pages
