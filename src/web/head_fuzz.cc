// A head is found at the same place however it arrives, and one that is taken is unambiguous.
#include <algorithm>

#include "web/fuzz_claim.h"
#include "web/head.h"
#include "web/token.h"

using namespace makegood::web;

namespace {

// As the server looks: again at each arrival, from where it looked before.
Parsed<std::size_t> find_in_pieces(std::string_view bytes, std::size_t piece) {
  std::size_t looked = 0;
  for (std::size_t arrived = 0; arrived < bytes.size();) {
    arrived = std::min(bytes.size(), arrived + piece);
    const auto end = find_head_end(bytes.substr(0, arrived), looked);
    if (!end || *end > 0) return end;
    looked = arrived;
  }
  return 0;
}

void check(const Head& head) {
  claim(!head.chunked || !head.content_length, "a length is given once");
  claim(!head.has_body() || head.request.is_writing(), "only POST and PATCH have a body");
  claim(head.request.headers.size() <= kMaxHeaders, "headers are counted");
  for (const auto& header : head.request.headers)
    claim(is_token(header.name) && is_field_value(header.value), "headers are well formed");
  claim(head.request.headers.all("Host").size() <= 1, "there is one host");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = as_text(data, size);
  const auto end = find_head_end(bytes);
  for (const std::size_t piece : {1U, 3U}) claim(find_in_pieces(bytes, piece) == end, "cuts do not move the end");
  const auto head = parse_head(end && *end > 0 ? bytes.substr(0, *end) : bytes);
  if (head) check(*head);
  else claim(head.error().status >= 400 && head.error().status < 600, "a refusal has a status");
  return 0;
}
