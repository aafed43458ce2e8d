// Whatever is taken out of whatever text: it names the phrase no longer, nothing was put in but the mark, and a text
// that does not name it stays as it was.
#include <cstdint>
#include <cstdlib>

#include "registers/subject.h"

using namespace makegood;

namespace {

// A word that nobody types, so that what stood on both sides of a gap does not become a phrase.
constexpr std::string_view kMark = "qzxqzxqzx";

void must(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto all = valid_utf8({reinterpret_cast<const char*>(data), size});
  const auto end = std::min(all.find('\n'), all.size());
  const auto phrase = all.substr(0, end);
  const auto text = end == all.size() ? std::string{} : all.substr(end + 1);
  if (fold(phrase).find(kMark) != std::string::npos) return 0;
  const auto left = without_words(text, {phrase}, kMark);
  must(!names(left, phrase));
  must((left == text) == !names(text, phrase));
  must(without_words(left, {phrase}, kMark) == left);
  return 0;
}
