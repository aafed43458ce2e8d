#include "plan/word_difference.h"

#include <algorithm>
#include <cstdint>

#include "base/text.h"

namespace makegood {
namespace {

using Words = std::vector<std::string>;

Words words_of(std::string_view text) {
  auto words = split(squeeze(text), ' ');
  std::erase(words, "");
  return words;
}

// Runs of one kind are one run; removed before added where both stand at one place.
class Runs {
 public:
  void add(WordRunKind kind, const std::string& word) {
    if (kind == WordRunKind::same) {
      flush();
      append(same_, word);
      return;
    }
    put(WordRunKind::same, same_);
    append(kind == WordRunKind::removed ? removed_ : added_, word);
  }
  std::vector<WordRun> take() {
    put(WordRunKind::same, same_);
    flush();
    return std::move(runs_);
  }

 private:
  static void append(std::string& text, const std::string& word) { text += (text.empty() ? "" : " ") + word; }
  void put(WordRunKind kind, std::string& text) {
    if (!text.empty()) runs_.push_back({kind, std::move(text)});
    text.clear();
  }
  void flush() {
    put(WordRunKind::removed, removed_);
    put(WordRunKind::added, added_);
  }
  std::string same_, removed_, added_;
  std::vector<WordRun> runs_;
};

// Lengths of the longest common run of what is left, from the end backwards.
class Common {
 public:
  Common(const Words& a, const Words& b, std::size_t from, std::size_t a_end, std::size_t b_end)
      : width_(b_end - from + 1), from_(from), lengths_((a_end - from + 1) * width_) {
    for (auto i = a_end; i-- > from;)
      for (auto j = b_end; j-- > from;)
        at(i, j) = a[i] == b[j] ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1) : std::max(at(i + 1, j), at(i, j + 1));
  }
  std::uint16_t& at(std::size_t i, std::size_t j) { return lengths_[(i - from_) * width_ + (j - from_)]; }

 private:
  std::size_t width_, from_;
  std::vector<std::uint16_t> lengths_;
};

void add_middle(Runs& runs, const Words& a, const Words& b, std::size_t from, std::size_t a_end, std::size_t b_end) {
  auto i = from, j = from;
  if (a_end - from <= kMostWords && b_end - from <= kMostWords) {
    Common common(a, b, from, a_end, b_end);
    while (i < a_end && j < b_end) {
      if (a[i] == b[j]) runs.add(WordRunKind::same, a[i]), ++i, ++j;
      else if (common.at(i + 1, j) >= common.at(i, j + 1)) runs.add(WordRunKind::removed, a[i++]);
      else runs.add(WordRunKind::added, b[j++]);
    }
  }
  while (i < a_end) runs.add(WordRunKind::removed, a[i++]);
  while (j < b_end) runs.add(WordRunKind::added, b[j++]);
}

}  // namespace

std::vector<WordRun> word_difference(std::string_view before, std::string_view after) {
  const auto a = words_of(before), b = words_of(after);
  std::size_t from = 0, a_end = a.size(), b_end = b.size();
  while (from < a_end && from < b_end && a[from] == b[from]) ++from;
  while (a_end > from && b_end > from && a[a_end - 1] == b[b_end - 1]) --a_end, --b_end;
  Runs runs;
  for (std::size_t i = 0; i < from; ++i) runs.add(WordRunKind::same, a[i]);
  add_middle(runs, a, b, from, a_end, b_end);
  for (auto i = a_end; i < a.size(); ++i) runs.add(WordRunKind::same, a[i]);
  return runs.take();
}

}  // namespace makegood
