// An attribute that holds a URL takes a Url, not text.
#include <string>

#include "html/html.h"

using namespace makegood::html;

Html made(const std::string& where) {
#ifdef WRONG
  return a(attr("href", where), "go");
#else
  return a(attr("title", where), "go");
#endif
}
