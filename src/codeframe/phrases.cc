#include "codeframe/phrases.h"

#include <algorithm>
#include <array>

#include "codeframe/rows.h"

namespace makegood::codes {
namespace {

struct Named {
  std::string_view name;
  Role role;
};

constexpr std::array kRoles = {Named{"heading", Role::heading},       Named{"leaf", Role::leaf},
                               Named{"under", Role::under},           Named{"nation", Role::nation},
                               Named{"nowhere", Role::nowhere},       Named{"collective", Role::collective},
                               Named{"total", Role::total},           Named{"unknown", Role::unknown},
                               Named{"population", Role::population}, Named{"not_applicable", Role::not_applicable},
                               Named{"several", Role::several}};

std::string key_under(std::string_view heading, const std::string& phrase) {
  return std::string(heading) + ": " + phrase;
}

std::vector<Phrase> read_phrases() {
  std::vector<Phrase> all;
  for (const auto& row : rows_of("ethnicity-phrases").rows)
    if (const auto role = role_named(row.at("role")))
      all.push_back({*role, row.at("heading"), wording(row.at("phrase")), row.at("target"), row.at("note")});
  return all;
}

}  // namespace

std::optional<Role> role_named(std::string_view name) {
  const auto found = std::find_if(kRoles.begin(), kRoles.end(), [&](const Named& one) { return one.name == name; });
  return found == kRoles.end() ? std::nullopt : std::optional(found->role);
}

Phrases::Phrases(std::vector<Phrase> all) {
  for (auto& phrase : all) {
    vocabulary_.insert(phrase.words.begin(), phrase.words.end());
    const auto words = phrase_of(phrase.words);
    if (phrase.role == Role::population)
      population_.insert(words);
    else if (phrase.role == Role::heading)
      headings_.push_back(std::move(phrase));
    else if (phrase.role == Role::under)
      under_.emplace(key_under(phrase.heading, words), phrase);
    else
      bare_.emplace(words, phrase);
  }
  std::stable_sort(headings_.begin(), headings_.end(),
                   [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
}

const Phrase* Phrases::bare(WordsView words) const {
  const auto found = bare_.find(phrase_of(words));
  return found == bare_.end() ? nullptr : &found->second;
}

const Phrase* Phrases::under(std::string_view heading, WordsView words) const {
  const auto found = under_.find(key_under(heading, phrase_of(words)));
  return found == under_.end() ? nullptr : &found->second;
}

const Phrases& phrases() {
  static const Phrases kPhrases(read_phrases());
  return kPhrases;
}

}  // namespace makegood::codes
