#include "extract/findings.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/base.h"
#include "extract/vocabulary.h"

namespace makegood::extraction {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kSentences = {{
    {"shifted_cells", "The cells of this row seem to have moved: one repeats another, or holds what another column is for. Check every field."},
    {"stray_tail", "The row after this one began with words that seem to end this item; they were put back here. Check both."},
    {"names_run_together", "Names stand together without anything between them; they were parted where it seemed safe. Check the owners and partners."},
    {"no_items", "No recommendation, action or commitment was found in this document."},
    {"unreadable_layout", "The columns of a table were lost in this document, so its rows cannot be read reliably. Use the Word or spreadsheet version."},
    {"no_owner", "Some items have no owner."},
    {"no_date", "Some items have no date."},
}};

constexpr std::size_t kMostNames = 8;

bool is_small_number(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kNumbers = {"1", "2", "3", "4", "one", "two", "three", "four"};
  return std::find(kNumbers.begin(), kNumbers.end(), lower(bare(word))) != kNumbers.end();
}

bool is_people_word(std::string_view word) {
  static constexpr std::array<std::string_view, 32> kPeople = {"teacher", "teachers", "resident", "volunteers", "person", "people", "pupil", "pupils", "patient", "residents", "child", "children",
      "student", "students", "refugee", "patients", "candidate", "candidates", "woman", "women", "man", "men", "offenders", "ex-offenders",
      "officers", "employee", "employees", "jobseekers", "applicants", "neets", "refugees", "families"};
  return std::find(kPeople.begin(), kPeople.end(), lower(bare(word))) != kPeople.end();
}

std::string small_count_in(std::string_view text) {
  const auto words = words_of(text);
  for (std::size_t n = 0; n < words.size(); ++n) {
    if (!is_small_number(words[n]) || words[n].back() == '.' || words[n].back() == ')') continue;
    // "Level 3 officers" is a grade; "phase 2 residents" a phase.
    if (n > 0 && (lower(words[n - 1]) == "level" || lower(words[n - 1]) == "phase" || lower(words[n - 1]) == "key" || lower(words[n - 1]) == "grade")) continue;
    for (auto next = n + 1; next < words.size() && next <= n + 3; ++next) {
      const char end = words[next - 1].back();
      if (end == '.' || end == ';' || end == ':') break;
      if (is_people_word(words[next])) {
        std::string out(words[n]);
        for (auto k = n + 1; k <= next; ++k) out += " " + std::string(bare(words[k]));
        return out;
      }
      if (!starts_lower(words[next]) && !starts_upper(words[next])) break;
    }
  }
  return {};
}

// Two or three capitalised words within a sentence that are no word of posts, bodies or units.
std::vector<std::string> names_in(std::string_view text, const Names& names) {
  std::vector<std::string> found;
  const auto words = words_of(text);
  std::size_t n = 0;
  while (n < words.size() && found.size() < kMostNames) {
    auto end = n;
    while (end < words.size() && starts_upper(words[end]) && words[end].find_first_of("&/0123456789") == std::string_view::npos) {
      ++end;
      const char last = words[end - 1].back();
      if (last == ',' || last == '.' || last == ';' || last == ':' || last == ')') break;
    }
    if (end == n) {
      ++n;
      continue;
    }
    if (end - n >= 2 && end - n <= 3) {
      std::string run;
      for (auto k = n; k < end; ++k) run += (run.empty() ? "" : " ") + std::string(k + 1 == end ? bare(words[k]) : words[k]);
      if (run.ends_with("\xE2\x80\x99s") || run.ends_with("'s")) run.resize(run.size() - (run.ends_with("'s") ? 2 : 4));
      if (names.is_person(run) && std::find(found.begin(), found.end(), run) == found.end()) found.push_back(run);
    }
    n = end;
  }
  return found;
}

void offer(Item& item, std::string code, std::string message) {
  Finding offered{std::move(code), std::move(message), item.source.in_words()};
  if (std::find(item.findings.begin(), item.findings.end(), offered) == item.findings.end()) item.findings.push_back(std::move(offered));
}

}  // namespace

Finding finding(std::string_view code, const Position& at) {
  for (const auto& [name, sentence] : kSentences)
    if (name == code) return {std::string(code), std::string(sentence), at.in_words()};
  return {std::string(code), std::string(code), at.in_words()};
}

Finding finding(std::string_view code, std::string message, const Position& at) { return {std::string(code), std::move(message), at.in_words()}; }

void offer_privacy_findings(Item& item, const Names& names) {
  for (const auto& owner : item.owners) {
    const auto name = owner.substr(0, owner.find(", "));
    if (names.is_person(name))
      offer(item, "personal_name", fmt::format("\"{}\" looks like a person's name. Give the post instead before the plan is released.", name));
  }
  if (const auto count = small_count_in(item.title); !count.empty())
    offer(item, "small_count", fmt::format("\"{}\" is so small a number that it may point to a person. Settle it before the plan is released.", count));
  for (const auto* text : {&item.progress, &item.detail, &item.status_raw}) {
    for (const auto& line : split(*text, '\n'))
      for (const auto& name : names_in(line, names))
        offer(item, "personal_name", fmt::format("\"{}\" in the text may be a person's name. Settle it before the plan is released.", name));
    if (const auto count = small_count_in(*text); !count.empty())
      offer(item, "small_count", fmt::format("\"{}\" is so small a number that it may point to a person. Settle it before the plan is released.", count));
  }
}

void count_gaps(Plan& plan) {
  std::size_t tracked = 0, no_owner = 0, no_date = 0;
  for (const auto& item : plan.items) {
    if (item.kind == ItemKind::commitment && !item.parent.empty()) continue;
    ++tracked;
    no_owner += item.owners.empty();
    no_date += item.timescale_raw.empty();
  }
  if (no_owner > 0) plan.findings.push_back({"no_owner", fmt::format("{} of {} items have no owner.", no_owner, tracked), ""});
  if (no_date > 0) plan.findings.push_back({"no_date", fmt::format("{} of {} items have no date.", no_date, tracked), ""});
}

}  // namespace makegood::extraction
