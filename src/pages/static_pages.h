#pragma once
// Pages that say how things are done, and those that one meets on the way: not found, an error.

#include "pages/pieces.h"

namespace makegood::pages {

[[nodiscard]] Html how_we_know_page(const Site& site);        ///< `/how-we-know`
[[nodiscard]] Html accessibility_page(const Site& site);      ///< `/accessibility-statement`
[[nodiscard]] Html privacy_page(const Site& site);            ///< `/privacy`

struct DataPage {
  struct Line {
    std::string slug, title, language;
  };
  std::vector<Line> plans;
};
[[nodiscard]] Html data_page(const DataPage& page, const Site& site);  ///< `/data`

struct VerifyPage {
  std::int64_t entries = 0;
  std::string head;   ///< 64 hex digits
  std::string fault;  ///< what does not hold, in one sentence; empty = everything does
};
[[nodiscard]] Html verify_page(const VerifyPage& page, const Site& site);  ///< `/verify`

[[nodiscard]] Html not_found_page(const Site& site);
/// A breakdown: `reference` is in the log.
[[nodiscard]] Html error_page(const Site& site, std::string_view reference);
/// Something was refused in one sentence: not allowed, a form that is too old, a conflict.
/// The sentence is marked as being in `language`: the core speaks English, the catalogue both.
[[nodiscard]] Html refusal_page(const Site& site, std::string_view sentence, Language language = Language::en);

}  // namespace makegood::pages
