// A target that is taken climbs nowhere and hides nothing; written again it reads the same.
#include "base/text.h"
#include "web/fuzz_claim.h"
#include "web/service.h"
#include "web/target.h"

using namespace makegood;
using namespace makegood::web;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto target = parse_target(as_text(data, size));
  if (!target) return claim(target.error().status == 400, "a broken target is the sender's fault"), 0;
  std::string path;
  for (const auto& segment : target->segments) {
    claim(!segment.empty() && segment != "." && segment != "..", "no segment climbs");
    claim(is_valid_utf8(segment) && !has_control(segment), "segments are clean text");
    claim(segment.find_first_of("/\\") == std::string::npos, "no segment hides a slash");
    path += "/" + percent_encode(segment);
  }
  claim(!has_control(path_for_log(*target)), "a log line stays one line");
  const auto again = parse_target(path.empty() ? "/" : path);
  claim(again && again->segments == target->segments, "what is written reads the same");
  return 0;
}
