// No script stands in a page: script files are named by module_script().
#include "html/html.h"

using namespace makegood::html;

Html made() {
#ifdef WRONG
  return element("script", "alert(1)");
#else
  return element("samp", "alert(1)");
#endif
}
