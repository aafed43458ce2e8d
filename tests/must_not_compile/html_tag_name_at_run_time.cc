// A tag name comes from the source, never from a string that could hold anything.
#include <string>

#include "html/html.h"

using namespace makegood::html;

Html made(const std::string& name) {
  (void)name;
#ifdef WRONG
  return element(name.c_str(), "text");
#else
  return element("section", "text");
#endif
}
