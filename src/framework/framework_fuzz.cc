// Whatever stands in entries about an assessment, a line each ("kind payload"): each is taken or refused in one line;
// afterwards every criterion stands at one level, the counts are those of the criteria, and writing what was read and
// reading it again changes nothing.
#include <cstdint>
#include <cstdlib>
#include <numeric>

#include "framework/fixture.h"

using namespace makegood;
using namespace makegood::framework;

namespace {
void must(bool holds) {
  if (!holds) std::abort();
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = valid_utf8({reinterpret_cast<const char*>(data), size});
  const auto plan = fixture::plan_of_criteria(3);
  fixture::Told told;
  auto& a = told.a;
  for (const auto& line : split(text, '\n')) {
    const auto space = line.find(' ');
    if (space == std::string::npos) continue;
    const auto done = a.add(line.substr(0, space), line.substr(space + 1), ++told.at);
    if (!done) must(!done.error().line().empty() && done.error().line().find('\n') == std::string::npos);
  }
  must(a.framework.has_value());
  must(read_framework(write(*a.framework)).value() == *a.framework);
  for (const auto& round : a.rounds) {
    const auto all = counts(a, round.name, plan);
    must(std::accumulate(all.begin(), all.end(), 0) <= 3);
    must(gaps(a, round.name, plan).size() <= 3);
    for (const auto* item : differences(a, round.name, plan)) must(standing_of(a, round.name, item->id).ratings.size() > 1);
  }
  return 0;
}
