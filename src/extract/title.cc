#include "extract/title.h"

#include <algorithm>
#include <unordered_set>

#include "base/base.h"
#include "extract/vocabulary.h"

namespace makegood::extraction {
namespace {

// Whether items may stand directly under the line: a table or list comes before the next heading.
bool heads_items(const std::vector<Piece>& pieces, std::size_t n) {
  return n + 1 < pieces.size() && (pieces[n + 1].is_table || pieces[n + 1].line.listed);
}

bool others_like_it(const std::vector<Piece>& pieces, std::size_t first) {
  const auto& line = pieces[first].line;
  for (auto n = first + 1; n < pieces.size(); ++n) {
    if (pieces[n].is_table) continue;
    const auto& other = pieces[n].line;
    if (line.heading ? other.heading && other.level == line.level
                     : !other.listed && !other.heading && is_title_like(other.text) && heads_items(pieces, n))
      return true;
  }
  return false;
}

// In a workbook every sheet may have a title, each as much the plan's as the first: then none is.
bool sheets_have_their_own(const std::vector<Piece>& pieces) {
  const auto& line = pieces[0].line;
  for (std::size_t n = 1; n < pieces.size() && line.heading && !line.at.sheet.empty(); ++n) {
    if (pieces[n].is_table) continue;
    const auto& other = pieces[n].line;
    if (other.heading && other.level == line.level && other.at.sheet != line.at.sheet && heads_items(pieces, n) && has_plan_word(other.text)) return true;
  }
  return false;
}

std::string without_possessive(std::string_view word) {
  for (const std::string_view end : {"'s", "\xE2\x80\x99s", "s'", "'"})
    if (word.ends_with(end)) return std::string(word.substr(0, word.size() - end.size() + (end == "s'" ? 1 : 0)));
  return std::string(word);
}

bool ends_organisation(std::string_view word) {
  static const std::unordered_set<std::string_view> kSet = {"council", "university", "police", "constabulary", "trust", "commission", "authority",
      "board", "college", "school", "academy", "agency", "association", "service", "partnership", "government", "councils", "group"};
  return kSet.contains(lower(bare(word)));
}

std::string organisation_in(std::string_view text) {
  const auto words = words_of(text);
  for (std::size_t n = 1; n < words.size(); ++n) {
    const auto plain = without_possessive(bare(words[n]));
    if (!starts_upper(plain) || !ends_organisation(plain)) continue;
    auto from = n;
    while (from > 0 && (starts_upper(words[from - 1]) || ((words[from - 1] == "of" || words[from - 1] == "and") && from > 1 && starts_upper(words[from - 2])))) {
      const char last = words[from - 1].back();
      if (last == ',' || last == ':' || last == '.') break;
      --from;
    }
    if (from < n && lower(words[from]) == "the") ++from;
    if (from == n) continue;
    auto end = n;
    for (auto k = n + 1; k < words.size() && plain == words[n] && starts_upper(words[k]); ++k)
      if (ends_organisation(without_possessive(bare(words[k])))) end = k;
    std::string out;
    for (auto k = from; k < end; ++k) out += std::string(words[k]) + " ";
    return out + without_possessive(bare(words[end]));
  }
  return {};
}

}  // namespace

Title title_of(const Document& document, const std::vector<Piece>& pieces) {
  Title title{document.title, 0};
  if (pieces.empty() || pieces[0].is_table) return title;
  const auto& line = pieces[0].line;
  // The first of several headings of a kind, with items of its own, is a theme and no title.
  const bool one_of_many = others_like_it(pieces, 0) && (!has_plan_word(line.text) || sheets_have_their_own(pieces));
  if (line.listed || (heads_items(pieces, 0) && one_of_many)) return title;
  if (!line.heading && (line.text.size() > 250 || (is_ended(line.text) && words_of(line.text).size() > 25))) return title;
  title.text = line.text;
  title.pieces = 1;
  // "Riverside School" / "Anti-racism action plan": a title of two lines.
  if (pieces.size() < 2 || pieces[1].is_table || has_plan_word(line.text)) return title;
  const auto& second = pieces[1].line;
  if (second.listed || !is_title_like(second.text) || !has_plan_word(second.text) || is_general_heading(second.text)) return title;
  if ((second.heading || heads_items(pieces, 1)) && others_like_it(pieces, 1)) return title;
  title.text += " " + second.text;
  title.pieces = 2;
  return title;
}

std::string organisation_of(std::string_view title, const std::vector<Piece>& pieces) {
  auto found = organisation_in(title);
  std::size_t looked = 0;
  for (std::size_t n = 0; n < pieces.size() && found.empty() && looked < 12; ++n) {
    if (pieces[n].is_table) continue;
    ++looked;
    found = organisation_in(pieces[n].line.text);
  }
  return found;
}

}  // namespace makegood::extraction
