// A multipart body gives the same parts however it is cut, and its names are harmless.
// The first byte decides on the cuts.
#include "base/text.h"
#include "web/fuzz_claim.h"
#include "web/multipart.h"

using namespace makegood;
using namespace makegood::web;

namespace {

struct Notes : PartSink {
  std::string text;
  bool open = false;

  Parsed<void> begin_part(PartHead head) override {
    claim(!open, "a part ends before the next begins");
    claim(is_valid_utf8(head.name) && is_valid_utf8(head.file_name) && is_valid_utf8(head.content_type), "names are UTF-8");
    claim(!has_control(head.name) && !has_control(head.file_name), "names hold no control characters");
    claim(head.file_name.find_first_of("/\\") == std::string::npos, "a file name has no folder");
    open = true;
    text += head.name + "|" + head.file_name + "|" + head.content_type + "|";
    return {};
  }
  Parsed<void> part_bytes(std::string_view bytes) override {
    claim(open && !bytes.empty(), "bytes belong to a part");
    text += bytes;
    return {};
  }
  Parsed<void> end_part() override {
    claim(open, "what ends has begun");
    open = false;
    text += "\n;";
    return {};
  }
};

struct Outcome {
  bool accepted = false;
  std::string parts;
};

Outcome read(std::string_view body, std::size_t seed) {
  Notes notes;
  MultipartParser parser("XbX", notes, {.parts = 20, .part_header = 160, .name = 40});
  while (!body.empty()) {
    const auto piece = seed == 0 ? body.size() : 1 + seed % 7;
    seed = seed == 0 ? 0 : seed * 31 % 257 + 1;
    if (!parser.feed(body.substr(0, piece))) return {};
    body.remove_prefix(std::min(piece, body.size()));
  }
  if (!parser.finish()) return {};
  claim(!notes.open, "a body that ended has no open part");
  return {true, notes.text};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto body = as_text(data + 1, size - 1);
  const auto whole = read(body, 0);
  for (const std::size_t seed : {std::size_t{7}, 1 + std::size_t{data[0]}}) {
    const auto cut = read(body, seed);
    claim(cut.accepted == whole.accepted, "cuts do not decide whether a body is taken");
    claim(cut.parts == whole.parts, "cuts do not change the parts");
  }
  (void)boundary_of(body);
  return 0;
}
