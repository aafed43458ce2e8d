#pragma once
// What is refused, in the reader's language. A refusal is made deep in the program, in English, where nobody knows who
// will read it; where it is shown, it is found again in catalogue/locales/refusals.cy.po, in which the English sentence
// is the key (docs/decisions/0018). What fmt::format() or + put into it stood in a place, {}:
//
//   msgid "the register has version {} already: give the changed one a higher number"
//   msgstr "mae fersiwn {0} o’r gofrestr eisoes: rhowch rif uwch i’r un newydd"
//
// A title of ours is put in as its English and stands in the Welsh text as {0:title}; whoever shows the sentence knows
// which titles there are and hands them in.
//
// What stands in a place may be one of our phrases or sentences itself and is then looked up in turn; what stands in
// quotation marks is somebody's own words and stays as it is.

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "words/mo_file.h"
#include "words/words.h"

namespace makegood {

/// From an English title (of a field, a state, a role) to the one in the reader's language; empty where it is none.
using Titles = std::function<std::string(std::string_view english)>;

/// English sentences with places, and what they are in another language. Never changes once it is made.
class Sentences {
 public:
  /// Looks into the entries for as long as it lives. A text may use a place again, leave it out or move it: {1} ... {0}, and say
  /// that a title of ours, or several with commas between, stands in it: {0:title}.
  /// Refuses: an English place that is not closed, or a text that names a place that its sentence has not -> Fault::invalid_input.
  [[nodiscard]] static Result<Sentences> from(const std::vector<MoEntry>& entries);
  Sentences(Sentences&&) noexcept;
  Sentences& operator=(Sentences&&) noexcept;
  ~Sentences();

  /// The sentence itself, else the one that begins with the most of its own words; of several, the one with most words of
  /// its own. Empty where there is none, and for more than kLongestSentence bytes.
  /// Time: linear in the text for each sentence that begins with the same word.
  [[nodiscard]] std::string say(std::string_view english, const Titles& titles = {}) const;

 private:
  struct Index;
  explicit Sentences(std::unique_ptr<const Index> index);
  std::unique_ptr<const Index> index_;
};

inline constexpr std::size_t kLongestSentence = 10'000;

/// A refusal's message in the language, and the language that it came out in: English where it is not known.
[[nodiscard]] Said said_in(Language language, std::string_view english, const Titles& titles = {});

/// With a capital letter, as the first word of a line has one: "Say why".
[[nodiscard]] std::string capitalised(std::string_view sentence);
/// As a sentence that stands alone: "Say why."
[[nodiscard]] std::string whole_sentence(std::string_view sentence);

}  // namespace makegood
