// Text is not markup until it has been escaped.
#include <string>

#include "html/html.h"

using namespace makegood::html;

Html page_of(const Html& content) { return content; }

Html made(const std::string& text) {
#ifdef WRONG
  return page_of(text);
#else
  return page_of(join(text));
#endif
}
