#include "report/publication.h"

#include <algorithm>
#include <array>

namespace makegood {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_letter_or_digit(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

bool compares(const Edition& edition, const ReportSpec& spec, const ReportPeriod& period) {
  return edition.period.last < period.last && edition.spec.scope == spec.scope && edition.spec.of == spec.of &&
         edition.spec.profile == spec.profile && (spec.kind == ReportKind::final || edition.spec.kind == spec.kind);
}

}  // namespace

const Edition* edition_before(const std::vector<Edition>& editions, const ReportSpec& spec, const ReportPeriod& period) {
  const Edition* before = nullptr;
  for (const auto& edition : editions)
    if (compares(edition, spec, period) && (before == nullptr || before->period.last <= edition.period.last)) before = &edition;
  return before;
}

const PublicationHold* hold_of(const std::vector<PublicationHold>& holds, std::string_view body, Day day) {
  const auto covers = [&](const PublicationHold& hold) {
    return !hold.resumed && hold.from <= day && (!hold.until || day <= *hold.until) && (hold.body.empty() || fold(hold.body) == fold(body));
  };
  const auto found = std::find_if(holds.begin(), holds.end(), covers);
  return found == holds.end() ? nullptr : &*found;
}

bool is_language_tag(std::string_view text) {
  if (text.size() < 2 || text.size() > 35) return false;
  const auto parts = split(text, '-');
  if (parts.front().size() < 2 || parts.front().size() > 3 || !std::all_of(parts.front().begin(), parts.front().end(), is_letter)) return false;
  return std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
    return !part.empty() && part.size() <= 8 && std::all_of(part.begin(), part.end(), is_letter_or_digit);
  });
}

bool is_right_to_left(std::string_view language) {
  static constexpr auto kLanguages = std::to_array<std::string_view>({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"});
  static constexpr auto kScripts = std::to_array<std::string_view>({"arab", "hebr", "syrc", "thaa", "nkoo"});
  const auto parts = split(lower(language), '-');
  for (std::size_t n = 1; n < parts.size(); ++n)
    if (parts[n].size() == 4 && is_letter(parts[n].front()))  // a script says so itself, either way
      return std::find(kScripts.begin(), kScripts.end(), parts[n]) != kScripts.end();
  return std::find(kLanguages.begin(), kLanguages.end(), parts.front()) != kLanguages.end();
}

}  // namespace makegood
