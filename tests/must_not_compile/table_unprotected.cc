// A count table that may be about people is no table that may be published.
#include "table/table.h"

using namespace makegood;

std::size_t publish(const ProtectedTable& table) { return table.rows().size(); }

std::size_t published(const CountTable& counts) {
#ifdef WRONG
  return publish(counts);
#else
  return publish(not_about_people(counts));
#endif
}
