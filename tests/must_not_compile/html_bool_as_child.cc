// `condition && "text"` would print a number: write when(condition, ...).
#include "html/html.h"

using namespace makegood::html;

Html made(bool late) {
#ifdef WRONG
  return p(late);
#else
  return p(when(late, b("late")));
#endif
}
