#pragma once
// The methods' functions, from a Set to Cells. Each is described by its row in methods.cc and by its
// page in docs/reference/measures.

#include "calc/set.h"

namespace makegood::calc {

// proportions_and_rates.cc
void proportion_answer(const Set&, Cells&);

}  // namespace makegood::calc
