// A word that a component says of its own accord comes from the catalogue; it has no default.
#include "html/components/content.h"

namespace govuk = makegood::html::govuk;

makegood::html::Html made() {
#ifdef WRONG
  return govuk::warning_text({.text = "Late"});
#else
  return govuk::warning_text({.text = "Late", .icon_fallback_text = "Warning"});
#endif
}
