#pragma once
// For tests: what must hold of a store whose process was killed or refused.

#include <algorithm>
#include <limits>

#include "faults/child.h"
#include "faults/fixture.h"
#include "progress/json.h"

namespace makegood::test {

inline constexpr int kAllLetters = std::numeric_limits<int>::max();

inline std::unique_ptr<store::Store> open_survivor(const std::filesystem::path& folder) {
  auto opened = store::Store::open(folder, store::system_random());
  REQUIRE(opened);
  return std::move(*opened);
}

inline void check_heads(store::Store& store, const Acknowledged& acks) {
  for (const auto& [count, hash] : acks.heads) {
    CAPTURE(count);
    const auto entry = store.ledger().entry(count);
    REQUIRE(entry);
    CHECK(entry->hash == hash);
  }
}

/// The words that were said about an item, and how often it was asked back.
struct Heard {
  std::set<std::string> narratives;
  std::set<std::string> questions;  ///< keys of the letters that belong to its entries
};
inline Heard heard_about(store::Store& store, const std::string& item) {
  Heard heard;
  std::int64_t submitted = 0;
  const auto entries = store.ledger().about(item).value();
  for (const auto& entry : entries) {
    if (entry.kind != "update.submitted" && entry.kind != "update.returned") continue;
    const auto update = read_update(entry.payload).value();
    if (entry.kind == "update.submitted") {
      heard.narratives.insert(update.narrative);
      submitted = entry.sequence;
    } else {
      heard.questions.insert("question " + update.id.text + " " + std::to_string(submitted));
    }
  }
  return heard;
}

/// What owners were thanked for is there; each question has its letter, and no letter is without its entry.
inline void check_words_and_letters(store::Store& store, const Acknowledged& acks) {
  std::set<std::string> keys, asked;
  const auto letters = store.outbox().list({}, kAllLetters).value();
  for (const auto& letter : letters)
    if (letter.letter.key.starts_with("question ")) keys.insert(letter.letter.key);
  std::map<std::string, Heard> heard;
  if (const auto kept = store.plans().find("fair-work-plan", View::live))
    for (const auto& item : (*kept)->plan.items) {
      auto& one = heard[item.id.text] = heard_about(store, item.id.text);
      asked.insert(one.questions.begin(), one.questions.end());
    }
  std::size_t lost = 0;
  for (const auto& [item, narrative] : acks.said) lost += !heard[item].narratives.contains(narrative);
  for (const auto& [item, key] : acks.letters) lost += !keys.contains(key) || !heard[item].questions.contains(key);
  CHECK(lost == 0);
  CHECK(keys == asked);
}

inline void check_survivor(const std::filesystem::path& folder, const Acknowledged& acks) {
  const auto store = open_survivor(folder);
  const auto report = store->ledger().verify();
  REQUIRE(report);
  CHECK(report->fault.empty());
  check_heads(*store, acks);
  check_words_and_letters(*store, acks);
  const auto lived = store->dump_derived().value();
  REQUIRE(store->ledger().rebuild());
  CHECK(store->dump_derived().value() == lived);
}

}  // namespace makegood::test
