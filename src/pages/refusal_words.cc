#include "pages/refusal_words.h"

#include "html/elements.h"
#include "registers/titles.h"

namespace makegood::pages {

using namespace html;

namespace {

Attributes tag(const Said& said) { return lang(language_tag(said.language)); }

}  // namespace

Titles titles_for(const Site& site, const Definition* about) {
  return [&site, about](std::string_view english) {
    if (about != nullptr)
      if (auto title = welsh_title(*about, english); !title.empty()) return title;
    const auto role = "role." + std::string(english);
    return site.words.has(role) ? site.words(role) : std::string();
  };
}

Html refusal_words(const Site& site, std::string_view sentence, const Definition* about) {
  const auto said = said_in(site.words.language(), sentence, titles_for(site, about));
  return span(tag(said), capitalised(said.text));
}

Html refusal_inside(const Site& site, std::string_view sentence, const Definition* about) {
  const auto said = said_in(site.words.language(), sentence, titles_for(site, about));
  return span(tag(said), said.text);
}

Html refusal_paragraph(const Site& site, std::string_view sentence, std::string_view classes, const Definition* about) {
  const auto said = said_in(site.words.language(), sentence, titles_for(site, about));
  return p(cls(classes), tag(said), whole_sentence(said.text));
}

}  // namespace makegood::pages
