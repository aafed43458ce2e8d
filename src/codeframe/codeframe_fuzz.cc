// Any bytes in any scheme: never throws; a value is a group or an unknown, never both; the same words
// give the same answer; a code belongs to its group.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "codeframe/codeframe.h"
#include "codeframe/scheme.h"

namespace {

void hold(bool claim, const char* what) {
  if (claim) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view raw(reinterpret_cast<const char*>(data), size);
  const auto* frame = makegood::code_frame("ethnicity-2021");
  for (const auto& scheme : makegood::codes::scheme_names()) {
    const auto coded = makegood::code_ethnicity(scheme, raw);
    hold(coded.has_value(), "a known scheme was refused");
    hold(coded->group.empty() || coded->unknown_kind.empty(), "a group and an unknown at once");
    hold(coded->code.empty() || frame->top(coded->code) == coded->group, "a code outside its group");
    hold(coded->unknown_detail.empty() || !coded->unknown_kind.empty(), "a detail without its kind");
    hold(!coded->reason.empty() && makegood::is_valid_utf8(coded->reason), "no reason, or one that is not text");
    hold(coded->recognised || (coded->group.empty() && coded->unknown_kind.empty()),
         "something made of what was not recognised");
    hold(*coded == *makegood::code_ethnicity(scheme, " " + std::string(raw) + "\t"), "white space made a difference");
  }
  return 0;
}
