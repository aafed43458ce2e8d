#include "calc/answers.h"
#include "statistics/proportion.h"

namespace makegood::calc {

void proportion_answer(const Set& set, Cells& out) {
  const auto got = proportion(set.value(0, 0), set.value(0, 1), set.confidence());
  out.put(got.estimate).put(got.wilson).put(got.clopper_pearson).end(got.status);
}

}  // namespace makegood::calc
