#pragma once
// A letter's words, said once and written twice: as plain text and as HTML. Simple on purpose:
// headings, paragraphs, lists and links, which every mail program and screen reader can show.
//
//   LetterWords body(words.language());
//   body.paragraph(words("letter.ask.intro")).link(words("letter.ask.button"), address);
//   body.into(letter);   // letter.text, letter.html, letter.language

#include <string>
#include <string_view>

#include "html/html.h"
#include "tasks/letter.h"

namespace makegood::tasks {

class LetterWords {
 public:
  explicit LetterWords(Language language) : language_(language) {}

  LetterWords& heading(std::string_view words);
  LetterWords& paragraph(std::string_view words);
  /// A link on a line of its own; in the text its address stands below the words.
  /// Edge: what is not a web address stays words.
  LetterWords& link(std::string_view words, std::string_view address);
  /// One of a list; items that follow one another are one list.
  LetterWords& item(std::string_view words, std::string_view address = {});

  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::string html(std::string_view title) const;
  /// Gives a letter, whose subject stands, both parts and the language.
  void into(Letter& letter) const;

 private:
  void close_list();

  Language language_;
  std::string text_;
  html::Html body_;
  html::Html list_;  ///< of the list that is open
};

}  // namespace makegood::tasks
