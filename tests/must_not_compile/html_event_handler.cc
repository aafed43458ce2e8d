// No script stands in a page.
#include "html/html.h"

using namespace makegood::html;

Html made() {
#ifdef WRONG
  return button(attr("onclick", "alert(1)"), "go");
#else
  return button(attr("name", "go"), "go");
#endif
}
