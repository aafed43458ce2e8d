#include "pages/refusal_words.h"

#include "html/elements.h"
#include "words/refusal_words.h"

namespace makegood::pages {

using namespace html;

namespace {

Attributes tag(const Said& said) { return lang(language_tag(said.language)); }

}  // namespace

Html refusal_words(const Site& site, std::string_view sentence) {
  const auto said = said_in(site.words.language(), sentence);
  return span(tag(said), capitalised(said.text));
}

Html refusal_inside(const Site& site, std::string_view sentence) {
  const auto said = said_in(site.words.language(), sentence);
  return span(tag(said), said.text);
}

Html refusal_paragraph(const Site& site, std::string_view sentence, std::string_view classes) {
  const auto said = said_in(site.words.language(), sentence);
  return p(cls(classes), tag(said), whole_sentence(said.text));
}

}  // namespace makegood::pages
