// A link cannot run a script.
#include "html/html.h"

using namespace makegood::html;

Html made() {
#ifdef WRONG
  return a(href("javascript:alert(1)"), "go");
#else
  return a(href("/plans"), "go");
#endif
}
