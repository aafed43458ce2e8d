// Any bytes: never throws, never credits a day to text that does not name it.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "timescale/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const makegood::TimescaleSettings usual, other{.financial_year_starts = 1, .academic_year_starts = 8, .quarters_are_financial = false, .as_of = 2023};
  for (const auto& settings : {usual, other}) {
    const auto fault = makegood::checks::fault_of(text, settings);
    if (fault.empty()) continue;
    std::fprintf(stderr, "%s: \"%.*s\"\n", fault.c_str(), static_cast<int>(size), reinterpret_cast<const char*>(data));
    std::abort();
  }
  return 0;
}
